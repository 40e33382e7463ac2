//! Some devices and a backend live through a history that a seed determines, and everything that sync promises is
//! checked: after each step what can be, the rest at the end, once all have talked to each other for a while.

mod counts;
mod edits;
mod mishaps;

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::wire::{Op, Push};
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::Value;
use uuid::Uuid;

pub use counts::Counts;

use crate::{
    Key, ModelServer, Refusal, Rule,
    checks::{self, Check},
    client::{Client, Screen},
    differential::{Answer, Call, ModelBackend, Step},
};

const STEPS: usize = 220;
const DEVICES_MAX: usize = 6;

/// Lives through the history of a seed, without one of the rules if one is named.
///
/// # Errors
/// What was broken, in words, with the seed and the step.
pub fn run(seed: u64, without: Option<Rule>) -> Result<Counts, String> {
    let mut world = World::new(seed, without);
    world.live().map_err(|broken| world.at(&broken))?;
    Ok(world.counts)
}

/// The history of a seed as the backend meets it.
pub(crate) fn record(seed: u64) -> Result<Vec<Step>, String> {
    let mut world = World { told: Some(Vec::new()), ..World::new(seed, None) };
    world.live().map_err(|broken| world.at(&broken))?;
    Ok(world.told.unwrap_or_default())
}

pub(crate) struct World {
    seed: u64,
    step: usize,
    rng: StdRng,
    without: Option<Rule>,
    pub(crate) backend: ModelBackend,
    /// What the backend was told, if anybody wants to know.
    told: Option<Vec<Step>>,
    pub(crate) clients: Vec<Client>,
    keys: Vec<Key>,
    words: u64,
    /// The rows that were purged when the backup was made.
    backup: Option<BTreeSet<Key>>,
    late: Vec<(String, Push)>,
    /// Everything that a device was told is accepted.
    pub(crate) accepted: BTreeMap<Uuid, Op>,
    /// What the author of an op saw.
    screens: BTreeMap<Uuid, Screen>,
    pub(crate) purged: BTreeSet<Key>,
    /// What living devices had confirmed at the time of a restore, by device.
    seen: Vec<Vec<(Key, String, Value)>>,
    pub(crate) counts: Counts,
}

