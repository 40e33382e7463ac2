//! One run: a delivery from the press of Publish to its end, whatever happens on the way.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use async_trait::async_trait;
use chrono::TimeDelta;
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::id::{DeliveryId, ProcessId};
use maker_domain::reason::ReasonCode;
use maker_domain::secret::AccessToken;
use maker_domain::{Clock, Platform};
use secrecy::{ExposeSecret, SecretString};
use tokio_util::sync::CancellationToken;

use super::chance::Chance;
use super::desk::{Desk, Leaps};
use super::platform::{Handle, Pretended, Seen};
use crate::access::{Access, AccessError, Granted, Limits, Seal, SealError, Wishes};
use crate::shared::{LEASE, Parts, Scope, Shared, lock};
use crate::{Alive, worker};

/// After so many turns the line is good: what is not settled then never will be.
const STORMY: u32 = 60;

/// Turns a calm line needs at most.
const ENOUGH: u32 = 120;

/// How runs ended, and what happened in them.
#[derive(Debug, Default)]
pub(super) struct Ended {
    runs: u64,
    published: u64,
    failed: u64,
    cancelled: u64,
    looked_at: u64,
    unconfirmed: u64,
    seen: Seen,
}

impl Ended {
    pub(super) fn add(&mut self, more: Self) {
        self.runs += more.runs;
        self.published += more.published;
        self.failed += more.failed;
        self.cancelled += more.cancelled;
        self.looked_at += more.looked_at;
        self.unconfirmed += more.unconfirmed;
        self.seen.killed += more.seen.killed;
        self.seen.answers_lost += more.seen.answers_lost;
        self.seen.late += more.seen.late;
        self.seen.doubled += more.seen.doubled;
        self.seen.sessions_gone += more.seen.sessions_gone;
        self.seen.wishes += more.seen.wishes;
        self.seen.outages += more.seen.outages;
        self.seen.kept_less += more.seen.kept_less;
    }

    /// A run in which nothing goes wrong proves nothing.
    pub(super) fn assert_that_everything_happened(&self) {
        let seen = self.seen;
        let each = [
            self.published,
            self.failed,
            self.cancelled,
            self.looked_at,
            self.unconfirmed,
            seen.killed,
            seen.answers_lost,
            seen.late,
            seen.doubled,
            seen.sessions_gone,
            seen.wishes,
            seen.outages,
            seen.kept_less,
        ];
        assert!(each.iter().all(|count| *count > 0), "something never came about: {self:?}");
    }
}

pub(super) async fn one(desk: &Arc<Desk>, seed: u64, number: u64) -> Ended {
    let chance = Arc::new(Chance::of(seed, number));
    let clock = Arc::new(Leaps::new());
    let which = if chance.is(50) { Platform::Youtube } else { Platform::Tiktok };
    let delivery = desk.publish(which, clock.now()).await;
    let platform = Pretended::new(Arc::clone(desk), chance, clock, which, delivery);
    let mut run =
        Run { platform, ended: Ended { runs: 1, ..Ended::default() }, named: format!("run {number} of seed {seed}") };
    run.until_settled().await;
    run.ended.seen = *lock(&run.platform.seen);
    run.ended
}

struct Run {
    platform: Arc<Pretended>,
    ended: Ended,
    named: String,
}

impl Run {
    async fn until_settled(&mut self) {
        let mut machine = self.machine();
        for turn in 0..STORMY + ENOUGH {
            if turn == STORMY {
                self.platform.calm.store(true, Ordering::SeqCst);
                self.platform.everything_arrives();
            }
            if self.settled().await {
                // What hung on the line all the while changes nothing any more.
                self.platform.everything_arrives();
                assert!(self.platform.videos() <= 1, "{}: a second video came late", self.named);
                return;
            }
            if self.turn(&machine).await == Turn::Killed {
                let dead = machine.parts.alive.id;
                machine = self.machine();
                self.platform.desk.store.release_all_of(dead).await.unwrap();
            }
        }
        let row = self.platform.desk.store.delivery(self.platform.delivery).await.unwrap();
        panic!("{}: never settled: {row:?}", self.named);
    }

    /// A program that has just started: nothing in its memory.
    fn machine(&self) -> Shared {
        let platform = &self.platform;
        let parts = Parts {
            store: platform.desk.store.clone(),
            apis: [(platform.which, Arc::new(Handle(Arc::clone(platform))) as _)].into(),
            access: Arc::new(Tokens),
            seal: Arc::new(Plain),
            wishes: Arc::new(NoLimits),
            clock: Arc::clone(&platform.clock) as _,
            alive: Alive::begin(platform.desk.folder.path(), ProcessId::make()).unwrap(),
        };
        Shared::new(parts, Scope::Everything)
    }

