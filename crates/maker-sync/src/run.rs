//! The loop around [`crate::session`]: it hears what happens, asks what is next and does it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use maker_domain::Clock;
use maker_domain::sync::wire::{OPS_MAX, PAGE_MAX};
use maker_store::Store;
use maker_store::sync::Problem;
use rand::Rng;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, MissedTickBehavior};
use tokio_util::sync::CancellationToken;

use crate::exchange::{self, Backend, Failure};
use crate::hints;
use crate::http::HttpBackend;
use crate::pictures::plan::Event as PictureEvent;
use crate::pictures::{self, Pictures};
use crate::session::{Effect, Event, Exchange, Failed, State, step};

/// How often the database is asked for edits to send, also those of other processes: what is typed in this time goes
/// together.
const LOOK_FOR_EDITS: Duration = Duration::from_millis(300);
/// How often something new is looked for without a hint, give or take a tenth.
const LOOK_ELSEWHERE: Duration = Duration::from_secs(60);
/// Longest that the end waits for the exchange that is under way.
const FAREWELL: Duration = Duration::from_secs(3);

/// What the loop works with.
pub struct Parts {
    /// The desk's database.
    pub store: Store,
    /// The backend.
    pub backend: Arc<dyn Backend>,
    /// The same for hints, where it has any.
    pub hints: Option<HttpBackend>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where edits that could never be sent are written when the member was removed.
    pub exports: PathBuf,
    /// The pictures of posts; none: only rows are exchanged.
    pub pictures: Option<Pictures>,
}

/// The loop of one process.
pub struct Sync {
    events: mpsc::Sender<Event>,
    pictures: mpsc::Sender<PictureEvent>,
    changed: watch::Receiver<u64>,
    stop: CancellationToken,
    task: Option<JoinHandle<()>>,
}

impl Sync {
    /// Starts it. It does nothing until somebody is signed in.
    #[must_use]
    pub fn start(parts: Parts) -> Self {
        let (events, inbox) = mpsc::channel(64);
        let (tell, changed) = watch::channel(0);
        let stop = CancellationToken::new();
        let parts = Arc::new(parts);
        let (pictures, picture_inbox) = mpsc::channel(64);
        if parts.pictures.is_some() {
            tokio::spawn(pictures::run(Arc::clone(&parts), picture_inbox, tell.clone(), stop.clone()));
        }
        let run = Run { parts, inbox, events: events.clone(), tell, stop: stop.clone() };
        Self { events, pictures, changed, stop, task: Some(tokio::spawn(run.run())) }
    }

    /// Tells it what happened: that somebody signed in or out, that the window came to the front, that the network is back.
    pub fn tell(&self, event: Event) {
        let for_pictures = match event {
            Event::SignedIn => Some(PictureEvent::SignedIn),
            Event::SignedOut => Some(PictureEvent::SignedOut),
            Event::Now => Some(PictureEvent::Now),
            _ => None,
        };
        // A full inbox has enough in it to wake it.
        for_pictures.into_iter().for_each(|event| drop(self.pictures.try_send(event)));
        let _ = self.events.try_send(event);
    }

    /// Counts up whenever rows or the status may have changed.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.clone()
    }

    /// Ends it, after the exchange that is under way or a few seconds.
    pub async fn stop(mut self) {
        self.stop.cancel();
        if let Some(task) = self.task.take() {
            let _ = tokio::time::timeout(FAREWELL, task).await;
        }
    }
}

