//! Who works on a delivery. A lease keeps two processes from sending the same one; it ends by being given back, by
//! its time, or when its owner is known to be dead.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::id::{DeliveryId, ProcessId, PublicationId};

use super::read::read_intent;
use super::{Intent, TABLE};
use crate::stored::{id, millis, platform, time};
use crate::{Store, StoreError};

/// A delivery that some process works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtWork {
    /// Which.
    pub delivery: DeliveryId,
    /// The press of Publish it belongs to.
    pub publication: PublicationId,
    /// Where it goes.
    pub platform: Platform,
    /// Bytes are still to be sent; `false` once the platform has them all.
    pub uploads: bool,
    /// Who works on it.
    pub owner: ProcessId,
    /// Renewed before this.
    pub until: DateTime<Utc>,
}

impl Store {
    /// Everything that some process holds a lease of, also where that is over.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn at_work(&self) -> Result<Vec<AtWork>, StoreError> {
        type Row = (String, String, String, bool, String, i64);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, publication_id, platform, remote_id IS NULL, lease_owner, lease_until FROM deliveries \
             WHERE lease_owner IS NOT NULL AND lease_until IS NOT NULL",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|(delivery, publication, on, uploads, owner, until)| {
                Ok(AtWork {
                    delivery: DeliveryId(id(TABLE, &delivery)?),
                    publication: PublicationId(id(TABLE, &publication)?),
                    platform: platform(TABLE, &on)?,
                    uploads,
                    owner: ProcessId(id(TABLE, &owner)?),
                    until: time(TABLE, until)?,
                })
            })
            .collect()
    }

    /// Every process that holds a lease of anything, a delivery or a step.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn owners(&self) -> Result<Vec<ProcessId>, StoreError> {
        let owners: Vec<String> = sqlx::query_scalar(
            "SELECT lease_owner FROM deliveries WHERE lease_owner IS NOT NULL \
             UNION SELECT lease_owner FROM delivery_steps WHERE lease_owner IS NOT NULL",
        )
        .fetch_all(&self.pool)
        .await?;
        owners.iter().map(|owner| Ok(ProcessId(id(TABLE, owner)?))).collect()
    }

    /// Takes the lease of a delivery that runs by itself, if it is free, ours, or over. `false` when somebody else has
    /// it, or sends to the same channel: that takes one upload at a time, whoever sends it; or when it has been moved to
    /// a later time meanwhile.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn claim(
        &self,
        delivery: DeliveryId,
        owner: ProcessId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE deliveries SET lease_owner = ?1, lease_until = ?2 \
             WHERE id = ?3 AND state IN ('WAITING', 'PREPARING', 'UPLOADING', 'PROCESSING', 'UNCONFIRMED') \
               AND (lease_owner IS NULL OR lease_owner = ?1 OR lease_until <= ?4) \
               AND (state <> 'WAITING' OR detail ->> '$.why' <> 'SCHEDULE' OR not_before <= ?4) \
               AND (remote_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM deliveries o \
                      WHERE o.lease_owner IS NOT NULL AND o.lease_owner <> ?1 AND o.lease_until > ?4 \
                        AND o.remote_id IS NULL AND o.platform = deliveries.platform AND o.id <> deliveries.id))",
        )
        .bind(owner.to_string())
        .bind(millis(until))
        .bind(delivery.to_string())
        .bind(millis(now))
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// What the maker has asked of `owner` while it works on the delivery.
    ///
    /// # Errors
    /// [`StoreError::LostLease`] when somebody else works on it by now: stop at once.
    pub async fn wish(&self, delivery: DeliveryId, owner: ProcessId) -> Result<Option<Intent>, StoreError> {
        let row: Option<Option<String>> =
            sqlx::query_scalar("SELECT intent FROM deliveries WHERE id = ? AND lease_owner = ?")
                .bind(delivery.to_string())
                .bind(owner.to_string())
                .fetch_optional(&self.pool)
                .await?;
        row.ok_or(StoreError::LostLease)?.map(|intent| read_intent(&intent)).transpose()
    }

    /// Keeps a lease for longer.
    ///
    /// # Errors
    /// [`StoreError::LostLease`] when somebody else has taken it: stop at once.
    pub async fn renew(&self, delivery: DeliveryId, owner: ProcessId, until: DateTime<Utc>) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE deliveries SET lease_until = ? WHERE id = ? AND lease_owner = ?")
            .bind(millis(until))
            .bind(delivery.to_string())
            .bind(owner.to_string())
            .execute(&self.pool)
            .await?;
        if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::LostLease) }
    }

    /// Gives a lease back.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn release(&self, delivery: DeliveryId, owner: ProcessId) -> Result<(), StoreError> {
        sqlx::query("UPDATE deliveries SET lease_owner = NULL, lease_until = NULL WHERE id = ? AND lease_owner = ?")
            .bind(delivery.to_string())
            .bind(owner.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Takes every lease from a process that is dead, and notes what it left in the middle. Its work goes on with whoever
    /// claims it next.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn release_all_of(&self, dead: ProcessId) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        Self::note_interrupted(&mut tx, &dead.to_string()).await?;
        let done = sqlx::query("UPDATE deliveries SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = ?")
            .bind(dead.to_string())
            .execute(&mut *tx)
            .await?;
        sqlx::query("UPDATE delivery_steps SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = ?")
            .bind(dead.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}
