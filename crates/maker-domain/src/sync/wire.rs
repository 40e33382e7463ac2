//! The messages between a device and the backend, as JSON. Times are UTC milliseconds since 1970; ids are UUIDs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::token::Token;

/// The schema this build speaks. The backend serves this one and the two before it.
pub const SCHEMA: u16 = 3;

/// The pretended field by which a row is deleted and brought back.
pub const DELETED: &str = "_deleted";

/// At most so many ops in one push.
pub const OPS_MAX: usize = 500;
/// At most so many bytes in one push once it is unpacked.
pub const PUSH_MAX_BYTES: usize = 8 << 20;
/// At most so many bytes in one op.
pub const OP_MAX_BYTES: usize = 512 << 10;
/// At most so many bytes in one value.
pub const FIELD_MAX_BYTES: usize = 256 << 10;
/// At most so many rows in one page.
pub const PAGE_MAX: u32 = 2_000;

/// One version of one field's value. An edit's versions carry the op's id; what the backend made of two carries its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VersionId(pub String);

impl VersionId {
    /// The version that an op makes of each value it carries.
    #[must_use]
    pub fn of(op: Uuid) -> Self {
        Self(op.to_string())
    }

    /// The version that the backend makes when it merges an op's text with what was live.
    #[must_use]
    pub fn merged(op: Uuid) -> Self {
        Self(format!("m:{op}"))
    }

    /// The version of [`DELETED`] by which the backend brings a row back that was deleted unseen by an op's author.
    #[must_use]
    pub fn revived(op: Uuid) -> Self {
        Self(format!("r:{op}"))
    }

    /// The id of the op that it came with, as text.
    #[must_use]
    pub fn op(&self) -> &str {
        self.0.rsplit(':').next().unwrap_or_default()
    }
}

/// Edits that belong together: all of them or none get one number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Op {
    /// Made once on the device; the same id with the same body is the same op, however often it arrives.
    pub id: Uuid,
    /// When the edit was made, by the device's clock. Breaks ties and decides nothing else.
    pub at: i64,
    /// The rows it touches.
    pub rows: Vec<RowEdit>,
}

/// What an op does to one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RowEdit {
    /// The table.
    pub t: String,
    /// The row's id.
    pub row: Uuid,
    /// The new values by column; [`DELETED`] stands among them.
    pub f: BTreeMap<String, FieldEdit>,
    /// Alternatives that this edit settles, by column.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub resolves: BTreeMap<String, Vec<VersionId>>,
    /// The device's own unconfirmed edits of other columns of this row that were on the screen, by column. A delete says
    /// by it what it saw beyond the revision: without, deleting what was just typed would look like overlooking it. An
    /// edit names an own unconfirmed [`DELETED`] by it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub saw: BTreeMap<String, Uuid>,
}

/// A new value and what it was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldEdit {
    /// The value.
    pub v: Value,
    /// The row's revision that the device had when the edit was made; 0 for a row nobody has confirmed yet. Beside `op` it
    /// is the revision that the first of the own unconfirmed edits was made on: what came after that was not on the screen.
    pub rev: u64,
    /// The device's own edit of this field that was still unconfirmed and on the screen: it goes before `rev`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub op: Option<Uuid>,
}

/// A device's edits, in the order in which they were made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Push {
    /// The device's clock, so that the backend can tell by how much it is wrong.
    pub now: i64,
    /// The latest moment the device has ever learned of.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub seen: Token,
    /// The schema the device speaks.
    pub schema: u16,
    /// The edits.
    pub ops: Vec<Op>,
}

/// What became of a push.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pushed {
    /// The workspace's newest moment.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub head: Token,
    /// Up to here the backend has a backup.
    pub backed_up_through: u64,
    /// One for each op, in their order.
    pub results: Vec<OpResult>,
}

