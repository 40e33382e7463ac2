//! One exchange between the desk's database and a backend: a push, a page, the way back after a restore. Each may be
//! broken off anywhere and done again: nothing is noted that did not happen, and what happened twice happened once.

use std::time::Duration;

use async_trait::async_trait;
use maker_domain::Clock;
use maker_domain::sync::wire::{Ancestor, FindAncestor, OPS_MAX, Page, Pull, Push, Pushed, SCHEMA};
use maker_store::sync::Applied;
use maker_store::{Store, StoreError};
use maker_words::say;
use uuid::Uuid;

/// Whoever keeps the workspace.
#[async_trait]
pub trait Backend: Send + Sync {
    /// Takes edits.
    async fn push(&self, workspace: Uuid, push: &Push) -> Result<Pushed, Failure>;
    /// Tells what changed.
    async fn pull(&self, workspace: Uuid, pull: &Pull) -> Result<Page, Failure>;
    /// Finds the newest moment that both know.
    async fn ancestor(&self, workspace: Uuid, find: &FindAncestor) -> Result<Ancestor, Failure>;
}

/// Why an exchange came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The backend was not reached, or its answer was not heard.
    #[error("{}", say!("backend-offline"))]
    Offline,
    /// It wants to be asked later.
    #[error("{}", say!("backend-busy"))]
    Busy {
        /// Not before.
        after: Option<Duration>,
    },
    /// The sign-in is no longer accepted.
    #[error("{}", say!("backend-sign-in-again"))]
    SignInAgain,
    /// The person is no longer a member of the workspace.
    #[error("{}", say!("backend-revoked"))]
    Revoked,
    /// This version is too old.
    #[error("{}", say!("backend-upgrade"))]
    UpgradeRequired,
    /// The backend's history is not the one this device has seen.
    #[error("{}", say!("backend-diverged"))]
    Diverged,
    /// The backend cannot tell what changed since this device asked last.
    #[error("{}", say!("backend-resync"))]
    Resync,
    /// Any other refusal, in the backend's words.
    #[error("{0}")]
    Refused(String),
    /// The password store does not give the sign-in out.
    #[error("{}", say!("backend-credentials", error = .0))]
    Credentials(String),
    /// The desk's database refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What an exchange moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Edits that were sent, or rows that came.
    pub count: usize,
    /// There is more of the same.
    pub more: bool,
}

/// Sends the next edits, at most `limit`.
///
/// # Errors
/// [`Failure`]: the edits stay and are sent again.
pub async fn push(store: &Store, backend: &dyn Backend, clock: &dyn Clock, limit: usize) -> Result<Moved, Failure> {
    let limit = limit.min(OPS_MAX);
    let ops = store.edits_to_push(limit, clock.now()).await?;
    let Some(position) = store.sync_position().await? else { return Ok(Moved::default()) };
    // While everything is asked for anew, what an edit is based on is not settled.
    if ops.is_empty() || position.sweeping {
        return Ok(Moved::default());
    }
    let count = ops.len();
    let push = Push { now: clock.now().timestamp_millis(), seen: position.seen, schema: SCHEMA, ops };
    let pushed = backend.push(position.workspace, &push).await?;
    store.note_pushed(&pushed, clock.now()).await?;
    // Whether more waits is asked of the database: what has to wait for longer must not be sent in a circle.
    let more = store.has_unsent_edits(clock.now()).await?;
    Ok(Moved { count, more })
}

/// Takes in the next page, of at most `limit` rows.
///
/// # Errors
/// [`Failure`]: the same page is asked for again.
pub async fn pull(store: &Store, backend: &dyn Backend, clock: &dyn Clock, limit: u32) -> Result<Moved, Failure> {
    let Some(position) = store.sync_position().await? else { return Ok(Moved::default()) };
    let pull = Pull { cursor: position.cursor, seen: position.seen, limit, schema: SCHEMA };
    let page = backend.pull(position.workspace, &pull).await?;
    Ok(match store.apply_page(&page, clock.now()).await? {
        Applied::Yes { more, rows } => Moved { count: rows, more },
        // Somebody else took it in meanwhile: go on from there.
        Applied::Late => Moved { count: 0, more: true },
    })
}

/// Finds what this device and a restored backend both have, and goes back to it.
///
/// # Errors
/// [`Failure`]: nothing changed.
pub async fn recover(store: &Store, backend: &dyn Backend, clock: &dyn Clock) -> Result<(), Failure> {
    let Some(position) = store.sync_position().await? else { return Ok(()) };
    let checkpoints = store.checkpoints().await?;
    let Ancestor { token } = backend.ancestor(position.workspace, &FindAncestor { checkpoints }).await?;
    store.rewind(token, clock.now()).await?;
    Ok(())
}

/// Asks for everything anew.
///
/// # Errors
/// [`Failure::Store`].
pub async fn start_over(store: &Store, clock: &dyn Clock) -> Result<(), Failure> {
    store.resync(clock.now()).await?;
    Ok(())
}
