//! Every table that travels between devices and the backend, with its columns: who may write each, and how two edits that
//! did not know of each other become one. Both sides build what they do from this list; a column that is not here does not
//! leave the device.
//!
//! No column is a token, a path or an upload address: those have no place to go to.

/// What a value is. Columns may also hold nothing (JSON `null`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text in Unicode.
    Text,
    /// A whole number that JSON carries exactly (below 2^53).
    Integer,
    /// A finite number.
    Real,
    /// Yes or no.
    Bool,
    /// UTC milliseconds since 1970.
    Time,
    /// A UUID, hyphenated.
    Id,
    /// A list or table that is replaced as a whole.
    Json,
}

/// How two concurrent values become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    /// One is live, the other is kept as an alternative.
    Scalar,
    /// Word by word against the version both came from; where that is impossible as [`Merge::Scalar`].
    Text,
    /// Machines write it: the later one is live, the other goes to the history.
    Latest,
    /// Set when the row is made and never again.
    Immutable,
}

/// Who may write a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The members of the workspace, by their devices.
    Member,
    /// The backend only: it comes down and never goes up.
    Backend,
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name on both sides.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// How it is merged.
    pub merge: Merge,
    /// Who may write it.
    pub owner: Owner,
    /// An op that makes a row carries it.
    pub required: bool,
    /// The first schema that has it.
    pub since: u16,
}

/// One table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name on both sides.
    pub name: &'static str,
    /// Its columns, without the id and the workspace.
    pub columns: &'static [Column],
    /// The first schema that has it.
    pub since: u16,
}

impl Table {
    /// The column of that name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|c| c.name == name)
    }

    /// The columns without which no row can be made.
    pub fn required(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().filter(|c| c.required)
    }
}

/// The table of that name.
#[must_use]
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|t| t.name == name)
}

const fn column(name: &'static str, kind: Kind, merge: Merge) -> Column {
    Column { name, kind, merge, owner: Owner::Member, required: false, since: 1 }
}
const fn scalar(name: &'static str, kind: Kind) -> Column {
    column(name, kind, Merge::Scalar)
}
const fn text(name: &'static str) -> Column {
    column(name, Kind::Text, Merge::Text)
}
const fn latest(name: &'static str, kind: Kind) -> Column {
    column(name, kind, Merge::Latest)
}
const fn fixed(name: &'static str, kind: Kind) -> Column {
    Column { required: true, ..column(name, kind, Merge::Immutable) }
}
const fn required(column: Column) -> Column {
    Column { required: true, ..column }
}
const fn down(name: &'static str, kind: Kind) -> Column {
    Column { owner: Owner::Backend, ..latest(name, kind) }
}
const fn since(schema: u16, column: Column) -> Column {
    Column { since: schema, ..column }
}
const fn since_second(name: &'static str) -> Column {
    since(2, scalar(name, Kind::Json))
}
const CREATED: Column = fixed("created_at", Kind::Time);
const UPDATED: Column = required(latest("updated_at", Kind::Time));

const fn since_first(name: &'static str, columns: &'static [Column]) -> Table {
    Table { name, columns, since: 1 }
}