impl World {
    fn new(seed: u64, without: Option<Rule>) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        let mut world = Self::empty(seed, without);
        let devices = [2, 3, 3, 4][rng.random_range(0..4)];
        for n in 0..devices {
            let client = world.new_client(&format!("d{n}"));
            world.clients.push(client);
        }
        let tables =
            ["services", "posts", "services", "deliveries"].into_iter().take([1, 2, 4][rng.random_range(0..3)]);
        world.keys = tables.map(|table| (table.to_owned(), id(&mut rng))).collect();
        world.seen = vec![Vec::new(); devices];
        world
    }

    /// Devices with right clocks, for histories that somebody wrote.
    #[cfg(test)]
    pub(crate) fn by_hand(devices: usize, without: Option<Rule>) -> Self {
        let clients = (0..devices).map(|n| Client::new(&format!("d{n}"), 0, without)).collect();
        Self { clients, ..Self::empty(1, without) }
    }

    fn empty(seed: u64, without: Option<Rule>) -> Self {
        let mut server = ModelServer::without(without);
        server.keep_journal();
        Self {
            seed,
            step: 0,
            without,
            backend: ModelBackend::new(server),
            told: None,
            clients: Vec::new(),
            keys: Vec::new(),
            words: 0,
            backup: None,
            late: Vec::new(),
            accepted: BTreeMap::new(),
            screens: BTreeMap::new(),
            purged: BTreeSet::new(),
            seen: Vec::new(),
            counts: Counts::default(),
            rng: StdRng::seed_from_u64(seed),
        }
    }

    fn new_client(&mut self, name: &str) -> Client {
        const YEARS: i64 = 10 * 365 * 86_400_000;
        let skew = [0, 0, 5_000, -5_000, YEARS, -YEARS][self.rng.random_range(0..6)];
        Client::new(name, skew, self.without)
    }

    /// Every fifth seed deletes and purges much, and every fifth restores more than once.
    fn deletes_much(&self) -> bool {
        self.seed.is_multiple_of(5)
    }

    fn live(&mut self) -> Check {
        for step in 0..STEPS {
            self.step = step;
            self.backend.server.now += self.rng.random_range(0..3_000);
            let who = self.rng.random_range(0..self.clients.len());
            self.one_step(who)?;
            if self.counts.restores == 0
                && let Some(client) = self.clients.get(who)
            {
                checks::own_edits_are_on_the_screen(&self.backend.server, client, &self.purged)?;
            }
        }
        self.settle()?;
        self.check_the_end()
    }

    fn one_step(&mut self, who: usize) -> Check {
        let purge_until = if self.deletes_much() { 1_000 } else { 980 };
        match self.rng.random_range(0..1_000) {
            0..420 => self.edit(who),
            420..620 => {
                let (delivered, answered) = (self.chance(0.85), self.chance(0.8));
                let most = self.rng.random_range(1..=6);
                self.push(who, delivered, answered, most)?;
            }
            620..880 => {
                let (answered, limit) = (self.chance(0.9), self.rng.random_range(1..=4));
                self.pull(who, answered, limit);
            }
            880..920 => self.deliver_late()?,
            920..940 => self.back_up(),
            // Most histories have one restore.
            940..945 if self.counts.restores == 0 || self.seed % 5 == 1 => self.restore(),
            950..960 => self.clone_device(who),
            960..970 => self.wipe(who),
            n if n < purge_until => self.purge(),
            _ => {}
        }
        Ok(())
    }

    fn at(&self, broken: &str) -> String {
        format!("seed {}, step {}: {broken}", self.seed, self.step)
    }

    fn say(&mut self, call: Call) -> Answer {
        let answer = self.backend.say(&call);
        if let Some(told) = &mut self.told {
            told.push(Step { now: self.backend.server.now, call, answer: answer.clone() });
        }
        answer
    }

    fn chance(&mut self, probability: f64) -> bool {
        self.rng.random_bool(probability)
    }

    pub(crate) fn push(&mut self, who: usize, delivered: bool, answered: bool, most: usize) -> Check {
        let now = self.backend.server.now;
        let Some(client) = self.clients.get_mut(who) else { return Ok(()) };
        let Some(push) = client.next_push(now, most).filter(|_| delivered) else { return Ok(()) };
        let screens = client.outbox.iter().filter_map(|entry| Some((entry.op.id, entry.screen.clone()?)));
        self.screens.extend(screens.filter(|(id, _)| push.ops.iter().any(|op| op.id == *id)));
        let name = client.name.clone();
        match self.say(Call::Push(name.clone(), push.clone())) {
            Answer::Pushed(Err(_)) if answered => self.rewind(who),
            Answer::Pushed(Ok(pushed)) => {
                self.check_journal()?;
                pushed.results.iter().for_each(|result| self.counts.count(&result.outcome));
                if answered && let Some(client) = self.clients.get_mut(who) {
                    client.pushed(&pushed, &mut || id(&mut self.rng));
                    let told = push.ops.iter().zip(&pushed.results).filter(|(_, result)| result.at.is_some());
                    self.accepted.extend(told.map(|(op, _)| (op.id, op.clone())));
                }
                if self.chance(0.3) {
                    self.late.push((name, push));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// An old request arrives once more.
    fn deliver_late(&mut self) -> Check {
        if self.late.is_empty() {
            return Ok(());
        }
        let (name, push) = self.late.swap_remove(self.rng.random_range(0..self.late.len()));
        let (head, known) = (self.backend.server.head(), self.backend.server.knows_all(&push.ops));
        // What became of it does not matter to anybody any more.
        self.say(Call::Push(name, push));
        self.counts.repeats += 1;
        self.check_journal()?;
        if known && self.backend.server.head() != head {
            return Err("i05 a repeated request changed something".to_owned());
        }
        Ok(())
    }

    fn check_journal(&mut self) -> Check {
        for judged in self.backend.server.take_journal() {
            if let Some(screen) = self.screens.get(&judged.op) {
                checks::nothing_unseen_is_replaced(&self.backend.server, &judged, screen)?;
            }
        }
        Ok(())
    }

    pub(crate) fn pull(&mut self, who: usize, answered: bool, limit: u32) {
        let Some(pull) = self.clients.get(who).map(|client| client.next_pull(limit)) else { return };
        match self.say(Call::Pull(pull)) {
            Answer::Page(Err(Refusal::Diverged)) => self.rewind(who),
            Answer::Page(Err(Refusal::Resync)) => {
                self.counts.resyncs += 1;
                self.clients.iter_mut().skip(who).take(1).for_each(Client::resync);
            }
            Answer::Page(Ok(page)) => {
                let mut versions = Screen::new();
                for row in &page.rows {
                    let key = (row.t.clone(), row.id);
                    let live = self.backend.server.live(&key).into_iter();
                    versions.extend(live.map(|(name, version)| ((key.clone(), name), version)));
                }
                let times = if self.chance(0.2) { 2 } else { 1 };
                for _ in 0..if answered { times } else { 0 } {
                    let Some(client) = self.clients.get_mut(who) else { continue };
                    client.pulled(&page, &versions, &mut || id(&mut self.rng));
                }
            }
            _ => {}
        }
    }

    fn rewind(&mut self, who: usize) {
        let Some(find) = self.clients.get(who).map(Client::find_ancestor) else { return };
        self.counts.rewinds += 1;
        if let Answer::Ancestor(ancestor) = self.say(Call::Ancestor(find)) {
            self.clients.iter_mut().skip(who).take(1).for_each(|client| client.rewind(ancestor.token));
        }
    }

    /// Everybody talks to the backend until nothing is left to say.
    pub(crate) fn settle(&mut self) -> Check {
        for _ in 0..60 {
            for who in 0..self.clients.len() {
                self.pull(who, true, 3);
                self.push(who, true, true, 50)?;
            }
            for who in 0..self.clients.len() {
                for _ in 0..40 {
                    self.pull(who, true, 3);
                    if self.clients.get(who).is_some_and(|client| client.cursor == self.backend.server.head()) {
                        break;
                    }
                }
            }
            let quiet =
                |client: &Client| client.pending().next().is_none() && client.cursor == self.backend.server.head();
            if self.clients.iter().all(quiet) {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn check_the_end(&self) -> Check {
        checks::all_have_the_same(&self.backend.server, &self.clients)?;
        if self.counts.restores > 0 {
            for seen in &self.seen {
                checks::what_was_seen_is_back(&self.backend.server, seen, &self.purged)?;
            }
        }
        // After a restore only a living author, or a device that had it confirmed, can bring an edit back.
        let authors: BTreeSet<Uuid> =
            self.clients.iter().flat_map(|client| &client.outbox).map(|entry| entry.op.id).collect();
        let restored = self.counts.restores > 0;
        let retained = |op: &&Op| {
            let purged = op.rows.iter().any(|row| self.purged.contains(&(row.t.clone(), row.row)));
            !purged && (!restored || authors.contains(&op.id))
        };
        checks::no_edit_is_lost(&self.backend.server, self.accepted.values().filter(retained))?;
        checks::merges_strike_nothing_out(&self.backend.server)?;
        checks::rows_are_whole_and_numbers_dense(&self.backend.server)
    }
}

/// An id of version 7 that comes from the seed.
fn id(rng: &mut StdRng) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(1_790_000_000_000, &rng.random()).into_uuid()
}
