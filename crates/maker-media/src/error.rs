//! Why a file is not a video we can publish, in the maker's words.

use std::io;

use maker_domain::reason::ReasonCode;

/// What stands in the way. Each text says what it is and what to do next.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// Nothing is at this path.
    #[error("The video is no longer where it was on this computer. Show where it is now.")]
    Missing,
    /// A folder.
    #[error("This is a folder. Open it and drop the video itself here.")]
    Directory,
    /// A pipe, device or socket: reading it might never end.
    #[error("This is not a file but a device or a pipe. Drop a video file here.")]
    NotAFile,
    /// Zero bytes.
    #[error("This file is empty. Export or copy the video again and drop it here.")]
    Empty,
    /// By its content something else than a video we can publish.
    #[error("TikTok and YouTube take MP4, MOV, WebM and MKV. This is {what}: {}.", next_step(what))]
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
    #[error("This computer does not let us read the video. Check the file's permissions or the disk it is on.")]
    Unreadable {
        /// The system's own words, for the log.
        #[source]
        source: io::Error,
    },
    /// No longer the file that was chosen.
    #[error("{what} since it was chosen. Choose the file you want to publish.")]
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

impl std::fmt::Display for ChangedWhat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Size => "The file has another size",
            Self::Time => "The file has been saved again",
            Self::Content => "The file has another content",
        })
    }
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

fn next_step(what: &str) -> &'static str {
    if crate::sniff::OTHER_VIDEOS.contains(&what) {
        "export it as MP4 and drop it here"
    } else {
        "drop the video itself here"
    }
}

fn broken(container: &str, how: Damage) -> String {
    match how {
        Damage::CutShort => {
            format!("This {container} stops in the middle. Copy or export it again to its end and drop it here.")
        }
        Damage::NoIndex => {
            format!("This {container} was never finished: it does not say where its pictures are. Export it again.")
        }
        Damage::Nonsense => format!("The header of this {container} is damaged. Export it again and drop it here."),
    }
}
