//! Many rows by one value: a list in JSON that either engine turns into rows. The statement's text stays the same however
//! many there are, so that it is prepared once.

use crate::db::Engine;

/// Where rows come from, and how each of their columns is read.
pub(super) struct Records {
    engine: Engine,
    placeholder: &'static str,
    columns: Vec<(&'static str, Type)>,
}

#[derive(Clone, Copy)]
enum Type {
    Text,
    Whole,
    Real,
    Bool,
    Time,
    Json,
    Texts,
}

impl Records {
    /// Rows from the list that `placeholder` stands for.
    pub(super) fn of(engine: Engine, placeholder: &'static str) -> Self {
        Self { engine, placeholder, columns: Vec::new() }
    }

    /// Text.
    pub(super) fn text(self, name: &'static str) -> Self {
        self.with(name, Type::Text)
    }

    /// A whole number.
    pub(super) fn whole(self, name: &'static str) -> Self {
        self.with(name, Type::Whole)
    }

    /// A double.
    pub(super) fn real(self, name: &'static str) -> Self {
        self.with(name, Type::Real)
    }

    /// Yes or no.
    pub(super) fn bool(self, name: &'static str) -> Self {
        self.with(name, Type::Bool)
    }

    /// Milliseconds since 1970, kept as the engine keeps times.
    pub(super) fn time(self, name: &'static str) -> Self {
        self.with(name, Type::Time)
    }

    /// A list or a table.
    pub(super) fn json(self, name: &'static str) -> Self {
        self.with(name, Type::Json)
    }

    /// A list of texts.
    pub(super) fn texts(self, name: &'static str) -> Self {
        self.with(name, Type::Texts)
    }

    fn with(mut self, name: &'static str, of: Type) -> Self {
        self.columns.push((name, of));
        self
    }

    /// The columns' names.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|(name, _)| *name)
    }

    /// The names as a statement lists them.
    pub(super) fn columns(&self) -> String {
        self.list(|name, _| format!("\"{name}\""))
    }

    /// What to select for them.
    pub(super) fn values(&self) -> String {
        self.list(|name, of| match (self.engine, of) {
            (Engine::Sqlite, _) => format!("x.value ->> '$.{name}'"),
            (Engine::Postgres, Type::Time) => format!("TIMESTAMP 'epoch' + x.\"{name}\" * INTERVAL '1 millisecond'"),
            (Engine::Postgres, Type::Texts) => format!(
                "CASE WHEN x.\"{name}\" IS NOT NULL THEN ARRAY(SELECT jsonb_array_elements_text(x.\"{name}\")) END"
            ),
            (Engine::Postgres, _) => format!("x.\"{name}\""),
        })
    }

    /// What to select from; the rows are called `x`.
    pub(super) fn source(&self) -> String {
        match self.engine {
            Engine::Sqlite => format!("json_each({}) AS x", self.placeholder),
            Engine::Postgres => {
                let types = self.list(|name, of| {
                    let of = match of {
                        Type::Text => "text",
                        Type::Whole | Type::Time => "bigint",
                        Type::Real => "double precision",
                        Type::Bool => "boolean",
                        Type::Json | Type::Texts => "jsonb",
                    };
                    format!("\"{name}\" {of}")
                });
                format!("json_to_recordset(CAST({} AS json)) AS x({types})", self.placeholder)
            }
        }
    }

    fn list(&self, of: impl Fn(&str, Type) -> String) -> String {
        self.columns.iter().map(|(name, kind)| of(name, *kind)).collect::<Vec<_>>().join(", ")
    }
}
