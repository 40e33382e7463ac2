//! What a maker takes along: which tables and columns leave in an export, and what makes a good value of each. Both ways go
//! by this one list, so what is written can be read back and nothing else can.
//!
//! No column here can hold a token, an upload's address or the bytes of a video. Whose page it is, and who works on what,
//! is this install's own business and is filled in by the one that reads.

mod content;
mod read;
mod write;

use maker_domain::delivery::DeliveryState;
use maker_domain::draft::DraftFields;
use maker_domain::followup::{FollowUp, StepState};
use maker_domain::image::ImageName;
use maker_domain::media::{FileIdentity, MediaFacts};
use maker_domain::post::Post;
use maker_domain::preset::PresetSettings;
use maker_domain::receipt::HostTraffic;
use maker_domain::schedule::WallTime;
use maker_domain::service::{is_currency, is_price};
use maker_words::say;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

pub use content::Content;
pub use read::Snapshot;
pub use write::{Import, Refused};

/// One row, by column. What is empty may be left out.
pub type Row = Map<String, Value>;

/// The tables in an order in which rows come before those that refer to them.
pub const TABLES: &[Table] = &[
    table(
        "makers",
        &[
            text("name"),
            may(text("bio")),
            may(text("country")),
            may(column("picture", Kind::Picture)),
            time("updated_at"),
        ],
    ),
    table(
        "services",
        &[
            ID,
            text("title"),
            may(text("description")),
            column("price", Kind::Real),
            text("currency"),
            text("type"),
            may(text("position")),
            may(column("hidden", Kind::Bool)),
            CREATED,
            UPDATED,
        ],
    ),
    table("social_links", &[ID, text("platform"), text("url"), may(text("position")), CREATED, UPDATED]),
    table("posts", &[ID, text("content"), CREATED, UPDATED]),
    table(
        "post_media",
        &[
            ID,
            id("post_id"),
            column("image", Kind::Picture),
            word("content_type", &["image/jpeg", "image/png", "image/webp"]),
            may(text("alt")),
            text("position"),
            CREATED,
        ],
    ),
    table(
        "drafts",
        &[
            ID,
            word("kind", &["POST", "VIDEO"]),
            json("fields", reads::<DraftFields>),
            word("status", &["DRAFT", "PUBLISHED", "DELETED"]),
            CREATED,
            UPDATED,
        ],
    ),
    table(
        "draft_media",
        &[
            id("draft_id"),
            here(column("path", Kind::Path)),
            text("file_name"),
            json("facts", reads::<MediaFacts>),
            json("identity", reads::<FileIdentity>),
            may(column("still", Kind::Bytes)),
            UPDATED,
        ],
    ),
    table(
        "draft_attachments",
        &[
            ID,
            id("draft_id"),
            word("kind", &["THUMBNAIL", "CAPTIONS"]),
            here(column("path", Kind::Path)),
            text("file_name"),
            json("identity", reads::<FileIdentity>),
            text("language"),
            text("name"),
            CREATED,
        ],
    ),
    table(
        "revisions",
        &[ID, id("draft_id"), json("fields", reads::<DraftFields>), CREATED, column("elsewhere", Kind::Integer)],
    ),
    table(
        "publications",
        &[
            ID,
            may(id("draft_id")),
            text("title"),
            word("type", TYPES),
            here(column("path", Kind::Path)),
            text("file_name"),
            json("facts", reads::<MediaFacts>),
            json("identity", reads::<FileIdentity>),
            may(column("still", Kind::Bytes)),
            CREATED,
        ],
    ),
    table(
        "deliveries",
        &[
            ID,
            id("publication_id"),
            word("platform", PLATFORMS),
            json("post", reads::<Post>),
            word("state", STATES),
            json("detail", reads::<DeliveryState>),
            may(text("remote_id")),
            column("total_bytes", Kind::Integer),
            here(column("confirmed_bytes", Kind::Integer)),
            column("place", Kind::Integer),
            may(time("scheduled_at")),
            may(json("wall", reads::<WallTime>)),
            may(time("begun_at")),
            may(time("dismissed_at")),
            CREATED,
            here(UPDATED),
        ],
    ),
    table(
        "delivery_steps",
        &[
            ID,
            id("delivery_id"),
            json("work", reads::<FollowUp>),
            may(here(column("path", Kind::Path))),
            may(json("identity", reads::<FileIdentity>)),
            word("state", &["WAITING", "DONE", "NEEDS_ATTENTION"]),
            json("detail", reads::<StepState>),
            here(column("tried", Kind::Integer)),
            CREATED,
            here(UPDATED),
        ],
    ),
    table(
        "receipts",
        &[
            id("delivery_id"),
            json("hosts", reads::<Vec<HostTraffic>>),
            may(text("blake3")),
            column("sessions", Kind::Integer),
            column("resumed", Kind::Integer),
            column("interrupted", Kind::Integer),
            may(time("first_byte_at")),
            may(time("received_at")),
            may(time("published_at")),
        ],
    ),
    table(
        "videos",
        &[
            ID,
            may(id("delivery_id")),
            text("title"),
            may(text("description")),
            column("url", Kind::Address),
            may(column("thumbnail_url", Kind::Address)),
            may(column("duration", Kind::Real)),
            word("platform", PLATFORMS),
            word("type", TYPES),
            column("views", Kind::Integer),
            column("likes", Kind::Integer),
            CREATED,
            UPDATED,
        ],
    ),
    table(
        "video_numbers",
        &[id("video_id"), time("at"), may(column("views", Kind::Integer)), may(column("likes", Kind::Integer))],
    ),
    table(
        "audit_log",
        &[
            ID,
            time("at"),
            word("platform", &["TIKTOK", "YOUTUBE", "INSTAGRAM"]),
            may(text("account")),
            word("action", ACTIONS),
            may(text("scope")),
            text("outcome"),
            may(text("subject")),
        ],
    ),
    table(
        "snippets",
        &[
            ID,
            text("name"),
            word("kind", &["TEXT", "TAGS"]),
            text("text"),
            json("tags", reads::<Vec<String>>),
            may(text("position")),
            CREATED,
            UPDATED,
        ],
    ),
    table(
        "presets",
        &[
            ID,
            text("name"),
            json("settings", reads::<PresetSettings>),
            column("is_default", Kind::Bool),
            CREATED,
            UPDATED,
        ],
    ),
    table("settings", &[word("key", &["window", "uploads"]), json("value", Value::is_object)]),
];

