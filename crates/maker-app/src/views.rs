//! What the window and the command line are shown: plain values made from rows, with every sentence already in the
//! maker's words. Nothing here is stored, and nothing secret can be put in.

use chrono::{DateTime, Utc};
use maker_domain::check::Finding;
use maker_domain::connection::ConnectionStatus;
use maker_domain::delivery::DeliveryState;
use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::followup::{StepKind, StepState};
use maker_domain::id::{AttachmentId, ConnectionId, DeliveryId, DraftId, PublicationId, SignInId, StepId, VideoId};
use maker_domain::media::MediaFacts;
use maker_domain::reason::Explanation;
use maker_domain::schedule::Slot;
use maker_domain::{Platform, VideoType};
use serde::{Deserialize, Serialize};
use specta::Type;

mod activity;
mod calendar;
mod data;
mod library;
mod page;
mod posts;
mod snippets;
mod sync;
mod telling;
mod versions;
mod welcome;

pub use activity::{ActivityAbout, ActivityCheck, ActivityEntryView, ActivityView};
pub use calendar::{CalendarItem, CalendarTray, ScheduleView, TrayDraft};
pub use data::{
    BackupView, DataView, ExportView, ImportView, KeptDatabase, RestoreView, RowError, RowsAdded, RowsView, WorkPart,
    WorkView,
};
pub use library::{
    AuditView, EntryDetailsView, EntryFileView, EntryStill, EntryTextView, EntryView, HistoryView, LibraryCounts,
    LibraryView, PlaceView, UsedAgain,
};
pub use page::{CountryView, LinkView, ProfileView, ServiceView};
pub use posts::{AddedPictures, PictureStill, PictureView, PostDraftView, PostView, PostsView};
pub use snippets::{PresetView, SnippetView};
pub use sync::{AccountDevice, ConflictView, KeptView, PendingEdit, SyncState, SyncStatus, WriterView};
pub use telling::{DockView, Notice};
pub use versions::{DeletedView, Place, VersionView, VersionsView};
pub use welcome::{Checklist, WelcomeChange, WelcomeStep, WelcomeView};

/// Everything Home shows.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Overview {
    /// Deliveries, newest publication first.
    pub deliveries: Vec<DeliveryView>,
    /// What other devices have on its way, newest first. It is only to be looked at here.
    pub elsewhere: Vec<ElsewhereView>,
    /// Unpublished drafts, last edited first.
    pub drafts: Vec<DraftSummary>,
    /// Since when the network is gone; `None` while it is there.
    pub offline_since: Option<DateTime<Utc>>,
    /// Uploads that go on when the network is back.
    pub waiting_uploads: u32,
    /// The password store.
    pub keyring: KeyringView,
}

/// A delivery that another device works on, as far as is known here.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ElsewhereView {
    /// Its id.
    pub id: DeliveryId,
    /// The device's name; `None` when it did not say.
    pub device: Option<String>,
    /// Where it goes.
    pub platform: Platform,
    /// Title, or the file's name.
    pub title: String,
    /// Where it stood.
    pub state: DeliveryState,
    /// What happened and what to do, when it needs the maker.
    pub explanation: Option<Explanation>,
    /// When it stood there.
    pub as_of: DateTime<Utc>,
}

/// Whether sign-ins can be kept, and the remedy when they cannot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct KeyringView {
    /// How the store stands.
    pub state: KeyringState,
    /// What is the matter and what to do; empty when ready.
    pub message: String,
}

/// How the operating system's password store stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum KeyringState {
    /// Can be read and written.
    Ready,
    /// Runs, but waits for its password.
    Locked,
    /// None runs.
    Unavailable,
}

/// A draft in a list.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DraftSummary {
    /// Its id.
    pub id: DraftId,
    /// Title, or the file's name while there is none.
    pub title: String,
    /// The chosen file's name.
    pub file_name: Option<String>,
    /// A small JPEG as a `data:` address.
    pub still: Option<String>,
    /// Loopback address with Range support, to make a still of. `None` without a window or a file.
    pub preview_url: Option<String>,
    /// Ticked platforms.
    pub targets: Vec<Platform>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
    /// It is the sample, which cannot be published.
    pub sample: bool,
}

