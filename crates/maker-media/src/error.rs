//! Why a file is not a video we can publish, in the maker's words.

use std::io;

use maker_domain::reason::ReasonCode;
use maker_words::{One, say};

/// What stands in the way. Each text says what it is and what to do next.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// Nothing is at this path.
    #[error("{}", say!("media-missing"))]
    Missing,
    /// A folder.
    #[error("{}", say!("media-folder"))]
    Directory,
    /// A pipe, device or socket: reading it might never end.
    #[error("{}", say!("media-no-file"))]
    NotAFile,
    /// Zero bytes.
    #[error("{}", say!("media-empty"))]
    Empty,
    /// By its content something else than a video we can publish.
    #[error("{}", not_a_video(what))]
    NotAVideo {
        /// What it is, with its article: "an AVI", "a picture", "a text file".
        what: String,
    },
    /// The right container, but damaged.
    #[error("{}", broken(container, *how))]
    Broken {
        /// The container's name, such as "MP4".
        container: &'static str,
        /// What is wrong with it.
        how: Damage,
    },
    /// The system refuses, or the disk fails.
    #[error("{}", say!("media-unreadable"))]
    Unreadable {
        /// The system's own words, for the log.
        #[source]
        source: io::Error,
    },
    /// No longer the file that was chosen.
    #[error("{}", changed(*what))]
    Changed {
        /// What differs first.
        what: ChangedWhat,
    },
}

/// What is wrong with a damaged video.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The file ends before its own header says it does.
    CutShort,
    /// Nothing in it says where the pictures are: a recording that was never finished.
    NoIndex,
    /// The header contradicts itself.
    Nonsense,
}

/// What differs from the file that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedWhat {
    /// Its size in bytes.
    Size,
    /// The time of its last change.
    Time,
    /// Its content, with size and time the same.
    Content,
}

impl MediaError {
    /// The code a stopped delivery keeps. What is not a usable video is a change, since a video was there when it was chosen.
    #[must_use]
    pub const fn reason(&self) -> ReasonCode {
        match self {
            Self::Missing => ReasonCode::FileMissing,
            Self::Unreadable { .. } => ReasonCode::FileUnreadable,
            Self::Directory
            | Self::NotAFile
            | Self::Empty
            | Self::NotAVideo { .. }
            | Self::Broken { .. }
            | Self::Changed { .. } => ReasonCode::FileChanged,
        }
    }

    pub(crate) fn not_a_video(what: &str) -> Self {
        Self::NotAVideo { what: what.to_owned() }
    }
}

impl From<io::Error> for MediaError {
    fn from(source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::IsADirectory => Self::Directory,
            _ => Self::Unreadable { source },
        }
    }
}

fn not_a_video(what: &str) -> String {
    if crate::sniff::OTHER_VIDEOS.contains(&what) {
        say!("media-other-video", what = in_words(what))
    } else {
        say!("media-no-video", what = in_words(what))
    }
}

/// What a file is, in the language that is spoken.
pub(crate) fn in_words(what: &str) -> String {
    let kind = what.to_lowercase().replace(' ', "-");
    say!("media-what", kind = One(&kind))
}

fn changed(what: ChangedWhat) -> String {
    match what {
        ChangedWhat::Size => say!("media-other-size"),
        ChangedWhat::Time => say!("media-saved-again"),
        ChangedWhat::Content => say!("media-other-content"),
    }
}

fn broken(container: &str, how: Damage) -> String {
    match how {
        Damage::CutShort => say!("media-cut-short", container = container),
        Damage::NoIndex => say!("media-no-index", container = container),
        Damage::Nonsense => say!("media-nonsense", container = container),
    }
}
