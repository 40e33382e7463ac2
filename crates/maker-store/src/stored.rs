//! How values are spelt in columns: UTC milliseconds, JSON text, upper-case names.

use chrono::{DateTime, Utc};
use maker_domain::{Platform, VideoType};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::StoreError;

pub(crate) fn millis(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

pub(crate) fn time(table: &'static str, millis: i64) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_millis(millis).ok_or_else(|| unreadable(table, "a time out of range"))
}

pub(crate) fn opt_time(table: &'static str, millis: Option<i64>) -> Result<Option<DateTime<Utc>>, StoreError> {
    millis.map(|m| time(table, m)).transpose()
}

pub(crate) fn id(table: &'static str, text: &str) -> Result<Uuid, StoreError> {
    Uuid::parse_str(text).map_err(|_| unreadable(table, "an id that is none"))
}

pub(crate) fn json<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|e| unreadable(table, e))
}

pub(crate) fn to_json<T: Serialize>(table: &'static str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| unreadable(table, e))
}

pub(crate) fn platform(table: &'static str, text: &str) -> Result<Platform, StoreError> {
    Platform::parse(text).ok_or_else(|| unreadable(table, "a platform this version does not know"))
}

pub(crate) fn video_type(table: &'static str, text: &str) -> Result<VideoType, StoreError> {
    VideoType::parse(text).ok_or_else(|| unreadable(table, "a video type this version does not know"))
}

pub(crate) fn bytes(table: &'static str, stored: i64) -> Result<u64, StoreError> {
    u64::try_from(stored).map_err(|_| unreadable(table, "a negative size"))
}

pub(crate) fn to_stored(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

pub(crate) fn unreadable(table: &'static str, what: impl ToString) -> StoreError {
    StoreError::Unreadable { table, what: what.to_string() }
}

/// A path as the system spells it. On Unix any bytes; elsewhere UTF-8.
pub(crate) fn path_bytes(path: &std::path::Path) -> Vec<u8> {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        path.as_os_str().as_bytes().to_vec()
    }
    #[cfg(not(unix))]
    {
        path.to_string_lossy().into_owned().into_bytes()
    }
}

pub(crate) fn path_from(bytes: Vec<u8>) -> std::path::PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStringExt;
        std::ffi::OsString::from_vec(bytes).into()
    }
    #[cfg(not(unix))]
    {
        String::from_utf8_lossy(&bytes).into_owned().into()
    }
}
