//! Reading the old tables: only columns that mean something here, whichever of them are there.

use serde_json::{Map, Value};

use super::OlderError;
use super::row::OldRow;

/// The old tables that are read, with the columns that mean something here.
pub(super) const TABLES: [(&str, &[&str]); 4] = [
    ("users", &["id", "email", "name", "password_hash", "hashed_password", "password", "created_at", "updated_at"]),
    ("makers", &["id", "user_id", "name", "bio", "country", "created_at", "updated_at"]),
    (
        "videos",
        &[
            "id",
            "user_id",
            "maker_id",
            "title",
            "description",
            "video_url",
            "thumbnail_url",
            "duration",
            "views",
            "likes",
            "created_at",
            "updated_at",
        ],
    ),
    ("posts", &["id", "user_id", "maker_id", "content", "images", "likes", "created_at", "updated_at"]),
];

/// Numbers the rows of an old table, those of a person together, and has each of them whole as `content`.
pub(super) fn numbered(schema: &str, table: &str) -> String {
    let order = if matches!(table, "videos" | "posts") { "t.user_id, t.id" } else { "t.id" };
    format!("SELECT row_number() OVER (ORDER BY {order}) AS n, to_jsonb(t) AS content FROM {schema}.{table} t")
}

/// What to select of a `content`: text that [`read`] reads.
pub(super) fn columns(table: &str) -> String {
    let columns = TABLES.iter().find(|(name, _)| *name == table).map_or(&[][..], |(_, columns)| *columns);
    let pairs: Vec<_> = columns.iter().map(|name| format!("'{name}', content -> '{name}'")).collect();
    format!("CAST(jsonb_build_object({}) AS TEXT)", pairs.join(", "))
}

/// A row as [`columns`] gives it.
pub(super) fn read(text: &str) -> Result<OldRow, OlderError> {
    serde_json::from_str::<Map<String, Value>>(text).map(OldRow).map_err(|_| OlderError::Damaged("the older database"))
}

/// A name in a statement.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
