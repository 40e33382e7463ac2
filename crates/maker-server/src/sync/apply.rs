//! The only writer of the synced tables: pushes of devices, the backend's own jobs and public writes all come here.
//!
//! A push is worked on in memory. Reading what it touches and writing what became of it takes the same few statements for
//! one op and for five hundred, and in between nothing waits.

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::chain::{self, Hash};
use maker_domain::sync::decide;
use maker_domain::sync::registry::{self, Table};
use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{DELETED, Op, OpResult, Outcome, Pushed, Rejection, RetryReason};
use uuid::Uuid;

use super::check::{Refusal, checked};
use super::fold::{self, Moment, Rows};
use super::history::{Head, chain_text, from_db, read_chain};
use super::store::{self, Changeset};
use super::{Author, Limits, SyncError};
use crate::db::{Engine, Reads, Tx, each_of, sql};

/// Ops that were looked at without a database: as they are stored, or why they never will be.
#[derive(Debug)]
pub struct Prepared {
    ops: Vec<PreparedOp>,
}

#[derive(Debug)]
struct PreparedOp {
    id: Uuid,
    /// The first 32 hexadecimal digits.
    body: String,
    hash: Hash,
    bytes: u64,
    op: Result<Op, Refusal>,
}

/// Checks ops against the registry and hashes them. Outside of any transaction: it takes time and no lock.
#[must_use]
pub fn prepare(tenant: Uuid, author: &Author, ops: &[Op]) -> Prepared {
    let prepare = |op: &Op| {
        // An op came as JSON, so that it has a form in JSON.
        let bytes = serde_json::to_vec(op).map_or(usize::MAX, |json| json.len());
        let hash = chain::body_hash(op);
        let body = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let checked = checked(tenant, author, op, bytes);
        PreparedOp { id: op.id, body, hash, bytes: bytes as u64, op: checked }
    };
    Prepared { ops: ops.iter().map(prepare).collect() }
}

/// Why an op can never be accepted, whatever the workspace holds.
pub(crate) fn refusal(tenant: Uuid, author: &Author, op: &Op) -> Option<String> {
    let bytes = serde_json::to_vec(op).map_or(usize::MAX, |json| json.len());
    checked(tenant, author, op, bytes).err().map(|(_, detail)| detail)
}

/// Who sends ops, and what is known of them.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'a> {
    /// Who.
    pub author: &'a Author,
    /// The latest moment they have learnt of; `None` for the backend itself, which has seen everything.
    pub seen: Option<Token>,
    /// The schema they speak.
    pub schema: u16,
    /// Their clock.
    pub now: i64,
}

/// Applies ops in their order, each wholly or not at all, under the lock of the workspace. `now` is the backend's clock in
/// UTC milliseconds.
///
/// # Errors
/// [`SyncError::Diverged`] before anything is touched; [`SyncError::NoWorkspace`]; the database's.
pub async fn apply(
    tx: &mut Tx,
    tenant: Uuid,
    sender: Sender<'_>,
    prepared: &Prepared,
    limits: &Limits,
    now: i64,
) -> Result<Pushed, SyncError> {
    let head = Head::lock(tx, tenant).await?;
    if let Some(seen) = sender.seen {
        head.check(tx, tenant, seen).await?;
    }
    let done = already_done(tx, tenant, prepared).await?;
    let rows = load(tx, tenant, prepared, &done).await?;
    let mut work =
        Work { tenant, sender, limits, now, head, rows, done, changesets: Vec::new(), full: BTreeSet::new() };
    let mut results = Vec::with_capacity(prepared.ops.len());
    for op in &prepared.ops {
        results.push(work.one(tx, op).await?);
    }
    store::write(tx, tenant, sender.author, &work.rows, &work.changesets, now).await?;
    if !work.changesets.is_empty() {
        work.head.write(tx, tenant).await?;
    }
    Ok(Pushed { head: work.head.token, backed_up_through: work.head.backed_up_through, results })
}

/// An op that was accepted before.
#[derive(Clone, Debug)]
struct Done {
    body: String,
    at: Token,
    outcome: Outcome,
}

async fn already_done(tx: &mut Tx, tenant: Uuid, prepared: &Prepared) -> Result<BTreeMap<Uuid, Done>, SyncError> {
    type Stored = (String, i64, String, String, String);
    let ids: Vec<_> = prepared.ops.iter().map(|op| op.id.to_string()).collect();
    let stored = sql(store::on(tx.engine(), done_sql)).bind(tenant).bind(ids).all::<Stored>(tx).await?;
    let mut done = BTreeMap::new();
    for (id, seq, chain, outcome, body) in stored {
        let damaged = || SyncError::Damaged("sync_changeset");
        let id = Uuid::try_parse(&id).map_err(|_| damaged())?;
        let at = Token { seq: from_db(seq), chain: read_chain(&chain)? };
        let outcome = read_outcome(&outcome).ok_or_else(damaged)?;
        done.insert(id, Done { body, at, outcome });
    }
    Ok(done)
}

async fn load(tx: &mut Tx, tenant: Uuid, prepared: &Prepared, done: &BTreeMap<Uuid, Done>) -> Result<Rows, SyncError> {
    let mut ids: BTreeMap<&'static str, (&'static Table, BTreeSet<Uuid>)> = BTreeMap::new();
    for op in prepared.ops.iter().filter(|op| !done.contains_key(&op.id)) {
        for edit in op.op.iter().flat_map(|op| &op.rows) {
            if let Some(table) = registry::table(&edit.t) {
                ids.entry(table.name).or_insert((table, BTreeSet::new())).1.insert(edit.row);
            }
        }
    }
    store::load(tx, tenant, &ids).await
}

