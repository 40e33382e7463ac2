//! `services`: what a maker offers that is not a thing.

use chrono::{DateTime, Utc};
use maker_domain::id::{MakerId, ServiceId};

use crate::stored::{id, millis, time, unreadable};
use crate::{Store, StoreError};

const TABLE: &str = "services";

/// What kind of work it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceType {
    /// Delivery and transport.
    Driver,
    /// Sales and representation.
    Agent,
    /// Craft and creative work.
    Artisan,
    /// A word of a newer version, kept as it is.
    Other(String),
}

impl ServiceType {
    /// The stored form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Driver => "DRIVER",
            Self::Agent => "AGENT",
            Self::Artisan => "ARTISAN",
            Self::Other(word) => word,
        }
    }

    /// Reads the stored form.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        match word {
            "DRIVER" => Self::Driver,
            "AGENT" => Self::Agent,
            "ARTISAN" => Self::Artisan,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// What is edited of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceFields {
    /// Title.
    pub title: String,
    /// What it is.
    pub description: Option<String>,
    /// Finite, not negative, at most two decimals.
    pub price: f64,
    /// ISO 4217.
    pub currency: String,
    /// What kind of work.
    pub kind: ServiceType,
    /// Its place among the others: smaller texts first.
    pub position: Option<String>,
    /// Not shown on the public page.
    pub hidden: bool,
}

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

impl Store {
    /// The services in their order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn services(&self) -> Result<Vec<Service>, StoreError> {
        let rows: Vec<Row> =
            sqlx::query_as("SELECT * FROM services ORDER BY position IS NULL, position, created_at, id")
                .fetch_all(&self.pool)
                .await?;
        rows.into_iter().map(Row::read).collect()
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
        let cents = fields.price * 100.0;
        if !fields.price.is_finite() || fields.price < 0.0 || (cents - cents.round()).abs() > 1e-6 * cents.max(1.0) {
            return Err(unreadable(TABLE, "a price is zero or more, with at most two decimals"));
        }
        sqlx::query(
            "INSERT INTO services (id, maker_id, title, description, price, currency, type, position, hidden, created_at, updated_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10) \
             ON CONFLICT (id) DO UPDATE SET title = ?3, description = ?4, price = ?5, currency = ?6, type = ?7, \
               position = ?8, hidden = ?9, updated_at = ?10",
        )
        .bind(which.to_string())
        .bind(maker.to_string())
        .bind(&fields.title)
        .bind(&fields.description)
        .bind(fields.price)
        .bind(&fields.currency)
        .bind(fields.kind.as_str())
        .bind(&fields.position)
        .bind(fields.hidden)
        .bind(millis(now))
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Deletes a service.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there.
    pub async fn delete_service(&self, which: ServiceId) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM services WHERE id = ?").bind(which.to_string()).execute(&self.pool).await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}
