//! The order of the queue: the maker's to change for everything that has not been sent yet.

use chrono::{DateTime, Utc};
use maker_domain::id::DeliveryId;

use crate::stored::millis;
use crate::{Store, StoreError};

/// Which way a delivery moves in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Before its neighbour.
    Up,
    /// After its neighbour.
    Down,
}

impl Store {
    /// Moves a delivery by one place among those that wait or are paused. At the end of the list nothing changes.
    ///
    /// # Errors
    /// [`StoreError::IllegalMove`] when it is not waiting.
    pub async fn reorder(&self, delivery: DeliveryId, way: Way, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let mut queue: Vec<(String, i64)> = sqlx::query_as(
            "SELECT id, place FROM deliveries WHERE state IN ('WAITING', 'PAUSED') AND remote_id IS NULL \
               AND dismissed_at IS NULL ORDER BY place, created_at, id",
        )
        .fetch_all(&mut *tx)
        .await?;
        let which = delivery.to_string();
        let at = queue.iter().position(|(id, _)| *id == which);
        let at = at.ok_or_else(|| StoreError::IllegalMove("not-waiting".into()))?;
        let to = match way {
            Way::Up => at.checked_sub(1),
            Way::Down => Some(at + 1).filter(|to| *to < queue.len()),
        };
        let Some(to) = to else { return Ok(()) };
        queue.swap(at, to);
        // Both places may be the same: those of one press of Publish are. So every place is written anew where it differs.
        let first = queue.iter().map(|(_, place)| *place).min().unwrap_or_default();
        for (place, (id, before)) in (first..).zip(&queue) {
            if place != *before {
                sqlx::query("UPDATE deliveries SET place = ? WHERE id = ?")
                    .bind(place)
                    .bind(id)
                    .execute(&mut *tx)
                    .await?;
            }
        }
        sqlx::query("UPDATE deliveries SET updated_at = max(updated_at, ?) WHERE id = ?")
            .bind(millis(now))
            .bind(&which)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
