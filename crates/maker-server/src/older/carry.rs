//! The steps after the first: people and their workspaces, then videos and posts in batches. Each is a transaction that
//! also writes down how far it came.

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::wire::{Op, Outcome, SCHEMA as WIRE};
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::people::{Home, People, Workspace};
use super::place::{self, Kind, Placed, edit, said};
use super::report::{Line, Tally};
use super::row::OldRow;
use super::source::{columns, read};
use super::{OlderError, SCHEMA, Tell, ids};
use crate::db::{Database, DbError, Line as Connection, Reads, Tx, sql};
use crate::sync::{self, Author, Limits, Sender};
use crate::transaction;

/// Rows in a batch. A kill costs so many at most.
const BATCH: i64 = 500;
/// What is there already is not refused for want of room.
const LIMITS: Limits =
    Limits { rows: u64::MAX, bytes: u64::MAX, full_retry_s: 0, images: u64::MAX, image_bytes: u64::MAX };

pub(super) async fn carry(database: &Database, now: i64, tell: Tell<'_>) -> Result<(), OlderError> {
    let run = sql("SELECT started_at, finished_at FROM legacy_run");
    let (started_at, finished_at): (i64, Option<i64>) = run.one(&mut database.reader().await?).await?;
    if finished_at.is_some() {
        // Another one did it while this one waited.
        return Ok(());
    }
    let people = read_people(database, started_at).await?;
    bring_people(database, &people, now).await?;
    for kind in Kind::ALL {
        while batch(database, &people, kind, started_at, now).await? {}
    }
    transaction!(*database, |tx| {
        sql("DROP TABLE legacy_work").run(tx).await?;
        sql("UPDATE legacy_run SET finished_at = $1").bind(now).run(tx).await?;
        Ok::<_, OlderError>(())
    })?;
    report(database, &people, tell).await
}

async fn read_people(database: &Database, started_at: i64) -> Result<People, OlderError> {
    let mut reader = database.reader().await?;
    let authors = sql("SELECT DISTINCT content ->> 'user_id' FROM legacy_work \
         WHERE kind IN ('videos', 'posts') AND content ->> 'user_id' IS NOT NULL");
    let authors: BTreeSet<_> = authors.all::<(String,)>(&mut reader).await?.into_iter().map(|(id,)| id).collect();
    let users = work(&mut reader, "users", 0, i64::MAX).await?;
    let makers = work(&mut reader, "makers", 0, i64::MAX).await?;
    let rows = |list: Vec<(i64, OldRow)>| list.into_iter().map(|(_, row)| row).collect::<Vec<_>>();
    Ok(People::of(&rows(users), &rows(makers), &authors, started_at))
}

/// Lines of the work after one of them.
async fn work(from: &mut impl Reads, kind: &str, after: i64, limit: i64) -> Result<Vec<(i64, OldRow)>, OlderError> {
    let statement =
        format!("SELECT n, {} FROM legacy_work WHERE kind = '{kind}' AND n > $1 ORDER BY n LIMIT $2", columns(kind));
    let Connection::Postgres(line) = from.line() else { return Ok(Vec::new()) };
    let rows: Vec<(i64, String)> = sqlx::query_as(AssertSqlSafe(statement))
        .bind(after)
        .bind(limit)
        .fetch_all(line)
        .await
        .map_err(DbError::from)?;
    rows.iter().map(|(n, text)| Ok((*n, read(text)?))).collect()
}

async fn bring_people(database: &Database, people: &People, now: i64) -> Result<(), OlderError> {
    for accounts in people.accounts.chunks(500) {
        let list = json!(accounts.iter().map(|a| json!({
            "id": a.id, "old_id": a.old_id, "email": a.email, "email_key": a.key, "name": a.name, "hash": a.hash,
            "created_at": a.created_at, "updated_at": a.updated_at,
        })).collect::<Vec<_>>())
        .to_string();
        transaction!(*database, |tx| {
            sql("INSERT INTO users (id, email, email_key, name, created_at, updated_at) \
                 SELECT id, email, email_key, name, created_at, updated_at FROM json_to_recordset(CAST($1 AS json)) \
                 AS x(id text, email text, email_key text, name text, created_at bigint, updated_at bigint) \
                 ON CONFLICT (id) DO NOTHING")
            .bind(&list)
            .run(tx)
            .await?;
            sql("INSERT INTO passwords (user_id, hash, changed_at) \
                 SELECT id, hash, updated_at FROM json_to_recordset(CAST($1 AS json)) \
                 AS x(id text, hash text, updated_at bigint) WHERE hash IS NOT NULL ON CONFLICT (user_id) DO NOTHING")
            .bind(&list)
            .run(tx)
            .await?;
            sql("INSERT INTO legacy_ids (kind, old_id, new_id) SELECT 'users', old_id, id \
                 FROM json_to_recordset(CAST($1 AS json)) AS x(id text, old_id text) ON CONFLICT DO NOTHING")
            .bind(&list)
            .run(tx)
            .await?;
            Ok::<_, OlderError>(())
        })?;
    }
    tracing::info!(accounts = people.accounts.len(), "brought forward");
    for workspaces in people.workspaces.chunks(100) {
        transaction!(*database, |tx| {
            for workspace in workspaces {
                bring_workspace(tx, workspace, now).await?;
            }
            Ok::<_, OlderError>(())
        })?;
    }
    tracing::info!(workspaces = people.workspaces.len(), "brought forward");
    Ok(())
}

