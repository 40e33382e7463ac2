//! Where the registry's columns are in the desk's own tables, as data: the triggers that notice edits, the reading of
//! what a row holds and the writing of what came from elsewhere are all made from this list.

use maker_domain::draft::DraftFields;
use maker_domain::sync::registry::{self, Kind, Owner};
use serde_json::{Map, Value};

use super::{DELETED, Doc};

/// Which way a table goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Its rows here are those of all devices.
    Both,
    /// Its rows here are this device's own. Those of other devices are read from what the backend said and never written
    /// here, so that this device's upload engine cannot meet them.
    Up,
    /// The backend counts; nothing goes up.
    Down,
}

/// Where a column of the registry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a column of the same name.
    Column,
    /// In the document `fields`, under these keys.
    In(&'static [&'static str], Empty),
    /// The state of a delivery, without the platform's words: nobody knows what those contain.
    State,
    /// The name of this device.
    Device,
}

/// What a document without the key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Empty {
    /// No answer.
    Nothing,
    /// No.
    No,
    /// An empty list.
    List,
    /// An empty text.
    Text,
}

/// What a column that does not travel is filled with in a row that came from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    /// The workspace's maker.
    Maker,
    /// The person at this desk.
    User,
}

/// One table of the desk.
#[derive(Debug)]
pub(crate) struct Desk {
    /// Its name, here and in the registry.
    pub(crate) name: &'static str,
    /// The column that says which row it is.
    pub(crate) key: &'static str,
    /// Which way it goes.
    pub(crate) way: Way,
    /// Deleted rows stay with the status DELETED.
    pub(crate) bin: bool,
    /// Columns that are not simply in a column of the same name.
    places: &'static [(&'static str, Place)],
    /// The only words that a column takes here.
    words: &'static [(&'static str, &'static [&'static str])],
    /// Columns that do not travel.
    pub(crate) fills: &'static [(&'static str, Fill)],
}

const fn both(name: &'static str) -> Desk {
    Desk { name, key: "id", way: Way::Both, bin: false, places: &[], words: &[], fills: &[] }
}
const fn up(name: &'static str, key: &'static str, places: &'static [(&'static str, Place)]) -> Desk {
    Desk { key, way: Way::Up, places, ..both(name) }
}
const MAKER: &[(&str, Fill)] = &[("maker_id", Fill::Maker)];
const MAKER_AND_USER: &[(&str, Fill)] = &[("maker_id", Fill::Maker), ("user_id", Fill::User)];

/// All of them.
pub(crate) const DESK: &[Desk] = &[
    Desk { fills: &[("user_id", Fill::User)], ..both("makers") },
    Desk { fills: MAKER, ..both("services") },
    up("social_connections", "platform", &[]),
    Desk { fills: MAKER, ..both("social_links") },
    Desk {
        bin: true,
        places: DRAFT,
        words: &[("kind", &["POST", "VIDEO"]), ("status", &["DRAFT", "PUBLISHED"])],
        fills: MAKER,
        ..both("drafts")
    },
    up("draft_media", "draft_id", &[("device", Place::Device)]),
    up("publications", "id", &[("device", Place::Device)]),
    up("deliveries", "id", &[("detail", Place::State)]),
    Desk { fills: MAKER_AND_USER, ..both("posts") },
    both("post_media"),
    Desk {
        words: &[("platform", &["TIKTOK", "YOUTUBE"]), ("type", &["SHORT", "LONG", "DEMO"])],
        fills: MAKER_AND_USER,
        ..both("videos")
    },
    Desk { way: Way::Down, ..both("video_stats") },
    Desk { way: Way::Down, ..both("post_stats") },
    both("comments"),
];

