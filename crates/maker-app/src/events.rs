//! What the faces are told: that rows changed, how uploads move, how a sign-in ended. Paced, so that a fast line does not
//! keep a window busy.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use maker_delivery::EngineEvent;
use maker_domain::id::DeliveryId;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::studio::Inner;
use crate::views::{DeliveryProgress, DockView, Notice, SignInEnd};

/// Progress and changes go out at most this often: four times a second.
const PACE: Duration = Duration::from_millis(250);

/// How often to look whether another process changed the data.
const LOOK_OUTSIDE: Duration = Duration::from_secs(1);

/// What a face may show of the desk's own.
pub(crate) const EVERYTHING: [&str; 11] = [
    "deliveries",
    "drafts",
    "videos",
    "social_connections",
    "settings",
    "posts",
    "makers",
    "services",
    "social_links",
    "snippets",
    "presets",
];

/// Something a face may want to show.
#[derive(Clone, Debug)]
pub enum StudioEvent {
    /// Rows of these tables changed: read them again.
    Changed(Vec<&'static str>),
    /// Uploads moved.
    Progress(Vec<DeliveryProgress>),
    /// A sign-in ended.
    SignInEnded(SignInEnd),
    /// Worth telling a maker who looks elsewhere.
    Notice(Notice),
    /// Something else is to stand at the dock or taskbar.
    Dock(DockView),
}

/// Gathers what the engine tells and passes it on at a measured pace, until the studio is gone.
pub(crate) async fn relay(studio: Weak<Inner>, mut engine: tokio::sync::broadcast::Receiver<EngineEvent>) {
    let mut tick = interval(PACE);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut moved = false;
    let mut progress: BTreeMap<DeliveryId, DeliveryProgress> = BTreeMap::new();
    loop {
        tokio::select! {
            event = engine.recv() => match event {
                Ok(EngineEvent::Moved(_) | EngineEvent::Network) | Err(RecvError::Lagged(_)) => moved = true,
                Ok(EngineEvent::Progress(p)) => {
                    progress.insert(p.id, view(&p));
                }
                Err(RecvError::Closed) => return,
            },
            _ = tick.tick() => {
                let Some(studio) = studio.upgrade() else { return };
                if std::mem::take(&mut moved) {
                    studio.tell(StudioEvent::Changed(vec!["deliveries", "videos", "social_connections"]));
                }
                if !progress.is_empty() {
                    let items = std::mem::take(&mut progress).into_values().collect();
                    studio.tell(StudioEvent::Progress(items));
                }
            }
        }
    }
}

pub(crate) fn view(progress: &maker_delivery::Progress) -> DeliveryProgress {
    DeliveryProgress {
        id: progress.id,
        confirmed_bytes: progress.confirmed_bytes,
        total_bytes: progress.total_bytes,
        speed_bytes_s: progress.speed_bytes_s,
        left_s: progress.left_s,
        too_slow: progress.too_slow,
    }
}

/// Looks for changes by other processes, such as the command line beside an open window.
pub(crate) async fn watch_outside(studio: Weak<Inner>) {
    let mut before = None;
    let mut next = Instant::now();
    loop {
        next += LOOK_OUTSIDE;
        tokio::time::sleep_until(next).await;
        let Some(studio): Option<Arc<Inner>> = studio.upgrade() else { return };
        let Ok(now) = studio.store.pulse().await else { continue };
        if before.replace(now).is_some_and(|then| then != now) {
            studio.tell(StudioEvent::Changed(EVERYTHING.to_vec()));
        }
    }
}