async fn bring_workspace(tx: &mut Tx, workspace: &Workspace, now: i64) -> Result<(), OlderError> {
    let id = workspace.id;
    sql("INSERT INTO workspaces (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING")
        .bind(id)
        .bind(&workspace.name)
        .bind(workspace.created_at)
        .run(tx)
        .await?;
    if let Some(owner) = workspace.owner {
        sql("INSERT INTO workspace_members (workspace_id, user_id, role, joined_at) VALUES ($1, $2, 'OWNER', $3) \
             ON CONFLICT DO NOTHING")
        .bind(id)
        .bind(owner)
        .bind(workspace.created_at)
        .run(tx)
        .await?;
    }
    if let Some(maker) = &workspace.maker {
        sql("INSERT INTO legacy_ids (kind, old_id, new_id, workspace_id) VALUES ('makers', $1, $2, $2) ON CONFLICT DO NOTHING")
            .bind(maker)
            .bind(id)
            .run(tx)
            .await?;
    }
    let fields = said(json!({
        "name": workspace.name, "bio": workspace.bio, "country": workspace.country,
        "created_at": workspace.created_at, "updated_at": workspace.updated_at,
    }));
    let op = Op {
        id: ids::derived("maker's edit", &id.to_string()),
        at: workspace.updated_at.min(now),
        rows: vec![edit("makers", id, fields)],
    };
    apply(tx, "makers", id, &[op], now).await?;
    sql("UPDATE makers SET user_id = $2 WHERE tenant_id = $1").bind(id).bind(workspace.owner).run(tx).await?;
    Ok(())
}

/// One step of one kind; false when there was nothing left.
async fn batch(
    database: &Database,
    people: &People,
    kind: Kind,
    started_at: i64,
    now: i64,
) -> Result<bool, OlderError> {
    transaction!(*database, |tx| {
        let at = match kind {
            Kind::Videos => sql("SELECT videos_done, tally FROM legacy_run FOR UPDATE"),
            Kind::Posts => sql("SELECT posts_done, tally FROM legacy_run FOR UPDATE"),
        };
        let (done, tally): (i64, String) = at.one(tx).await?;
        let mut tally: Tally = serde_json::from_str(&tally).map_err(|_| OlderError::Damaged("legacy_run"))?;
        let rows = work(tx, kind.name(), done, BATCH).await?;
        let Some(last) = rows.last().map(|(n, _)| *n) else { return Ok(false) };
        let mut homes: BTreeMap<(Uuid, Option<Uuid>), Vec<Placed>> = BTreeMap::new();
        let mut beside = Vec::new();
        for (n, row) in &rows {
            let outcome = place::place(people, kind, row, started_at);
            place::count(&mut tally, kind, outcome.as_ref());
            match outcome {
                Ok(placed) => homes.entry((placed.home.tenant, placed.home.user)).or_default().push(placed),
                Err(why) => {
                    let user = people.account(row.key("user_id"));
                    beside.push(json!({ "n": n, "old_id": row.id(), "user_id": user, "why": why }));
                }
            }
        }
        for ((tenant, user), placed) in homes {
            bring(tx, kind, Home { tenant, user }, &placed, now).await?;
        }
        keep(tx, kind, beside).await?;
        let at = match kind {
            Kind::Videos => sql("UPDATE legacy_run SET videos_done = $1, tally = $2"),
            Kind::Posts => sql("UPDATE legacy_run SET posts_done = $1, tally = $2"),
        };
        let tally = serde_json::to_string(&tally).map_err(|_| OlderError::Damaged("legacy_run"))?;
        at.bind(last).bind(tally).run(tx).await?;
        tracing::info!(kind = kind.name(), done = last, "brought forward");
        Ok::<_, OlderError>(true)
    })
}

