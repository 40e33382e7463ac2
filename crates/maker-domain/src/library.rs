//! The library: everything a maker has published or is writing, and how it is looked through.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Platform, VideoType};

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum EntryKind {
    /// A video that at least one platform has given an address, with all its platforms.
    Video,
    /// A post of the maker's own page.
    Post,
    /// A draft of a video.
    Draft,
}

impl EntryKind {
    /// Every kind, in the order people see them.
    pub const ALL: [Self; 3] = [Self::Video, Self::Post, Self::Draft];

    /// The stored form, such as `VIDEO`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Video => "VIDEO",
            Self::Post => "POST",
            Self::Draft => "DRAFT",
        }
    }

    /// Reads the stored form, whatever its case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(text))
    }
}

/// How an entry stands. A video can be in more than one: published here and stopped on its way there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EntryState {
    /// People can see it somewhere.
    Published,
    /// It is still on its way to another platform.
    OnItsWay,
    /// On its way to another platform it stopped, and waits for the maker.
    NeedsYou,
    /// Nobody can see it yet.
    Draft,
}

impl EntryState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Published, Self::OnItsWay, Self::NeedsYou, Self::Draft];

    /// The stored form, such as `ON_ITS_WAY`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Published => "PUBLISHED",
            Self::OnItsWay => "ON_ITS_WAY",
            Self::NeedsYou => "NEEDS_YOU",
            Self::Draft => "DRAFT",
        }
    }

    /// Reads the stored form, whatever its case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str().eq_ignore_ascii_case(text))
    }
}

/// In which order entries are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum LibraryOrder {
    /// The latest first: by publication, a draft by its last edit.
    #[default]
    Newest,
    /// The other way round.
    Oldest,
    /// By title, capitals and small letters alike.
    Title,
    /// The most viewed first, over all platforms; last what has no views.
    MostViewed,
}

/// Which entries are meant. What is left out leaves everything in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct LibraryFilter {
    /// Words that all have to be in it, the last letters of each may be missing.
    pub text: String,
    /// Entries of this kind.
    pub kind: Option<EntryKind>,
    /// What is there, or is to go there.
    pub platform: Option<Platform>,
    /// Videos of this type.
    pub video_type: Option<VideoType>,
    /// What stands so.
    pub state: Option<EntryState>,
    /// From this day on, in the maker's time zone.
    pub from: Option<NaiveDate>,
    /// Up to this day, which is included.
    pub to: Option<NaiveDate>,
}

/// Where a list goes on: behind the entry with this value in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LibraryPlace {
    /// What the list is ordered by.
    pub value: String,
    /// Among equals.
    pub n: u32,
}
