//! Moving deliveries: by the process that works on them, and by the maker.

use chrono::{DateTime, Utc};
use maker_domain::delivery::{DeliveryState, StateName, Wait};
use maker_domain::id::{DeliveryId, ProcessId};
use sqlx::SqliteConnection;

use super::{Intent, TABLE, queued, schedule};
use crate::audit::{self, AuditAction, NewAudit};
use crate::receipts::{self, Moment};
use crate::steps::cured_by_signing_in;
use crate::stored::{id, json, millis, opt_time, platform, to_json, to_stored};
use crate::videos::{self, NewVideo};
use crate::{Store, StoreError};

/// A move of the process that works on a delivery, and what is written with it.
#[derive(Clone, Debug)]
pub struct Step {
    /// The next state.
    pub to: DeliveryState,
    /// Not before.
    pub not_before: Option<DateTime<Utc>>,
    /// Failures in a row without progress.
    pub failures: u32,
    /// How often the platform was asked since it has every byte.
    pub asked: u32,
    /// The platform's name for it, once it has every byte; the session is forgotten with it.
    pub remote_id: Option<String>,
    /// The video, when the platform has given it an address.
    pub video: Option<NewVideo>,
    /// When the platform makes it public, by its own word.
    pub scheduled_at: Option<DateTime<Utc>>,
}

impl Step {
    /// A plain move.
    #[must_use]
    pub const fn to(to: DeliveryState) -> Self {
        Self { to, not_before: None, failures: 0, asked: 0, remote_id: None, video: None, scheduled_at: None }
    }
}

/// What became of a wish of the maker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Done.
    Done,
    /// The process that works on it has been told.
    Told,
}

impl Store {
    /// Moves a delivery that `owner` works on, with everything that belongs to the move, in one transaction.
    ///
    /// # Errors
    /// [`StoreError::LostLease`] when another process has it; [`StoreError::IllegalMove`] when the state machine has no
    /// such move. Neither writes anything.
    pub async fn advance(
        &self,
        delivery: DeliveryId,
        owner: ProcessId,
        step: &Step,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let before = current(&mut tx, delivery).await?;
        if before.owner != Some(owner) {
            return Err(StoreError::LostLease);
        }
        refuse_illegal(&before.state, &step.to)?;
        sqlx::query(
            "UPDATE deliveries SET state = ?, detail = ?, not_before = ?, failures = ?, asked = ?, \
               intent = CASE WHEN ? THEN intent END, remote_id = coalesce(?, remote_id), updated_at = ? WHERE id = ?",
        )
        .bind(step.to.name().as_str())
        .bind(to_json(TABLE, &step.to)?)
        .bind(step.not_before.map(millis))
        .bind(step.failures)
        .bind(step.asked)
        .bind(keeps_the_wish(&step.to))
        .bind(&step.remote_id)
        .bind(millis(now))
        .bind(delivery.to_string())
        .execute(&mut *tx)
        .await?;
        if before.waits_for_its_time() && step.to.name() == StateName::Preparing {
            sqlx::query("UPDATE deliveries SET begun_at = coalesce(begun_at, ?) WHERE id = ?")
                .bind(millis(now))
                .bind(delivery.to_string())
                .execute(&mut *tx)
                .await?;
        }
        if let Some(told) = step.scheduled_at {
            schedule::note_told(&mut tx, delivery, told).await?;
        }
        if step.remote_id.is_some() {
            sqlx::query("UPDATE deliveries SET confirmed_bytes = total_bytes WHERE id = ?")
                .bind(delivery.to_string())
                .execute(&mut *tx)
                .await?;
        }
        if step.remote_id.is_some() || matches!(step.to, DeliveryState::Failed { .. }) {
            sqlx::query("DELETE FROM upload_sessions WHERE delivery_id = ?")
                .bind(delivery.to_string())
                .execute(&mut *tx)
                .await?;
        }
        let which = delivery.to_string();
        if step.remote_id.is_some() {
            receipts::note_time(&mut tx, &which, Moment::Received, now).await?;
        }
        if matches!(step.to, DeliveryState::Published { .. }) {
            receipts::note_time(&mut tx, &which, Moment::Published, now).await?;
        }
        if let Some(video) = &step.video {
            videos::insert(&mut tx, delivery, video, now).await?;
        }
        if let Some(outcome) = audited(&step.to) {
            let entry = NewAudit {
                platform: before.platform,
                account: None,
                action: AuditAction::Upload,
                scope: to_inbox(&mut tx, delivery).await?.then_some(INBOX_RIGHT),
                outcome: &outcome,
                subject: Some(&delivery.to_string()),
            };
            audit::insert(&mut tx, entry, now).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Notes acknowledged bytes. Never falls, so that progress shown never does.
    ///
    /// # Errors
    /// [`StoreError::LostLease`] when another process has the delivery.
    pub async fn confirm(&self, delivery: DeliveryId, owner: ProcessId, confirmed: u64) -> Result<(), StoreError> {
        let done = sqlx::query(
            "UPDATE deliveries SET confirmed_bytes = max(confirmed_bytes, ?), failures = 0 WHERE id = ? AND lease_owner = ?",
        )
        .bind(to_stored(confirmed))
        .bind(delivery.to_string())
        .bind(owner.to_string())
        .execute(&self.pool)
        .await?;
        if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::LostLease) }
    }

