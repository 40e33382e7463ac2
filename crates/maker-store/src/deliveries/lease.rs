//! Who works on a delivery. A lease keeps two processes from sending the same one; it ends by being given back, by
//! its time, or when its owner is known to be dead.

use chrono::{DateTime, Utc};
use maker_domain::id::{DeliveryId, ProcessId};

use crate::stored::millis;
use crate::{Store, StoreError};

impl Store {
    /// Takes the lease of a delivery that runs by itself, if it is free, ours, or over. `false` when somebody else has it.
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
               AND (lease_owner IS NULL OR lease_owner = ?1 OR lease_until <= ?4)",
        )
        .bind(owner.to_string())
        .bind(millis(until))
        .bind(delivery.to_string())
        .bind(millis(now))
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
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

    /// Takes every lease from a process that is dead. Its work goes on with whoever claims it next.
    ///
    /// # Errors
    /// [`StoreError`] when the disk refuses.
    pub async fn release_all_of(&self, dead: ProcessId) -> Result<u64, StoreError> {
        let done = sqlx::query("UPDATE deliveries SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = ?")
            .bind(dead.to_string())
            .execute(&self.pool)
            .await?;
        Ok(done.rows_affected())
    }
}
