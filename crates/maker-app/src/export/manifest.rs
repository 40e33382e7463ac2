//! What is in an export: its version, its content's hash, and every file with its own.

use chrono::{DateTime, Utc};
use maker_domain::image::ImageName;
use serde::{Deserialize, Serialize};

/// What the first line of each file and the manifest say they are.
pub(crate) const FORMAT: &str = "maker-studio-export";

/// Counts up when what is written could not be read by the version before.
pub(crate) const VERSION: u32 = 1;

pub(crate) const MANIFEST: &str = "manifest.json";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format: String,
    pub(crate) version: u32,
    pub(crate) program: String,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) content: String,
    pub(crate) rows: u64,
    pub(crate) files: Vec<Listed>,
}

/// A file of an export.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Listed {
    pub(crate) path: String,
    pub(crate) bytes: u64,
    pub(crate) blake3: String,
}

/// The rows of a table.
pub(crate) fn data_file(table: &str) -> String {
    format!("data/{table}.jsonl")
}

/// A picture, by what its bytes are.
pub(crate) fn picture_file(name: ImageName, content_type: &str) -> String {
    let ending = match content_type {
        "image/png" => "png",
        "image/webp" => "webp",
        _ => "jpg",
    };
    format!("pictures/{name}.{ending}")
}