/// A draft in the composer.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DraftView {
    /// Its id.
    pub id: DraftId,
    /// What is edited.
    pub fields: DraftFields,
    /// The chosen file.
    pub file: Option<FileView>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
    /// What stands in the way of publishing.
    pub findings: Vec<Finding>,
    /// Thumbnail and captions, in the order they were chosen.
    pub attachments: Vec<AttachmentView>,
    /// The type the videos row will get when the maker chooses none.
    pub predicted_type: Option<VideoType>,
    /// It is the sample, which cannot be published.
    pub sample: bool,
    /// Why it did not go out, where it was taken back to the composer.
    pub taken_back: Option<TakenBackView>,
}

/// Why what was taken back to the composer did not go out.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TakenBackView {
    /// The delivery it was.
    pub delivery: DeliveryId,
    /// Where it was to go.
    pub platform: Platform,
    /// What happened, and what to do.
    pub explanation: Explanation,
    /// The platform's own words.
    pub platform_words: Option<String>,
}

/// The chosen file, without its path.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FileView {
    /// File name.
    pub name: String,
    /// The header's facts.
    pub facts: MediaFacts,
    /// What is wrong with the file now (moved, changed), in the maker's words.
    pub trouble: Option<String>,
    /// Loopback address with Range support, for the preview only. `None` without a window.
    pub preview_url: Option<String>,
    /// A small JPEG as a `data:` address.
    pub still: Option<String>,
}

/// A thumbnail or caption file of a draft, without its path.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AttachmentView {
    /// Its id.
    pub id: AttachmentId,
    /// `THUMBNAIL` or `CAPTIONS`.
    pub kind: StepKind,
    /// File name.
    pub file_name: String,
    /// Captions: BCP 47, such as `en`. Empty for a thumbnail.
    pub language: String,
    /// Captions: what viewers choose them by; may be empty.
    pub name: String,
    /// What is wrong with the file now, in the maker's words.
    pub trouble: Option<String>,
}

/// One of the channel's playlists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PlaylistView {
    /// The platform's id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who may see it, if the platform said so.
    pub privacy: Option<YoutubePrivacy>,
}

/// A follow-up step of a delivery: a row under its row.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct StepView {
    /// Its id.
    pub id: StepId,
    /// What kind.
    pub kind: StepKind,
    /// What it is called, such as `Captions (fr)`.
    pub label: String,
    /// Where it stands.
    pub state: StepState,
    /// What happened and what to do, when it needs the maker.
    pub explanation: Option<Explanation>,
}

/// A time by which an upload must be through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Deadline {
    /// When the platform's address runs out (TikTok: an hour after it was given).
    pub at: DateTime<Utc>,
    /// At this speed it comes too late.
    pub too_slow: bool,
}

/// A small picture of a publication's film.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct StillView {
    /// Whose.
    pub publication_id: PublicationId,
    /// A JPEG as a `data:` address; `None` where there is none.
    pub still: Option<String>,
}

/// One row of the queue.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DeliveryView {
    /// Its id.
    pub id: DeliveryId,
    /// The press of Publish it belongs to.
    pub publication_id: PublicationId,
    /// The draft it came from.
    pub draft_id: Option<DraftId>,
    /// Where it goes.
    pub platform: Platform,
    /// The account it goes to.
    pub account_name: Option<String>,
    /// Title, or the file's name.
    pub title: String,
    /// What kind of video.
    pub video_type: VideoType,
    /// Where it stands.
    pub state: DeliveryState,
    /// Its place in the queue's groups.
    pub group: Group,
    /// What happened and what to do, when it needs the maker or has failed.
    pub explanation: Option<Explanation>,
    /// File size in bytes.
    #[specta(type = f64)]
    pub total_bytes: u64,
    /// Bytes the platform has acknowledged; never falls.
    #[specta(type = f64)]
    pub confirmed_bytes: u64,
    /// Bytes per second, smoothed; `None` when not uploading or before 5 s of data.
    pub speed_bytes_s: Option<f64>,
    /// Seconds left; `None` until it can be told.
    pub left_s: Option<f64>,
    /// By when it must be through, where the platform sets a time.
    pub deadline: Option<Deadline>,
    /// Thumbnail, captions, playlist.
    pub steps: Vec<StepView>,
    /// When it goes out, where the maker chose a time.
    pub schedule: Option<ScheduleView>,
    /// What the maker can do now.
    pub actions: Vec<Action>,
    /// The press of Publish.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

