//! What can be looked at: a maker, one of their lists, a video with what is said about it.

use maker_words::Language;
use uuid::Uuid;

use super::cursor::Cursor;

/// At most so many rows on a page, whatever is asked for.
pub(super) const MOST: u32 = 100;

/// One of a maker's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum List {
    Services,
    Links,
    Posts,
    Videos,
}

impl List {
    pub(super) const ALL: [Self; 4] = [Self::Services, Self::Videos, Self::Posts, Self::Links];

    /// Its name in addresses.
    pub(super) fn slug(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Links => "links",
            Self::Posts => "posts",
            Self::Videos => "videos",
        }
    }

    /// The list of that name.
    pub(super) fn of(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.slug() == slug)
    }

    /// Whether it is sorted by time, and not by what the maker says.
    pub(super) fn is_by_time(self) -> bool {
        matches!(self, Self::Posts | Self::Videos)
    }

    /// How many rows a page has unless somebody asks for more or fewer.
    pub(super) fn usual(self) -> u32 {
        match self {
            Self::Services | Self::Links => 20,
            Self::Posts => 10,
            Self::Videos => 12,
        }
    }
}

/// Comments on a page.
pub(super) const COMMENTS: u32 = 20;

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Slice {
    pub(super) after: Option<Cursor>,
    /// 1 to [`MOST`].
    pub(super) limit: u32,
}

impl Slice {
    /// The first so many.
    pub(super) fn first(limit: u32) -> Self {
        Self { after: None, limit }
    }
}

/// What of a maker.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum What {
    /// Everything, with the first page of each list.
    Whole,
    List(List, Slice),
    /// A video and its comments.
    Video(Uuid, Slice),
}

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    Json,
    /// A page for people, in their language.
    Html(Language),
}

impl Form {
    /// The headers by which one address has several answers.
    pub(super) fn varies_by(self) -> &'static str {
        match self {
            Self::Json => "accept-encoding",
            Self::Html(_) => "accept-encoding, accept-language",
        }
    }
}

/// A page that somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    pub(super) maker: Uuid,
    pub(super) what: What,
    pub(super) form: Form,
}
