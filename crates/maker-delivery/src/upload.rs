//! From a claimed delivery to every byte at the platform. The offset is only ever what the platform said; after any
//! unclear end it is asked first.

use maker_domain::delivery::{DeliveryState, Stage, StateName};
use maker_domain::id::DeliveryId;
use maker_domain::reason::ReasonCode;
use maker_platforms::{ApiError, FileInfo, PlatformApi, Session, Standing};
use maker_store::StoreError;
use maker_store::deliveries::{Delivery, Intent, Step};
use maker_store::publications::PublishedFile;
use maker_store::sessions::StoredSession;
use tokio_util::sync::CancellationToken;

use crate::access::{AccessError, SealError};
use crate::decide::{self, Attempt, Trouble, Verdict};
use crate::ledger::Ledger;
use crate::sending::check_file;
use crate::shared::Shared;
use crate::steps::{advance, api, authorised, granted, note_network, rest, unseal};

/// Why an attempt ended early.
pub(crate) enum End {
    Trouble(Trouble),
    Store(StoreError),
    Interrupted,
}

impl From<StoreError> for End {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl<T: Into<Trouble>> From<T> for End {
    fn from(trouble: T) -> Self {
        Self::Trouble(trouble.into())
    }
}

pub(crate) struct Upload<'a> {
    pub(crate) shared: &'a Shared,
    pub(crate) row: Delivery,
    interrupt: &'a CancellationToken,
    /// The last byte has left in the session at hand, and nobody has told yet what became of it.
    pub(crate) unconfirmed: bool,
    /// The last byte has left in the session at hand once, whatever was told since.
    pub(crate) sent_all: bool,
    /// What the platform has acknowledged in the session at hand, as far as it was told here.
    pub(crate) acknowledged: u64,
    pub(crate) ledger: Ledger,
}

pub(crate) async fn run(shared: &Shared, row: Delivery, interrupt: &CancellationToken) -> Result<(), StoreError> {
    let ledger = Ledger::open(shared, &row).await?;
    let mut upload = Upload { shared, row, interrupt, unconfirmed: false, sent_all: false, acknowledged: 0, ledger };
    loop {
        let ended = upload.attempt().await;
        if matches!(ended, Err(End::Trouble(_) | End::Interrupted)) {
            upload.write_down().await?;
        }
        let trouble = match ended {
            Ok(()) => {
                note_network(shared, None);
                return Ok(());
            }
            Err(End::Store(error)) => return Err(error),
            Err(End::Interrupted) => return upload.interrupted().await,
            Err(End::Trouble(trouble)) => trouble,
        };
        note_network(shared, Some(&trouble));
        tracing::info!(delivery = %upload.row.id, ?trouble, "delivery {} met trouble", upload.row.id);
        // What was acknowledged in this attempt has forgiven earlier failures.
        upload.row = shared.parts.store.delivery(upload.row.id).await?;
        if upload.row.intent.is_some() && !upload.unconfirmed {
            // The maker's word came while a call was waiting for its answer: it goes before any further try.
            return upload.interrupted().await;
        }
        match decide::while_sending(&trouble, upload.account()) {
            Verdict::StartOver => upload.start_over().await?,
            verdict => return rest(shared, &upload.row, verdict).await,
        }
    }
}

