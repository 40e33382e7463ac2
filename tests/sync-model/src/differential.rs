//! Plays a history to another backend and demands what the model answered: the same results, chains and pages.
//!
//! A [`Backend`] is anything that takes a [`Call`]. What the model's devices say does not depend on which backend answers
//! as long as all answer the same, so the history is [recorded](record) once and [played](play) to each of them.

use maker_domain::sync::wire::{Ancestor, FindAncestor, Outcome, Page, Pull, Push, Pushed};

use crate::{ModelServer, Refusal, server::Backup, world};

/// What a backend is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    /// Takes a device's edits. The device has that name.
    Push(String, Push),
    /// Gives a page.
    Pull(Pull),
    /// Finds what both know.
    Ancestor(FindAncestor),
    /// Makes a backup, in place of the one before, and lets devices know of it.
    BackUp,
    /// Comes back from the backup.
    Restore,
    /// See [`ModelServer::empty_bin`].
    EmptyBin(u64),
    /// See [`ModelServer::purge`].
    Purge(u64),
}

/// What a backend says.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To a push.
    Pushed(Result<Pushed, Refusal>),
    /// To a pull.
    Page(Result<Page, Refusal>),
    /// To the search for an ancestor.
    Ancestor(Ancestor),
    /// To what it was told to do.
    Done,
}

impl Answer {
    /// The same without what is said to people, which may differ.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        if let Self::Pushed(Ok(pushed)) = &mut self {
            for result in &mut pushed.results {
                if let Outcome::Rejected { detail, .. } = &mut result.outcome {
                    detail.clear();
                }
            }
        }
        self
    }
}

/// One call of a history.
#[derive(Clone, Debug)]
pub struct Step {
    /// The backend's clock, in UTC milliseconds since 1970.
    pub now: i64,
    /// What it was told.
    pub call: Call,
    /// What the model answered.
    pub answer: Answer,
}

/// A backend of one workspace, empty before the first call.
#[allow(async_fn_in_trait, reason = "tests call it, and none of them needs the future to move between threads")]
pub trait Backend {
    /// Answers one call at that time.
    async fn answer(&mut self, now: i64, call: &Call) -> Answer;
}

/// Another answer than the model's.
#[derive(Debug)]
pub struct Mismatch {
    /// Which step of the history it was.
    pub at: usize,
    /// The step, with the model's answer.
    pub step: Box<Step>,
    /// What the backend said.
    pub said: Box<Answer>,
}

/// The history of a seed as the model's backend met it.
///
/// # Errors
/// What the history broke, in words.
pub fn record(seed: u64) -> Result<Vec<Step>, String> {
    world::record(seed)
}

/// Plays a history to a backend, up to the first answer that is not the model's.
///
/// # Errors
/// That answer.
pub async fn play(history: &[Step], backend: &mut impl Backend) -> Result<(), Mismatch> {
    for (at, step) in history.iter().enumerate() {
        let said = backend.answer(step.now, &step.call).await;
        if said.clone().without_words() != step.answer.clone().without_words() {
            return Err(Mismatch { at, step: Box::new(step.clone()), said: Box::new(said) });
        }
    }
    Ok(())
}

/// The model as a backend, and the backup it would come back from.
#[derive(Clone, Debug, Default)]
pub struct ModelBackend {
    /// The model.
    pub server: ModelServer,
    backup: Option<Backup>,
}

impl ModelBackend {
    /// Around a model that may lack a rule.
    #[must_use]
    pub fn new(server: ModelServer) -> Self {
        Self { server, backup: None }
    }

    /// Answers a call.
    pub(crate) fn say(&mut self, call: &Call) -> Answer {
        let server = &mut self.server;
        match call {
            Call::Push(device, push) => Answer::Pushed(server.push(device, push)),
            Call::Pull(pull) => Answer::Page(server.pull(pull)),
            Call::Ancestor(find) => Answer::Ancestor(server.ancestor(find)),
            Call::BackUp => {
                self.backup = Some(server.backup());
                Answer::Done
            }
            Call::Restore => {
                self.backup.iter().for_each(|backup| server.restore(backup));
                Answer::Done
            }
            Call::EmptyBin(through) => {
                server.empty_bin(*through);
                Answer::Done
            }
            Call::Purge(through) => {
                server.purge(*through);
                Answer::Done
            }
        }
    }
}

impl Backend for ModelBackend {
    async fn answer(&mut self, now: i64, call: &Call) -> Answer {
        self.server.now = now;
        self.say(call)
    }
}
