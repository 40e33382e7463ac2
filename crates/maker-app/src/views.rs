//! What the window and the command line are shown: plain values made from rows, with every sentence already in the
//! maker's words. Nothing here is stored, and nothing secret can be put in.

mod activity;
mod calendar;
mod connections;
mod data;
mod deliveries;
mod drafts;
mod library;
mod overview;
mod page;
mod posts;
mod settings;
mod snippets;
mod sync;
mod telling;
mod versions;
mod welcome;

pub use activity::{ActivityAbout, ActivityCheck, ActivityEntryView, ActivityView};
pub use calendar::{CalendarItem, CalendarTray, ScheduleView, TrayDraft};
pub use connections::{
    ConnectedAccount, ConnectionView, Disconnected, HelpLink, Right, SignInEnd, SignInOutcome, SignInView, UploadLimit,
};
pub use data::{
    BackupView, DataView, ExportView, ImportView, KeptDatabase, RestoreView, RowError, RowsAdded, RowsView, WorkPart,
    WorkView,
};
pub use deliveries::{
    Action, Deadline, DeliveryProgress, DeliveryView, Group, NumbersView, ShareTarget, StepView, StillView, VideoView,
};
pub use drafts::{
    AddedVideos, AttachmentView, DraftSummary, DraftView, FileView, PlaylistView, RefusedFile, TakenBackView,
};
pub use library::{
    AuditView, EntryDetailsView, EntryFileView, EntryStill, EntryTextView, EntryView, HistoryView, LibraryCounts,
    LibraryView, PlaceView, UsedAgain,
};
pub use overview::{ElsewhereView, KeyringState, KeyringView, Overview};
pub use page::{CountryView, LinkView, ProfileView, ServiceView};
pub use posts::{AddedPictures, PictureStill, PictureView, PostDraftView, PostView, PostsView};
pub use settings::{DoctorLine, DoctorRemedy, Settings, Theme, WindowFacts};
pub use snippets::{PresetView, SnippetView};
pub use sync::{AccountDevice, ConflictView, KeptView, PendingEdit, SyncState, SyncStatus, WriterView};
pub use telling::{DockView, Notice};
pub use versions::{DeletedView, Place, VersionView, VersionsView};
pub use welcome::{Checklist, WelcomeChange, WelcomeStep, WelcomeView};