const ACTIONS: &[&str] = &["CONNECT", "REFRESH", "UPLOAD", "THUMBNAIL", "CAPTIONS", "PLAYLIST", "READ", "REVOKE"];
const TYPES: &[&str] = &["SHORT", "LONG", "DEMO"];
const PLATFORMS: &[&str] = &["TIKTOK", "YOUTUBE"];
const STATES: &[&str] = &[
    "WAITING",
    "PREPARING",
    "UPLOADING",
    "PROCESSING",
    "PUBLISHED",
    "NEEDS_ATTENTION",
    "FAILED",
    "PAUSED",
    "CANCELLED",
    "UNCONFIRMED",
];

/// States in which nothing more becomes of a delivery.
pub(crate) const ENDED: [&str; 3] = ["PUBLISHED", "FAILED", "CANCELLED"];

/// The last moment of the year 9999, in milliseconds.
const LAST_MOMENT: i64 = 253_402_300_799_999;

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A UUID.
    Id,
    /// Any text.
    Text,
    /// An address that people can open.
    Address,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number, not below zero.
    Integer,
    /// A number.
    Real,
    /// Yes or no.
    Bool,
    /// Milliseconds since 1970, UTC.
    Time,
    /// A document, and what tells a good one.
    Json(fn(&Value) -> bool),
    /// Where a file is on the disk: a text, or its bytes in hexadecimal digits under the key `hex`.
    Path,
    /// A small picture's bytes in hexadecimal digits.
    Bytes,
    /// The name of a picture: the BLAKE3 of its bytes.
    Picture,
}

/// One column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// May be empty.
    pub optional: bool,
    /// Says something of this device only, so that it is no part of the content.
    pub here: bool,
}

/// One table of an export.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name, in the database and as a file.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The column.
    pub column: String,
    /// What it should be, in words.
    pub expected: String,
}

