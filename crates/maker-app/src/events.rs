//! What the faces are told: that rows changed, how uploads move, how a sign-in ended. Paced, so that a fast line does not
//! keep a window busy.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use maker_delivery::EngineEvent;
use maker_domain::id::DeliveryId;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;

use crate::studio::{Face, Inner};
use crate::views::{DeliveryProgress, DockView, Notice, SignInEnd};

/// Progress and changes reach a window at most this often: four times a second. A script that waits wants to go on: the
/// command line is told of each at once.
pub(crate) const fn pace(face: Face) -> Duration {
    match face {
        Face::Window => Duration::from_millis(250),
        Face::CommandLine => Duration::ZERO,
    }
}

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

/// Gathers what the engine tells and passes it to `tell`: at once where nothing was told within `pace`, else as soon as
/// that is over. Ends with the engine, or when `tell` says that nobody is there.
pub(crate) async fn relay(mut engine: Receiver<EngineEvent>, pace: Duration, tell: impl Fn(StudioEvent) -> bool) {
    let mut next = Instant::now();
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
            () = tokio::time::sleep_until(next), if moved || !progress.is_empty() => {
                next = Instant::now() + pace;
                let change = std::mem::take(&mut moved)
                    .then(|| StudioEvent::Changed(vec!["deliveries", "videos", "social_connections"]));
                let items: Vec<_> = std::mem::take(&mut progress).into_values().collect();
                let way = (!items.is_empty()).then_some(StudioEvent::Progress(items));
                if !change.into_iter().chain(way).all(&tell) {
                    return;
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

#[cfg(test)]
mod tests {
    use tokio::sync::{broadcast, mpsc};

    use super::*;

    const WINDOW: Duration = pace(Face::Window);

    fn relayed(pace: Duration) -> (broadcast::Sender<EngineEvent>, mpsc::UnboundedReceiver<Instant>) {
        let (engine, heard) = broadcast::channel(16);
        let (told, telling) = mpsc::unbounded_channel();
        tokio::spawn(relay(heard, pace, move |event| {
            assert!(matches!(event, StudioEvent::Changed(_)), "{event:?}");
            told.send(Instant::now()).is_ok()
        }));
        (engine, telling)
    }

    #[tokio::test(start_paused = true)]
    async fn a_window_hears_of_a_change_at_once_and_of_many_together() {
        let (engine, mut told) = relayed(WINDOW);
        let began = Instant::now();
        let mut at = async |changes: usize| {
            for _ in 0..changes {
                engine.send(EngineEvent::Network).unwrap();
            }
            told.recv().await.unwrap() - began
        };
        // The clock stands still while anything can go on, so these are exact to its millisecond.
        assert!(at(1).await < Duration::from_millis(2));
        assert!((WINDOW..WINDOW * 2).contains(&at(10).await));
        assert!((WINDOW * 2..WINDOW * 3).contains(&at(1).await), "and nothing in between");
    }

    #[tokio::test(start_paused = true)]
    async fn a_command_hears_of_each_change_at_once() {
        let (engine, mut told) = relayed(pace(Face::CommandLine));
        let began = Instant::now();
        for _ in 0..5 {
            engine.send(EngineEvent::Network).unwrap();
            told.recv().await.unwrap();
        }
        assert!(began.elapsed() < WINDOW / 2);
    }
}
