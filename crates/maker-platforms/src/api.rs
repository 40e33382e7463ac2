//! The promise every platform keeps: the trait, and what goes in and out of it.
//!
//! No type here is a platform's own. A session's address is a capability and lives in a secret type; offsets are only
//! ever the platform's word.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::check::CreatorInfo;
use maker_domain::connection::Account;
use maker_domain::delivery::{Stage, Wait};
use maker_domain::draft::YoutubePrivacy;
use maker_domain::followup::{PlaylistChoice, StepKind};
use maker_domain::post::Post;
use maker_domain::reason::Reason;
use maker_domain::secret::AccessToken;
use maker_words::say;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::{Traffic, traffic};

/// A platform that takes videos.
///
/// The order of an upload: [`open`](Self::open), then [`next_range`](Self::next_range) and [`send`](Self::send) until
/// [`Standing::Complete`], then [`follow`](Self::follow). After any unclear end [`ask`](Self::ask) comes first. Once the
/// video is there, [`do_step`](Self::do_step) does what belongs to it.
#[async_trait]
pub trait PlatformApi: Send + Sync {
    /// Which one it is.
    fn platform(&self) -> Platform;

    /// The scopes an upload of `post` needs, to be compared with those granted.
    fn upload_scopes(&self, post: &Post) -> &'static [&'static str];

    /// Whose token it is.
    ///
    /// # Errors
    /// [`ApiError`]; `Refused` with `NoChannel` for a Google account without a channel.
    async fn account(&self, token: &AccessToken) -> Result<Account, ApiError>;

    /// What the account may do now; `None` where the platform has no such thing.
    ///
    /// # Errors
    /// [`ApiError`]; `NotBefore` when the account may not post now.
    async fn creator_info(&self, token: &AccessToken, now: DateTime<Utc>) -> Result<Option<CreatorInfo>, ApiError>;

    /// Announces the video and gets the address for its bytes. Nothing is live after it.
    ///
    /// # Errors
    /// [`ApiError`]; `Refused` when the platform does not accept the post, `Odd` for an address on a foreign host.
    async fn open(
        &self,
        token: &AccessToken,
        post: &Post,
        file: &FileInfo,
        now: DateTime<Utc>,
    ) -> Result<Session, ApiError>;

    /// Asks what the platform has. Never sends bytes.
    ///
    /// # Errors
    /// [`ApiError`]
    async fn ask(&self, token: &AccessToken, session: &Session, now: DateTime<Utc>) -> Result<Standing, ApiError>;

    /// How long the platform takes bytes of one upload, from its opening; `None` where it sets no such time.
    fn upload_window(&self) -> Option<Duration> {
        None
    }

    /// Which bytes go next when `stored` are there; `None` when all are. Begins below `stored` where a platform takes
    /// whole chunks only.
    fn next_range(&self, session: &Session, stored: u64) -> Option<Range<u64>>;

    /// Sends one range. `body` must give exactly the range's bytes; it is watched while it is read, and a line that
    /// takes no byte and gives no answer for [`crate::Patience::stall`] is given up as `Network`. Time in which `body`
    /// itself has nothing ready (a speed limit, a slow disk) does not count. An error of `body` ends in `Network` too.
    ///
    /// # Errors
    /// [`ApiError`]; after `Network` and `Busy` the outcome is unknown until [`ask`](Self::ask).
    async fn send(
        &self,
        token: &AccessToken,
        session: &Session,
        range: Range<u64>,
        body: reqwest::Body,
        now: DateTime<Utc>,
    ) -> Result<Standing, ApiError>;

    /// How the video is doing on the platform once every byte is there. `remote_id` is what `Complete` gave.
    ///
    /// # Errors
    /// [`ApiError`]; none of them means that the video is not live.
    async fn follow(
        &self,
        token: &AccessToken,
        remote_id: &str,
        post: &Post,
        now: DateTime<Utc>,
    ) -> Result<Following, ApiError>;

    /// The pause before `follow` is asked again, after it was asked `asked` times and answered `stage`.
    fn follow_pause(&self, asked: u32, stage: Stage) -> Duration;

    /// Tells the platform that the upload is given up. Best effort: a session that is gone or cannot be given up is
    /// no error.
    ///
    /// # Errors
    /// [`ApiError`] when the platform could not be told.
    async fn forget(&self, token: &AccessToken, session: &Session) -> Result<(), ApiError>;

    /// The scopes a step of `kind` needs, to be compared with those granted.
    fn step_scopes(&self, kind: StepKind) -> &'static [&'static str];

    /// Whether a step of `kind` has an effect only once the platform has finished its own versions of the video
    /// (YouTube: a Short's thumbnail is taken before that and then ignored).
    fn waits_for_processing(&self, kind: StepKind) -> bool;

    /// Does one follow-up step for the video `remote_id`. `tried` says that an earlier try may have arrived: then it
    /// looks first, and what is there already is not done twice.
    ///
    /// # Errors
    /// [`ApiError`]; `Refused` for what only the maker can mend: `MissingScope`, `AccountRefused` for a thumbnail on a
    /// channel that is not verified, `DetailsRefused` for a file or playlist the platform does not take. After
    /// `Network`, `Busy` and `Odd` the step may have been done: the next try passes `tried`.
    async fn do_step(
        &self,
        token: &AccessToken,
        remote_id: &str,
        step: &StepWork,
        tried: bool,
        now: DateTime<Utc>,
    ) -> Result<(), ApiError>;

    /// The account's playlists, newest first, at most 200; empty where the platform has none.
    ///
    /// # Errors
    /// [`ApiError`].
    async fn playlists(&self, token: &AccessToken, now: DateTime<Utc>) -> Result<Vec<Playlist>, ApiError>;

    /// What the video at `url`, an address this platform gave, is called in [`numbers`](Self::numbers); `None` for an
    /// address that is no video's.
    fn video_id(&self, url: &str) -> Option<String>;

    /// How many videos one call of [`numbers`](Self::numbers) takes.
    fn numbers_at_once(&self) -> usize;

    /// The scopes [`numbers`](Self::numbers) needs, to be compared with those granted.
    fn numbers_scopes(&self) -> &'static [&'static str];

    /// How often the account's videos `ids`, at most [`numbers_at_once`](Self::numbers_at_once), were seen and liked. One
    /// that is missing in the answer is not there any more, or the platform tells nothing about it.
    ///
    /// # Errors
    /// [`ApiError`]; `NotBefore` when the day's quota for it is used up.
    async fn numbers(
        &self,
        token: &AccessToken,
        ids: &[String],
        now: DateTime<Utc>,
    ) -> Result<Vec<VideoNumbers>, ApiError>;

    /// The same platform, counting what is sent to whom into `traffic`.
    fn counted(&self, traffic: Arc<Traffic>) -> Arc<dyn PlatformApi>;
}