    async fn turn(&mut self, machine: &Shared) -> Turn {
        let (store, clock) = (&self.platform.desk.store, &self.platform.clock);
        let (delivery, me) = (self.platform.delivery, machine.parts.alive.id);
        let row = store.delivery(delivery).await.unwrap();
        if let Some(then) = row.not_before {
            clock.to(then);
        }
        clock.by(TimeDelta::milliseconds(1));
        let now = clock.now();
        assert!(store.claim(delivery, me, now, now + LEASE).await.unwrap(), "{}: {row:?}", self.named);
        let interrupt = machine.stopping.child_token();
        if row.intent.is_some() {
            interrupt.cancel();
        }
        let turn = tokio::select! {
            done = self.work(machine, row, &interrupt) => { done.unwrap(); Turn::Done }
            () = self.platform.kill.notified() => Turn::Killed,
        };
        if turn == Turn::Done {
            store.release(delivery, me).await.unwrap();
        }
        let after = store.delivery(delivery).await.unwrap();
        self.ended.unconfirmed += u64::from(after.state.name() == StateName::Unconfirmed);
        self.judge(&after.state, after.remote_id.as_deref());
        turn
    }

    /// The worker, and beside it whoever passes the maker's word on.
    async fn work(
        &self,
        machine: &Shared,
        row: maker_store::deliveries::Delivery,
        interrupt: &CancellationToken,
    ) -> Result<(), maker_store::StoreError> {
        let mut work = std::pin::pin!(worker::work(machine, row, interrupt));
        loop {
            tokio::select! {
                done = &mut work => return done,
                () = self.platform.said.notified() => interrupt.cancel(),
            }
        }
    }

    /// What the database says, held against the platform's truth.
    fn judge(&self, state: &DeliveryState, remote_id: Option<&str>) {
        let (videos, named) = (self.platform.videos(), &self.named);
        assert!(videos <= 1, "{named}: {videos} videos of one delivery");
        match state {
            DeliveryState::Published { .. } => {
                assert!(remote_id.is_some_and(|id| self.platform.is_live(id)), "{named}: said published and is not");
            }
            DeliveryState::Failed { reason } => {
                assert!(videos == 0, "{named}: said failed ({reason:?}) and is live");
                assert!(self.platform.failed() > 0, "{named}: said failed ({reason:?}) and nothing has");
            }
            DeliveryState::Cancelled => assert!(videos == 0, "{named}: said cancelled and is live"),
            _ => {}
        }
    }

    /// Whether the delivery has come to its end; what only the maker can mend is mended as a maker would.
    async fn settled(&mut self) -> bool {
        let (store, delivery, now) = (&self.platform.desk.store, self.platform.delivery, self.platform.clock.now());
        let row = store.delivery(delivery).await.unwrap();
        match &row.state {
            DeliveryState::Published { .. } => {
                self.ended.published += 1;
                true
            }
            DeliveryState::Failed { .. } => {
                self.ended.failed += 1;
                true
            }
            DeliveryState::Cancelled => {
                self.ended.cancelled += 1;
                true
            }
            DeliveryState::Paused => {
                store.go_on(delivery, now).await.unwrap();
                false
            }
            DeliveryState::NeedsAttention { reason } if reason.code == ReasonCode::CannotTell => {
                // The maker looks at the account, as the row asks: after what was on the line has arrived.
                self.ended.looked_at += 1;
                self.platform.everything_arrives();
                if self.platform.videos() > 0 {
                    return true;
                }
                store.go_on(delivery, now).await.unwrap();
                false
            }
            DeliveryState::NeedsAttention { .. } => {
                store.go_on(delivery, now).await.unwrap();
                false
            }
            _ => false,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Done,
    Killed,
}

struct Tokens;

#[async_trait]
impl Access for Tokens {
    async fn token(&self, _platform: Platform) -> Result<Granted, AccessError> {
        Ok(Granted { token: AccessToken::new("token".to_owned()), scopes: Vec::new() })
    }

    async fn rejected(&self, platform: Platform, _token: &AccessToken) -> Result<Granted, AccessError> {
        self.token(platform).await
    }
}

struct Plain;

#[async_trait]
impl Seal for Plain {
    async fn seal(&self, _delivery: DeliveryId, plain: &SecretString) -> Result<Vec<u8>, SealError> {
        Ok(plain.expose_secret().as_bytes().to_vec())
    }

    async fn open(&self, _delivery: DeliveryId, sealed: &[u8]) -> Result<SecretString, SealError> {
        Ok(String::from_utf8(sealed.to_vec()).map_err(|_| SealError::Broken)?.into())
    }
}

struct NoLimits;

#[async_trait]
impl Wishes for NoLimits {
    async fn limits(&self) -> Limits {
        Limits { files_at_once: 2, cap_bytes_s: None, hold: false }
    }
}
