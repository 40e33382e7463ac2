//! A workspace with people and devices, and what a device says.

use std::collections::BTreeMap;

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{
    Alternative, FieldEdit, Op, OpResult, Outcome, Page, Pull, Push, Pushed, RowEdit, RowState, SCHEMA, VersionId,
};
use maker_server::db::{Database, DbError, sql};
use maker_server::sync::{self, Author, Limits, SyncError};
use maker_server::transaction;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::engines::{On, Place};

/// In September 2026.
pub(crate) const NOW: i64 = 1_790_000_000_000;

/// One workspace with two devices of one person.
pub(crate) struct Workspace {
    pub(crate) database: Database,
    pub(crate) id: Uuid,
    pub(crate) laptop: Author,
    pub(crate) tablet: Author,
    pub(crate) limits: Limits,
    pub(crate) now: i64,
    pub(crate) place: Place,
}

impl Workspace {
    pub(crate) async fn new(on: On) -> Self {
        let place = Place::empty(on);
        let database = place.migrated().await;
        Self::on(place, database).await
    }

    async fn on(place: Place, database: Database) -> Self {
        let (id, user) = (Uuid::now_v7(), Uuid::now_v7());
        make_workspace(&database, id, user).await;
        let laptop = make_device(&database, user, "Laptop").await;
        let tablet = make_device(&database, user, "Tablet").await;
        Self { database, id, laptop, tablet, limits: Limits::default(), now: NOW, place }
    }

    /// One more device of the same person.
    pub(crate) async fn another_device(&self, name: &str) -> Author {
        let Author::Member { user, .. } = self.laptop else { panic!("the laptop is somebody's") };
        make_device(&self.database, user, name).await
    }

    /// Sends ops as a device that has seen everything, and gives what became of each.
    pub(crate) async fn send(&self, author: &Author, ops: Vec<Op>) -> Vec<OpResult> {
        self.push(author, self.head().await, self.now, ops).await.unwrap().results
    }

    /// The same for one op that has to end as expected.
    pub(crate) async fn expect(&self, author: &Author, op: Op, expected: Outcome) -> Token {
        let results = self.send(author, vec![op]).await;
        assert_eq!(results[0].outcome, expected);
        results[0].at.unwrap_or_default()
    }

    pub(crate) async fn push(
        &self,
        author: &Author,
        seen: Token,
        device_now: i64,
        ops: Vec<Op>,
    ) -> Result<Pushed, SyncError> {
        let push = Push { now: device_now, seen, schema: SCHEMA, ops };
        sync::push(&self.database, self.id, author, &push, &self.limits, self.now).await
    }

    pub(crate) async fn pull(&self, cursor: Token, limit: u32) -> Result<Page, SyncError> {
        let pull = Pull { cursor, seen: cursor, limit, schema: SCHEMA };
        sync::pull(&self.database, self.id, &pull, self.now).await
    }

    /// Everything, as a new device sees it.
    pub(crate) async fn rows(&self) -> Vec<RowState> {
        let mut rows = Vec::new();
        let mut cursor = Token::START;
        loop {
            let page = self.pull(cursor, 2_000).await.unwrap();
            rows.extend(page.rows);
            cursor = page.cursor;
            if !page.more {
                return rows;
            }
        }
    }

    pub(crate) async fn row(&self, id: Uuid) -> RowState {
        self.rows().await.into_iter().find(|row| row.id == id).expect("the row is there")
    }

    pub(crate) async fn head(&self) -> Token {
        self.pull(Token::START, 1).await.map(|_| ()).unwrap();
        let mut reader = self.database.reader().await.unwrap();
        let head = sql("SELECT head, chain FROM sync_head WHERE tenant_id = $1").bind(self.id);
        let head = head.optional::<(i64, String)>(&mut reader).await.unwrap();
        head.map_or(Token::START, |(seq, chain)| Token::parse(&format!("{seq:016x}{chain}")).unwrap())
    }

