//! What nobody needs any more: pictures that were never finished, pictures that nothing shows, objects that no row names.
//! Any instance may, at any time, several at once; every step is a bounded transaction of its own and may be cut off.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Images, leftovers, parts, rows};
use crate::backend::Backend;
use crate::sync::{Head, SyncError};
use crate::transaction;

const DAY_MS: i64 = 86_400_000;
/// How long parts wait for the next one.
const PARTS_MS: i64 = DAY_MS;
/// How long a picture that nothing shows waits for whoever asked for it.
const UNUSED_MS: i64 = 7 * DAY_MS;
/// At most so many in one transaction.
const AT_ONCE: i64 = 200;
/// A store that fails so often in one round is left alone until the next.
const FAILURES: u32 = 5;

/// How much was collected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// Pictures of which some parts had come, and no more for a day.
    pub unfinished: u64,
    /// Pictures that nothing showed.
    pub images: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Objects, of those pictures and of any others that no row named.
    pub objects: u64,
}

impl Backend {
    /// Collects pictures. Without a store there is nothing to collect.
    ///
    /// # Errors
    /// The database's. What was done before stays done.
    pub async fn collect_images(&self) -> Result<Collected, SyncError> {
        let Some(images) = &self.images else { return Ok(Collected::default()) };
        let now = self.now_ms();
        let mut collected = Collected { unfinished: self.drop_unfinished(now).await?, ..Collected::default() };
        self.remove_unused(now, &mut collected).await?;
        collected.objects = self.remove_leftovers(images, now).await?;
        Ok(collected)
    }

    async fn drop_unfinished(&self, now: i64) -> Result<u64, SyncError> {
        let mut all = 0;
        loop {
            let dropped = transaction!(self.database, |tx| { parts::drop_old(tx, now - PARTS_MS, AT_ONCE).await })?;
            all += dropped;
            if dropped == 0 {
                return Ok(all);
            }
        }
    }

    async fn remove_unused(&self, now: i64, collected: &mut Collected) -> Result<(), SyncError> {
        let before = now - UNUSED_MS;
        loop {
            let unused = rows::unused(&mut self.database.reader().await?, before, AT_ONCE).await?;
            let mut of_tenant: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
            for (tenant, name) in unused {
                if let Ok(tenant) = Uuid::try_parse(&tenant) {
                    of_tenant.entry(tenant).or_default().push(name);
                }
            }
            let mut removed = 0;
            for (tenant, names) in of_tenant {
                let sizes = transaction!(self.database, |tx| {
                    // A push that shows one of them comes before this or after it.
                    Head::lock(tx, tenant).await?;
                    Ok::<_, SyncError>(rows::remove_unused(tx, tenant, names.clone(), before).await?)
                });
                let sizes = match sizes {
                    // It went with its pictures.
                    Err(SyncError::NoWorkspace) => continue,
                    sizes => sizes?,
                };
                removed += sizes.len() as u64;
                let bytes = sizes.iter().sum();
                collected.bytes += bytes;
                self.metrics.images_collected(bytes);
            }
            collected.images += removed;
            if removed == 0 {
                return Ok(());
            }
        }
    }

    async fn remove_leftovers(&self, images: &Images, now: i64) -> Result<u64, SyncError> {
        transaction!(self.database, |tx| { leftovers::give_up_old(tx, now).await })?;
        let (mut all, mut failures, mut last) = (0, 0, String::new());
        loop {
            let keys = leftovers::given_up(&mut self.database.reader().await?, &last).await?;
            let Some(end) = keys.last() else { return Ok(all) };
            last.clone_from(end);
            let mut removed = Vec::new();
            for key in keys {
                match images.remove(&key).await {
                    Ok(()) => removed.push(key),
                    Err(error) => {
                        tracing::warn!(%error, "a picture could not be removed; the next sweep tries again");
                        failures += 1;
                    }
                }
                if failures >= FAILURES {
                    break;
                }
            }
            all += removed.len() as u64;
            transaction!(self.database, |tx| { leftovers::forget(tx, removed.clone()).await })?;
            if failures >= FAILURES {
                return Ok(all);
            }
        }
    }
}
