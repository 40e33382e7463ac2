//! What every route stands on. One per process, shared by all requests.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::body::Bytes;
use maker_domain::Clock;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use crate::auth::{Allowances, Passwords};
use crate::db::{Database, DbError};
use crate::images::{Images, Turns};
use crate::metrics::Metrics;
use crate::public::Pages;
use crate::store::{devices, invitations, tokens};
use crate::sync::{Hints, Limits};
use crate::transaction;

/// A push of 8 MB takes some ten times that in memory while it is read.
const PUSHES: usize = 8;

/// What an operator may choose.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Requests come through a proxy of the operator's, whose `X-Forwarded-For` is believed.
    pub behind_proxy: bool,
    /// How long a request may take until its answer begins. Longer than one call to a platform may.
    pub request_time: Duration,
    /// How much a workspace may hold.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self { behind_proxy: false, request_time: Duration::from_secs(30), limits: Limits::default() }
    }
}

/// The parts of the running backend.
pub struct Backend {
    /// Where everything is kept.
    pub database: Database,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Cancelled when the backend is asked to stop: answers without an end of their own end then.
    pub stopping: CancellationToken,
    /// Who listens for changes.
    pub hints: Arc<Hints>,
    /// Where the bytes of pictures are; `None` when the operator has not said.
    pub(crate) images: Option<Images>,
    /// How much a workspace may hold.
    pub(crate) limits: Limits,
    /// How many pushes are read at once.
    pub(crate) pushes: Arc<Semaphore>,
    /// How many pictures are worked on at once.
    pub(crate) images_at_once: Turns,
    pub(crate) settings: Settings,
    pub(crate) passwords: Passwords,
    pub(crate) allowances: Allowances,
    pub(crate) metrics: Metrics,
    /// What everybody may see, as it was last made.
    pub(crate) pages: Pages,
    /// The description of the API, once the router is there to be described.
    pub(crate) document: OnceLock<Bytes>,
}

impl Backend {
    /// Puts the parts together. The database has been [made ready](Database::ready_to_serve).
    ///
    /// # Errors
    /// When password hashing cannot be set up.
    pub fn new(
        database: Database,
        clock: Arc<dyn Clock>,
        settings: Settings,
        images: Option<Images>,
    ) -> anyhow::Result<Arc<Self>> {
        Ok(Arc::new(Self {
            database,
            clock,
            stopping: CancellationToken::new(),
            hints: Arc::default(),
            images,
            limits: settings.limits,
            pushes: Arc::new(Semaphore::new(PUSHES)),
            images_at_once: Turns::default(),
            settings,
            passwords: Passwords::new()?,
            allowances: Allowances::default(),
            metrics: Metrics::default(),
            pages: Pages::default(),
            document: OnceLock::new(),
        }))
    }

    /// UTC milliseconds since 1970.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.clock.now().timestamp_millis()
    }

    /// Forgets tokens, secrets and invitations that are of no more use, and gives how many. Any instance may, at any time.
    ///
    /// # Errors
    /// [`DbError`] when the database does not do it; nothing depends on it.
    pub async fn sweep(&self) -> Result<u64, DbError> {
        let now = self.now_ms();
        transaction!(self.database, |tx| {
            Ok(tokens::sweep(tx, now).await? + devices::sweep(tx, now).await? + invitations::sweep(tx, now).await?)
        })
    }
}
