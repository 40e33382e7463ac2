//! Makes edits of a workspace out of what visitors have done: how many like what, at most twice a minute for a workspace,
//! and what was said, at once, many in one transaction.
//!
//! Everything happens in one transaction under the workspace's lock: events go out of `visitor_events`, what follows from
//! them is counted and written. So it does not matter who flushes, how many do, or where one is killed. Numbers are counted
//! anew each time and never added up; comments carry their ids from the start.

use std::collections::BTreeMap;
use std::time::Duration;

use maker_domain::sync::wire::{DELETED, FieldEdit, Op, Outcome, RowEdit, SCHEMA};
use serde_json::{Value, json};
use uuid::Uuid;

use super::counts;
use super::events::{self, Liked, Said};
use crate::backend::Backend;
use crate::db::{Tx, sql};
use crate::sync::{self, Author, Limits, Sender, SyncError};
use crate::transaction;

/// How often events are looked for. Comments are there within a second, with time to spare for writing them.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// A workspace's likes are counted no more often, in milliseconds.
pub const COUNT_EVERY_MS: i64 = 30_000;
/// At most so many lines of likes in one transaction: their number says nothing of how many likes there are.
const LIKES_AT_ONCE: i64 = 10_000;
/// At most so many comments in one transaction.
const COMMENTS_AT_ONCE: i64 = 500;
/// At most so many rows in one op.
const ROWS_OF_AN_OP: usize = 500;

/// What a flush has written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flushed {
    /// Numbers of likes that had changed.
    pub counts: u64,
    /// Comments, and withdrawals of comments.
    pub comments: u64,
}

/// Flushes until the backend stops.
pub async fn follow(backend: &Backend) {
    let mut was_well = true;
    while backend.stopping.run_until_cancelled(tokio::time::sleep(LOOK_EVERY)).await.is_some() {
        let flushed = flush(backend).await;
        // Two lines a second would hide everything else.
        if let (Err(error), true) = (&flushed, was_well) {
            tracing::warn!(%error, "what visitors did cannot be written; it is kept and tried again");
        }
        was_well = flushed.is_ok();
    }
}

/// Writes what is due in every workspace. What does not succeed in one keeps no other one waiting.
///
/// # Errors
/// The first of the database's. What was done before stays done, and nothing is lost.
pub async fn flush(backend: &Backend) -> Result<Flushed, SyncError> {
    let due = due(backend).await?;
    let (mut all, mut first) = (Flushed::default(), Ok(()));
    for tenant in due {
        let flushed =
            transaction!(backend.database, |tx| { workspace(tx, tenant, &backend.limits, backend.now_ms()).await });
        match flushed {
            Ok((flushed, head)) => {
                backend.hints.tell(tenant, head);
                all.counts += flushed.counts;
                all.comments += flushed.comments;
            }
            // Its events have gone with it.
            Err(SyncError::NoWorkspace) => {}
            Err(error) => first = first.and(Err(error)),
        }
    }
    first.map(|()| all)
}

/// A clock that was set back makes nobody wait.
async fn due(backend: &Backend) -> Result<Vec<Uuid>, SyncError> {
    let due = sql("SELECT DISTINCT e.tenant_id FROM visitor_events e \
         LEFT JOIN visitor_flushes f ON f.tenant_id = e.tenant_id \
         WHERE (f.rest_until IS NULL OR f.rest_until <= $1 OR f.rest_until > $1 + $2) \
           AND (e.kind IN ('COMMENT', 'WITHDRAWAL') OR f.counted_at IS NULL OR f.counted_at <= $1 - $2 OR f.counted_at > $1)");
    let due = due.bind(backend.now_ms()).bind(COUNT_EVERY_MS);
    let due = due.all::<(String,)>(&mut backend.database.reader().await?).await?;
    Ok(due.iter().filter_map(|(tenant,)| Uuid::try_parse(tenant).ok()).collect())
}

/// One workspace, and how far it has got then.
async fn workspace(tx: &mut Tx, tenant: Uuid, limits: &Limits, now: i64) -> Result<(Flushed, u64), SyncError> {
    let head = sync::lock(tx, tenant).await?;
    let last = sql("SELECT counted_at FROM visitor_flushes WHERE tenant_id = $1").bind(tenant);
    let last = last.optional::<(i64,)>(tx).await?.map_or(i64::MIN, |(at,)| at);
    let mut work = Work { tenant, head, now, ops: Vec::new() };
    // Another instance may have counted while this one waited for the lock.
    if last <= now - COUNT_EVERY_MS || last > now {
        work.likes(tx).await?;
    }
    work.said(tx).await?;
    work.apply(tx, limits).await
}

struct Work {
    tenant: Uuid,
    head: u64,
    now: i64,
    ops: Vec<Written>,
}

/// An op and where it comes from: what finds no room goes back there.
struct Written {
    op: Op,
    from: From,
}

enum From {
    Likes(Vec<(Liked, Uuid)>),
    Said(Said),
}