async fn bring(tx: &mut Tx, kind: Kind, home: Home, placed: &[Placed], now: i64) -> Result<(), OlderError> {
    let ops: Vec<_> = placed.iter().map(|placed| placed.op.clone()).collect();
    apply(tx, kind.name(), home.tenant, &ops, now).await?;
    // The backend wrote the rows, but they are their user's. No column of the feed says whose.
    let whose = match kind {
        Kind::Videos => sql("UPDATE videos SET user_id = $2 WHERE tenant_id = $1 AND id = ANY($3)"),
        Kind::Posts => sql("UPDATE posts SET user_id = $2 WHERE tenant_id = $1 AND id = ANY($3)"),
    };
    let list: Vec<_> = placed.iter().map(|placed| placed.id.to_string()).collect();
    whose.bind(home.tenant).bind(home.user).bind(list).run(tx).await?;
    let list: Vec<_> = placed.iter().map(|placed| json!({ "old_id": placed.old_id, "new_id": placed.id })).collect();
    sql("INSERT INTO legacy_ids (kind, old_id, new_id, workspace_id) SELECT $1, old_id, new_id, $2 \
         FROM json_to_recordset(CAST($3 AS json)) AS x(old_id text, new_id text)")
    .bind(kind.name())
    .bind(home.tenant)
    .bind(Value::Array(list).to_string())
    .run(tx)
    .await?;
    Ok(())
}

async fn keep(tx: &mut Tx, kind: Kind, rows: Vec<Value>) -> Result<(), DbError> {
    let insert = match kind {
        Kind::Videos => sql("INSERT INTO legacy_videos (old_id, user_id, video_url, why, content) \
                 SELECT x.old_id, x.user_id, w.content ->> 'video_url', x.why, w.content \
                 FROM json_to_recordset(CAST($1 AS json)) AS x(n bigint, old_id text, user_id text, why text) \
                 JOIN legacy_work w ON w.kind = 'videos' AND w.n = x.n"),
        Kind::Posts => sql(
            "INSERT INTO legacy_posts (old_id, user_id, why, content) SELECT x.old_id, x.user_id, x.why, w.content \
                 FROM json_to_recordset(CAST($1 AS json)) AS x(n bigint, old_id text, user_id text, why text) \
                 JOIN legacy_work w ON w.kind = 'posts' AND w.n = x.n",
        ),
    };
    if !rows.is_empty() {
        insert.bind(Value::Array(rows).to_string()).run(tx).await?;
    }
    Ok(())
}

/// Every one of them has to be taken: what cannot be was sorted out before.
async fn apply(tx: &mut Tx, kind: &'static str, tenant: Uuid, ops: &[Op], now: i64) -> Result<(), OlderError> {
    let author = Author::Backend;
    let prepared = sync::prepare(tenant, &author, ops);
    let sender = Sender { author: &author, seen: None, schema: WIRE, now };
    for result in sync::apply(tx, tenant, sender, &prepared, &LIMITS, now).await?.results {
        if result.outcome != Outcome::Applied {
            return Err(OlderError::NotTaken { kind, id: result.id, why: format!("{:?}", result.outcome) });
        }
    }
    Ok(())
}

/// The line about a row that is kept beside.
pub(super) fn kept(kind: Kind, row: &OldRow, why: String) -> Line {
    let value = match kind {
        Kind::Videos => row.text("video_url").map(str::to_owned),
        Kind::Posts => row.text("content").map(|text| text.chars().take(200).collect()),
    };
    Line::Kept { table: kind.name(), old_id: row.id(), value, why }
}

async fn report(database: &Database, people: &People, tell: Tell<'_>) -> Result<(), OlderError> {
    let mut reader = database.reader().await?;
    let moved = sql("SELECT CAST(c.relname AS TEXT) FROM pg_class c WHERE c.relnamespace = to_regnamespace($1) \
         AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1");
    for (table,) in moved.bind(SCHEMA).all::<(String,)>(&mut reader).await? {
        tell(Line::Change { detail: format!("table {table} is in {SCHEMA}.{table}, whole") })?;
    }
    for remark in people.remarks() {
        tell(remark)?;
    }
    for kind in Kind::ALL {
        let mut after: Option<String> = None;
        loop {
            let lines = match kind {
                Kind::Videos => sql("SELECT old_id, video_url, why FROM legacy_videos \
                     WHERE $1 IS NULL OR old_id > $1 ORDER BY old_id LIMIT 1000"),
                Kind::Posts => sql("SELECT old_id, left(content ->> 'content', 200), why FROM legacy_posts \
                     WHERE $1 IS NULL OR old_id > $1 ORDER BY old_id LIMIT 1000"),
            };
            let lines = lines.bind(after.clone()).all::<(String, Option<String>, String)>(&mut reader).await?;
            let Some((last, _, _)) = lines.last() else { break };
            after = Some(last.clone());
            for (old_id, value, why) in lines {
                tell(Line::Kept { table: kind.name(), old_id, value, why })?;
            }
        }
    }
    let (tally,): (String,) = sql("SELECT tally FROM legacy_run").one(&mut reader).await?;
    let mut tally: Tally = serde_json::from_str(&tally).map_err(|_| OlderError::Damaged("legacy_run"))?;
    people.count(&mut tally);
    for line in tally.lines() {
        tell(line)?;
    }
    Ok(())
}
