//! The statements for the tables that people's values are in, made from the registry once, and how their columns are
//! spelt on each engine: PostgreSQL has its own types for times, lists and tables, so that other programs find there what
//! they expect; SQLite has milliseconds and JSON text.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::OnceLock;

use maker_domain::sync::registry::{Column, Kind, TABLES, Table};

use super::records::Records;
use crate::db::{Engine, each_of};

/// What is asked of one table.
pub(super) struct Statements {
    /// `$1` workspace, `$2` ids: the id and every column of the registry in its order, as text, whole number, double or bool.
    pub(super) read: &'static str,
    /// `$1` workspace, `$2` rows as JSON with `id`, every column and `deleted_at`, `$3` who writes. Whole rows, made or replaced.
    pub(super) write: &'static str,
    /// `$1` workspace, `$2` ids.
    pub(super) remove: &'static str,
}

/// The statements for a table of the registry.
pub(super) fn statements(engine: Engine, table: &Table) -> &'static Statements {
    static MADE: OnceLock<[BTreeMap<&'static str, Statements>; 2]> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        [Engine::Sqlite, Engine::Postgres].map(|engine| TABLES.iter().map(|t| (t.name, make(engine, t))).collect())
    });
    &made[usize::from(engine == Engine::Postgres)][table.name]
}

fn make(engine: Engine, table: &Table) -> Statements {
    let name = table.name;
    let mut columns = "id".to_owned();
    for column in table.columns {
        // Writing to a string cannot fail.
        let _ = write!(columns, ", {}", out(engine, table, column));
    }
    Statements {
        read: each_of(engine, &columns, name, "tenant_id = $1", "id", "$2").leak(),
        write: writing(engine, table).leak(),
        remove: format!("DELETE FROM {name} WHERE tenant_id = $1 AND id = ANY($2)").leak(),
    }
}

fn writing(engine: Engine, table: &Table) -> String {
    let mut records = Records::of(engine, "$2").text("id");
    for column in table.columns {
        records = match column.kind {
            Kind::Text | Kind::Id => records.text(column.name),
            Kind::Integer => records.whole(column.name),
            Kind::Real => records.real(column.name),
            Kind::Bool => records.bool(column.name),
            Kind::Time => records.time(column.name),
            Kind::Json if is_list(table, column) => records.texts(column.name),
            Kind::Json => records.json(column.name),
        };
    }
    let mut columns = vec!["tenant_id"];
    let mut values = vec!["$1"];
    // Whoever writes a row first stays named in it. `$3` is used in every statement, so that each takes the same values.
    let authored = matches!(table.name, "makers" | "posts" | "videos");
    if authored {
        columns.push("user_id");
        values.push("CAST($3 AS TEXT)");
    }
    if matches!(table.name, "posts" | "videos") {
        columns.push("maker_id");
        values.push("$1");
    }
    let guard = if authored { "" } else { "$3 IS NULL OR " };
    let records = records.time("deleted_at");
    let set: Vec<_> = records.names().filter(|n| *n != "id").map(|n| format!("\"{n}\" = excluded.\"{n}\"")).collect();
    format!(
        "INSERT INTO {} ({}, {}) SELECT {}, {} FROM {} WHERE {guard}TRUE ON CONFLICT (tenant_id, id) DO UPDATE SET {}",
        table.name,
        columns.join(", "),
        records.columns(),
        values.join(", "),
        records.values(),
        records.source(),
        set.join(", ")
    )
}

/// `posts.images` is a list of texts on PostgreSQL.
pub(super) fn is_list(table: &Table, column: &Column) -> bool {
    table.name == "posts" && column.name == "images"
}

fn out(engine: Engine, table: &Table, column: &Column) -> String {
    let name = column.name;
    match (engine, column.kind) {
        (Engine::Postgres, Kind::Time) => format!("CAST(extract(epoch FROM \"{name}\") * 1000 AS BIGINT)"),
        (Engine::Postgres, Kind::Json) if is_list(table, column) => format!("CAST(to_json(\"{name}\") AS TEXT)"),
        (Engine::Postgres, Kind::Json) => format!("CAST(\"{name}\" AS TEXT)"),
        _ => format!("\"{name}\""),
    }
}