const DRAFT: &[(&str, Place)] = &[
    ("title", Place::In(&["title"], Empty::Text)),
    ("description", Place::In(&["description"], Empty::Text)),
    ("tags", Place::In(&["tags"], Empty::List)),
    ("video_type", Place::In(&["video_type"], Empty::Nothing)),
    ("targets", Place::In(&["targets"], Empty::List)),
    ("youtube_title", Place::In(&["youtube", "title"], Empty::Nothing)),
    ("youtube_description", Place::In(&["youtube", "description"], Empty::Nothing)),
    ("youtube_privacy", Place::In(&["youtube", "privacy"], Empty::Nothing)),
    ("youtube_made_for_kids", Place::In(&["youtube", "made_for_kids"], Empty::Nothing)),
    ("youtube_synthetic", Place::In(&["youtube", "synthetic"], Empty::Nothing)),
    ("youtube_category_id", Place::In(&["youtube", "category_id"], Empty::Nothing)),
    ("youtube_quiet", Place::In(&["youtube", "quiet"], Empty::No)),
    ("youtube_playlist", Place::In(&["youtube", "playlist"], Empty::Nothing)),
    ("tiktok_caption", Place::In(&["tiktok", "caption"], Empty::Nothing)),
    ("tiktok_privacy", Place::In(&["tiktok", "privacy"], Empty::Nothing)),
    ("tiktok_allow_comment", Place::In(&["tiktok", "allow_comment"], Empty::No)),
    ("tiktok_allow_duet", Place::In(&["tiktok", "allow_duet"], Empty::No)),
    ("tiktok_allow_stitch", Place::In(&["tiktok", "allow_stitch"], Empty::No)),
    ("tiktok_commercial", Place::In(&["tiktok", "commercial"], Empty::No)),
    ("tiktok_your_brand", Place::In(&["tiktok", "your_brand"], Empty::No)),
    ("tiktok_branded_content", Place::In(&["tiktok", "branded_content"], Empty::No)),
    ("tiktok_ai_generated", Place::In(&["tiktok", "ai_generated"], Empty::Nothing)),
    ("tiktok_to_inbox", Place::In(&["tiktok", "to_inbox"], Empty::No)),
    ("tiktok_cover_at_ms", Place::In(&["tiktok", "cover_at_ms"], Empty::Nothing)),
    ("schedule", Place::In(&["schedule"], Empty::Nothing)),
    ("youtube_schedule", Place::In(&["youtube", "schedule"], Empty::Nothing)),
    ("tiktok_schedule", Place::In(&["tiktok", "schedule"], Empty::Nothing)),
];

/// The desk's table of that name.
pub(crate) fn desk(name: &str) -> Option<&'static Desk> {
    DESK.iter().find(|d| d.name == name)
}

impl Desk {
    /// The registry's columns.
    pub(crate) fn columns(&self) -> &'static [registry::Column] {
        registry::table(self.name).map_or(&[], |t| t.columns)
    }

    pub(crate) fn place(&self, column: &str) -> Place {
        self.places.iter().find(|(name, _)| *name == column).map_or(Place::Column, |(_, place)| *place)
    }

    /// The columns of the desk's table that hold something that travels, each once.
    pub(crate) fn stored(&self) -> Vec<&'static str> {
        let mut stored = Vec::new();
        for column in self.columns() {
            let name = match self.place(column.name) {
                Place::Column | Place::State => column.name,
                Place::In(..) => "fields",
                Place::Device => continue,
            };
            if !stored.contains(&name) {
                stored.push(name);
            }
        }
        stored
    }

    /// Those of them that an edit here may change.
    pub(crate) fn written(&self) -> Vec<&'static str> {
        let down = |name: &str| self.columns().iter().any(|c| c.name == name && c.owner == Owner::Backend);
        self.stored().into_iter().filter(|name| !down(name)).collect()
    }

    /// What a row of the desk says in the registry's columns. `raw` holds the stored columns.
    pub(crate) fn read(&self, raw: &Map<String, Value>, device: &str) -> Doc {
        let fields = raw.get("fields").and_then(Value::as_str).and_then(|text| serde_json::from_str(text).ok());
        let fields: Value = fields.unwrap_or_default();
        let mut doc = Doc::new();
        for column in self.columns() {
            let value = match self.place(column.name) {
                Place::Device => Value::from(device),
                Place::In(path, empty) => {
                    let found = path.iter().try_fold(&fields, |at, key| at.get(key)).filter(|v| !v.is_null());
                    found.cloned().unwrap_or_else(|| empty.value())
                }
                place => {
                    let stored = raw.get(column.name).cloned().unwrap_or_default();
                    let value = from_stored(column.kind, stored);
                    if place == Place::State { without_words(value) } else { value }
                }
            };
            if !value.is_null() {
                doc.insert(column.name.to_owned(), value);
            }
        }
        if self.bin && doc.get("status").and_then(Value::as_str) == Some("DELETED") {
            doc.insert("status".into(), "DRAFT".into());
            doc.insert(DELETED.into(), true.into());
        }
        doc
    }

    /// What the desk's table holds for `doc`: the stored columns, over those that are there now. `None` when there is no
    /// way to write the row here.
    pub(crate) fn write(&self, doc: &Doc, now: Option<&Map<String, Value>>) -> Option<Map<String, Value>> {
        let mut row = Map::new();
        for column in self.columns() {
            let fits = self.fits(column, doc.get(column.name));
            let value = doc.get(column.name).filter(|_| fits).cloned().unwrap_or_default();
            match self.place(column.name) {
                Place::In(..) => {}
                Place::Column | Place::State | Place::Device => {
                    let kept = if fits { None } else { now.and_then(|n| n.get(column.name)) };
                    let stored = kept.cloned().unwrap_or_else(|| to_stored(column.kind, value));
                    if stored.is_null() && column.required {
                        return None;
                    }
                    row.insert(column.name.to_owned(), stored);
                }
            }
        }
        if self.places.iter().any(|(_, place)| matches!(place, Place::In(..))) {
            row.insert("fields".into(), self.fields(doc, now).into());
        }
        if self.bin && is_deleted(doc) {
            row.insert("status".into(), "DELETED".into());
        }
        Some(row)
    }

    /// The document `fields` of a row that says `doc`, over what is in the one that is there now.
    pub(crate) fn fields(&self, doc: &Doc, now: Option<&Map<String, Value>>) -> String {
        let mut fields: Value =
            now.and_then(|n| n.get("fields")?.as_str()).and_then(|t| serde_json::from_str(t).ok()).unwrap_or_default();
        for column in self.columns() {
            if let Place::In(path, _) = self.place(column.name) {
                let value = doc.get(column.name).filter(|value| self.fits(column, Some(value)));
                set(&mut fields, path, value.cloned().unwrap_or_default());
            }
        }
        fields.to_string()
    }

    /// Whether a value can be written here: of its kind, and of the words this version knows.
    pub(crate) fn fits(&self, column: &registry::Column, value: Option<&Value>) -> bool {
        let Some(value) = value.filter(|v| !v.is_null()) else { return true };
        let of_its_kind = match column.kind {
            Kind::Text => value.is_string(),
            Kind::Integer | Kind::Time => value.is_i64(),
            Kind::Real => value.is_number(),
            Kind::Bool => value.is_boolean(),
            Kind::Id => value.as_str().is_some_and(|text| uuid::Uuid::parse_str(text).is_ok()),
            Kind::Json => true,
        };
        let known = self.words.iter().find(|(name, _)| *name == column.name);
        let of_its_words = known.is_none_or(|(_, words)| value.as_str().is_some_and(|word| words.contains(&word)));
        let of_its_length =
            (self.name, column.name) != ("makers", "country") || value.as_str().is_some_and(|c| c.chars().count() == 2);
        let readable = match self.place(column.name) {
            Place::In(path, _) => {
                let mut alone = Value::default();
                set(&mut alone, path, value.clone());
                serde_json::from_value::<DraftFields>(alone).is_ok()
            }
            Place::Column | Place::State | Place::Device => true,
        };
        of_its_kind && of_its_words && of_its_length && readable
    }

    /// Whether the value of a column here says the same as what the backend said: a document without a key says what
    /// the key's default says, and a value that cannot be written here is as good as none.
    pub(crate) fn same(&self, column: &registry::Column, here: Option<&Value>, there: Option<&Value>) -> bool {
        let fits = self.fits(column, there);
        let place = self.place(column.name);
        if !fits && place == Place::Column {
            return true;
        }
        let there = there.filter(|v| fits && !v.is_null()).cloned().unwrap_or_else(|| match place {
            Place::In(_, empty) => empty.value(),
            Place::Column | Place::State | Place::Device => Value::Null,
        });
        let here = here.cloned().unwrap_or_default();
        match (column.kind, here.as_f64(), there.as_f64()) {
            (Kind::Real, Some(here), Some(there)) => here == there,
            _ => here == there,
        }
    }
}