/// All of them. A row's id is its key; the workspace is the path it travels on. The row of `makers` has the workspace's
/// own id, that of `draft_media` its draft's, those of `video_stats` and `post_stats` the video's or post's, and that of
/// `social_connections` the UUIDv5 of its platform's name in the workspace, so that two devices make the same row.
/// A `device` is the name people gave the device that has the file: the others show it beside what they cannot open.
pub const TABLES: &[Table] = &[
    since_first(
        "makers",
        &[
            required(scalar("name", Kind::Text)),
            text("bio"),
            scalar("country", Kind::Text),
            since(3, scalar("picture", Kind::Text)),
            CREATED,
            UPDATED,
        ],
    ),
    since_first(
        "services",
        &[
            required(scalar("title", Kind::Text)),
            text("description"),
            required(scalar("price", Kind::Real)),
            required(scalar("currency", Kind::Text)),
            required(scalar("type", Kind::Text)),
            scalar("position", Kind::Text),
            scalar("hidden", Kind::Bool),
            CREATED,
            UPDATED,
        ],
    ),
    since_first(
        "social_connections",
        &[
            fixed("platform", Kind::Text),
            latest("scope", Kind::Text),
            latest("expires_at", Kind::Time),
            required(latest("account_id", Kind::Text)),
            required(latest("account_name", Kind::Text)),
            latest("avatar_url", Kind::Text),
            required(latest("status", Kind::Text)),
            CREATED,
            UPDATED,
        ],
    ),
    since_first(
        "social_links",
        &[
            required(scalar("platform", Kind::Text)),
            required(scalar("url", Kind::Text)),
            scalar("position", Kind::Text),
            CREATED,
            UPDATED,
        ],
    ),
    since_first(
        "drafts",
        &[
            fixed("kind", Kind::Text),
            required(scalar("status", Kind::Text)),
            required(scalar("title", Kind::Text)),
            required(text("description")),
            scalar("tags", Kind::Json),
            scalar("video_type", Kind::Text),
            scalar("targets", Kind::Json),
            scalar("youtube_title", Kind::Text),
            text("youtube_description"),
            scalar("youtube_privacy", Kind::Text),
            scalar("youtube_made_for_kids", Kind::Bool),
            scalar("youtube_synthetic", Kind::Bool),
            scalar("youtube_category_id", Kind::Text),
            scalar("youtube_quiet", Kind::Bool),
            scalar("youtube_playlist", Kind::Json),
            text("tiktok_caption"),
            scalar("tiktok_privacy", Kind::Text),
            scalar("tiktok_allow_comment", Kind::Bool),
            scalar("tiktok_allow_duet", Kind::Bool),
            scalar("tiktok_allow_stitch", Kind::Bool),
            scalar("tiktok_commercial", Kind::Bool),
            scalar("tiktok_your_brand", Kind::Bool),
            scalar("tiktok_branded_content", Kind::Bool),
            scalar("tiktok_ai_generated", Kind::Bool),
            scalar("tiktok_to_inbox", Kind::Bool),
            scalar("tiktok_cover_at_ms", Kind::Integer),
            since_second("schedule"),
            since_second("youtube_schedule"),
            since_second("tiktok_schedule"),
            CREATED,
            UPDATED,
        ],
    ),
    since_first(
        "draft_media",
        &[
            required(latest("file_name", Kind::Text)),
            required(latest("facts", Kind::Json)),
            latest("device", Kind::Text),
            UPDATED,
        ],
    ),
    since_first(
        "publications",
        &[
            column("draft_id", Kind::Id, Merge::Immutable),
            fixed("title", Kind::Text),
            fixed("type", Kind::Text),
            fixed("file_name", Kind::Text),
            fixed("facts", Kind::Json),
            column("device", Kind::Text, Merge::Immutable),
            CREATED,
        ],
    ),
    since_first(
        "deliveries",
        &[
            fixed("publication_id", Kind::Id),
            fixed("platform", Kind::Text),
            required(latest("state", Kind::Text)),
            required(latest("detail", Kind::Json)),
            latest("remote_id", Kind::Text),
            fixed("total_bytes", Kind::Integer),
            CREATED,
            UPDATED,
        ],
    ),
    since_first("posts", &[required(text("content")), scalar("images", Kind::Json), CREATED, UPDATED]),
    since_first(
        "post_media",
        &[
            fixed("post_id", Kind::Id),
            fixed("image", Kind::Text),
            fixed("content_type", Kind::Text),
            scalar("alt", Kind::Text),
            required(scalar("position", Kind::Text)),
            CREATED,
        ],
    ),
    since_first(
        "videos",
        &[
            required(latest("title", Kind::Text)),
            latest("description", Kind::Text),
            required(latest("url", Kind::Text)),
            latest("thumbnail_url", Kind::Text),
            latest("duration", Kind::Real),
            fixed("platform", Kind::Text),
            required(latest("type", Kind::Text)),
            CREATED,
            UPDATED,
        ],
    ),
    since_first(
        "video_stats",
        &[down("views", Kind::Integer), down("likes", Kind::Integer), down("as_of", Kind::Time)],
    ),
    since_first("post_stats", &[down("likes", Kind::Integer), down("as_of", Kind::Time)]),
    since_first(
        "comments",
        &[
            down("video_id", Kind::Id),
            down("author", Kind::Text),
            down("content", Kind::Text),
            down("created_at", Kind::Time),
            scalar("hidden", Kind::Bool),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_is_there_once_and_is_plain() {
        let plain = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && !name.starts_with('_');
        let tables: BTreeSet<_> = TABLES.iter().map(|t| t.name).collect();
        assert_eq!(tables.len(), TABLES.len());
        for table in TABLES {
            let columns: BTreeSet<_> = table.columns.iter().map(|c| c.name).collect();
            assert_eq!(columns.len(), table.columns.len(), "{}", table.name);
            assert!(plain(table.name) && columns.iter().all(|c| plain(c)), "{}", table.name);
        }
    }

    #[test]
    fn f64_no_column_could_carry_a_secret_or_a_place_on_the_disk() {
        for column in TABLES.iter().flat_map(|t| t.columns) {
            for word in ["token", "secret", "password", "path", "address", "session"] {
                assert!(!column.name.contains(word), "{}", column.name);
            }
        }
    }

    #[test]
    fn only_text_is_merged_as_text() {
        let wrong = |c: &&Column| c.merge == Merge::Text && c.kind != Kind::Text;
        assert_eq!(TABLES.iter().flat_map(|t| t.columns).find(wrong), None);
    }
}
