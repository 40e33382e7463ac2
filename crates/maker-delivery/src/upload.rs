//! From a claimed delivery to every byte at the platform. The offset is only ever what the platform said; after any
//! unclear end it is asked first.

use std::fs::File;
use std::sync::Arc;
use std::time::Duration;

use maker_domain::delivery::{DeliveryState, Stage, StateName};
use maker_domain::id::DeliveryId;
use maker_domain::reason::{Reason, ReasonCode};
use maker_platforms::{ApiError, FileInfo, PlatformApi, Session, Standing};
use maker_store::StoreError;
use maker_store::deliveries::{Delivery, Intent, Step};
use maker_store::publications::PublishedFile;
use maker_store::sessions::StoredSession;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::decide::{self, Attempt, Trouble, Verdict};
use crate::reader;
use crate::shared::{Progress, Shared, lock};
use crate::speed::Speed;
use crate::steps::{advance, api, authorised, granted, note_network, rest, unseal};

/// Acknowledged bytes are written at most this often: the platform is the truth, the row is for people.
const WRITE_EVERY: Duration = Duration::from_secs(2);

/// Answers without progress before we pause.
const STUCK: u32 = 3;

/// Why an attempt ended early.
enum End {
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

struct Upload<'a> {
    shared: &'a Shared,
    row: Delivery,
    interrupt: &'a CancellationToken,
    /// The last byte has left in the session at hand, and nobody has told yet what became of it.
    unconfirmed: bool,
    /// What the platform has acknowledged in the session at hand, as far as it was told here.
    acknowledged: u64,
}