/// A step with its file's bytes, as it goes over the line.
#[derive(Clone, Debug)]
pub enum StepWork {
    /// A picture for the video.
    Thumbnail {
        /// A JPEG or PNG.
        image: Bytes,
    },
    /// A caption track.
    Captions {
        /// BCP 47.
        language: String,
        /// What viewers choose it by; may be empty.
        name: String,
        /// An SRT or VTT file.
        file: Bytes,
    },
    /// A place in a playlist; a new one is made first.
    Playlist {
        /// Which one.
        playlist: PlaylistChoice,
    },
}

/// One of the account's playlists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Playlist {
    /// The platform's id.
    pub id: String,
    /// Its title; what stands beyond 200 characters is cut off.
    pub title: String,
    /// Who may see it, if the platform says so in a word we know.
    pub privacy: Option<YoutubePrivacy>,
}

/// How often a video was seen and liked, as its platform counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VideoNumbers {
    /// The video, as it was asked for.
    pub id: String,
    /// Views; `None` when the platform does not tell.
    pub views: Option<u64>,
    /// Likes; `None` when the platform does not tell, or the maker hides them.
    pub likes: Option<u64>,
}

/// What a platform must know of a file before its bytes come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileInfo {
    /// Size in bytes.
    pub size_bytes: u64,
    /// The container's MIME type ([`maker_domain::media::Container::content_type`]).
    pub content_type: &'static str,
}

