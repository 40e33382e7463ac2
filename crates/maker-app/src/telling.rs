//! What the maker is told outside the window: notices, and what stands at the dock or taskbar. It is decided here, out of
//! the rows of the queue; showing it is the face's part.

mod dock;
mod notices;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use maker_domain::notices::NoticeSettings;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

use crate::events::StudioEvent;
use crate::studio::{Inner, Studio};
use crate::uploads::minute_of_day;
use crate::views::{DeliveryView, Place};
use crate::{Answer, AppError, ErrorCode};

use dock::Dock;
use notices::{Moment, Notices};

/// Where they are kept among the settings.
const KEY: &str = "notices";

/// How often to look what is to be told.
const LOOK: Duration = Duration::from_secs(1);

/// The address of the screen on which everything stands that a badge counts.
const HOME: &str = "#/";

/// Where the maker looks.
#[derive(Debug, Default)]
pub(crate) struct Gaze {
    in_front: AtomicBool,
    at_home: AtomicBool,
}

impl Gaze {
    pub(crate) fn goes_to(&self, place: &Place) {
        self.at_home.store(place.address == HOME, Ordering::Relaxed);
    }

    fn is_in_front(&self) -> bool {
        self.in_front.load(Ordering::Relaxed)
    }

    fn is_on_home(&self) -> bool {
        self.is_in_front() && self.at_home.load(Ordering::Relaxed)
    }
}

impl Studio {
    /// What the maker wants to be told of.
    ///
    /// # Errors
    /// None today; a database that cannot be read gives the usual values.
    pub async fn notice_settings(&self) -> Answer<NoticeSettings> {
        // A value of another version that cannot be read is as good as none.
        let kept: Option<NoticeSettings> = self.inner.store.setting(KEY).await.ok().flatten();
        Ok(kept.filter(|settings| settings.trouble().is_none()).unwrap_or_default())
    }

    /// Keeps it.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for hours that cannot be.
    pub async fn save_notice_settings(&self, settings: &NoticeSettings) -> Answer<NoticeSettings> {
        if let Some(wrong) = settings.trouble() {
            return Err(AppError::new(ErrorCode::BadInput, wrong));
        }
        self.inner.store.set_setting(KEY, settings).await?;
        self.inner.changed("settings");
        self.notice_settings().await
    }

    /// The window came to the front, or something else did.
    pub fn in_front(&self, is_in_front: bool) {
        self.inner.gaze.in_front.store(is_in_front, Ordering::Relaxed);
    }
}

/// Follows the queue and tells what is worth it, until the studio is gone.
pub(crate) async fn watch(studio: Weak<Inner>, mut events: Receiver<StudioEvent>) {
    // The first screen reads the same rows: it goes before.
    let mut tick = interval_at(Instant::now() + LOOK, LOOK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (mut notices, mut dock) = (Notices::default(), Dock::default());
    let mut known: Option<Known> = None;
    let mut shown = None;
    loop {
        tokio::select! {
            event = events.recv() => match event {
                Ok(StudioEvent::Changed(tables)) if concerns(&tables) => known = None,
                Ok(StudioEvent::Progress(items)) => {
                    for row in known.iter_mut().flat_map(|known| &mut known.rows) {
                        if let Some(moved) = items.iter().find(|item| item.id == row.id) {
                            row.confirmed_bytes = moved.confirmed_bytes;
                        }
                    }
                }
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => known = None,
                Err(RecvError::Closed) => return,
            },
            _ = tick.tick() => {
                let Some(inner) = studio.upgrade() else { return };
                if known.is_none() {
                    known = Known::read(&inner).await;
                }
                let Some(known) = &known else { continue };
                let moment = Moment {
                    now: inner.now(),
                    minute: minute_of_day(inner.clock.as_ref(), known.zone.clone()),
                    in_front: inner.gaze.is_in_front(),
                };
                for notice in notices.look(&known.rows, &known.settings, moment) {
                    inner.tell(StudioEvent::Notice(notice));
                }
                let now = dock.look(&known.rows, inner.gaze.is_on_home());
                if shown != Some(now) {
                    shown = Some(now);
                    inner.tell(StudioEvent::Dock(now));
                }
            }
        }
    }
}

fn concerns(tables: &[&str]) -> bool {
    tables.iter().any(|table| ["deliveries", "settings"].contains(table))
}

/// What was read last, good until something changes. What was published long ago is not in it: it has been told.
struct Known {
    rows: Vec<DeliveryView>,
    settings: NoticeSettings,
    zone: Option<String>,
}

impl Known {
    /// `None` when the database cannot be read: it is read again at the next look.
    async fn read(inner: &Arc<Inner>) -> Option<Self> {
        let studio = Studio { inner: Arc::clone(inner) };
        Some(Self {
            rows: studio.current_deliveries().await.ok()?,
            settings: studio.notice_settings().await.ok()?,
            zone: studio.settings().await.ok()?.time_zone,
        })
    }
}