impl Drop for Sync {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

struct Run {
    parts: Arc<Parts>,
    inbox: mpsc::Receiver<Event>,
    events: mpsc::Sender<Event>,
    tell: watch::Sender<u64>,
    stop: CancellationToken,
}

impl Run {
    async fn run(mut self) {
        let mut state = State::default();
        let mut edits = tokio::time::interval(LOOK_FOR_EDITS);
        edits.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut elsewhere = Instant::now() + about(LOOK_ELSEWHERE);
        let mut rest: Option<Instant> = None;
        let mut under_way: Option<JoinHandle<Event>> = None;
        let mut listening: Option<JoinHandle<()>> = None;
        loop {
            let resting = rest;
            let event = tokio::select! {
                () = self.stop.cancelled() => break,
                Some(event) = self.inbox.recv() => event,
                event = ended(&mut under_way) => event,
                () = tokio::time::sleep_until(resting.unwrap_or_else(Instant::now)), if resting.is_some() => {
                    rest = None;
                    Event::Rested
                }
                () = tokio::time::sleep_until(elsewhere) => {
                    elsewhere = Instant::now() + about(LOOK_ELSEWHERE);
                    Event::Look
                }
                _ = edits.tick() => {
                    match self.parts.store.has_unsent_edits(self.parts.clock.now()).await {
                        Ok(true) => Event::Edited,
                        _ => continue,
                    }
                }
            };
            match event {
                Event::SignedIn => self.listen(&mut listening).await,
                Event::SignedOut => listening.take().into_iter().for_each(|l| l.abort()),
                Event::Now => rest = None,
                _ => {}
            }
            let ended = matches!(event, Event::Done { .. } | Event::Failed(_));
            let (next, effects) = step(state, event);
            state = next;
            for effect in effects {
                match effect {
                    Effect::Begin(what) => {
                        let parts = Arc::clone(&self.parts);
                        under_way = Some(tokio::spawn(async move { exchange(&parts, what).await }));
                    }
                    Effect::Rest { at_most, at_least } => {
                        let jitter = rand::rng().random_range(Duration::ZERO..=at_most);
                        rest = Some(Instant::now() + jitter.max(at_least));
                    }
                    other => self.note(other).await,
                }
            }
            if ended {
                self.tell.send_modify(|count| *count = count.wrapping_add(1));
            }
        }
        if let Some(listening) = listening {
            listening.abort();
        }
        if let Some(under_way) = under_way {
            let _ = under_way.await;
        }
    }

    async fn listen(&self, listening: &mut Option<JoinHandle<()>>) {
        listening.take().into_iter().for_each(|l| l.abort());
        let Some(backend) = self.parts.hints.clone() else { return };
        if let Ok(Some(position)) = self.parts.store.sync_position().await {
            *listening = Some(tokio::spawn(hints::listen(backend, position.workspace, self.events.clone())));
        }
    }

