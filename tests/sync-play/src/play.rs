//! Random histories of a few devices and one backend: edits without a network, lost requests and answers, old requests
//! that arrive late, tiny pages, clocks that are wrong by years, copied and wiped data folders, processes that end in the
//! middle of anything, emptied bins, and a backend that is restored from a backup.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use maker_domain::draft::DraftFields;
use maker_domain::id::DraftId;
use maker_domain::sync::wire::RowState;
use maker_sync::exchange;
use maker_sync_model::Backup;
use maker_sync_model::differential::{Answer, Call, Step};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::device::{Device, cut};
use crate::line::{Fault, Shared, World};
use crate::truth::{Field, Truth, counts, text};

const STEPS: usize = 90;

struct Play {
    rng: StdRng,
    world: Shared,
    devices: Vec<Device>,
    workspace: Uuid,
    backup: Option<(Backup, Truth)>,
    restored: bool,
    purged: bool,
    words: u32,
}

impl Play {
    async fn new(seed: u64, workspace: Uuid) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        let world = Arc::new(Mutex::new(World::default()));
        let mut devices = Vec::new();
        for n in 0..rng.random_range(2..=3) {
            let by = TimeDelta::days([0, 0, 1, -1, 3_650, -3_650][rng.random_range(0..6)]);
            devices.push(Device::new(&format!("Device {n}"), workspace, &world, by).await);
        }
        let (backup, words) = (None, 0);
        Self { rng, world, devices, workspace, backup, restored: false, purged: false, words }
    }

    fn word(&mut self) -> String {
        self.words += 1;
        let word = ["mug", "clay", "glaze", "kiln", "ash", "hand", "sale", "spring"][self.rng.random_range(0..8)];
        format!("{word}{}", self.words)
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    async fn step(&mut self, seed: u64) {
        self.world.lock().unwrap().server.now += self.rng.random_range(0..3_000);
        let at = self.rng.random_range(0..self.devices.len());
        let limit = self.rng.random_range(1..=4);
        match self.rng.random_range(0..100) {
            0..40 => self.edit(at).await,
            40..60 => {
                let (fault, limit) = (self.fault(), self.limit());
                self.devices[at].next_fault(fault);
                self.devices[at].push(limit).await;
            }
            60..84 => {
                let fault = self.fault();
                self.devices[at].next_fault(fault);
                self.devices[at].pull(limit).await;
            }
            84..88 => self.end_in_the_middle(at).await,
            88..91 => self.an_old_request_arrives(),
            91..93 => {
                let mut world = self.world.lock().unwrap();
                let backup = world.server.backup();
                world.tell(Call::BackUp, Answer::Done);
                self.backup = Some((backup, world.truth.clone()));
            }
            93..95 if seed % 3 == 1 => self.restore().await,
            95..97 if self.devices.len() < 5 => {
                let name = format!("Copy {}", self.devices.len());
                let copy = self.devices[at].cloned(&name).await;
                self.devices.push(copy);
            }
            97..98 => {
                let by = self.devices[at].clock.by;
                self.devices[at] = Device::new("New device", self.workspace, &self.world, by).await;
            }
            98.. if seed % 3 == 2 => {
                let mut world = self.world.lock().unwrap();
                let through = world.server.head().seq.saturating_sub(self.rng.random_range(0..6));
                if self.rng.random() {
                    world.server.empty_bin(through);
                    world.tell(Call::EmptyBin(through), Answer::Done);
                }
                world.server.purge(through);
                world.tell(Call::Purge(through), Answer::Done);
                self.purged = true;
            }
            _ => {}
        }
    }

    fn limit(&mut self) -> usize {
        self.rng.random_range(1..=6)
    }

    fn fault(&mut self) -> Fault {
        match self.rng.random_range(0..10) {
            0 => Fault::RequestLost,
            1 | 2 => Fault::AnswerLost,
            _ => Fault::None,
        }
    }

    async fn edit(&mut self, at: usize) {
        let drafts = self.devices[at].drafts().await;
        let some = drafts.keys().nth(self.rng.random_range(0..drafts.len().max(1))).copied();
        let now = self.devices[at].now();
        let Some(id) = some.filter(|_| drafts.len() > 3 || self.rng.random_range(0..4) > 0) else {
            let fields = DraftFields { title: self.word(), description: self.text(6), ..DraftFields::default() };
            let id = self.devices[at].add_draft(&fields).await;
            let typed = &mut self.devices[at].typed;
            typed.insert((id, "title"), json!(fields.title).to_string());
            typed.insert((id, "description"), json!(fields.description).to_string());
            return;
        };
        let (status, mut fields) = drafts[&id].clone();
        let draft = DraftId(id);
        if status == "DELETED" {
            if self.rng.random_range(0..3) == 0 {
                self.devices[at].store.restore_draft(draft, now).await.unwrap();
            }
            return;
        }
        if self.rng.random_range(0..10) == 0 {
            self.devices[at].store.delete_draft(draft, now).await.unwrap();
            // Whoever puts it into the bin asks for none of it to be seen.
            self.devices[at].typed.retain(|(row, _), _| *row != id);
            return;
        }
        if self.rng.random_range(0..6) == 0 && self.settle_a_conflict(at).await {
            return;
        }
        let before = fields.clone();
        let (field, typed) = match self.rng.random_range(0..5) {
            0 => {
                fields.title = self.word();
                ("title", json!(fields.title))
            }
            1 => {
                fields.youtube.title = Some(self.word());
                ("youtube_title", json!(fields.youtube.title))
            }
            2 => {
                fields.tags = vec![self.word()];
                ("tags", json!(fields.tags))
            }
            _ => {
                let mut words: Vec<String> = fields.description.split(' ').map(str::to_owned).collect();
                let n = self.rng.random_range(0..words.len());
                let word = self.word();
                if self.rng.random() {
                    words[n] = word
                } else {
                    words.insert(n, word)
                }
                fields.description = words.join(" ");
                ("description", json!(fields.description))
            }
        };
        self.devices[at].store.save_draft(draft, &fields, now).await.unwrap();
        self.devices[at].typed.insert((id, field), typed.to_string());
        self.replaced("drafts", id, field, &value(&before, field), &typed);
    }

    async fn settle_a_conflict(&mut self, at: usize) -> bool {
        use maker_store::sync::{Resolution, as_text};
        let open = self.devices[at].store.conflicts(10).await.unwrap();
        let Some(conflict) = open.first() else { return false };
        let how = [Resolution::Use, Resolution::Dismiss, Resolution::KeepBoth][self.rng.random_range(0..3)];
        let now = self.devices[at].now();
        let kept = &conflict.kept[0];
        self.devices[at]
            .store
            .resolve(&conflict.table, conflict.row, &kept.version, &as_text(&conflict.shown), how, now)
            .await
            .unwrap();
        let (shown, kept) = (&conflict.shown, &kept.value);
        match how {
            Resolution::Use => self.replaced(&conflict.table, conflict.row, &conflict.field, shown, kept),
            Resolution::Dismiss | Resolution::KeepBoth => {
                self.replaced(&conflict.table, conflict.row, &conflict.field, kept, shown)
            }
        }
        if how == Resolution::Use {
            let name = ["title", "description", "youtube_title", "tags"].into_iter().find(|n| *n == conflict.field);
            if let Some(name) = name {
                self.devices[at].typed.insert((conflict.row, name), text(Some(kept)));
            }
        }
        true
    }

    fn replaced(&self, table: &str, row: Uuid, field: &str, shown: &Value, value: &Value) {
        let field = (table.to_owned(), row, field.to_owned());
        self.world.lock().unwrap().truth.replaced(&field, shown, value);
    }

    /// The process ends anywhere in an exchange; the next start finds a sound database.
    async fn end_in_the_middle(&mut self, at: usize) {
        let after = self.rng.random_range(0..40);
        let push = self.rng.random();
        let device = &mut self.devices[at];
        let (store, line, clock) = (&device.store, &device.line, device.clock.as_ref());
        if push {
            cut(exchange::push(store, line, clock, 5), after).await;
        } else {
            cut(exchange::pull(store, line, clock, 3), after).await;
        }
        device.reopen().await;
        device.store.check_integrity().await.unwrap();
    }

    fn an_old_request_arrives(&mut self) {
        let mut world = self.world.lock().unwrap();
        if world.arrived.is_empty() {
            return;
        }
        let n = self.rng.random_range(0..world.arrived.len());
        let (device, push) = world.arrived[n].clone();
        let _ = world.push(&device, &push);
    }

    async fn restore(&mut self) {
        let Some((backup, truth)) = self.backup.clone() else { return };
        for device in &mut self.devices {
            device.saw.clear();
            for ((table, row), (_, deleted, fields)) in device.confirmed().await {
                for (name, value) in fields.iter().filter(|(name, _)| counts(&table, name) && !deleted) {
                    let value = text(Some(value));
                    if value != "null" {
                        device.saw.push(((table.clone(), row, name.clone()), value));
                    }
                }
            }
        }
        let mut world = self.world.lock().unwrap();
        world.server.restore(&backup);
        world.tell(Call::Restore, Answer::Done);
        world.truth.restore(&truth);
        self.restored = true;
    }

    /// Own edits are on the screen, or in what is on the screen, or kept beside it.
    async fn own_edits_are_seen(&self) {
        if self.restored || self.purged {
            return;
        }
        for device in &self.devices {
            let drafts = device.drafts().await;
            let mut beside = device.beside().await;
            for ((row, name), typed) in &device.typed {
                let Some((_, fields)) = drafts.get(row) else { continue };
                let shown = value(fields, name).to_string();
                let field: Field = ("drafts".into(), *row, (*name).into());
                let kept: Option<Option<String>> =
                    sqlx::query_scalar("SELECT alternatives FROM sync_rows WHERE tbl = 'drafts' AND row_id = ?")
                        .bind(row.to_string())
                        .fetch_optional(&mut *beside)
                        .await
                        .unwrap();
                let kept: BTreeMap<String, Vec<Value>> =
                    kept.flatten().map(|text| serde_json::from_str(&text).unwrap()).unwrap_or_default();
                let kept = kept.get(*name).into_iter().flatten().map(|a| a["v"].to_string());
                let truth = &self.world.lock().unwrap().truth;
                let seen = shown == *typed
                    || std::iter::once(shown.clone()).chain(kept).any(|visible| truth.is_in(&field, typed, &visible));
                assert!(seen, "{}: {name} of {row}: typed {typed}, shown {shown}", device.name);
            }
        }
    }

    async fn quiesce(&mut self) {
        for device in &self.devices {
            device.next_fault(Fault::None);
        }
        for _ in 0..6 {
            for device in &self.devices {
                device.settle().await;
            }
        }
    }

    async fn check(&self) {
        let rows = self.world.lock().unwrap().server.rows();
        let drafts: BTreeMap<Uuid, &RowState> = rows.iter().filter(|r| r.t == "drafts").map(|r| (r.id, r)).collect();
        for device in &self.devices {
            let record = device.store.sync_record().await.unwrap();
            let left = device.store.own_edits(10).await.unwrap();
            assert_eq!((record.waiting, record.refused), (0, 0), "{}: {left:?}", device.name);
            device.store.check_integrity().await.unwrap();
            let shown = device.drafts().await;
            let there = |(_, row): &(&Uuid, &&RowState)| !row.del;
            let expected: Vec<_> = drafts.iter().filter(there).map(|(id, _)| *id).collect();
            let live: Vec<_> = shown.iter().filter(|(_, (status, _))| status != "DELETED").map(|(id, _)| *id).collect();
            assert_eq!(live, expected, "{}: which drafts there are", device.name);
            for id in expected {
                for name in ["title", "description", "youtube_title", "tags"] {
                    let (here, said) = (value(&shown[&id].1, name), drafts[&id].f.get(name).cloned());
                    let said = said.filter(|value| *value != json!([])).unwrap_or_default();
                    assert_eq!(here, said, "{}: {name} of {id}", device.name);
                }
            }
            let confirmed = device.confirmed().await;
            for row in &rows {
                let Some((rev, deleted, fields)) = confirmed.get(&(row.t.clone(), row.id)) else {
                    assert!(row.del, "{}: {} {} never came", device.name, row.t, row.id);
                    continue;
                };
                assert_eq!((*rev, *deleted, fields), (row.rev, row.del, &row.f), "{}: {}", device.name, row.id);
            }
        }
        let world = self.world.lock().unwrap();
        if !self.purged {
            assert_eq!(world.truth.lost(&rows), []);
        }
        for (field, value) in self.devices.iter().flat_map(|device| &device.saw) {
            assert!(world.truth.has(field, value), "{field:?}: {value} was seen and is lost with the restore");
        }
    }
}

fn value(fields: &DraftFields, name: &str) -> Value {
    match name {
        "title" => json!(fields.title),
        "description" => json!(fields.description),
        "youtube_title" => json!(fields.youtube.title),
        // An empty list is how a draft says that there are none.
        "tags" if fields.tags.is_empty() => Value::Null,
        "tags" => json!(fields.tags),
        other => unreachable!("{other}"),
    }
}

/// Lives through the history of a seed in that workspace, judging it after every step, and gives everything that the
/// backend was told.
///
/// # Panics
/// When anything typed is lost, or devices differ when all is quiet.
pub async fn live_through(seed: u64, workspace: Uuid) -> Vec<Step> {
    let mut play = Play::new(seed, workspace).await;
    for _ in 0..STEPS {
        play.step(seed).await;
        play.own_edits_are_seen().await;
    }
    play.quiesce().await;
    play.check().await;
    // A device that starts from nothing sees the same as those that were there all the time.
    let new = Device::new("Last", play.workspace, &play.world, TimeDelta::zero()).await;
    play.devices.push(new);
    play.quiesce().await;
    play.check().await;
    std::mem::take(&mut play.world.lock().unwrap().told)
}