impl Table {
    /// The table of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
    }

    /// What tells its rows apart: their id, or what they belong to.
    #[must_use]
    pub fn key_of(&self, row: &Row) -> String {
        let keys: &[&str] = match self.name {
            "video_numbers" => &["video_id", "at"],
            "makers" => &[],
            _ => &[self.columns[0].name],
        };
        keys.iter().filter_map(|key| row.get(*key)).map(Value::to_string).collect::<Vec<_>>().join(" ")
    }

    /// The picture that a row names, and what it says of its kind, where it does.
    #[must_use]
    pub fn picture_of<'r>(&self, row: &'r Row) -> Option<(ImageName, Option<&'r str>)> {
        let column = self.columns.iter().find(|column| matches!(column.kind, Kind::Picture))?;
        let name = row.get(column.name)?.as_str()?.parse().ok()?;
        Some((name, row.get("content_type").and_then(Value::as_str)))
    }

    /// Whether a row can be written.
    ///
    /// # Errors
    /// [`Wrong`] with the first column that is not good.
    pub fn check(&self, row: &Row) -> Result<(), Wrong> {
        let wrong = |column: &str, expected: String| Wrong { column: column.to_owned(), expected };
        if let Some(unknown) = row.keys().find(|name| !self.columns.iter().any(|c| c.name == **name)) {
            return Err(wrong(unknown, say!("row-known-column")));
        }
        for column in self.columns {
            match row.get(column.name).filter(|value| !value.is_null()) {
                None if column.optional => {}
                None => return Err(wrong(column.name, say!("row-not-empty"))),
                Some(value) => column.kind.check(value).map_err(|expected| wrong(column.name, expected))?,
            }
        }
        let as_text = |name: &str| row.get(name).and_then(Value::as_str);
        match self.name {
            "services" => {
                if !row.get("price").and_then(Value::as_f64).is_some_and(|price| is_price(price, 2)) {
                    return Err(wrong("price", say!("row-price")));
                }
                if !as_text("currency").is_some_and(is_currency) {
                    return Err(wrong("currency", say!("row-currency")));
                }
            }
            "makers" if as_text("country").is_some_and(|country| country.chars().count() != 2) => {
                return Err(wrong("country", say!("row-country")));
            }
            "deliveries" | "delivery_steps" if as_text("state") != row["detail"]["state"].as_str() => {
                return Err(wrong("state", say!("row-same-state")));
            }
            _ => {}
        }
        Ok(())
    }
}

impl Kind {
    fn check(self, value: &Value) -> Result<(), String> {
        let good = match self {
            Self::Id => {
                value.as_str().is_some_and(|text| uuid::Uuid::parse_str(text).is_ok_and(|id| id.to_string() == text))
            }
            Self::Text => value.as_str().is_some_and(|text| !text.contains('\0')),
            Self::Address => {
                value.as_str().is_some_and(|text| text.starts_with("https://") || text.starts_with("http://"))
            }
            Self::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
            Self::Integer => value.as_i64().is_some_and(|number| number >= 0),
            Self::Real => value.as_f64().is_some_and(f64::is_finite),
            Self::Bool => value.is_boolean(),
            Self::Time => value.as_i64().is_some_and(|at| (0..=LAST_MOMENT).contains(&at)),
            Self::Json(is_good) => is_good(value),
            Self::Path => path(value).is_some(),
            Self::Bytes => value.as_str().is_some_and(|text| text.len() <= 262_144 && hex::decode(text).is_ok()),
            Self::Picture => value.as_str().is_some_and(|text| text.parse::<ImageName>().is_ok()),
        };
        if good { Ok(()) } else { Err(self.expected()) }
    }

    fn expected(self) -> String {
        match self {
            Self::Id => say!("row-id"),
            Self::Text => say!("row-text"),
            Self::Address => say!("row-address"),
            Self::Word(words) => say!("row-one-of", words = words.join(", ")),
            Self::Integer => say!("row-integer"),
            Self::Real => say!("row-number"),
            Self::Bool => say!("row-bool"),
            Self::Time => say!("row-time"),
            Self::Json(_) => say!("row-document"),
            Self::Path => say!("row-path"),
            Self::Bytes => say!("row-bytes"),
            Self::Picture => say!("row-picture"),
        }
    }
}

/// The bytes of a path as an export spells it.
pub(crate) fn path(value: &Value) -> Option<Vec<u8>> {
    let bytes = match value {
        Value::String(text) => text.clone().into_bytes(),
        Value::Object(map) => hex::decode(map.get("hex")?.as_str()?).ok()?,
        _ => return None,
    };
    (!bytes.is_empty() && bytes.len() <= 32_768 && !bytes.contains(&0)).then_some(bytes)
}

fn reads<T: DeserializeOwned>(value: &Value) -> bool {
    T::deserialize(value).is_ok()
}

const fn table(name: &'static str, columns: &'static [Column]) -> Table {
    Table { name, columns }
}
const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, optional: false, here: false }
}
const fn may(column: Column) -> Column {
    Column { optional: true, ..column }
}
const fn here(column: Column) -> Column {
    Column { here: true, ..column }
}
const fn id(name: &'static str) -> Column {
    column(name, Kind::Id)
}
const fn text(name: &'static str) -> Column {
    column(name, Kind::Text)
}
const fn time(name: &'static str) -> Column {
    column(name, Kind::Time)
}
const fn word(name: &'static str, words: &'static [&'static str]) -> Column {
    column(name, Kind::Word(words))
}
const fn json(name: &'static str, is_good: fn(&Value) -> bool) -> Column {
    column(name, Kind::Json(is_good))
}
const ID: Column = id("id");
const CREATED: Column = time("created_at");
const UPDATED: Column = time("updated_at");
