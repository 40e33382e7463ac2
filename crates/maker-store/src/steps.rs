//! `delivery_steps`: what is done for a video once the platform has it. Each is claimed, tried and mended alone, and no
//! function here can move a delivery.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::followup::{FollowUp, StepState};
use maker_domain::id::{DeliveryId, ProcessId, StepId};
use maker_domain::media::FileIdentity;
use maker_domain::reason::ReasonCode;
use sqlx::SqliteConnection;

use crate::audit::{self, NewAudit, code};
use crate::deliveries::CURRENT;
use crate::stored::{id, json, millis, path_bytes, path_from, platform, time, to_json};
use crate::{Store, StoreError};

const TABLE: &str = "delivery_steps";

/// A step as it is queued.
#[derive(Clone, Debug, PartialEq)]
pub struct NewStep {
    /// Its id.
    pub id: StepId,
    /// Whose.
    pub delivery: DeliveryId,
    /// What is to be done.
    pub work: FollowUp,
    /// Its file, where it has one, as it was at Publish.
    pub file: Option<(PathBuf, FileIdentity)>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct DeliveryStep {
    /// Its id.
    pub id: StepId,
    /// Whose.
    pub delivery: DeliveryId,
    /// What is to be done.
    pub work: FollowUp,
    /// Its file, where it has one, as it was at Publish.
    pub file: Option<(PathBuf, FileIdentity)>,
    /// Where it stands.
    pub state: StepState,
    /// A request for it may have arrived: look before doing it again.
    pub tried: bool,
    /// Failures in a row.
    pub failures: u32,
    /// Last change.
    pub updated_at: DateTime<Utc>,
    /// Where the video is.
    pub platform: Platform,
    /// The platform's name for the video, once it has every byte.
    pub remote_id: Option<String>,
    /// The platform has finished its own versions of the video.
    pub published: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    delivery_id: String,
    work: String,
    path: Option<Vec<u8>>,
    identity: Option<String>,
    detail: String,
    tried: bool,
    failures: i64,
    updated_at: i64,
    platform: String,
    remote_id: Option<String>,
    published: bool,
}

impl Row {
    fn read(self) -> Result<DeliveryStep, StoreError> {
        let file = match (self.path, self.identity) {
            (Some(path), Some(identity)) => Some((path_from(path), json(TABLE, &identity)?)),
            _ => None,
        };
        Ok(DeliveryStep {
            id: StepId(id(TABLE, &self.id)?),
            delivery: DeliveryId(id(TABLE, &self.delivery_id)?),
            work: json(TABLE, &self.work)?,
            file,
            state: json(TABLE, &self.detail)?,
            tried: self.tried,
            failures: u32::try_from(self.failures).unwrap_or(u32::MAX),
            updated_at: time(TABLE, self.updated_at)?,
            platform: platform(TABLE, &self.platform)?,
            remote_id: self.remote_id,
            published: self.published,
        })
    }
}

const COLUMNS: &str = "SELECT s.id, s.delivery_id, s.work, s.path, s.identity, s.detail, s.tried, s.failures, s.updated_at, \
    d.platform, d.remote_id, (d.state = 'PUBLISHED' OR d.detail ->> '$.stage' = 'SCHEDULED') AS published \
    FROM delivery_steps s JOIN deliveries d ON d.id = s.delivery_id ";

impl Store {
    /// Every step of the deliveries on the list, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn steps(&self) -> Result<Vec<DeliveryStep>, StoreError> {
        self.current_steps(DateTime::<Utc>::MIN_UTC).await
    }