/// What became of one op.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpResult {
    /// The op.
    pub id: Uuid,
    /// The moment at which it was accepted; missing when it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub at: Option<Token>,
    /// How.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// How an op ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Outcome {
    /// All of it is live.
    Applied,
    /// Some text of it was merged with another device's.
    Merged,
    /// Some value of it, or the one it replaced, is kept as an alternative.
    Alternative,
    /// Nothing changed by it.
    Noop,
    /// The row is not there (any more): send the whole of it.
    NeedFull,
    /// It can never be accepted as it is. The device keeps it and shows it.
    Rejected {
        /// Why, as a stable word.
        code: Rejection,
        /// The same for people, with the next step.
        detail: String,
    },
    /// Not now: it stays with the device and is sent again.
    Retry {
        /// Why, as a stable word.
        code: RetryReason,
        /// Not before so many seconds have passed.
        after_s: u32,
    },
}

/// Why an op can never be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Rejection {
    /// A table or column nobody knows, or one that devices do not write.
    NotWritable,
    /// A value of the wrong type or outside its limits.
    BadValue,
    /// Larger than any op may be.
    TooLarge,
    /// The same id came before with another body.
    IdReused,
    /// A row of somewhere else, or of nobody.
    NotFound,
    /// This member may not.
    Forbidden,
}

/// Why an op has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RetryReason {
    /// The workspace is full.
    Quota,
    /// Too many at once.
    Busy,
}

/// Asks for what changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pull {
    /// Up to where the device has everything.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub cursor: Token,
    /// The latest moment the device has ever learned of.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub seen: Token,
    /// At most so many rows, up to [`PAGE_MAX`].
    pub limit: u32,
    /// The schema the device speaks.
    pub schema: u16,
}

/// Rows as they are now that changed after `from`, in the order of their revisions. Never splits a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page {
    /// The cursor that was asked from: a page for another one is ignored.
    pub from: u64,
    /// The rows.
    pub rows: Vec<RowState>,
    /// The cursor after this page.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub cursor: Token,
    /// Whether there is another page.
    pub more: bool,
    /// The workspace's newest number.
    pub head: u64,
    /// Up to here the backend has a backup.
    pub backed_up_through: u64,
    /// The backend's clock.
    pub now: i64,
}

/// One row as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RowState {
    /// The table.
    pub t: String,
    /// The row's id.
    pub id: Uuid,
    /// Its revision: the number of its last change.
    pub rev: u64,
    /// It is in the bin, or gone with only its id left.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub del: bool,
    /// Every column that has a value.
    pub f: BTreeMap<String, Value>,
    /// Open alternatives by column.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub alt: BTreeMap<String, Vec<Alternative>>,
    /// Of each of these columns, who wrote the value that is live.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by: BTreeMap<String, Writer>,
}

/// Where a value was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Writer {
    /// The name of the device; empty when that is no longer known.
    pub device: String,
    /// When, corrected by what the backend knows of that device's clock.
    pub at: i64,
}

/// A value that lost a tie and is kept until somebody settles it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Alternative {
    /// Its version.
    pub id: VersionId,
    /// The value.
    pub v: Value,
    /// The name of the device it was typed on.
    pub device: String,
    /// When, corrected by what the backend knows of that device's clock.
    pub at: i64,
}

/// Asks which of the moments a device remembers still are in the backend's history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FindAncestor {
    /// What the device remembers, newest first.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub checkpoints: Vec<Token>,
}

/// The newest moment that both have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ancestor {
    /// The moment; [`Token::START`] when there is none.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub token: Token,
}

/// One version of a field, for the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Version {
    /// The column.
    pub field: String,
    /// Its id.
    pub id: VersionId,
    /// The number under which it was accepted.
    pub seq: u64,
    /// The value.
    pub v: Value,
    /// The name of the device it was typed on.
    pub device: String,
    /// When.
    pub at: i64,
    /// What it is to the field today.
    pub state: VersionState,
}

/// A page of a row's history, the newest first. Never splits a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Versions {
    /// The versions.
    pub versions: Vec<Version>,
    /// Ask again with `before` set to this for what is older; missing at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// What a version is to its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum VersionState {
    /// The value people see.
    Live,
    /// Replaced by an edit whose author saw it.
    Past,
    /// Kept beside the live value until somebody settles it.
    Alternative,
    /// Part of a text that was merged.
    Merged,
    /// Settled by somebody.
    Dismissed,
}
