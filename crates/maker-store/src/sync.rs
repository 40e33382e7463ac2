//! The desk's side of sync: what was edited here and is not yet accepted, what the backend said last, and how both make
//! the rows that people see.
//!
//! Three copies of a row meet here. *Confirmed* is what the backend said last, word for word (`sync_rows`). *Own* are this
//! device's edits that have not come back yet (`sync_outbox`). The desk's own tables hold the confirmed row with the own
//! edits on top. Nobody who writes those tables has to know: triggers note which rows were written (`sync_touched`), and
//! at the start of every transaction of this module [`edits::gather`] compares those rows with confirmed and own. What
//! differs is an edit, and what it was based on can be told exactly, because neither has changed since.

mod capture;
mod checkpoints;
mod conflicts;
mod edits;
mod elsewhere;
mod link;
mod outbox;
mod page;
mod restore;
mod rows;
mod status;
pub(crate) mod tables;
pub(crate) mod unseen;
mod view;
mod why;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use maker_domain::sync::token::Token;
use serde_json::Value;
use sqlx::{Sqlite, SqliteConnection, Transaction};
use uuid::Uuid;

pub(crate) use capture::set_up;
pub use conflicts::{Conflict, Kept, Resolution, as_text};
pub use elsewhere::DeliveryElsewhere;
pub(crate) use elsewhere::media as media_elsewhere;
pub use link::Link;
pub use maker_domain::sync::wire::DELETED;
pub use outbox::{OpState, OwnEdit};
pub use page::Applied;
pub use status::{Problem, SyncRecord};
pub use why::{Unsendable, Why};

use crate::stored::{id, unreadable};
use crate::{Store, StoreError};
use tables::is_deleted;

/// The values of a row by column, without those that are empty. [`DELETED`] stands among them.
pub(crate) type Doc = BTreeMap<String, Value>;

const TABLE: &str = "sync_state";

/// Where this device stands, as far as every exchange with the backend needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The workspace.
    pub workspace: Uuid,
    /// Up to where everything has arrived.
    pub cursor: Token,
    /// The latest moment ever learned of.
    pub seen: Token,
    /// Everything is being asked for anew; nothing is pushed meanwhile.
    pub sweeping: bool,
}

/// What the parts of a transaction need to know of this device.
#[derive(Clone, Debug)]
struct Home {
    workspace: Uuid,
    device_name: String,
    user: String,
    position: Position,
    drained: u64,
    generation: i64,
}

impl Store {
    /// Where this device stands; `None` before the first sign-in.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn sync_position(&self) -> Result<Option<Position>, StoreError> {
        let mut connection = self.pool.acquire().await?;
        Ok(home(&mut connection).await?.map(|home| home.position))
    }

    /// A transaction of sync: own edits are gathered first, and nothing that is written in it counts as one.
    /// [`finish`] ends it. `None` before the first sign-in.
    async fn sync_write(&self, now: DateTime<Utc>) -> Result<Option<(Transaction<'static, Sqlite>, Home)>, StoreError> {
        let mut tx = self.write().await?;
        let Some(home) = home(&mut tx).await? else { return Ok(None) };
        edits::gather(&mut tx, &home, now).await?;
        sqlx::query("UPDATE sync_state SET capturing = 0").execute(&mut *tx).await?;
        Ok(Some((tx, home)))
    }
}

async fn finish(mut tx: Transaction<'static, Sqlite>) -> Result<(), StoreError> {
    sqlx::query("UPDATE sync_state SET capturing = 1").execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

async fn home(connection: &mut SqliteConnection) -> Result<Option<Home>, StoreError> {
    type Row = (Option<String>, String, String, String, i64, i64, i64);
    let row: Row =
        sqlx::query_as("SELECT workspace, device_name, cursor, seen, sweeping, drained, generation FROM sync_state")
            .fetch_one(&mut *connection)
            .await?;
    let (Some(workspace), device_name, cursor, seen, sweeping, drained, generation) = row else { return Ok(None) };
    let workspace = id(TABLE, &workspace)?;
    let user: String =
        sqlx::query_scalar("SELECT user_id FROM makers ORDER BY id LIMIT 1").fetch_one(connection).await?;
    Ok(Some(Home {
        workspace,
        device_name,
        user,
        position: Position { workspace, cursor: token(&cursor)?, seen: token(&seen)?, sweeping: sweeping != 0 },
        drained: number(drained),
        generation,
    }))
}

fn token(text: &str) -> Result<Token, StoreError> {
    Token::parse(text).ok_or_else(|| unreadable(TABLE, "a moment that is none"))
}

fn number(stored: i64) -> u64 {
    u64::try_from(stored).unwrap_or_default()
}

fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The id under which a row of the desk travels.
fn row_id(desk: &tables::Desk, key: &str, workspace: Uuid) -> Result<Uuid, StoreError> {
    if desk.key == "platform" { Ok(platform_row(workspace, key)) } else { id(desk.name, key) }
}

/// The one row of a platform in a workspace, whichever device makes it.
fn platform_row(workspace: Uuid, platform: &str) -> Uuid {
    Uuid::new_v5(&workspace, platform.as_bytes())
}