    /// One number from the database, past the program.
    pub(crate) async fn count(&self, statement: &'static str) -> i64 {
        let mut reader = self.database.reader().await.unwrap();
        sql(statement).one::<(i64,)>(&mut reader).await.unwrap().0
    }
}

pub(crate) async fn make_workspace(database: &Database, id: Uuid, user: Uuid) {
    transaction!(database, |tx| {
        let address = format!("{user}@maker.example");
        sql("INSERT INTO users (id, email, email_key, name, created_at, updated_at) VALUES ($1, $2, $2, 'Mo', 0, 0)")
            .bind(user)
            .bind(address)
            .run(tx)
            .await?;
        sql("INSERT INTO workspaces (id, name, created_at) VALUES ($1, 'Clay', 0)").bind(id).run(tx).await?;
        sql("INSERT INTO workspace_members (workspace_id, user_id, role, joined_at) VALUES ($1, $2, 'OWNER', 0)")
            .bind(id)
            .bind(user)
            .run(tx)
            .await?;
        Ok::<_, DbError>(())
    })
    .unwrap();
}

async fn make_device(database: &Database, user: Uuid, name: &str) -> Author {
    let device = Uuid::now_v7();
    transaction!(database, |tx| {
        sql("INSERT INTO devices (id, user_id, name, platform, app_version, secret_hash, created_at, last_seen_at) \
             VALUES ($1, $2, $3, 'linux', '1', $4, 0, 0)")
        .bind(device)
        .bind(user)
        .bind(name)
        .bind(device)
        .run(tx)
        .await?;
        Ok::<_, DbError>(())
    })
    .unwrap();
    Author::Member { user, device }
}

/// An op on one row; its edits are made on `rev`.
pub(crate) fn op(table: &str, row: Uuid, rev: u64, fields: &Value) -> Op {
    let field = |v: &Value| FieldEdit { v: v.clone(), rev, op: None };
    let f = fields.as_object().unwrap().iter().map(|(name, v)| (name.clone(), field(v))).collect();
    let edit = RowEdit { t: table.to_owned(), row, f, resolves: BTreeMap::new(), saw: BTreeMap::new() };
    Op { id: Uuid::now_v7(), at: NOW - 1_000, rows: vec![edit] }
}

/// A whole new post.
pub(crate) fn post(row: Uuid, content: &str) -> Op {
    op("posts", row, 0, &json!({ "content": content, "created_at": NOW, "updated_at": NOW }))
}

/// A whole new service.
pub(crate) fn service(row: Uuid, title: &str, price: f64) -> Op {
    let fields = json!({ "title": title, "price": price, "currency": "EUR", "type": "ARTISAN",
                         "created_at": NOW, "updated_at": NOW });
    op("services", row, 0, &fields)
}

pub(crate) trait Changed: Sized {
    /// Made at another time.
    fn at(self, at: i64) -> Self;
    /// Made over an own unconfirmed edit of every field it has.
    fn over(self, own: Uuid) -> Self;
    /// Having seen the device's own edits.
    fn having_seen(self, field: &str, own: Uuid) -> Self;
    /// Settling alternatives.
    fn resolving(self, field: &str, versions: &[VersionId]) -> Self;
}

impl Changed for Op {
    fn at(mut self, at: i64) -> Self {
        self.at = at;
        self
    }

    fn over(mut self, own: Uuid) -> Self {
        self.rows[0].f.values_mut().for_each(|field| field.op = Some(own));
        self
    }

    fn having_seen(mut self, field: &str, own: Uuid) -> Self {
        self.rows[0].saw.insert(field.to_owned(), own);
        self
    }

    fn resolving(mut self, field: &str, versions: &[VersionId]) -> Self {
        self.rows[0].resolves.insert(field.to_owned(), versions.to_vec());
        self
    }
}

/// The values of a field's alternatives with the devices they come from.
pub(crate) fn alternatives(row: &RowState, field: &str) -> Vec<(Value, String)> {
    let all = row.alt.get(field).cloned().unwrap_or_default();
    all.into_iter().map(|Alternative { v, device, .. }| (v, device)).collect()
}
