//! What befalls the backend and the devices: a backup that comes back, a copied disk, a lost device, an emptied bin.

use std::collections::BTreeSet;

use rand::Rng;

use super::{DEVICES_MAX, World};
use crate::{
    Key, ModelServer,
    client::{Client, State},
    differential::Call,
};

impl World {
    pub(crate) fn back_up(&mut self) {
        self.say(Call::BackUp);
        self.backup = Some(self.purged.clone());
    }

    /// The backend comes back from its newest backup.
    pub(crate) fn restore(&mut self) {
        let Some(purged) = self.backup.clone() else { return };
        self.say(Call::Restore);
        self.purged = purged;
        self.counts.restores += 1;
        let confirmed = |client: &Client| {
            let rows = client.confirmed.iter();
            rows.flat_map(|(key, row)| row.row.f.iter().map(|(name, v)| (key.clone(), name.clone(), v.clone())))
                .collect()
        };
        self.seen = self.clients.iter().map(confirmed).collect();
    }

    /// Somebody copies the disk of a device to another machine: both go on under one name.
    pub(crate) fn clone_device(&mut self, who: usize) {
        if self.clients.len() < DEVICES_MAX {
            self.counts.clones += 1;
            self.clients.extend(self.clients.get(who).cloned());
            self.seen.extend(self.seen.get(who).cloned());
        }
    }

    /// A device loses everything it had. What was on its way from it is nobody's any more.
    pub(crate) fn wipe(&mut self, who: usize) {
        let Some(name) = self.clients.get(who).map(|client| client.name.clone()) else { return };
        let mut fresh = self.new_client(&name);
        if let Some(client) = self.clients.get_mut(who) {
            std::mem::swap(client, &mut fresh);
        }
        fresh
            .outbox
            .iter()
            .filter(|entry| entry.state == State::Pending)
            .for_each(|entry| drop(self.accepted.remove(&entry.op.id)));
        self.seen.iter_mut().skip(who).take(1).for_each(Vec::clear);
        self.counts.wipes += 1;
    }

    pub(super) fn purge(&mut self) {
        if self.counts.restores > 0 {
            return;
        }
        let ago = if self.deletes_much() { self.rng.random_range(0..=2) } else { self.rng.random_range(1..=12) };
        let through = self.backend.server.head().seq.saturating_sub(ago);
        let how = if self.chance(0.3) { Call::EmptyBin(through) } else { Call::Purge(through) };
        self.forget(how);
    }

    /// Rows that are in the bin lose their values, one way or the other.
    pub(crate) fn forget(&mut self, how: Call) {
        let rows = |server: &ModelServer| -> BTreeSet<Key> {
            let rows = server.rows().into_iter().filter(|row| !row.f.is_empty());
            rows.map(|row| (row.t, row.id)).collect()
        };
        let before = rows(&self.backend.server);
        self.say(how);
        self.purged.extend(before.difference(&rows(&self.backend.server)).cloned());
        self.counts.purges += 1;
    }
}