pub(crate) async fn run(shared: &Shared, row: Delivery, interrupt: &CancellationToken) -> Result<(), StoreError> {
    let mut upload = Upload { shared, row, interrupt, unconfirmed: false, acknowledged: 0 };
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
    fn id(&self) -> DeliveryId {
        self.row.id
    }

    fn account(&self) -> Attempt {
        Attempt {
            failures: self.row.failures,
            lost_sessions: lock(&self.shared.lost_sessions).get(&self.row.id).copied().unwrap_or(0),
            unconfirmed: self.unconfirmed,
            chance: rand::random(),
        }
    }

    async fn move_to(&mut self, state: DeliveryState) -> Result<(), StoreError> {
        let step = Step { failures: self.row.failures, ..Step::to(state.clone()) };
        advance(self.shared, self.id(), &step).await?;
        self.row.state = state;
        Ok(())
    }

    async fn attempt(&mut self) -> Result<(), End> {
        let stored = self.shared.parts.store.session(self.id()).await?;
        self.unconfirmed = stored.as_ref().is_some_and(|s| s.sent_all);
        if self.unconfirmed {
            if self.row.state.name() != StateName::Unconfirmed {
                self.doubt().await?;
            }
        } else {
            if self.row.state.name() != StateName::Preparing {
                self.move_to(DeliveryState::Preparing).await?;
            }
            self.obey().await?;
        }
        let api = api(self.shared, self.row.platform)?;
        let publication = self.shared.parts.store.published_file(self.row.publication_id).await?;
        let (session, have) = match stored {
            Some(stored) => match self.resume(api, &stored).await? {
                Some(found) => found,
                None => return Ok(()),
            },
            None => (self.open(api, &publication).await?, 0),
        };
        self.obey().await?;
        let file = check_file(&publication).await?;
        self.move_to(DeliveryState::Uploading).await?;
        self.send_all(api, &session, &publication, file, have).await
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
        let session = unseal(self.shared, self.id(), stored).await?;
        let now = self.shared.now();
        let open = &session;
        let asking = authorised(self.shared, self.row.platform, |t| async move { api.ask(&t, open, now).await });
        let standing = tokio::select! {
            standing = asking => standing?,
            // What may be live is settled first, whatever the maker wishes.
            () = self.interrupt.cancelled(), if !self.unconfirmed => return Err(End::Interrupted),
        };
        match standing {
            Standing::Stored { bytes } if bytes < session.total_bytes => {
                if self.unconfirmed {
                    self.shared.parts.store.set_sent_all(self.id(), false).await?;
                    self.unconfirmed = false;
                }
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
            Standing::Gone if self.unconfirmed => {
                let reason = Reason::new(ReasonCode::CannotTell);
                Err(ApiError::Refused { reason }.into())
            }
            Standing::Gone => Err(ApiError::SessionGone.into()),
            Standing::Failed { reason } => Err(ApiError::Refused { reason }.into()),
        }
    }

    /// Opens a session and writes it down before its first byte.
    async fn open(&mut self, api: &dyn PlatformApi, publication: &PublishedFile) -> Result<Session, End> {
        let has = granted(self.shared, self.row.platform).await?;
        if !api.upload_scopes(&self.row.post).iter().all(|needed| has.scopes.iter().any(|s| s == needed)) {
            return Err(crate::access::AccessError::NeedsMaker(ReasonCode::MissingScope).into());
        }
        check_file(publication).await?;
        let info = FileInfo {
            size_bytes: publication.facts.size_bytes,
            content_type: publication.facts.container.content_type(),
        };
        let now = self.shared.now();
        let (post, info) = (&self.row.post, &info);
        let session =
            authorised(self.shared, self.row.platform, |t| async move { api.open(&t, post, info, now).await }).await?;
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

    async fn send_all(
        &mut self,
        api: &dyn PlatformApi,
        session: &Session,
        publication: &PublishedFile,
        file: Arc<File>,
        mut have: u64,
    ) -> Result<(), End> {
        let began = Instant::now();
        let mut speed = Speed::default();
        let mut written = Instant::now();
        let mut stuck = 0;
        let mut refreshed = false;
        let mut shown = self.row.confirmed_bytes.max(have);
        self.acknowledged = have;
        speed.note(Duration::ZERO, have);
        self.show(session, shown, &speed);
        while let Some(range) = api.next_range(session, have) {
            self.obey().await?;
            let last = range.end >= session.total_bytes;
            if last {
                // Only a whole and unchanged file is finished: the last part is what makes a video of it.
                check_file(publication).await?;
                self.shared.parts.store.set_sent_all(self.id(), true).await?;
                self.unconfirmed = true;
            } else {
                check_same_file(&file, publication)?;
            }
            let token = granted(self.shared, self.row.platform).await?.token;
            let body = reqwest::Body::wrap_stream(reader::pieces(Arc::clone(&file), range.clone()));
            let sending = api.send(&token, session, range, body, self.shared.now());
            let answer = tokio::select! {
                answer = sending => answer,
                () = self.interrupt.cancelled() => return Err(End::Interrupted),
            };
            let standing = match answer {
                Err(ApiError::TokenRejected) if !refreshed => {
                    // 401: one refresh, then the same session from where the platform says.
                    refreshed = true;
                    self.shared.parts.access.rejected(self.row.platform, &token).await?;
                    let now = self.shared.now();
                    authorised(self.shared, self.row.platform, |t| async move { api.ask(&t, session, now).await })
                        .await?
                }
                answer => answer?,
            };
            self.shared.network(false);
            let before = have;
            have = match standing {
                Standing::Complete { remote_id } => return Ok(self.complete(remote_id).await?),
                Standing::Gone if self.unconfirmed => {
                    let reason = Reason::new(ReasonCode::CannotTell);
                    return Err(ApiError::Refused { reason }.into());
                }
                Standing::Gone => return Err(ApiError::SessionGone.into()),
                Standing::Failed { reason } => return Err(ApiError::Refused { reason }.into()),
                Standing::Stored { bytes } => bytes,
            };
            if last && have < session.total_bytes {
                self.shared.parts.store.set_sent_all(self.id(), false).await?;
                self.unconfirmed = false;
            }
            self.acknowledged = have;
            if have > before {
                (stuck, refreshed) = (0, false);
            } else {
                stuck += 1;
                if stuck >= STUCK {
                    return Err(ApiError::Busy { retry_after: None }.into());
                }
            }
            shown = shown.max(have);
            speed.note(began.elapsed(), have);
            self.show(session, shown, &speed);
            if written.elapsed() >= WRITE_EVERY {
                self.shared.parts.store.confirm(self.id(), self.shared.parts.alive.id, have).await?;
                written = Instant::now();
            }
        }
        // The platform has every byte and has not said so yet.
        self.unconfirmed = true;
        Err(ApiError::Busy { retry_after: None }.into())
    }

    /// Writes what was acknowledged since the last time, so that the row says what was shown.
    async fn write_down(&self) -> Result<(), StoreError> {
        if self.acknowledged > self.row.confirmed_bytes {
            self.shared.parts.store.confirm(self.id(), self.shared.parts.alive.id, self.acknowledged).await?;
        }
        Ok(())
    }

    /// 100 % is the platform's to say: before its final answer at most one byte less is shown.
    fn show(&self, session: &Session, confirmed: u64, speed: &Speed) {
        self.shared.progressed(Progress {
            id: self.id(),
            confirmed_bytes: confirmed.min(session.total_bytes.saturating_sub(1)),
            total_bytes: session.total_bytes,
            speed_bytes_s: speed.bytes_per_s(),
            left_s: speed.seconds_left(session.total_bytes),
        });
    }

    async fn complete(&mut self, remote_id: String) -> Result<(), StoreError> {
        let state = DeliveryState::Processing { stage: Stage::Working };
        advance(self.shared, self.id(), &Step { remote_id: Some(remote_id), ..Step::to(state) }).await
    }

    /// Ends the attempt when the maker wishes so. Called where nothing is in flight.
    async fn obey(&self) -> Result<(), End> {
        if self.interrupt.is_cancelled() { Err(End::Interrupted) } else { Ok(()) }
    }

    /// Bytes have stopped. A pause or cancel is carried out, unless the last byte may have arrived: then that is
    /// settled first. Without a wish (the program ends) everything stays as it is.
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
        *lock(&self.shared.lost_sessions).entry(self.row.id).or_insert(0) += 1;
        tracing::info!(delivery = %self.row.id, "the session of delivery {} is gone; opening another", self.row.id);
        self.unconfirmed = false;
        (self.row.confirmed_bytes, self.acknowledged) = (0, 0);
        self.shared.parts.store.start_over(self.id(), self.shared.parts.alive.id).await
    }
}

/// Opens the file after making sure that it is the one that was chosen.
async fn check_file(publication: &PublishedFile) -> Result<Arc<File>, Trouble> {
    maker_media::unchanged(&publication.path, &publication.identity).await.map_err(|e| Trouble::File(e.reason()))?;
    let file = File::open(&publication.path).map_err(|_| Trouble::File(ReasonCode::FileUnreadable))?;
    Ok(Arc::new(file))
}

/// The cheap look before every part: the open file's size and time.
fn check_same_file(file: &File, publication: &PublishedFile) -> Result<(), Trouble> {
    let facts = file.metadata().map_err(|_| Trouble::File(ReasonCode::FileUnreadable))?;
    let modified = facts.modified().map_err(|_| Trouble::File(ReasonCode::FileUnreadable))?;
    let same = facts.len() == publication.identity.size_bytes
        && chrono::DateTime::<chrono::Utc>::from(modified).timestamp_millis()
            == publication.identity.modified_at.timestamp_millis();
    let there = publication.path.exists();
    match (there, same) {
        (true, true) => Ok(()),
        (true, false) => Err(Trouble::File(ReasonCode::FileChanged)),
        (false, _) => Err(Trouble::File(ReasonCode::FileMissing)),
    }
}
