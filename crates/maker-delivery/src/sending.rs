//! The bytes of an open session: part by part, each from where the platform says it is.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use maker_domain::media::FileIdentity;
use maker_domain::reason::ReasonCode;
use maker_platforms::{ApiError, PlatformApi, Session, Standing};
use maker_store::publications::PublishedFile;
use tokio::time::Instant;

use crate::decide::Trouble;
use crate::feed::Seat;
use crate::shared::Progress;
use crate::speed::Speed;
use crate::steps::{authorised, granted};
use crate::upload::{End, Upload};

/// Answers without progress before we pause.
const STUCK: u32 = 3;

/// Acknowledged bytes are written at most this often, and only where they have grown by a hundredth of the file: the
/// platform is the truth, the row is for people, and a film must not wear the disk out by being sent.
const WRITE_EVERY: Duration = Duration::from_secs(2);
const LEAST_GROWTH: u64 = 8 * 1024 * 1024;

/// The receipt's notes are written with every so many of those writes.
const NOTES_EVERY: u32 = 4;

/// When acknowledged bytes are written down.
struct Writes {
    at: Instant,
    bytes: u64,
    count: u32,
}

impl Writes {
    fn is_due(&self, have: u64, total: u64) -> bool {
        self.at.elapsed() >= WRITE_EVERY && have.saturating_sub(self.bytes) >= LEAST_GROWTH.max(total / 100)
    }
}

impl Upload<'_> {
    /// Sends everything from `have` on. Returns once the platform has every byte.
    pub(crate) async fn send_all(
        &mut self,
        api: &dyn PlatformApi,
        session: &Session,
        publication: &PublishedFile,
        seat: &Arc<Seat>,
        mut have: u64,
    ) -> Result<(), End> {
        let began = Instant::now();
        let mut speed = Speed::default();
        let mut written = Writes { at: began, bytes: have, count: 0 };
        let (mut stuck, mut refreshed) = (0, false);
        let mut shown = self.row.confirmed_bytes.max(have);
        self.acknowledged = have;
        speed.note(Duration::ZERO, have);
        self.show(session, shown, &speed);
        while let Some(range) = api.next_range(session, have) {
            self.obey()?;
            let last = range.end >= session.total_bytes;
            if last {
                // Only a whole and unchanged file is finished: the last part is what makes a video of it.
                check_file(publication).await?;
                self.shared.parts.store.note_sent_all(self.id()).await?;
                (self.sent_all, self.unconfirmed) = (true, true);
            } else {
                check_same_file(seat.file(), &publication.path, &publication.identity)?;
            }
            let token = self.unless_interrupted(granted(self.shared, self.row.platform)).await??.token;
            let now = self.shared.now();
            self.ledger.leaves(self.shared, now).await;
            let bytes = seat.stream(range.clone(), Arc::clone(&self.shared.pace), Arc::clone(&self.ledger.hash));
            let sending = api.send(&token, session, range, reqwest::Body::wrap_stream(bytes), now);
            let standing = match self.unless_interrupted(sending).await? {
                Err(ApiError::TokenRejected) if !refreshed => {
                    // 401: one refresh, then the same session from where the platform says.
                    refreshed = true;
                    let renewing = self.shared.parts.access.rejected(self.row.platform, &token);
                    self.unless_interrupted(renewing).await??;
                    let now = self.shared.now();
                    let asking =
                        authorised(self.shared, self.row.platform, |t| async move { api.ask(&t, session, now).await });
                    self.unless_interrupted(asking).await??
                }
                answer => answer?,
            };
            self.shared.network(false);
            let before = have;
            have = match standing {
                Standing::Complete { remote_id } => {
                    self.shared.remember_speed(self.row.platform, &speed).await;
                    return Ok(self.complete(remote_id).await?);
                }
                Standing::Gone => return Err(ApiError::SessionGone.into()),
                Standing::Failed { reason } => return Err(ApiError::Refused { reason }.into()),
                Standing::Stored { bytes } => bytes,
            };
            if have < session.total_bytes {
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
            if written.is_due(have, session.total_bytes) {
                self.shared.parts.store.confirm(self.id(), self.shared.parts.alive.id, have).await?;
                written = Writes { at: Instant::now(), bytes: have, count: written.count + 1 };
                if written.count.is_multiple_of(NOTES_EVERY) {
                    self.ledger.write(self.shared).await;
                }
            }
        }
        // The platform has every byte and has not said so yet.
        self.unconfirmed = true;
        Err(ApiError::Busy { retry_after: None }.into())
    }

    /// 100 % is the platform's to say: before its final answer at most one byte less is shown.
    fn show(&self, session: &Session, confirmed: u64, speed: &Speed) {
        let left_s = speed.seconds_left(session.total_bytes);
        let until = session.expires_at.map(|at| (at - self.shared.now()).as_seconds_f64());
        self.shared.progressed(Progress {
            id: self.id(),
            confirmed_bytes: confirmed.min(session.total_bytes.saturating_sub(1)),
            total_bytes: session.total_bytes,
            speed_bytes_s: speed.bytes_per_s(),
            left_s,
            deadline: session.expires_at,
            too_slow: left_s.zip(until).is_some_and(|(left, until)| left > until),
        });
    }
}

/// Makes sure that the file is the one that was chosen.
pub(crate) async fn check_file(publication: &PublishedFile) -> Result<(), Trouble> {
    maker_media::unchanged(&publication.path, &publication.identity).await.map_err(|e| Trouble::File(e.reason()))
}

/// The cheap look before every part: the open file's size and time, and that it is still where it was.
fn check_same_file(file: &File, path: &Path, identity: &FileIdentity) -> Result<(), Trouble> {
    let facts = file.metadata().map_err(|_| Trouble::File(ReasonCode::FileUnreadable))?;
    let modified = facts.modified().map_err(|_| Trouble::File(ReasonCode::FileUnreadable))?;
    let same = facts.len() == identity.size_bytes
        && chrono::DateTime::<chrono::Utc>::from(modified).timestamp_millis()
            == identity.modified_at.timestamp_millis();
    match (path.exists(), same) {
        (true, true) => Ok(()),
        (true, false) => Err(Trouble::File(ReasonCode::FileChanged)),
        (false, _) => Err(Trouble::File(ReasonCode::FileMissing)),
    }
}