impl Work {
    async fn likes(&mut self, tx: &mut Tx) -> Result<(), SyncError> {
        // Taken before they are counted: whoever likes meanwhile is counted, or leaves a line for the next time.
        let subjects = events::take_likes(tx, self.tenant, LIKES_AT_ONCE).await?;
        if subjects.is_empty() {
            return Ok(());
        }
        let counted = sql("INSERT INTO visitor_flushes (tenant_id, counted_at) VALUES ($1, $2) \
             ON CONFLICT (tenant_id) DO UPDATE SET counted_at = excluded.counted_at");
        counted.bind(self.tenant).bind(self.now).run(tx).await?;
        for liked in Liked::ALL {
            let ids = subjects.iter().filter(|(of, _)| *of == liked).map(|(_, id)| id.to_string()).collect::<Vec<_>>();
            if ids.is_empty() {
                continue;
            }
            let changed = counts::changed(tx, self.tenant, liked, ids).await?;
            for some in changed.chunks(ROWS_OF_AN_OP) {
                let row = |(id, likes): &(Uuid, i64)| {
                    self.edit(liked.stats(), *id, &[("likes", json!(likes)), ("as_of", json!(self.now))])
                };
                let op = Op { id: Uuid::now_v7(), at: self.now, rows: some.iter().map(row).collect() };
                let from = From::Likes(some.iter().map(|(id, _)| (liked, *id)).collect());
                self.ops.push(Written { op, from });
            }
        }
        Ok(())
    }

    async fn said(&mut self, tx: &mut Tx) -> Result<(), SyncError> {
        for said in events::take_said(tx, self.tenant, COMMENTS_AT_ONCE).await? {
            let op = match &said {
                Said::Comment { id, video, author, content, at, .. } => {
                    let fields = [
                        ("video_id", json!(video)),
                        ("author", json!(author)),
                        ("content", json!(content)),
                        ("created_at", json!(at)),
                    ];
                    Op { id: Uuid::new_v5(id, b"said"), at: *at, rows: vec![self.edit("comments", *id, &fields)] }
                }
                // The words go as well: a maker who has edited it unseen brings the row back.
                Said::Withdrawal { comment, at } => {
                    let fields = [("author", Value::Null), ("content", Value::Null), (DELETED, json!(true))];
                    let rows = vec![self.edit("comments", *comment, &fields)];
                    Op { id: Uuid::new_v5(comment, b"withdrawn"), at: *at, rows }
                }
            };
            self.ops.push(Written { op, from: From::Said(said) });
        }
        Ok(())
    }

    /// Under the lock everything that is there has been seen.
    fn edit(&self, table: &str, row: Uuid, fields: &[(&str, Value)]) -> RowEdit {
        let field =
            |(name, v): &(&str, Value)| ((*name).to_owned(), FieldEdit { v: v.clone(), rev: self.head, op: None });
        let f = fields.iter().map(field).collect();
        RowEdit { t: table.to_owned(), row, f, resolves: BTreeMap::new(), saw: BTreeMap::new() }
    }

    async fn apply(self, tx: &mut Tx, limits: &Limits) -> Result<(Flushed, u64), SyncError> {
        if self.ops.is_empty() {
            return Ok((Flushed::default(), self.head));
        }
        let author = Author::Backend;
        let ops: Vec<_> = self.ops.iter().map(|written| written.op.clone()).collect();
        let prepared = sync::prepare(self.tenant, &author, &ops);
        let sender = Sender { author: &author, seen: None, schema: SCHEMA, now: self.now };
        let pushed = sync::apply(tx, self.tenant, sender, &prepared, limits, self.now).await?;
        let (mut flushed, mut users, mut rest) = (Flushed::default(), BTreeMap::<Uuid, Vec<String>>::new(), None);
        for (Written { op, from }, result) in self.ops.into_iter().zip(pushed.results) {
            match (result.outcome, from) {
                (Outcome::Retry { after_s, .. }, from) => {
                    rest = Some(after_s);
                    put_back(tx, self.tenant, from, self.now).await?;
                }
                (Outcome::Rejected { detail, .. }, _) => {
                    tracing::error!(detail, "what a visitor did can never be written, and is dropped");
                }
                // The row has been purged meanwhile.
                (Outcome::NeedFull, _) => {}
                (_, From::Likes(_)) => flushed.counts += op.rows.len() as u64,
                (_, From::Said(said)) => {
                    flushed.comments += 1;
                    if let Said::Comment { id, user, .. } = said {
                        users.entry(user).or_default().push(id.to_string());
                    }
                }
            }
        }
        // The backend wrote the rows, but they are their authors'. No column of the feed says whose.
        for (user, ids) in users {
            let whose = sql("UPDATE comments SET user_id = $2 WHERE tenant_id = $1 AND id = ANY($3)");
            whose.bind(self.tenant).bind(user).bind(ids).run(tx).await?;
        }
        if let Some(after_s) = rest {
            let until = self.now + i64::from(after_s).min(COUNT_EVERY_MS / 1_000) * 1_000;
            let rests = sql("INSERT INTO visitor_flushes (tenant_id, rest_until) VALUES ($1, $2) \
                 ON CONFLICT (tenant_id) DO UPDATE SET rest_until = excluded.rest_until");
            rests.bind(self.tenant).bind(until).run(tx).await?;
        }
        Ok((flushed, pushed.head.seq))
    }
}

async fn put_back(tx: &mut Tx, tenant: Uuid, from: From, now: i64) -> Result<(), SyncError> {
    match from {
        From::Likes(subjects) => {
            for (liked, subject) in subjects {
                events::likes_changed(tx, tenant, liked, subject, now).await?;
            }
        }
        From::Said(said) => events::said(tx, tenant, &said).await?,
    }
    Ok(())
}