    /// Acknowledged bytes start anew: the platform has dropped the session, which is counted.
    ///
    /// # Errors
    /// [`StoreError::LostLease`] when another process has the delivery: its session is left alone.
    pub async fn start_over(&self, delivery: DeliveryId, owner: ProcessId) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("UPDATE deliveries SET confirmed_bytes = 0, lost_sessions = lost_sessions + 1 WHERE id = ? AND lease_owner = ?")
            .bind(delivery.to_string())
            .bind(owner.to_string())
            .execute(&mut *tx)
            .await?;
        if done.rows_affected() == 0 {
            return Err(StoreError::LostLease);
        }
        sqlx::query("DELETE FROM upload_sessions WHERE delivery_id = ?")
            .bind(delivery.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The maker's wish to pause or cancel. Where a process works on the delivery it is told and does it at its next
    /// step; otherwise it is done here.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when the delivery is past that.
    pub async fn ask(&self, delivery: DeliveryId, wish: Intent, now: DateTime<Utc>) -> Result<Asked, StoreError> {
        let mut tx = self.write().await?;
        let before = current(&mut tx, delivery).await?;
        let to = match wish {
            Intent::Pause => DeliveryState::Paused,
            Intent::Cancel => DeliveryState::Cancelled,
        };
        refuse_illegal(&before.state, &to)?;
        if before.remote_id.is_some() {
            return Err(StoreError::IllegalMove("with-the-platform".into()));
        }
        let asked = if before.at_work(now) {
            sqlx::query("UPDATE deliveries SET intent = ?, updated_at = ? WHERE id = ?")
                .bind(match wish {
                    Intent::Pause => "PAUSE",
                    Intent::Cancel => "CANCEL",
                })
                .bind(millis(now))
                .bind(delivery.to_string())
                .execute(&mut *tx)
                .await?;
            Asked::Told
        } else {
            set_state(&mut tx, delivery, &to, None, now).await?;
            Asked::Done
        };
        tx.commit().await?;
        Ok(asked)
    }

    /// The maker's wish to go on: after a pause, after mending, after a failure, or to take a cancel back. The failures
    /// counted so far are forgiven. What came out of a backup stays in doubt until the maker has answered just that.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when there is nothing to go on with.
    pub async fn go_on(&self, delivery: DeliveryId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let before = current(&mut tx, delivery).await?;
        let (to, not_before) = queued(before.platform, before.scheduled_at, now);
        refuse_illegal(&before.state, &to)?;
        if matches!(before.state, DeliveryState::Preparing | DeliveryState::Uploading) {
            // Only the process at work on it may make it wait.
            return Err(StoreError::IllegalMove("on-its-way".into()));
        }
        if before.state.name() == StateName::Failed {
            // Nothing of a failed attempt is live, and nothing of it may be mixed into the next.
            sqlx::query("UPDATE deliveries SET remote_id = NULL, confirmed_bytes = 0, asked = 0 WHERE id = ?")
                .bind(delivery.to_string())
                .execute(&mut *tx)
                .await?;
        }
        if starts_anew(&before.state) {
            sqlx::query("DELETE FROM upload_sessions WHERE delivery_id = ?")
                .bind(delivery.to_string())
                .execute(&mut *tx)
                .await?;
            sqlx::query("UPDATE deliveries SET confirmed_bytes = 0, remote_id = NULL, asked = 0 WHERE id = ?")
                .bind(delivery.to_string())
                .execute(&mut *tx)
                .await?;
        }
        use maker_domain::reason::ReasonCode as R;
        let answers = |codes: &[R]| matches!(&before.state, DeliveryState::NeedsAttention { reason } if codes.contains(&reason.code));
        sqlx::query(
            "UPDATE deliveries SET lost_sessions = 0, window_waived = max(window_waived, ?1), \
               restored_at = CASE WHEN ?2 THEN NULL ELSE restored_at END WHERE id = ?3",
        )
        .bind(answers(&[R::WindowTooShort]))
        .bind(answers(&[R::Restored, R::CannotTell]))
        .bind(delivery.to_string())
        .execute(&mut *tx)
        .await?;
        set_state(&mut tx, delivery, &to, not_before, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Makes the time of everything that waits for the network come now: it is back.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn hurry_offline(&self) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE deliveries SET not_before = NULL WHERE state = 'WAITING' AND not_before IS NOT NULL \
               AND json_extract(detail, '$.why') = 'NETWORK'",
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Makes the time of a resting delivery come now. One that waits for a time the maker chose keeps it.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn hurry(&self, delivery: DeliveryId) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE deliveries SET not_before = NULL WHERE id = ? AND coalesce(detail ->> '$.why', '') <> 'SCHEDULE'",
        )
        .bind(delivery.to_string())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Lets every delivery of `platform` that waits for a sign-in, a right or the password store go on. Returns how many.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn go_on_after_sign_in(&self, on: maker_domain::Platform, now: DateTime<Utc>) -> Result<u32, StoreError> {
        let mut tx = self.write().await?;
        let rows: Vec<(String, String, Option<i64>)> = sqlx::query_as(
            "SELECT id, detail, scheduled_at FROM deliveries WHERE platform = ? AND state = 'NEEDS_ATTENTION'",
        )
        .bind(on.as_str())
        .fetch_all(&mut *tx)
        .await?;
        let mut moved = 0;
        for (which, detail, scheduled_at) in rows {
            let DeliveryState::NeedsAttention { reason } = json(TABLE, &detail)? else { continue };
            if cured_by_signing_in(reason.code) {
                let (to, not_before) = queued(on, opt_time(TABLE, scheduled_at)?, now);
                set_state(&mut tx, DeliveryId(id(TABLE, &which)?), &to, not_before, now).await?;
                moved += 1;
            }
        }
        tx.commit().await?;
        Ok(moved)
    }

    /// Takes an ended delivery off the list.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when it has not ended.
    pub async fn dismiss(&self, delivery: DeliveryId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let done = sqlx::query(
            "UPDATE deliveries SET dismissed_at = ? WHERE id = ? AND state IN ('PUBLISHED', 'FAILED', 'CANCELLED')",
        )
        .bind(millis(now))
        .bind(delivery.to_string())
        .execute(&self.pool)
        .await?;
        if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::IllegalMove("under-way".into())) }
    }
}

