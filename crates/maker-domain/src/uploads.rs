//! How the maker wants uploads to behave on this computer: how many at once, how fast and when, and whether it stays awake.

use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What the maker has set. The values a maker has not touched are those of [`UploadSettings::default`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct UploadSettings {
    /// Files that are uploaded at the same time, 1 to 8. Each channel takes one at a time, whatever this says.
    pub files_at_once: u8,
    /// Bytes per second for all uploads together; `None` = as fast as the line is.
    #[specta(type = Option<f64>)]
    pub cap_bytes_s: Option<u64>,
    /// Hours of the day with a cap of their own, in the maker's time zone. Where hours overlap the lowest cap holds.
    pub hours: Vec<CapHours>,
    /// Keep the computer awake while bytes are on their way.
    pub keep_awake: bool,
    /// Send nothing of a film while the network is metered, where the system tells.
    pub wait_on_metered: bool,
}

/// A part of the day in which uploads are held to a cap of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CapHours {
    /// First minute of the day, 0 to 1,439.
    pub from_minute: u16,
    /// The minute it ends before. Not after `from_minute`: over midnight.
    pub to_minute: u16,
    /// Bytes per second.
    #[specta(type = f64)]
    pub cap_bytes_s: u64,
}

/// The slowest cap: below it a single read would take minutes to leave.
pub const LEAST_CAP_BYTES_S: u64 = 16_000;

/// Minutes of a day.
pub const DAY_MINUTES: u16 = 24 * 60;

impl Default for UploadSettings {
    fn default() -> Self {
        Self { files_at_once: 2, cap_bytes_s: None, hours: Vec::new(), keep_awake: true, wait_on_metered: false }
    }
}

impl UploadSettings {
    /// The cap that holds at `minute` of the maker's day.
    #[must_use]
    pub fn cap_at(&self, minute: u16) -> Option<u64> {
        let in_hours = self.hours.iter().filter(|h| h.holds_at(minute)).map(|h| h.cap_bytes_s).min();
        in_hours.or(self.cap_bytes_s)
    }

    /// What is wrong with these settings, in the maker's words; `None` when they can be kept.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        let slow = |cap: &u64| *cap < LEAST_CAP_BYTES_S;
        if !(1..=8).contains(&self.files_at_once) {
            return Some(say!("fields-uploads-at-once"));
        }
        if self.cap_bytes_s.as_ref().is_some_and(slow) || self.hours.iter().any(|h| slow(&h.cap_bytes_s)) {
            return Some(say!("fields-uploads-slow"));
        }
        if self.hours.iter().any(|h| h.from_minute >= DAY_MINUTES || h.to_minute >= DAY_MINUTES) {
            return Some(say!("fields-uploads-hours"));
        }
        if self.hours.len() > 8 {
            return Some(say!("fields-uploads-parts"));
        }
        None
    }
}

impl CapHours {
    fn holds_at(&self, minute: u16) -> bool {
        is_within(minute, self.from_minute, self.to_minute)
    }
}

/// Whether `minute` of a day lies in the part of it from one minute until before another, which may be over midnight.
pub(crate) fn is_within(minute: u16, from: u16, to: u16) -> bool {
    if from < to { (from..to).contains(&minute) } else { minute >= from || minute < to }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MB: u64 = 1_000_000;

    fn hours(from: u16, to: u16, cap: u64) -> CapHours {
        CapHours { from_minute: from * 60, to_minute: to * 60, cap_bytes_s: cap }
    }

    #[test]
    fn q05_the_cap_follows_the_hours_of_the_day() {
        let day = UploadSettings { cap_bytes_s: Some(9 * MB), hours: vec![hours(9, 18, 2 * MB)], ..Default::default() };
        let caps: Vec<_> = [8 * 60 + 59, 9 * 60, 17 * 60 + 59, 18 * 60].map(|m| day.cap_at(m)).into();
        assert_eq!(caps, [Some(9 * MB), Some(2 * MB), Some(2 * MB), Some(9 * MB)]);
    }

    #[test]
    fn q05_hours_may_cross_midnight_and_the_lowest_of_two_holds() {
        let night = UploadSettings { hours: vec![hours(22, 6, 3 * MB), hours(0, 1, MB)], ..Default::default() };
        let caps: Vec<_> = [21 * 60, 23 * 60, 30, 5 * 60, 6 * 60].map(|m| night.cap_at(m)).into();
        assert_eq!(caps, [None, Some(3 * MB), Some(MB), Some(3 * MB), None]);
    }

    #[test]
    fn settings_that_cannot_work_are_named() {
        assert_eq!(UploadSettings::default().trouble(), None);
        let bad = [
            UploadSettings { files_at_once: 0, ..Default::default() },
            UploadSettings { cap_bytes_s: Some(1), ..Default::default() },
            UploadSettings { hours: vec![hours(24, 1, MB)], ..Default::default() },
        ];
        assert!(bad.iter().all(|b| b.trouble().is_some()));
    }

    #[test]
    fn settings_of_an_older_version_get_the_usual_values() {
        let old: UploadSettings = serde_json::from_str("{}").unwrap();
        assert_eq!((old.files_at_once, old.keep_awake, old.wait_on_metered), (2, true, false));
    }
}