/// The queue's groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Group {
    /// The maker must do something.
    NeedsYou,
    /// Being worked on.
    Now,
    /// Goes on by itself later, or paused.
    Waiting,
    /// Published or ended.
    Done,
}

/// What can be done with a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Action {
    /// Stop for now.
    Pause,
    /// Go on.
    Resume,
    /// Give up.
    Cancel,
    /// Take back a cancel.
    UndoCancel,
    /// Try now.
    Retry,
    /// Do not wait for its time.
    SendNow,
    /// Choose another time.
    MoveTime,
    /// Take it off the list (ended ones).
    Dismiss,
    /// Before the one above it in the queue.
    MoveUp,
    /// After the one below it in the queue.
    MoveDown,
}

/// Progress of one upload, sent at most four times a second.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct DeliveryProgress {
    /// Whose.
    pub id: DeliveryId,
    /// Acknowledged bytes.
    #[specta(type = f64)]
    pub confirmed_bytes: u64,
    /// All bytes.
    #[specta(type = f64)]
    pub total_bytes: u64,
    /// Bytes per second, smoothed.
    pub speed_bytes_s: Option<f64>,
    /// Seconds left.
    pub left_s: Option<f64>,
    /// At this speed it comes too late for the platform's own time limit.
    pub too_slow: bool,
}

/// What came of dropping or choosing files.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AddedVideos {
    /// Drafts made.
    pub drafts: Vec<DraftSummary>,
    /// Files that could not be taken.
    pub refused: Vec<RefusedFile>,
}

/// A file that is no video we can take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RefusedFile {
    /// Its name.
    pub name: String,
    /// What it is and what to do.
    pub message: String,
}

/// A platform on the Connections screen, connected or not.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ConnectionView {
    /// The platform.
    pub platform: Platform,
    /// Whether this copy has a client id for it.
    pub set_up: bool,
    /// Its connection.
    pub connection: Option<ConnectedAccount>,
    /// A sign-in that waits for the browser.
    pub sign_in: Option<SignInView>,
    /// The rights that connecting asks for, and why.
    pub asks: Vec<Right>,
    /// Rights that can be asked for on top (captions and playlists), marked by whether the connection has them.
    pub extras: Vec<Right>,
    /// What the platform takes in a day.
    pub limit: UploadLimit,
}

/// How many uploads a platform takes in a day, and how many were begun on this computer. Others may have begun more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct UploadLimit {
    /// As many may be begun.
    pub uploads: u32,
    /// As many were begun here.
    pub begun: u32,
    /// When it begins anew; `None` where each upload counts for a day of its own.
    pub until: Option<DateTime<Utc>>,
}

/// The connected account.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ConnectedAccount {
    /// Its id.
    pub id: ConnectionId,
    /// Name on the platform.
    pub account_name: String,
    /// How it stands.
    pub status: ConnectionStatus,
    /// Granted and refused rights.
    pub rights: Vec<Right>,
    /// Since when.
    pub connected_at: DateTime<Utc>,
    /// Last use.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When the maker must sign in again at the latest, if the platform says so.
    pub renew_by: Option<DateTime<Utc>>,
}

/// One right, in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Right {
    /// The platform's own name of the scope.
    pub scope: String,
    /// What it lets us do.
    pub means: String,
    /// Granted by the maker; when not, `means` is switched off.
    pub granted: bool,
}

/// A sign-in under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SignInView {
    /// Its id.
    pub id: SignInId,
    /// The platform.
    pub platform: Platform,
    /// The address that was opened in the browser, to be copied when no browser opened.
    pub authorize_url: String,
    /// When we stop waiting.
    pub expires_at: DateTime<Utc>,
}

/// How a sign-in ended.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SignInEnd {
    /// Which.
    pub id: SignInId,
    /// The platform.
    pub platform: Platform,
    /// How.
    pub outcome: SignInOutcome,
    /// One sentence for the maker.
    pub message: String,
}