pub(super) struct Current {
    pub(super) state: DeliveryState,
    pub(super) platform: maker_domain::Platform,
    owner: Option<ProcessId>,
    leased_until: Option<DateTime<Utc>>,
    pub(super) remote_id: Option<String>,
    pub(super) scheduled_at: Option<DateTime<Utc>>,
}

impl Current {
    /// Whether some process works on it, so that only that one may move it.
    pub(super) fn at_work(&self, now: DateTime<Utc>) -> bool {
        // Only what runs by itself has somebody at work; a lease on what rests is about to be given back.
        let leased = self.owner.is_some() && self.leased_until.is_some_and(|until| until > now);
        self.state.name().runs_by_itself() && leased
    }

    const fn waits_for_its_time(&self) -> bool {
        matches!(self.state, DeliveryState::Waiting { why: Wait::Schedule, .. })
    }
}

/// Where going on means a new session: the maker has seen that the old one came to nothing.
fn starts_anew(state: &DeliveryState) -> bool {
    use maker_domain::reason::ReasonCode as R;
    matches!(state, DeliveryState::NeedsAttention { reason }
        if matches!(reason.code, R::CannotTell | R::SessionLost | R::UploadWindowClosed))
}

/// A wish stays while it can still come true: also while it is being settled what became of the last byte, and while
/// the delivery rests before it goes on by itself.
const fn keeps_the_wish(state: &DeliveryState) -> bool {
    use DeliveryState as S;
    matches!(state, S::Waiting { .. } | S::Preparing | S::Uploading | S::Unconfirmed)
}