    async fn note(&self, effect: Effect) {
        let store = &self.parts.store;
        let now = self.parts.clock.now();
        let noted = match effect {
            Effect::NoteOffline => store.note_offline(now).await,
            Effect::Note(problem) => store.set_sync_problem(problem.as_ref()).await,
            Effect::Leave => leave(&self.parts).await,
            Effect::Begin(_) | Effect::Rest { .. } => Ok(()),
        };
        if let Err(error) = noted {
            tracing::warn!(%error, "how sync stands could not be written down");
        }
    }
}

fn about(time: Duration) -> Duration {
    time.mul_f64(rand::rng().random_range(0.9..=1.1))
}

async fn ended(under_way: &mut Option<JoinHandle<Event>>) -> Event {
    match under_way {
        Some(task) => {
            let event = task.await.unwrap_or(Event::Failed(Failed::Here));
            *under_way = None;
            event
        }
        None => std::future::pending().await,
    }
}

async fn exchange(parts: &Parts, what: Exchange) -> Event {
    let (store, backend, clock) = (&parts.store, parts.backend.as_ref(), parts.clock.as_ref());
    let moved = match what {
        Exchange::Push => exchange::push(store, backend, clock, OPS_MAX).await.map(|moved| moved.more),
        Exchange::Pull => exchange::pull(store, backend, clock, PAGE_MAX).await.map(|moved| moved.more),
        Exchange::Recover => exchange::recover(store, backend, clock).await.map(|()| false),
        Exchange::StartOver => exchange::start_over(store, clock).await.map(|()| false),
    };
    match moved {
        Ok(more) => Event::Done { more },
        Err(failure) => {
            tracing::info!(%failure, ?what, "an exchange with the backend came to nothing");
            Event::Failed(failed(failure))
        }
    }
}

/// What a failure means for what is next.
#[must_use]
pub(crate) fn failed(failure: Failure) -> Failed {
    match failure {
        Failure::Offline => Failed::Offline,
        Failure::Busy { after } => Failed::Busy { after },
        Failure::Diverged => Failed::Diverged,
        Failure::Resync => Failed::TooOld,
        Failure::SignInAgain => Failed::Problem(Problem::SignInAgain),
        Failure::UpgradeRequired => Failed::Problem(Problem::UpgradeRequired),
        Failure::Revoked => Failed::Problem(Problem::Revoked),
        Failure::Refused(why) => Failed::Problem(Problem::Refused { why }),
        Failure::Credentials(_) | Failure::Store(_) => Failed::Here,
    }
}

/// The member was removed: what was never sent goes to a file, then the workspace goes from this desk.
async fn leave(parts: &Parts) -> Result<(), maker_store::StoreError> {
    parts.store.gather_edits(parts.clock.now()).await?;
    let edits = parts.store.own_edits(u32::MAX).await?;
    if !edits.is_empty() {
        let at = parts.clock.now().format("%Y-%m-%d-%H%M%S");
        let path = parts.exports.join(format!("not-backed-up-{at}.json"));
        let lines: Vec<_> = edits.iter().map(|own| serde_json::json!({"at": own.at, "edit": own.edit})).collect();
        std::fs::create_dir_all(&parts.exports)?;
        std::fs::write(&path, serde_json::to_vec_pretty(&lines).map_err(std::io::Error::other)?)?;
    }
    let unsent = parts.store.unsent_images().await?;
    parts.store.erase_workspace(parts.clock.now()).await?;
    pictures::take_away(parts, &unsent).await
}

/// Brings everything there and back once, as the command line does, rows first and then pictures: until there is nothing
/// more, or the first failure that a rest would be needed for.
///
/// # Errors
/// [`Failure`], noted as the loop would.
pub async fn once(parts: &Parts) -> Result<(), Failure> {
    let (store, backend, clock) = (&parts.store, parts.backend.as_ref(), parts.clock.as_ref());
    let mut ways_back = 0;
    loop {
        let round = async {
            while exchange::pull(store, backend, clock, PAGE_MAX).await?.more {}
            let mut sent = false;
            loop {
                let moved = exchange::push(store, backend, clock, OPS_MAX).await?;
                sent |= moved.count > 0;
                if !moved.more || moved.count == 0 {
                    break;
                }
            }
            if sent {
                while exchange::pull(store, backend, clock, PAGE_MAX).await?.more {}
            }
            Ok(())
        };
        let ended: Result<(), Failure> = round.await;
        match ended {
            Ok(()) => {
                store.set_sync_problem(None).await?;
                return pictures::once(parts).await;
            }
            Err(Failure::Diverged) if ways_back < 3 => exchange::recover(store, backend, clock).await?,
            Err(Failure::Resync) if ways_back < 3 => exchange::start_over(store, clock).await?,
            Err(failure) => {
                match &failure {
                    Failure::Offline => store.note_offline(clock.now()).await?,
                    Failure::SignInAgain => store.set_sync_problem(Some(&Problem::SignInAgain)).await?,
                    Failure::UpgradeRequired => store.set_sync_problem(Some(&Problem::UpgradeRequired)).await?,
                    Failure::Revoked => leave(parts).await?,
                    Failure::Refused(why) => {
                        store.set_sync_problem(Some(&Problem::Refused { why: why.clone() })).await?;
                    }
                    _ => {}
                }
                return Err(failure);
            }
        }
        ways_back += 1;
    }
}
