//! `services`: what a maker offers that is not a thing.

use chrono::{DateTime, Utc};
use maker_domain::id::{MakerId, ServiceId};
use maker_domain::service::is_price;
pub use maker_domain::service::{ServiceFields, ServiceType};
use serde_json::json;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::places;
use crate::post_bin::Kept;
use crate::stored::{id, millis, time, to_json, unreadable};
use crate::sync::{Doc, unseen};
use crate::{Store, StoreError};

const TABLE: &str = "services";

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// What is edited.
    pub fields: ServiceFields,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    title: String,
    description: Option<String>,
    price: f64,
    currency: String,
    r#type: String,
    position: Option<String>,
    hidden: Option<bool>,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    fn read(self) -> Result<Service, StoreError> {
        Ok(Service {
            id: ServiceId(id(TABLE, &self.id)?),
            fields: ServiceFields {
                title: self.title,
                description: self.description,
                price: self.price,
                currency: self.currency,
                kind: ServiceType::parse(&self.r#type),
                position: self.position,
                hidden: self.hidden.unwrap_or(false),
            },
            created_at: time(TABLE, self.created_at)?,
            updated_at: time(TABLE, self.updated_at)?,
        })
    }
}

const SELECT: &str = "SELECT * FROM services ORDER BY position IS NULL, position, created_at, id";

impl Store {
    /// The services in their order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn services(&self) -> Result<Vec<Service>, StoreError> {
        all(&mut *self.pool.acquire().await?).await
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn service(&self, which: ServiceId) -> Result<Service, StoreError> {
        one(&mut *self.pool.acquire().await?, which).await?.ok_or(StoreError::NotFound)
    }

    /// Adds a service, or writes it anew.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] for a price that is none; otherwise when the disk refuses.
    pub async fn save_service(
        &self,
        which: ServiceId,
        maker: MakerId,
        fields: &ServiceFields,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        look_at_price(fields)?;
        put(&mut *self.pool.acquire().await?, which, maker, fields, [now, now].map(millis)).await
    }

