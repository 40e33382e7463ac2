//! The loop around [`super::plan`], beside the loop of rows and never in its way.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use maker_domain::image::{ImageName, ImageType};
use maker_store::{Store, StoreError};
use rand::Rng;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, MissedTickBehavior};
use tokio_util::sync::CancellationToken;

use super::Pictures;
use super::exchange::{Held, request};
use super::plan::{Effect, Event, Noted, Request, State, step};
use crate::exchange::Failure;
use crate::run::{Parts, failed};
use crate::session::Failed;

/// How often the database is asked whether there is a picture to send or to fetch.
const LOOK_FOR_PICTURES: Duration = Duration::from_secs(1);

/// Runs until it is told to stop.
pub(crate) async fn run(
    parts: Arc<Parts>,
    mut inbox: mpsc::Receiver<Event>,
    tell: watch::Sender<u64>,
    stop: CancellationToken,
) {
    let mut state = State::default();
    let mut ticks = tokio::time::interval(LOOK_FOR_PICTURES);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut rest: Option<Instant> = None;
    let mut under_way: Option<JoinHandle<(Event, Held)>> = None;
    let mut held: Held = None;
    loop {
        let resting = rest;
        let mut next = tokio::select! {
            () = stop.cancelled() => break,
            Some(event) = inbox.recv() => event,
            (event, left) = ended(&mut under_way) => {
                held = left;
                event
            }
            () = tokio::time::sleep_until(resting.unwrap_or_else(Instant::now)), if resting.is_some() => Event::Rested,
            _ = ticks.tick() => Event::Look,
        };
        // Whoever does not rest any more is not woken from it.
        if matches!(next, Event::Rested | Event::Now | Event::SignedIn) {
            rest = None;
        }
        loop {
            let (after, effects) = step(state, next);
            state = after;
            let mut found = None;
            for effect in effects {
                let done = match effect {
                    Effect::Find { may_send } => find(&parts, may_send).await.map(|event| found = Some(event)),
                    Effect::Begin(what) => {
                        under_way = Some(begin(&parts, what, held.take()));
                        Ok(())
                    }
                    Effect::Rest { at_most, at_least } => {
                        let jitter = rand::rng().random_range(Duration::ZERO..=at_most);
                        rest = Some(Instant::now() + jitter.max(at_least));
                        Ok(())
                    }
                    Effect::Note(name, noted) => {
                        tell.send_modify(|count| *count = count.wrapping_add(1));
                        note(&parts.store, name, noted, parts.clock.now()).await
                    }
                    Effect::Retry => parts.store.retry_images().await,
                };
                if let Err(error) = done {
                    tracing::warn!(%error, "how pictures stand could not be read or written down");
                    found = found.or(Some(Event::Failed(Failed::Here)));
                }
            }
            match found {
                Some(event) => next = event,
                None => break,
            }
        }
    }
    if let Some(under_way) = under_way {
        // A part that is cut off is asked about by the next start.
        under_way.abort();
    }
}

/// Brings every picture there and back once, or until the first failure that a rest would be needed for. What was refused
/// is tried once more, for somebody has asked for it.
pub(crate) async fn once(parts: &Parts) -> Result<(), Failure> {
    let Some(pictures) = &parts.pictures else { return Ok(()) };
    parts.store.retry_images().await?;
    let mut held: Held = None;
    let (mut state, mut next) = (State::default(), Event::SignedIn);
    loop {
        let (after, effects) = step(state, next);
        state = after;
        let (mut then, mut rests) = (None, false);
        for effect in effects {
            match effect {
                Effect::Find { may_send } => then = Some(find(parts, may_send).await?),
                Effect::Begin(what) => {
                    then =
                        Some(request(&parts.store, &pictures.shelf, pictures.backend.as_ref(), what, &mut held).await?);
                }
                Effect::Note(name, noted) => note(&parts.store, name, noted, parts.clock.now()).await?,
                Effect::Rest { .. } => rests = true,
                Effect::Retry => {}
            }
        }
        next = match then {
            Some(event) => event,
            None if rests => return Err(Failure::Busy { after: None }),
            None => return Ok(()),
        };
    }
}

fn begin(parts: &Arc<Parts>, what: Request, mut held: Held) -> JoinHandle<(Event, Held)> {
    let parts = Arc::clone(parts);
    tokio::spawn(async move {
        let Some(pictures) = &parts.pictures else { return (Event::Failed(Failed::Here), None) };
        let done = request(&parts.store, &pictures.shelf, pictures.backend.as_ref(), what, &mut held).await;
        let event = done.unwrap_or_else(|failure| {
            tracing::info!(%failure, ?what, "a request about a picture came to nothing");
            Event::Failed(failed(failure))
        });
        (event, held)
    })
}

async fn ended(under_way: &mut Option<JoinHandle<(Event, Held)>>) -> (Event, Held) {
    match under_way {
        Some(task) => {
            let ended = task.await.unwrap_or((Event::Failed(Failed::Here), None));
            *under_way = None;
            ended
        }
        None => std::future::pending().await,
    }
}

async fn find(parts: &Parts, may_send: bool) -> Result<Event, StoreError> {
    Ok(Event::Found(parts.store.next_image(may_send, parts.clock.now()).await?))
}

async fn note(store: &Store, name: ImageName, noted: Noted, now: DateTime<Utc>) -> Result<(), StoreError> {
    match noted {
        Noted::Sent => store.note_image_sent(name, now).await,
        Noted::Unsent => store.note_image_unsent(name).await,
        Noted::Refused { why, for_good } => store.note_image_refused(name, &why, for_good, now).await,
        Noted::Gone => store.note_image_gone(name).await,
        Noted::Absent => store.note_image_missing(name, now).await,
    }
}

/// The workspace was taken off this desk, and its pictures with it. Those that never went up are left where the maker
/// finds them.
pub(crate) async fn take_away(parts: &Parts, unsent: &[ImageName]) -> Result<(), StoreError> {
    let Some(Pictures { shelf, .. }) = &parts.pictures else { return Ok(()) };
    for name in unsent {
        if let Some(bytes) = shelf.read(*name).await? {
            let kind = ImageType::of(&bytes).unwrap_or(ImageType::Jpeg);
            std::fs::create_dir_all(&parts.exports)?;
            std::fs::write(parts.exports.join(format!("{name}.{}", kind.ending())), bytes)?;
        }
    }
    for name in parts.store.drop_unused_images(parts.clock.now()).await? {
        shelf.remove(name).await?;
    }
    Ok(())
}