impl Upload<'_> {
    pub(crate) fn id(&self) -> DeliveryId {
        self.row.id
    }

    fn account(&self) -> Attempt {
        Attempt {
            failures: self.row.failures,
            lost_sessions: self.row.lost_sessions,
            unconfirmed: self.unconfirmed,
            sent_all: self.sent_all,
            chance: self.shared.chance(),
        }
    }

    async fn move_to(&mut self, state: DeliveryState) -> Result<(), StoreError> {
        let step = Step { failures: self.row.failures, ..Step::to(state.clone()) };
        advance(self.shared, self.id(), &step).await?;
        self.row.state = state;
        Ok(())
    }

    /// Waits for `call`, unless the maker or the program's end stops it.
    pub(crate) async fn unless_interrupted<T>(&self, call: impl Future<Output = T>) -> Result<T, End> {
        unless(self.interrupt, call).await
    }

    async fn attempt(&mut self) -> Result<(), End> {
        let stored = self.shared.parts.store.session(self.id()).await?;
        // Out of a backup its session may have sent everything since.
        self.sent_all = stored.as_ref().is_some_and(|s| s.sent_all || self.row.restored);
        self.unconfirmed = self.sent_all;
        if self.unconfirmed {
            if self.row.state.name() != StateName::Unconfirmed {
                self.doubt().await?;
            }
        } else {
            if self.row.state.name() != StateName::Preparing {
                self.move_to(DeliveryState::Preparing).await?;
            }
            self.obey()?;
        }
        let api = api(self.shared, self.row.platform)?.counted(std::sync::Arc::clone(&self.ledger.traffic));
        let api = api.as_ref();
        let publication = self.shared.parts.store.published_file(self.row.publication_id).await?;
        // Before the platform is asked, so that what a faster one reads meanwhile is kept for this one. Whether there is a
        // file is no question yet: what may be live is settled without it.
        let seat = self.shared.feeds.seat(&publication.path, &publication.identity);
        let (session, have) = match stored {
            Some(stored) => match self.resume(api, &stored).await? {
                Some(found) => found,
                None => return Ok(()),
            },
            None if self.row.restored => return Err(Trouble::Restored.into()),
            None => (self.open(api, &publication).await?, 0),
        };
        self.obey()?;
        check_file(&publication).await?;
        let seat = seat.map_err(|_| Trouble::File(ReasonCode::FileUnreadable))?;
        self.move_to(DeliveryState::Uploading).await?;
        self.send_all(api, &session, &publication, &seat, have).await
    }

    /// A move to `Unconfirmed` exists from where bytes are sent; a killed process may have left another name.
    async fn doubt(&mut self) -> Result<(), StoreError> {
        if !self.row.state.may_become(&DeliveryState::Unconfirmed) {
            self.move_to(DeliveryState::Preparing).await?;
        }
        self.move_to(DeliveryState::Unconfirmed).await
    }

    /// Asks what the platform has of an open session. `None` when it has everything.
    async fn resume(&mut self, api: &dyn PlatformApi, stored: &StoredSession) -> Result<Option<(Session, u64)>, End> {
        let session = match unseal(self.shared, self.id(), stored).await {
            // Sealed on another computer: there is nothing to ask with.
            Err(Trouble::Seal(SealError::Broken)) if self.row.restored => return Err(Trouble::Restored.into()),
            session => session?,
        };
        let now = self.shared.now();
        let open = &session;
        let asking = authorised(self.shared, self.row.platform, |t| async move { api.ask(&t, open, now).await });
        // What may be live is settled first, whatever the maker wishes: only the program's end leaves it to the next start.
        let stop = if self.unconfirmed { &self.shared.stopping } else { self.interrupt };
        match unless(stop, asking).await?? {
            // Another session may have brought it there since the backup: only the maker can tell.
            Standing::Stored { bytes } if bytes < session.total_bytes && self.row.restored => {
                self.unconfirmed = false;
                Err(Trouble::Restored.into())
            }
            Standing::Stored { bytes } if bytes < session.total_bytes => {
                self.unconfirmed = false;
                self.ledger.resumed(&session, bytes);
                Ok(Some((session, bytes)))
            }
            // Every byte is there and the platform has not said it is done: nothing to send, ask again.
            Standing::Stored { .. } => {
                self.unconfirmed = true;
                Err(ApiError::Busy { retry_after: None }.into())
            }
            Standing::Complete { remote_id } => {
                self.complete(remote_id).await?;
                Ok(None)
            }
            Standing::Gone if self.row.restored => Err(Trouble::Restored.into()),
            Standing::Gone => Err(ApiError::SessionGone.into()),
            Standing::Failed { reason } => Err(ApiError::Refused { reason }.into()),
        }
    }

    /// Opens a session and writes it down before its first byte.
    async fn open(&mut self, api: &dyn PlatformApi, publication: &PublishedFile) -> Result<Session, End> {
        let has = self.unless_interrupted(granted(self.shared, self.row.platform)).await??;
        if !api.upload_scopes(&self.row.post).iter().all(|needed| has.scopes.iter().any(|s| s == needed)) {
            return Err(AccessError::NeedsMaker(ReasonCode::MissingScope).into());
        }
        check_file(publication).await?;
        if !self.row.window_waived && self.shared.too_slow_for(api, self.row.total_bytes).await {
            return Err(Trouble::TooSlow.into());
        }
        let info = FileInfo {
            size_bytes: publication.facts.size_bytes,
            content_type: publication.facts.container.content_type(),
        };
        let now = self.shared.now();
        let (post, info) = (&self.row.post, &info);
        let opening =
            authorised(self.shared, self.row.platform, |t| async move { api.open(&t, post, info, now).await });
        // Nothing is live by a session that was opened and never used.
        let session = self.unless_interrupted(opening).await??;
        let sealed_address = self.shared.parts.seal.seal(self.id(), &session.address).await?;
        let stored = StoredSession {
            sealed_address,
            handle: session.handle.clone(),
            chunk_bytes: session.chunk_bytes,
            total_bytes: session.total_bytes,
            content_type: session.content_type.clone(),
            opened_at: session.opened_at,
            expires_at: session.expires_at,
            sent_all: false,
        };
        self.shared.parts.store.open_session(self.id(), &stored).await?;
        Ok(session)
    }

    /// Writes what was acknowledged since the last time, so that the row says what was shown.
    async fn write_down(&mut self) -> Result<(), StoreError> {
        if self.acknowledged > self.row.confirmed_bytes {
            self.shared.parts.store.confirm(self.id(), self.shared.parts.alive.id, self.acknowledged).await?;
        }
        self.ledger.write(self.shared).await;
        Ok(())
    }

    pub(crate) async fn complete(&mut self, remote_id: String) -> Result<(), StoreError> {
        let state = DeliveryState::Processing { stage: Stage::Working };
        advance(self.shared, self.id(), &Step { remote_id: Some(remote_id), ..Step::to(state) }).await?;
        self.ledger.write(self.shared).await;
        if self.ledger.lacks_hash() {
            crate::follow::complete_hash(self.shared, &self.row, &mut self.ledger).await;
        }
        Ok(())
    }

    /// Ends the attempt when the maker wishes so. Called where nothing is in flight.
    pub(crate) fn obey(&self) -> Result<(), End> {
        if self.interrupt.is_cancelled() { Err(End::Interrupted) } else { Ok(()) }
    }

    /// Bytes have stopped. A pause or cancel is carried out, unless the last byte may have arrived: then that is
    /// settled first. Without a wish (the program ends, or the computer slept) everything stays as it is.
    async fn interrupted(&mut self) -> Result<(), StoreError> {
        let row = self.shared.parts.store.delivery(self.id()).await?;
        let Some(wish) = row.intent else { return Ok(()) };
        if self.unconfirmed {
            return self.doubt().await;
        }
        if row.state.name() == StateName::Unconfirmed {
            self.move_to(DeliveryState::Preparing).await?;
        }
        self.move_to(match wish {
            Intent::Pause => DeliveryState::Paused,
            Intent::Cancel => DeliveryState::Cancelled,
        })
        .await
    }

    async fn start_over(&mut self) -> Result<(), StoreError> {
        tracing::info!(delivery = %self.row.id, "the session of delivery {} is gone; opening another", self.row.id);
        (self.sent_all, self.unconfirmed) = (false, false);
        (self.row.confirmed_bytes, self.acknowledged) = (0, 0);
        self.shared.parts.store.start_over(self.id(), self.shared.parts.alive.id).await?;
        self.row.lost_sessions += 1;
        Ok(())
    }
}

async fn unless<T>(stop: &CancellationToken, call: impl Future<Output = T>) -> Result<T, End> {
    tokio::select! {
        answer = call => Ok(answer),
        () = stop.cancelled() => Err(End::Interrupted),
    }
}
