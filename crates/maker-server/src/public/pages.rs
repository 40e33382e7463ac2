//! Pages in memory, packed once for all who read them. A page is good while its workspace's number has not moved: what
//! this instance has taken is known at once, by the same hints that devices get; what another has taken is looked for once a
//! second. So no page is older than a second, but by what browsers and proxies keep of it (see `answer.rs`).

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use moka::future::Cache;
use moka::ops::compute::Op;
use tokio::sync::Semaphore;
use url::Url;

use super::make::{self, Made};
use super::view::{Asked, What};
use crate::backend::Backend;
use crate::problem::Problem;
use crate::sync;

/// How long a page is believed before the workspace's number is looked at again.
const BELIEVED: Duration = Duration::from_secs(1);
/// What all pages may weigh together.
const PAGES_BYTES: u64 = 64 << 20;
/// A page that nobody has asked for goes after this.
const IDLE: Duration = Duration::from_secs(600);
/// What the addresses of pages that are not there may weigh together: anybody may make some up.
const MISSING_BYTES: u64 = 2 << 20;
/// What an entry weighs beside its page.
const OVERHEAD: usize = 256;
/// So many pages are made at once: the other connections to the database are for devices.
const AT_ONCE: usize = 2;
/// How long somebody waits for their page to be made.
const PATIENCE: Duration = Duration::from_secs(5);

/// The pages of this instance.
pub(crate) struct Pages {
    kept: Cache<Asked, Kept>,
    missing: Cache<Asked, Kept>,
    turns: Semaphore,
    /// The address that everybody sees, for what is told to other sites.
    pub(super) address: OnceLock<Url>,
}

#[derive(Clone)]
struct Kept {
    /// The workspace's number when it was read.
    head: u64,
    looked: Instant,
    /// `None`: there is no such page.
    made: Option<Arc<Made>>,
}

impl Default for Pages {
    fn default() -> Self {
        let weigh = |asked: &Asked, kept: &Kept| {
            let weight = OVERHEAD + asked.weight() + kept.made.as_ref().map_or(0, |made| made.weight());
            u32::try_from(weight).unwrap_or(u32::MAX)
        };
        Self {
            kept: Cache::builder().max_capacity(PAGES_BYTES).weigher(weigh).time_to_idle(IDLE).build(),
            missing: Cache::builder().max_capacity(MISSING_BYTES).weigher(weigh).time_to_live(BELIEVED).build(),
            turns: Semaphore::new(AT_ONCE),
            address: OnceLock::new(),
        }
    }
}

impl Pages {
    /// Tells the address that everybody sees.
    pub(crate) fn set_address(&self, address: Url) {
        // The same one if the same backend is routed twice.
        let _ = self.address.set(address);
    }

    /// The page; `None` when there is none. However many ask for it at once, it is made once.
    pub(super) async fn get(&self, backend: &Backend, asked: Asked) -> Result<Option<Arc<Made>>, Problem> {
        for cache in [&self.kept, &self.missing] {
            if let Some(kept) = cache.get(&asked).await.filter(|kept| kept.is_good(backend, &asked)) {
                return Ok(kept.made);
            }
        }
        let renewed = self.kept.entry_by_ref(&asked).and_try_compute_with(async |entry| {
            let old = entry.map(moka::Entry::into_value);
            self.renew(backend, &asked, old).await
        });
        Ok(renewed.await?.into_entry().and_then(|entry| entry.into_value().made))
    }

    /// By one at a time for each page.
    async fn renew(&self, backend: &Backend, asked: &Asked, old: Option<Kept>) -> Result<Op<Kept>, Problem> {
        if old.as_ref().is_some_and(|old| old.is_good(backend, asked)) {
            return Ok(Op::Nop);
        }
        if old.is_none() && self.missing.get(asked).await.is_some_and(|kept| kept.is_good(backend, asked)) {
            return Ok(Op::Nop);
        }
        let turn = tokio::time::timeout(PATIENCE, self.turns.acquire()).await;
        let _turn = turn.ok().and_then(Result::ok).ok_or_else(Problem::unavailable)?;
        let looked = Instant::now();
        // A picture that has come moves no number.
        if let Some(old) = old.filter(|old| old.made.as_ref().is_none_or(|made| !made.waits))
            && sync::head_now(&backend.database, asked.maker).await? == old.head
        {
            return Ok(Op::Put(Kept { looked, ..old }));
        }
        let (head, made) = make::make(backend, asked).await?;
        backend.metrics.page_made();
        let kept = Kept { head, looked, made: made.map(Arc::new) };
        if kept.made.is_some() {
            return Ok(Op::Put(kept));
        }
        self.missing.insert(asked.clone(), kept).await;
        Ok(Op::Remove)
    }
}

impl Kept {
    fn is_good(&self, backend: &Backend, asked: &Asked) -> bool {
        self.looked.elapsed() < BELIEVED && backend.hints.news(asked.maker) <= self.head
    }
}

impl Asked {
    fn weight(&self) -> usize {
        match &self.what {
            What::Whole => 0,
            What::List(_, slice) | What::Video(_, slice) => slice.after.as_ref().map_or(0, |after| after.key.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::view::Form;
    use super::*;

    #[tokio::test]
    async fn f60_a_million_made_up_makers_are_not_remembered() {
        let pages = Pages::default();
        for number in 0..100_000 {
            let asked = Asked { maker: Uuid::from_u128(number), what: What::Whole, form: Form::Json };
            pages.missing.insert(asked, Kept { head: 0, looked: Instant::now(), made: None }).await;
        }
        pages.missing.run_pending_tasks().await;
        assert!(pages.missing.weighted_size() <= MISSING_BYTES, "{}", pages.missing.weighted_size());
        assert!(pages.missing.entry_count() > 1_000, "some are");
    }
}