pub(super) async fn current(connection: &mut SqliteConnection, delivery: DeliveryId) -> Result<Current, StoreError> {
    type Row = (String, String, Option<String>, Option<i64>, Option<String>, Option<i64>);
    let row: Option<Row> = sqlx::query_as(
        "SELECT detail, platform, lease_owner, lease_until, remote_id, scheduled_at FROM deliveries WHERE id = ?",
    )
    .bind(delivery.to_string())
    .fetch_optional(connection)
    .await?;
    let (detail, on, owner, until, remote_id, scheduled_at) = row.ok_or(StoreError::NotFound)?;
    Ok(Current {
        state: json(TABLE, &detail)?,
        platform: platform(TABLE, &on)?,
        owner: owner.map(|o| id(TABLE, &o).map(ProcessId)).transpose()?,
        leased_until: opt_time(TABLE, until)?,
        remote_id,
        scheduled_at: opt_time(TABLE, scheduled_at)?,
    })
}

/// A move outside a lease: whatever was counted or asked before starts anew.
pub(super) async fn set_state(
    connection: &mut SqliteConnection,
    delivery: DeliveryId,
    to: &DeliveryState,
    not_before: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE deliveries SET state = ?, detail = ?, intent = NULL, not_before = ?, failures = 0, dismissed_at = NULL, \
           updated_at = ? WHERE id = ?",
    )
    .bind(to.name().as_str())
    .bind(to_json(TABLE, to)?)
    .bind(not_before.map(millis))
    .bind(millis(now))
    .bind(delivery.to_string())
    .execute(connection)
    .await?;
    Ok(())
}

fn refuse_illegal(from: &DeliveryState, to: &DeliveryState) -> Result<(), StoreError> {
    if from.may_become(to) {
        Ok(())
    } else {
        Err(StoreError::IllegalMove(from.name().as_str().to_lowercase().replace('_', "-")))
    }
}

/// Notes that the platform has opened an upload.
pub(crate) async fn note_begun(
    connection: &mut SqliteConnection,
    delivery: DeliveryId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let entry = NewAudit {
        platform: current(connection, delivery).await?.platform,
        account: None,
        action: AuditAction::Upload,
        scope: to_inbox(connection, delivery).await?.then_some(INBOX_RIGHT),
        outcome: "STARTED",
        subject: Some(&delivery.to_string()),
    };
    audit::insert(connection, entry, now).await
}

/// TikTok has a right of its own for what goes to the inbox.
const INBOX_RIGHT: &str = "video.upload";

async fn to_inbox(connection: &mut SqliteConnection, delivery: DeliveryId) -> Result<bool, StoreError> {
    let to_inbox: Option<bool> =
        sqlx::query_scalar("SELECT coalesce(post ->> '$.to_inbox', 0) FROM deliveries WHERE id = ?")
            .bind(delivery.to_string())
            .fetch_optional(connection)
            .await?;
    Ok(to_inbox == Some(true))
}

fn audited(state: &DeliveryState) -> Option<String> {
    match state {
        DeliveryState::Published { .. } => Some("PUBLISHED".into()),
        DeliveryState::NeedsAttention { reason } | DeliveryState::Failed { reason } => Some(audit::code(reason.code)),
        DeliveryState::Cancelled => Some("CANCELLED".into()),
        DeliveryState::Waiting { .. }
        | DeliveryState::Preparing
        | DeliveryState::Uploading
        | DeliveryState::Processing { .. }
        | DeliveryState::Paused
        | DeliveryState::Unconfirmed => None,
    }
}
