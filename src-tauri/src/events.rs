//! What the window is told, as typed events.

use maker_app::views::{AddedPictures, AddedVideos, DeliveryProgress, Notice, SignInEnd};
use maker_app::{Studio, StudioEvent};
use maker_domain::id::DeliveryId;
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use tauri_specta::Event;
use tokio::sync::broadcast::error::RecvError;

use crate::desk::PicturePlace;
use crate::outside;

/// Rows of these tables changed: load them again.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct Changed {
    /// Names of tables.
    tables: Vec<String>,
}

/// Uploads moved. At most four a second.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct Progress {
    /// One for each upload that moved.
    items: Vec<DeliveryProgress>,
}

/// Files hang over the window.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct DropHover {
    /// How many look like videos.
    pub(crate) videos: u32,
    /// How many look like pictures, while something that takes them is open.
    pub(crate) pictures: u32,
    /// How many are neither.
    pub(crate) others: u32,
    /// What takes the pictures.
    pub(crate) place: Option<PicturePlace>,
}

/// They are gone again, or were dropped.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct DropLeave {}

/// A line of the system's menu was chosen.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct MenuChosen {
    /// The shortcut that does the same.
    pub(crate) shortcut: String,
}

/// Something is to be told outside the window, which has the words for it.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct NoticeDue(Notice);

/// A notice was clicked.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct NoticeChosen {
    /// What it was about; `None` when that was several.
    pub(crate) delivery: Option<DeliveryId>,
}

/// Files were dropped on the composer of a post.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct PicturesAdded(pub(crate) AddedPictures);

/// A file was dropped on the profile.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct PortraitDropped {
    /// Why it cannot be the maker's picture; `None` when it is.
    pub(crate) refused: Option<String>,
}

/// Files were dropped or chosen.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct VideosAdded(pub(crate) AddedVideos);

/// A sign-in ended.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct SignInEnded(SignInEnd);

/// Passes on what happens in the studio until it is gone.
pub(crate) async fn pass_on(app: AppHandle, studio: &Studio) {
    let mut events = studio.events();
    loop {
        let sent = match events.recv().await {
            Ok(StudioEvent::Changed(tables)) => {
                Changed { tables: tables.into_iter().map(str::to_owned).collect() }.emit(&app)
            }
            Ok(StudioEvent::Progress(items)) => Progress { items }.emit(&app),
            Ok(StudioEvent::SignInEnded(end)) => {
                crate::deep_link::raise(&app);
                SignInEnded(end).emit(&app)
            }
            Ok(StudioEvent::Notice(notice)) => NoticeDue(notice).emit(&app),
            Ok(StudioEvent::Dock(dock)) => {
                outside::show_dock(&app, dock).await;
                Ok(())
            }
            // What was missed is made up for by reading everything again.
            Err(RecvError::Lagged(_)) => {
                Changed { tables: vec!["deliveries".into(), "drafts".into(), "sync".into()] }.emit(&app)
            }
            Err(RecvError::Closed) => return,
        };
        tell(sent);
    }
}

/// An event that could not be sent is noted; the window reads rows again anyway.
pub(crate) fn tell(sent: tauri::Result<()>) {
    if let Err(error) = sent {
        tracing::warn!(%error, "the window could not be told");
    }
}
