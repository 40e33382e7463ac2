//! Deliveries with a time: where they wait, and how they get another.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::delivery::{DeliveryState, StateName, Wait};
use maker_domain::id::DeliveryId;
use maker_domain::post::Post;
use sqlx::SqliteConnection;

use super::TABLE;
use super::moves::{current, set_state};
use crate::publications::Timed;
use crate::stored::{json, millis, to_json};
use crate::{Store, StoreError};

/// Where a delivery stands that may go on, and not before when: what has a time that its platform cannot keep waits here
/// for it, everything else for its turn.
pub(crate) fn queued(
    platform: Platform,
    at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> (DeliveryState, Option<DateTime<Utc>>) {
    match at.filter(|at| *at > now && !platform.keeps_times()) {
        Some(at) => (DeliveryState::Waiting { why: Wait::Schedule, until: Some(at) }, Some(at)),
        None => (DeliveryState::queued(), None),
    }
}

impl Store {
    /// Gives a delivery another time, or none: then it goes now. Only before anything of it has left: once a session is
    /// open, the platform has been told.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when some process works on it, or it has begun. Nothing is written then.
    pub async fn reschedule(
        &self,
        delivery: DeliveryId,
        to: Option<&Timed>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let before = current(&mut tx, delivery).await?;
        let which = delivery.to_string();
        let told: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM upload_sessions WHERE delivery_id = ?)")
            .bind(&which)
            .fetch_one(&mut *tx)
            .await?;
        let waits = matches!(before.state.name(), StateName::Waiting | StateName::Paused | StateName::NeedsAttention);
        if !waits || told || before.remote_id.is_some() || before.at_work(now) {
            return Err(StoreError::IllegalMove("on-its-way".into()));
        }
        let at = to.map(|timed| timed.at);
        let post: String =
            sqlx::query_scalar("SELECT post FROM deliveries WHERE id = ?").bind(&which).fetch_one(&mut *tx).await?;
        let mut post: Post = json(TABLE, &post)?;
        post.set_time(at);
        sqlx::query(
            "UPDATE deliveries SET post = ?, scheduled_at = ?, wall = ?, begun_at = NULL, updated_at = ? WHERE id = ?",
        )
        .bind(to_json(TABLE, &post)?)
        .bind(at.map(millis))
        .bind(to.map(|timed| to_json(TABLE, &timed.wall)).transpose()?)
        .bind(millis(now))
        .bind(&which)
        .execute(&mut *tx)
        .await?;
        // What is paused or needs the maker stays so, unless it was told to go now.
        if before.state.name() == StateName::Waiting || to.is_none() {
            let (state, not_before) = queued(before.platform, at, now);
            set_state(&mut tx, delivery, &state, not_before, now).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

/// The platform says when it makes the video public. Where that is another time than the maker wrote here, it was changed
/// there, and the platform's word counts.
pub(super) async fn note_told(
    connection: &mut SqliteConnection,
    delivery: DeliveryId,
    told: DateTime<Utc>,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE deliveries SET wall = CASE WHEN scheduled_at / 1000 = ?1 / 1000 THEN wall END, scheduled_at = ?1 WHERE id = ?2",
    )
    .bind(millis(told))
    .bind(delivery.to_string())
    .execute(connection)
    .await?;
    Ok(())
}