    /// Adds a service behind another one, or behind all.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the other one is not there; [`StoreError::Unreadable`] for a price that is none.
    pub async fn add_service(
        &self,
        which: ServiceId,
        maker: MakerId,
        fields: &ServiceFields,
        behind: Option<ServiceId>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        look_at_price(fields)?;
        let mut tx = self.write().await?;
        let before = match behind {
            Some(behind) => places::behind(&mut tx, TABLE, behind.0).await?,
            None => None,
        };
        let fresh = ServiceFields { position: None, ..fields.clone() };
        put(&mut tx, which, maker, &fresh, [now, now].map(millis)).await?;
        places::put_before(&mut tx, TABLE, which.0, before, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Adds many behind all others, in their order. One that is here already is left as it is.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] for a price that is none; then none is added.
    pub async fn add_services(
        &self,
        maker: MakerId,
        services: Vec<(ServiceId, ServiceFields)>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        // Without places of their own they come last, by when they were made.
        let mut made_at = millis(now) - i64::try_from(services.len()).unwrap_or_default();
        for (which, fields) in services {
            look_at_price(&fields)?;
            made_at += 1;
            if one(&mut tx, which).await?.is_none() {
                let fresh = ServiceFields { position: None, ..fields };
                put(&mut tx, which, maker, &fresh, [made_at, millis(now)]).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }

    /// Which of these are here.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn services_among(&self, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
        let here: Vec<String> =
            sqlx::query_scalar("SELECT id FROM services WHERE id IN (SELECT value FROM json_each(?))")
                .bind(to_json(TABLE, &ids)?)
                .fetch_all(&self.pool)
                .await?;
        here.iter().map(|text| id(TABLE, text)).collect()
    }

    /// Keeps what was typed while the screen showed `shown`, which other devices and windows may have changed since: what
    /// they wrote in other fields stays, and what they wrote in the same is merged or kept beside it. A service that
    /// another device deleted meanwhile comes back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was deleted here; [`StoreError::Unreadable`] for a price that is none.
    pub async fn save_service_over(
        &self,
        which: ServiceId,
        maker: MakerId,
        shown: &ServiceFields,
        fields: &ServiceFields,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        look_at_price(fields)?;
        let mut tx = self.write().await?;
        match one(&mut tx, which).await? {
            Some(there) => {
                let docs = [&doc(shown), &doc(&there.fields), &doc(fields)];
                unseen::write_over(&mut tx, TABLE, &which.to_string(), docs, now).await?;
            }
            None if Kept::has(&mut tx, which.0).await? => return Err(StoreError::NotFound),
            // Deleted elsewhere while it was on the screen: whoever typed on did not mean it to go.
            None => put(&mut tx, which, maker, fields, [now, now].map(millis)).await?,
        }
        tx.commit().await?;
        Ok(())
    }

    /// Puts a service before another one, or behind all.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when one of them is not there.
    pub async fn move_service(
        &self,
        which: ServiceId,
        before: Option<ServiceId>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        places::put_before(&mut tx, TABLE, which.0, before.map(|before| before.0), now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Deletes a service. [`Store::restore_service`] brings it back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_service(&self, which: ServiceId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let there = one(&mut tx, which).await?.ok_or(StoreError::NotFound)?;
        let kept = Kept { service: Some((there.fields, millis(there.created_at))), ..Kept::default() };
        kept.put(&mut tx, which.0, now).await?;
        sqlx::query("DELETE FROM services WHERE id = ?").bind(which.to_string()).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Brings a deleted service back as it was.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was not deleted on this device in the last thirty days.
    pub async fn restore_service(
        &self,
        which: ServiceId,
        maker: MakerId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let (fields, created_at) = Kept::take(&mut tx, which.0).await?.service.ok_or(StoreError::NotFound)?;
        put(&mut tx, which, maker, &fields, [created_at, millis(now)]).await?;
        tx.commit().await?;
        Ok(())
    }
}

fn look_at_price(fields: &ServiceFields) -> Result<(), StoreError> {
    if is_price(fields.price, 2) {
        return Ok(());
    }
    Err(unreadable(TABLE, "a price is zero or more, with at most two decimals"))
}

/// What the fields say in the columns that travel.
fn doc(fields: &ServiceFields) -> Doc {
    let description = fields.description.as_ref().filter(|text| !text.is_empty());
    unseen::doc([
        ("title", json!(fields.title)),
        ("description", json!(description)),
        ("price", json!(fields.price)),
        ("currency", json!(fields.currency)),
        ("type", json!(fields.kind.as_str())),
        ("position", json!(fields.position)),
        ("hidden", json!(fields.hidden)),
    ])
}

async fn all(connection: &mut SqliteConnection) -> Result<Vec<Service>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(SELECT).fetch_all(connection).await?;
    rows.into_iter().map(Row::read).collect()
}

async fn one(connection: &mut SqliteConnection, which: ServiceId) -> Result<Option<Service>, StoreError> {
    let row: Option<Row> = sqlx::query_as("SELECT * FROM services WHERE id = ?")
        .bind(which.to_string())
        .fetch_optional(connection)
        .await?;
    row.map(Row::read).transpose()
}

/// Writes a row whole. `times` are those of making it and of its last edit.
async fn put(
    connection: &mut SqliteConnection,
    which: ServiceId,
    maker: MakerId,
    fields: &ServiceFields,
    times: [i64; 2],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO services (id, maker_id, title, description, price, currency, type, position, hidden, created_at, updated_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) \
         ON CONFLICT (id) DO UPDATE SET title = ?3, description = ?4, price = ?5, currency = ?6, type = ?7, \
           position = ?8, hidden = ?9, updated_at = ?11",
    )
    .bind(which.to_string())
    .bind(maker.to_string())
    .bind(&fields.title)
    .bind(fields.description.as_ref().filter(|text| !text.is_empty()))
    .bind(fields.price)
    .bind(&fields.currency)
    .bind(fields.kind.as_str())
    .bind(&fields.position)
    .bind(fields.hidden)
    .bind(times[0])
    .bind(times[1])
    .execute(connection)
    .await?;
    Ok(())
}