    /// The steps of [`Store::current_deliveries`], oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn current_steps(&self, since: DateTime<Utc>) -> Result<Vec<DeliveryStep>, StoreError> {
        let sql = [COLUMNS, "WHERE ", CURRENT, " ORDER BY s.created_at, s.id"].concat();
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(millis(since)).fetch_all(&self.pool).await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// The steps of one delivery, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn steps_of(&self, delivery: DeliveryId) -> Result<Vec<DeliveryStep>, StoreError> {
        let sql = [COLUMNS, "WHERE s.delivery_id = ? ORDER BY s.created_at, s.id"].concat();
        let rows: Vec<Row> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(delivery.to_string()).fetch_all(&self.pool).await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// Steps whose time has come: their video is with the platform, and nothing is known to stand in the way. A pause
    /// without a known end is over early when the clock was set back, as for deliveries. A few at a time, those of
    /// finished videos first; with `only`, of these deliveries and no others.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn due_steps(
        &self,
        now: DateTime<Utc>,
        only: Option<&[DeliveryId]>,
    ) -> Result<Vec<DeliveryStep>, StoreError> {
        let sql = [
            COLUMNS,
            "WHERE s.state = 'WAITING' AND d.remote_id IS NOT NULL AND d.state IN ('PROCESSING', 'PUBLISHED') \
               AND (s.not_before IS NULL OR s.not_before <= ?1 \
                    OR (s.updated_at > ?1 + 5000 AND json_extract(s.detail, '$.until') IS NULL)) \
               AND (?2 IS NULL OR s.delivery_id IN (SELECT value FROM json_each(?2))) \
             ORDER BY d.state <> 'PUBLISHED', s.created_at, s.id LIMIT 64",
        ]
        .concat();
        let only = only.map(|only| to_json(TABLE, &only)).transpose()?;
        let rows: Vec<Row> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(millis(now)).bind(only).fetch_all(&self.pool).await?;
        rows.into_iter().map(Row::read).collect()
    }

    /// Takes the lease of a waiting step, if it is free, ours, or over. What its owner does not give back is over at
    /// `until`, so that is soon.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn claim_step(
        &self,
        step: StepId,
        owner: ProcessId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE delivery_steps SET lease_owner = ?1, lease_until = ?2 WHERE id = ?3 AND state = 'WAITING' \
               AND (lease_owner IS NULL OR lease_owner = ?1 OR lease_until <= ?4)",
        )
        .bind(owner.to_string())
        .bind(millis(until))
        .bind(step.to_string())
        .bind(millis(now))
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Notes that a request for the step is about to leave: from here on it may have been done.
    ///
    /// # Errors
    /// [`StoreError::LostLease`] when another process has it: nothing may be sent.
    pub async fn try_step(&self, step: StepId, owner: ProcessId) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE delivery_steps SET tried = 1 WHERE id = ? AND lease_owner = ?")
            .bind(step.to_string())
            .bind(owner.to_string())
            .execute(&self.pool)
            .await?;
        if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::LostLease) }
    }

    /// Writes what became of a try and gives the lease back.
    ///
    /// # Errors
    /// [`StoreError::LostLease`] when another process has it.
    pub async fn settle_step(
        &self,
        step: StepId,
        owner: ProcessId,
        to: &StepState,
        not_before: Option<DateTime<Utc>>,
        failures: u32,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query(
            "UPDATE delivery_steps SET state = ?, detail = ?, not_before = ?, failures = ?, lease_owner = NULL, \
               lease_until = NULL, updated_at = ? WHERE id = ? AND lease_owner = ?",
        )
        .bind(name(to))
        .bind(to_json(TABLE, to)?)
        .bind(not_before.map(millis))
        .bind(failures)
        .bind(millis(now))
        .bind(step.to_string())
        .bind(owner.to_string())
        .execute(&mut *tx)
        .await?;
        if done.rows_affected() != 1 {
            return Err(StoreError::LostLease);
        }
        let outcome = match to {
            StepState::Waiting { .. } => None,
            StepState::Done => Some("OK".to_owned()),
            StepState::NeedsAttention { reason } => Some(code(reason.code)),
        };
        if let Some(outcome) = outcome {
            note(&mut tx, step, &outcome, now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// The maker's wish to try a step again, or a waiting one now.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when it is done; [`StoreError::NotFound`] when there is none.
    pub async fn retry_step(&self, step: StepId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let state: Option<String> = sqlx::query_scalar("SELECT state FROM delivery_steps WHERE id = ?")
            .bind(step.to_string())
            .fetch_optional(&mut *tx)
            .await?;
        match state.as_deref() {
            None => return Err(StoreError::NotFound),
            Some("DONE") => return Err(StoreError::IllegalMove("done".into())),
            Some(_) => {}
        }
        let waiting = StepState::Waiting { until: None };
        sqlx::query(
            "UPDATE delivery_steps SET state = 'WAITING', detail = ?, not_before = NULL, failures = 0, updated_at = ? WHERE id = ?",
        )
        .bind(to_json(TABLE, &waiting)?)
        .bind(millis(now))
        .bind(step.to_string())
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Lets every step on `on` that waits for a sign-in, a right or the password store go on. Returns how many.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn retry_steps_after_sign_in(&self, on: Platform, now: DateTime<Utc>) -> Result<u32, StoreError> {
        let mut retried = 0;
        for step in self.steps().await? {
            let StepState::NeedsAttention { reason } = &step.state else { continue };
            if step.platform == on && cured_by_signing_in(reason.code) {
                self.retry_step(step.id, now).await?;
                retried += 1;
            }
        }
        Ok(retried)
    }
}

/// What a sign-in, or an unlocked password store, takes out of the way.
pub(crate) const fn cured_by_signing_in(code: ReasonCode) -> bool {
    use ReasonCode as R;
    matches!(
        code,
        R::NotConnected | R::SignInAgain | R::MissingScope | R::KeyringLocked | R::KeyringUnavailable | R::NotSetUp
    )
}

pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    step: &NewStep,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let waiting = StepState::Waiting { until: None };
    let identity = step.file.as_ref().map(|(_, identity)| to_json(TABLE, identity)).transpose()?;
    sqlx::query(
        "INSERT INTO delivery_steps (id, delivery_id, work, path, identity, state, detail, created_at, updated_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
    )
    .bind(step.id.to_string())
    .bind(step.delivery.to_string())
    .bind(to_json(TABLE, &step.work)?)
    .bind(step.file.as_ref().map(|(path, _)| path_bytes(path)))
    .bind(identity)
    .bind(name(&waiting))
    .bind(to_json(TABLE, &waiting)?)
    .bind(millis(now))
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes in the activity what became of a step.
async fn note(
    connection: &mut SqliteConnection,
    step: StepId,
    outcome: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (work, delivery, on): (String, String, String) = sqlx::query_as(
        "SELECT s.work, s.delivery_id, d.platform FROM delivery_steps s JOIN deliveries d ON d.id = s.delivery_id \
         WHERE s.id = ?",
    )
    .bind(step.to_string())
    .fetch_one(&mut *connection)
    .await?;
    let work: FollowUp = json(TABLE, &work)?;
    let entry = NewAudit {
        platform: platform(TABLE, &on)?,
        account: None,
        action: work.kind().into(),
        scope: None,
        outcome,
        subject: Some(&delivery),
    };
    audit::insert(connection, entry, now).await
}

const fn name(state: &StepState) -> &'static str {
    match state {
        StepState::Waiting { .. } => "WAITING",
        StepState::Done => "DONE",
        StepState::NeedsAttention { .. } => "NEEDS_ATTENTION",
    }
}
