//! Who listens for changes, and telling them: at once what this instance has taken, and within a quarter of a second what
//! another one has. Hints only: whoever misses one pulls a little later.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use moka::sync::Cache;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::history::from_db;
use crate::db::{Database, DbError, sql};

/// How often the heads of the workspaces that somebody here listens to are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// How many streams one person may hold: some for every device.
const LISTENERS_MAX: usize = 32;
/// How long the latest news of a workspace that nobody listens to is remembered: longer than anybody goes by what they
/// have read without looking again.
const NEWS: Duration = Duration::from_secs(10);
/// Of so many workspaces at most.
const NEWS_MAX: u64 = 100_000;

/// The listeners of this instance. A listener costs a few hundred bytes here.
#[derive(Debug)]
pub struct Hints {
    heard: Mutex<Heard>,
    news: Cache<Uuid, u64>,
}

impl Default for Hints {
    fn default() -> Self {
        Self { heard: Mutex::default(), news: Cache::builder().max_capacity(NEWS_MAX).time_to_live(NEWS).build() }
    }
}

#[derive(Debug, Default)]
struct Heard {
    heads: HashMap<Uuid, watch::Sender<u64>>,
    listeners: HashMap<Uuid, usize>,
}

/// One listener. Gone when dropped.
#[derive(Debug)]
pub struct Listener {
    hints: Arc<Hints>,
    tenant: Uuid,
    user: Uuid,
    head: watch::Receiver<u64>,
}

impl Hints {
    /// Listens to a workspace from now on. `None` when the person holds too many already.
    #[must_use]
    pub fn listen(self: &Arc<Self>, tenant: Uuid, user: Uuid) -> Option<Listener> {
        let mut heard = self.lock();
        let count = heard.listeners.entry(user).or_default();
        if *count >= LISTENERS_MAX {
            return None;
        }
        *count += 1;
        let head = heard.heads.entry(tenant).or_insert_with(|| watch::Sender::new(0)).subscribe();
        Some(Listener { hints: Arc::clone(self), tenant, user, head })
    }

    /// Says that a workspace has got so far. Older news than what is known is no news.
    pub fn tell(&self, tenant: Uuid, head: u64) {
        self.news.entry(tenant).and_upsert_with(|known| known.map_or(head, |known| known.into_value().max(head)));
        if let Some(known) = self.lock().heads.get(&tenant) {
            known.send_if_modified(|known| std::mem::replace(known, head.max(*known)) < head);
        }
    }

    /// How far a workspace has got by what was told here in the last seconds; 0 when there is no news of it.
    #[must_use]
    pub fn news(&self, tenant: Uuid) -> u64 {
        self.news.get(&tenant).unwrap_or_default()
    }

    /// The workspaces that somebody listens to.
    #[must_use]
    pub fn listened_to(&self) -> Vec<Uuid> {
        self.lock().heads.keys().copied().collect()
    }

    /// Looks at the heads of the workspaces that somebody listens to, once.
    ///
    /// # Errors
    /// The database's.
    pub async fn look(&self, database: &Database) -> Result<(), DbError> {
        let tenants: Vec<_> = self.listened_to().iter().map(Uuid::to_string).collect();
        if tenants.is_empty() {
            return Ok(());
        }
        let heads = sql("SELECT tenant_id, head FROM sync_head WHERE tenant_id = ANY($1)").bind(tenants);
        for (tenant, head) in heads.all::<(String, i64)>(&mut database.reader().await?).await? {
            if let Ok(tenant) = Uuid::try_parse(&tenant) {
                self.tell(tenant, from_db(head));
            }
        }
        Ok(())
    }

    /// Looks until it is told to stop.
    pub async fn follow(&self, database: &Database, stopping: CancellationToken) {
        let mut was_well = true;
        while stopping.run_until_cancelled(tokio::time::sleep(LOOK_EVERY)).await.is_some() {
            let look = self.look(database).await;
            // Four lines a second would hide everything else.
            if let (Err(error), true) = (&look, was_well) {
                tracing::warn!(%error, "heads of workspaces cannot be read; devices hear of changes at their next pull");
            }
            was_well = look.is_ok();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listener {
    /// The next head that is newer than the last one that was given.
    pub async fn next(&mut self) -> u64 {
        // The sender lives as long as anybody listens.
        let _ = self.head.changed().await;
        *self.head.borrow_and_update()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut heard = self.hints.lock();
        if let Some(count) = heard.listeners.get_mut(&self.user) {
            *count -= 1;
            if *count == 0 {
                heard.listeners.remove(&self.user);
            }
        }
        // This one's receiver still counts.
        if heard.heads.get(&self.tenant).is_some_and(|head| head.receiver_count() <= 1) {
            heard.heads.remove(&self.tenant);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn listeners_hear_of_their_workspace_only_and_never_of_older_news() {
        let hints = Arc::new(Hints::default());
        let (mine, other, user) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let mut listener = hints.listen(mine, user).unwrap();
        hints.tell(other, 9);
        hints.tell(mine, 4);
        assert_eq!(listener.next().await, 4);
        hints.tell(mine, 3);
        hints.tell(mine, 4);
        hints.tell(mine, 6);
        hints.tell(mine, 5);
        assert_eq!(listener.next().await, 6);
    }

    #[tokio::test]
    async fn f60_a_person_holds_a_bounded_number_of_streams_and_gets_them_back() {
        let hints = Arc::new(Hints::default());
        let (tenant, user) = (Uuid::from_u128(1), Uuid::from_u128(3));
        let mut all: Vec<_> = (0..LISTENERS_MAX).map(|_| hints.listen(tenant, user).unwrap()).collect();
        assert!(hints.listen(tenant, user).is_none());
        assert!(hints.listen(tenant, Uuid::from_u128(4)).is_some(), "others are not kept out");
        all.pop();
        assert!(hints.listen(tenant, user).is_some());
        drop(all);
        assert!(hints.listened_to().is_empty() && hints.lock().listeners.is_empty(), "nothing is left of them");
    }
}