/// The ways a sign-in ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SignInOutcome {
    /// Connected with every right that was asked.
    Connected,
    /// Connected with every right, to another account than before.
    OtherAccount,
    /// Connected, but some rights were refused.
    ConnectedWithLess,
    /// The maker said no on the platform's page.
    Refused,
    /// The maker cancelled here.
    Cancelled,
    /// Nobody answered in time.
    TimedOut,
    /// The network is gone.
    NoNetwork,
    /// The password store cannot take the tokens.
    Keyring,
    /// The platform refused.
    PlatformRefused,
}

/// What a disconnect did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Disconnected {
    /// The platform.
    pub platform: Platform,
    /// Deliveries that stopped because of it.
    pub stopped: u32,
    /// Whether the platform took the rights back.
    pub revoked: bool,
    /// One or two sentences.
    pub message: String,
    /// The platform's page where the maker can take them back, when we could not.
    pub link: Option<HelpLink>,
}

/// Pages the window may open in the browser: a fixed list, so that nothing else can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum HelpLink {
    /// TikTok's Music Usage Confirmation.
    TiktokMusicUsage,
    /// TikTok's Branded Content Policy.
    TiktokBrandedContent,
    /// Google's list of connected apps.
    GoogleConnections,
    /// TikTok's settings.
    TiktokSettings,
    /// How to create a YouTube channel.
    YoutubeCreateChannel,
}

/// Where a link can be shared to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ShareTarget {
    /// The mail program.
    Email,
    /// WhatsApp.
    Whatsapp,
    /// Telegram.
    Telegram,
    /// X.
    X,
}

/// A published video.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VideoView {
    /// Its id.
    pub id: VideoId,
    /// The delivery that made it, which opens, copies and shares its address.
    pub delivery_id: Option<DeliveryId>,
    /// Title.
    pub title: String,
    /// The platform's address.
    pub url: String,
    /// The platform's picture of it.
    pub thumbnail_url: Option<String>,
    /// Our own small picture as a `data:` address.
    pub still: Option<String>,
    /// Length in seconds.
    pub duration_s: Option<f64>,
    /// Where it is.
    pub platform: Platform,
    /// What kind.
    pub video_type: VideoType,
    /// When it was published.
    pub created_at: DateTime<Utc>,
    /// How often it was seen and liked; `None` until its platform told, and when what it told had to be deleted.
    pub numbers: Option<NumbersView>,
}

/// Views and likes as a platform told them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NumbersView {
    /// When it told them.
    pub as_of: DateTime<Utc>,
    /// Views; `None` when the platform does not tell.
    #[specta(type = Option<f64>)]
    pub views: Option<u64>,
    /// Likes; `None` when the platform does not tell.
    #[specta(type = Option<f64>)]
    pub likes: Option<u64>,
}

/// What the maker has set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// What the window speaks, by its code such as `fr`; `None` = as the system has it.
    pub language: Option<String>,
    /// The maker's time zone by its IANA name; `None` = this computer's.
    pub time_zone: Option<String>,
    /// The first day of a week, 1 for Monday to 7 for Sunday; `None` = as usual where this computer is.
    pub week_start: Option<u8>,
    /// Times of the week at which the maker likes to publish.
    pub slots: Vec<Slot>,
    /// This computer's zone. Read only.
    pub machine_zone: String,
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// One line of the doctor's report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DoctorLine {
    /// What was looked at.
    pub name: String,
    /// Whether it is well.
    pub ok: bool,
    /// What was found; no secret.
    pub found: String,
    /// What to do, when it is not well.
    pub fix: Option<String>,
    /// The button for it, where there is one.
    pub remedy: Option<DoctorRemedy>,
}

/// What a button beside a line of the doctor's does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DoctorRemedy {
    /// Looks once more.
    CheckAgain,
    /// Leads to the connections.
    Connections,
    /// Shows the folder with the configuration file.
    DataFolder,
    /// Makes this the program for its links.
    RegisterLinks,
}

/// What only a window knows of this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
pub struct WindowFacts {
    /// It plays what most cameras make.
    pub plays: bool,
    /// The system brings links to this program; `None` where that cannot be asked.
    pub links: Option<bool>,
}

impl Settings {
    /// The zone that the maker's times are in.
    #[must_use]
    pub fn zone(&self) -> &str {
        self.time_zone.as_deref().unwrap_or(&self.machine_zone)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            language: None,
            time_zone: None,
            week_start: None,
            slots: Vec::new(),
            machine_zone: "UTC".to_owned(),
        }
    }
}
