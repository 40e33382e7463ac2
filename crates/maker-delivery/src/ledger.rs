//! What is noted of an upload for its receipt: which hosts got how many bytes, the source's hash, when the first byte left.
//! Kept in memory and written with the other small writes, never for its own sake: a receipt must not wear the disk out.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use maker_domain::id::DeliveryId;
use maker_platforms::{Session, Traffic};
use maker_store::StoreError;
use maker_store::deliveries::Delivery;
use maker_store::receipts::Entry;

use crate::shared::Shared;
use crate::source_hash::SourceHash;

/// One attempt's notes.
pub(crate) struct Ledger {
    id: DeliveryId,
    /// Counts for the platform's calls.
    pub(crate) traffic: Arc<Traffic>,
    /// The source's hash, as far as it has come.
    pub(crate) hash: Arc<SourceHash>,
    entry: Entry,
    hash_known: bool,
    has_left: bool,
}

impl Ledger {
    /// Goes on from what was written before.
    pub(crate) async fn open(shared: &Shared, row: &Delivery) -> Result<Self, StoreError> {
        let account = shared.parts.store.account(row.id).await?;
        let hash = match &account.hash_state {
            Some(state) => SourceHash::resume(row.total_bytes, state),
            None => SourceHash::new(row.total_bytes),
        };
        Ok(Self {
            id: row.id,
            traffic: Arc::default(),
            hash: Arc::new(hash),
            entry: Entry::default(),
            hash_known: account.blake3.is_some(),
            has_left: account.times.first_byte_at.is_some(),
        })
    }

    /// It goes on from the `bytes` that the platform has: those were sent, also where the process that sent them had no
    /// time to write that down.
    pub(crate) fn resumed(&mut self, session: &Session, bytes: u64) {
        self.entry.resumed += 1;
        self.entry.at_least = session.host().map(|host| (host, bytes));
    }

    /// The first byte leaves about now. Written at once, and once only: a kill must not make it later than it was.
    pub(crate) async fn leaves(&mut self, shared: &Shared, now: DateTime<Utc>) {
        if !std::mem::replace(&mut self.has_left, true) {
            self.entry.first_byte_at = Some(now);
            self.write(shared).await;
        }
    }

    /// The hash still lacks pieces that nobody sends any more.
    pub(crate) fn lacks_hash(&self) -> bool {
        !self.hash_known
    }

    /// Writes what came together since the last time. A receipt is for people: when the disk refuses, the upload goes on.
    pub(crate) async fn write(&mut self, shared: &Shared) {
        let mut entry = std::mem::take(&mut self.entry);
        entry.hosts = self.traffic.take();
        if !self.hash_known {
            entry.blake3 = self.hash.whole();
            entry.hash_state = Some(self.hash.state()).filter(|_| self.hash.pieces() > 0);
            self.hash_known = entry.blake3.is_some();
        }
        if let Err(error) = shared.parts.store.note(self.id, &entry).await {
            tracing::warn!(delivery = %self.id, %error, "the receipt of delivery {} lacks a note", self.id);
        }
    }
}