fn done_sql(engine: Engine) -> String {
    each_of(engine, "op_id, seq, chain, outcome, body_hash", "sync_changeset", "tenant_id = $1", "op_id", "$2")
}

struct Work<'a> {
    tenant: Uuid,
    sender: Sender<'a>,
    limits: &'a Limits,
    now: i64,
    head: Head,
    rows: Rows,
    done: BTreeMap<Uuid, Done>,
    changesets: Vec<Changeset>,
    /// Rows of ops that found the workspace full: what builds on them waits as well.
    full: BTreeSet<Uuid>,
}

impl Work<'_> {
    async fn one(&mut self, tx: &mut Tx, op: &PreparedOp) -> Result<OpResult, SyncError> {
        let id = op.id;
        let not = |outcome| Ok(OpResult { id, at: None, outcome });
        if let Some(done) = self.done.get(&id) {
            if done.body == op.body {
                return Ok(OpResult { id, at: Some(done.at), outcome: done.outcome.clone() });
            }
            let detail = "Another edit with this id was accepted before. Give this one an id of its own.".to_owned();
            return not(Outcome::Rejected { code: Rejection::IdReused, detail });
        }
        let edits = match &op.op {
            Ok(edits) => edits,
            Err((code, detail)) => return not(Outcome::Rejected { code: *code, detail: detail.clone() }),
        };
        if self.is_of_nobody(edits) {
            let detail = "This row is not here. Pull first.".to_owned();
            return not(Outcome::Rejected { code: Rejection::NotFound, detail });
        }
        let waits = edits.rows.iter().any(|edit| self.full.contains(&edit.row));
        if !waits && fold::needs_whole(&self.rows, edits, self.sender.schema) {
            return not(Outcome::NeedFull);
        }
        if waits || self.is_full(edits, op.bytes) {
            self.full.extend(edits.rows.iter().map(|edit| edit.row));
            return not(Outcome::Retry { code: RetryReason::Quota, after_s: self.limits.full_retry_s });
        }
        self.learn(tx, edits).await?;
        Ok(self.fold(op, edits))
    }

    /// Only the backend makes rows in which people cannot fill in anything that is required.
    fn is_of_nobody(&self, op: &Op) -> bool {
        let unknown = |table: &Table, row: Uuid| self.rows.get(&(table.name, row)).is_none_or(|r| !r.has_values());
        !self.sender.author.is_backend()
            && op.rows.iter().any(|edit| {
                let table = registry::table(&edit.t).filter(|table| table.required().next().is_none());
                table.is_some_and(|table| unknown(table, edit.row))
            })
    }

    /// Whether there is no room. Who deletes always may.
    fn is_full(&self, op: &Op, bytes: u64) -> bool {
        if op.rows.iter().all(|edit| edit.f.keys().all(|name| name == DELETED)) {
            return false;
        }
        let new = self.new_rows(op);
        (new > 0 && self.head.rows + new > self.limits.rows) || self.head.bytes + bytes > self.limits.bytes
    }

    fn new_rows(&self, op: &Op) -> u64 {
        let rows = op.rows.iter().filter_map(|edit| Some((registry::table(&edit.t)?.name, edit.row)));
        rows.filter(|key| self.rows.get(key).is_none_or(|row| row.rev == 0)).count() as u64
    }

    async fn learn(&mut self, tx: &mut Tx, op: &Op) -> Result<(), SyncError> {
        loop {
            let missing = fold::missing(&self.rows, op);
            if missing.is_empty() {
                return Ok(());
            }
            for (key, missing) in missing {
                if let Some(row) = self.rows.get_mut(&key) {
                    store::learn(tx, self.tenant, row, missing).await?;
                }
            }
        }
    }

    fn fold(&mut self, op: &PreparedOp, edits: &Op) -> OpResult {
        let moment = Moment {
            op: op.id,
            seq: self.head.token.seq + 1,
            at: decide::effective_time(edits.at, self.sender.now, self.now),
            now: self.now,
        };
        let new_rows = self.new_rows(edits);
        let folded = fold::fold(&mut self.rows, edits, moment);
        let outcome = folded.outcome();
        if folded.touched.is_empty() {
            return OpResult { id: op.id, at: None, outcome };
        }
        let chain = chain::next(self.head.token.chain, op.id, &op.hash, &folded.touched);
        let at = Token { seq: moment.seq, chain };
        self.head.token = at;
        self.head.bytes += folded.bytes as u64;
        self.head.rows += new_rows - self.new_rows(edits);
        self.changesets.push(Changeset {
            seq: at.seq,
            op: op.id,
            body: op.body.clone(),
            chain: chain_text(chain),
            outcome: outcome_name(&outcome),
        });
        self.done.insert(op.id, Done { body: op.body.clone(), at, outcome: outcome.clone() });
        OpResult { id: op.id, at: Some(at), outcome }
    }
}

/// As the column has it. Only what took a number is stored.
fn outcome_name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Applied => "APPLIED",
        Outcome::Merged => "MERGED",
        Outcome::Alternative => "ALTERNATIVE",
        Outcome::Noop | Outcome::NeedFull | Outcome::Rejected { .. } | Outcome::Retry { .. } => "NOOP",
    }
}

fn read_outcome(name: &str) -> Option<Outcome> {
    Some(match name {
        "APPLIED" => Outcome::Applied,
        "MERGED" => Outcome::Merged,
        "ALTERNATIVE" => Outcome::Alternative,
        "NOOP" => Outcome::Noop,
        _ => return None,
    })
}