/// Where the bytes of one upload go.
#[derive(Clone, Debug)]
pub struct Session {
    /// Whoever has it can write: sealed at rest, never logged.
    pub address: SecretString,
    /// The platform's handle that lives beside the address: TikTok's `publish_id`; `None` on YouTube.
    pub handle: Option<String>,
    /// The size announced for one chunk. The last one may be smaller (YouTube) or larger (TikTok).
    pub chunk_bytes: u64,
    /// The size announced for the whole file.
    pub total_bytes: u64,
    /// The MIME type announced.
    pub content_type: String,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When the platform stops taking bytes, where it says so (TikTok: after an hour).
    pub expires_at: Option<DateTime<Utc>>,
}

impl Session {
    /// The host its bytes go to, as [`Traffic`] names it; no part of the secret.
    #[must_use]
    pub fn host(&self) -> Option<String> {
        Url::parse(self.address.expose_secret()).ok().filter(Url::has_host).map(|url| traffic::host(&url))
    }
}

/// What a platform has of an upload, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The first `bytes` bytes. When that is all of them, the platform has not yet said it is done: ask again.
    Stored {
        /// Count from the start of the file.
        bytes: u64,
    },
    /// Everything; it goes on by itself.
    Complete {
        /// What [`PlatformApi::follow`] takes: a YouTube video id, a TikTok `publish_id`.
        remote_id: String,
    },
    /// The session exists no more; nothing came of it.
    Gone,
    /// The platform has given the upload up.
    Failed {
        /// Why.
        reason: Reason,
    },
}

/// How a video is doing on the platform.
#[derive(Clone, Debug, PartialEq)]
pub enum Following {
    /// Not there yet.
    Processing {
        /// What the platform is at.
        stage: Stage,
    },
    /// There, for the maker's eyes only, until the platform makes it public by itself.
    Scheduled {
        /// When.
        at: DateTime<Utc>,
    },
    /// Confirmed.
    Published(PublishedVideo),
    /// The platform did not make a video of it, or took it down.
    Failed {
        /// Why.
        reason: Reason,
    },
}

/// A confirmed video.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedVideo {
    /// Its address, or the account's page when `exact` is false.
    pub url: String,
    /// Whether `url` is the video's own address.
    pub exact: bool,
    /// Address of a still, if the platform told one.
    pub thumbnail_url: Option<String>,
    /// Length in seconds, if the platform told it.
    pub duration_s: Option<f64>,
    /// The title as the platform keeps it.
    pub title: Option<String>,
}

/// Why a call gave no answer to use. Each variant is a different next step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// No answer, or it broke off: the outcome is unknown. Ask, then go on.
    #[error("{}", say!("api-network"))]
    Network {
        /// No connection could be made at all, so nothing was sent.
        offline: bool,
    },
    /// The platform or something on the way cannot answer now (408, 425, 429, 5xx, a page instead of an answer).
    #[error("{}", say!("api-busy"))]
    Busy {
        /// The least pause the platform asked for, never more than an hour.
        retry_after: Option<Duration>,
    },
    /// The access token is not accepted: refresh it and go on.
    #[error("{}", say!("api-token"))]
    TokenRejected,
    /// A limit with a known end.
    #[error("{}", say!("api-not-before", until = until.to_string()))]
    NotBefore {
        /// Whose limit.
        why: Wait,
        /// When it ends.
        until: DateTime<Utc>,
    },
    /// The session exists no more: open another one.
    #[error("{}", say!("api-session-gone"))]
    SessionGone,
    /// The platform says no; asking the same again gets the same.
    #[error("{}", say!("api-refused"))]
    Refused {
        /// What the maker can do about it.
        reason: Reason,
    },
    /// The platform does not follow its own protocol. Final for this attempt.
    #[error("{}", say!("api-odd", what = *what))]
    Odd {
        /// What did not fit, without anything the platform sent.
        what: &'static str,
    },
}