/// Whether a row is deleted.
pub(crate) fn is_deleted(doc: &Doc) -> bool {
    doc.get(DELETED).and_then(Value::as_bool) == Some(true)
}

impl Empty {
    fn value(self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::No => Value::Bool(false),
            Self::List => Value::Array(Vec::new()),
            Self::Text => Value::String(String::new()),
        }
    }
}

fn from_stored(kind: Kind, stored: Value) -> Value {
    match kind {
        Kind::Bool => stored.as_i64().map_or(Value::Null, |n| Value::Bool(n != 0)),
        Kind::Json => stored.as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default(),
        Kind::Text | Kind::Integer | Kind::Real | Kind::Time | Kind::Id => stored,
    }
}

fn to_stored(kind: Kind, value: Value) -> Value {
    match (kind, value) {
        (_, Value::Null) => Value::Null,
        (Kind::Bool, value) => Value::from(i64::from(value.as_bool() == Some(true))),
        (Kind::Json, value) => Value::String(value.to_string()),
        (_, value) => value,
    }
}

fn without_words(mut state: Value) -> Value {
    if let Some(reason) = state.get_mut("reason").and_then(Value::as_object_mut) {
        reason.remove("platform_words");
        reason.remove("noted");
    }
    state
}

/// Sets the value at `path` of a document, or takes it away.
fn set(document: &mut Value, path: &[&str], value: Value) {
    let Some((last, way)) = path.split_last() else { return };
    let mut at = document;
    for key in way {
        if !at.is_object() {
            *at = Value::Object(Map::new());
        }
        let Some(object) = at.as_object_mut() else { return };
        at = object.entry(*key).or_insert_with(|| Value::Object(Map::new()));
    }
    if !at.is_object() {
        *at = Value::Object(Map::new());
    }
    let Some(object) = at.as_object_mut() else { return };
    if value.is_null() {
        object.remove(*last);
    } else {
        object.insert((*last).to_owned(), value);
    }
}
