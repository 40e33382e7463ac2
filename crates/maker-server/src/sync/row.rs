//! A row while a push is worked on: its live values, what is known of their versions, and what has to be written at the
//! end. Nothing here asks the database; what is missing is named ([`Missing`]) and brought.

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::registry::{Merge, Table};
use maker_domain::sync::wire::{DELETED, FieldEdit, VersionId, VersionState};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// A column of the registry, or [`DELETED`].
pub(super) type Field = &'static str;

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) table: &'static Table,
    pub(super) id: Uuid,
    /// The number of its last change; 0 when the backend has never had it.
    pub(super) rev: u64,
    /// What is live. A column without an entry holds nothing.
    pub(super) values: BTreeMap<Field, Value>,
    /// The live versions, and which others are open.
    pub(super) heads: BTreeMap<Field, Head>,
    /// Versions that are not live, as far as they were needed.
    pub(super) others: BTreeMap<Field, BTreeMap<VersionId, Other>>,
    /// In the bin since.
    pub(super) deleted_at: Option<i64>,
    /// Only the id is left since.
    pub(super) purged_at: Option<i64>,
    /// What was asked of the database already.
    pub(super) asked: BTreeSet<Missing>,
    /// Has to be written.
    pub(super) changed: bool,
}

/// The live version of a field, without its value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    pub(super) id: VersionId,
    pub(super) seq: u64,
    pub(super) at: i64,
    pub(super) parents: Vec<VersionId>,
    /// Open alternatives with their numbers.
    pub(super) open: BTreeMap<VersionId, u64>,
}

/// A version that is not live.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Other {
    pub(super) seq: u64,
    pub(super) at: i64,
    /// `None` when only its descent was asked for.
    pub(super) value: Option<Value>,
    pub(super) parents: Vec<VersionId>,
    /// It was live once.
    pub(super) lived: bool,
    pub(super) state: VersionState,
    pub(super) write: Write,
}

/// What of a version has to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Write {
    Nothing,
    State,
    All,
}

/// What the database has to be asked before an op can be judged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Missing {
    /// A version by its id.
    Version(Field, VersionId),
    /// The version that was live at a revision.
    LiveAt(Field, u64),
    /// The descent of every version from a number on.
    Descent(Field, u64),
}

/// What an edit was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum From {
    Nothing,
    Live,
    Other(VersionId),
}

impl Row {
    /// A row that the backend has never had.
    pub(super) fn unknown(table: &'static Table, id: Uuid) -> Self {
        Self {
            table,
            id,
            rev: 0,
            values: BTreeMap::new(),
            heads: BTreeMap::new(),
            others: BTreeMap::new(),
            deleted_at: None,
            purged_at: None,
            asked: BTreeSet::new(),
            changed: false,
        }
    }

    /// Whether it has any value: it is neither unknown nor a tombstone.
    pub(super) fn has_values(&self) -> bool {
        self.heads.keys().any(|field| *field != DELETED)
    }

    /// Whether it is in the bin or gone.
    pub(super) fn is_deleted(&self) -> bool {
        self.values.get(DELETED) == Some(&Value::Bool(true))
    }

    /// The live value of a field.
    pub(super) fn value(&self, field: &str) -> &Value {
        self.values.get(field).unwrap_or(&Value::Null)
    }

    /// How many alternatives are open.
    pub(super) fn open_count(&self) -> usize {
        self.heads.values().map(|head| head.open.len()).sum()
    }

    /// The version an edit was made from: the device's own one where it names one that was accepted, else the one that was
    /// live at its revision.
    pub(super) fn parent(&self, field: Field, edit: &FieldEdit) -> Result<From, Missing> {
        let Some(head) = self.heads.get(field) else { return Ok(From::Nothing) };
        if let Some(own) = edit.op.map(VersionId::of) {
            if head.id == own {
                return Ok(From::Live);
            }
            if self.other(field, &own).is_some_and(|other| other.value.is_some()) {
                return Ok(From::Other(own));
            }
            let missing = Missing::Version(field, own);
            if !self.asked.contains(&missing) {
                return Err(missing);
            }
        }
        if head.seq <= edit.rev {
            return Ok(From::Live);
        }
        let missing = Missing::LiveAt(field, edit.rev);
        if !self.asked.contains(&missing) {
            return Err(missing);
        }
        let then = self.others.get(field).into_iter().flatten().filter(|(_, v)| v.lived && v.seq <= edit.rev);
        // Within one number a row comes back before it is deleted anew.
        let newest = then.max_by_key(|(id, v)| (v.seq, !id.0.starts_with("r:")));
        Ok(newest.map_or(From::Nothing, |(id, _)| From::Other(id.clone())))
    }

    /// Whether it is known what an edit's parent, and for a text what the live version, descends from: as far back as an
    /// open alternative reaches, or the parent of a text.
    pub(super) fn descent_is_known(&self, field: Field, parent: &From) -> Result<(), Missing> {
        let (Some(head), From::Other(parent)) = (self.heads.get(field), parent) else { return Ok(()) };
        let Some(oldest) = head.open.values().copied().min() else { return Ok(()) };
        let Some(parent) = self.other(field, parent) else { return Ok(()) };
        let needed = match self.merge(field) {
            Merge::Text => oldest.min(parent.seq),
            _ if parent.seq < oldest => return Ok(()),
            _ => oldest,
        };
        let known = |asked: &Missing| matches!(asked, Missing::Descent(of, since) if *of == field && *since <= needed);
        if self.asked.iter().any(known) { Ok(()) } else { Err(Missing::Descent(field, needed)) }
    }

    /// How concurrent values of a field are brought together.
    pub(super) fn merge(&self, field: Field) -> Merge {
        self.table.column(field).map_or(Merge::Latest, |column| column.merge)
    }

    /// Whether the live version of a field was made from `from`. While nothing is open every version leads to the live one,
    /// and only then does nobody have to look.
    pub(super) fn leads_to_live(&self, field: Field, from: &VersionId) -> bool {
        self.heads.get(field).is_some_and(|head| {
            head.open.is_empty() || head.parents.iter().any(|parent| self.ancestors(field, parent).contains(from))
        })
    }

    /// A version and everything it descends from, as far as that is known.
    pub(super) fn ancestors(&self, field: Field, of: &VersionId) -> BTreeSet<VersionId> {
        let mut found = BTreeSet::new();
        let mut next = vec![of.clone()];
        while let Some(id) = next.pop() {
            if let Some(other) = self.other(field, &id) {
                next.extend(other.parents.iter().filter(|parent| !found.contains(*parent)).cloned());
            }
            found.insert(id);
        }
        found
    }

    pub(super) fn other(&self, field: &str, id: &VersionId) -> Option<&Other> {
        self.others.get(field)?.get(id)
    }

    /// Keeps a version that was read. What is known already is newer.
    pub(super) fn learn(&mut self, field: Field, id: VersionId, other: Other) {
        let known = self.others.entry(field).or_default().entry(id).or_insert_with(|| other.clone());
        if known.value.is_none() {
            known.value = other.value;
        }
    }

    /// Keeps a version that this push made.
    pub(super) fn keep(&mut self, field: Field, id: VersionId, other: Other) {
        self.others.entry(field).or_default().insert(id, other);
    }

    /// Makes a version live; the one before becomes what `before` says. `None` where there was none.
    pub(super) fn make_live(&mut self, field: Field, mut head: Head, value: Value, before: VersionState) {
        let old_value = self.values.insert(field, value).unwrap_or(Value::Null);
        if let Some(old) = self.heads.remove(field) {
            head.open = old.open;
            if before == VersionState::Alternative {
                head.open.insert(old.id.clone(), old.seq);
            }
            let other = Other {
                seq: old.seq,
                at: old.at,
                value: Some(old_value),
                parents: old.parents,
                lived: true,
                state: before,
                write: Write::All,
            };
            self.keep(field, old.id, other);
        }
        self.heads.insert(field, head);
    }

    /// Closes an open alternative.
    pub(super) fn close(&mut self, field: Field, id: &VersionId, state: VersionState) {
        let Some(seq) = self.heads.get_mut(field).and_then(|head| head.open.remove(id)) else { return };
        let unread = Other { seq, at: 0, value: None, parents: Vec::new(), lived: false, state, write: Write::State };
        let other = self.others.entry(field).or_default().entry(id.clone()).or_insert(unread);
        other.state = state;
        if other.write == Write::Nothing {
            other.write = Write::State;
        }
    }
}

/// How the heads are kept in `sync_row.fields`: fields that one op wrote together share an entry.
#[derive(Serialize, Deserialize)]
struct Stored {
    #[serde(rename = "h")]
    heads: Vec<StoredHead>,
    #[serde(rename = "a", default, skip_serializing_if = "BTreeMap::is_empty")]
    open: BTreeMap<String, BTreeMap<VersionId, u64>>,
}

#[derive(Serialize, Deserialize)]
struct StoredHead {
    #[serde(rename = "v")]
    id: VersionId,
    #[serde(rename = "s")]
    seq: u64,
    #[serde(rename = "t")]
    at: i64,
    #[serde(rename = "p", default, skip_serializing_if = "Vec::is_empty")]
    parents: Vec<VersionId>,
    #[serde(rename = "f")]
    fields: Vec<String>,
}

/// The heads as `sync_row.fields` has them.
pub(super) fn write_heads(heads: &BTreeMap<Field, Head>) -> String {
    let mut stored = Stored { heads: Vec::new(), open: BTreeMap::new() };
    for (field, head) in heads {
        if !head.open.is_empty() {
            stored.open.insert((*field).to_owned(), head.open.clone());
        }
        let same = stored
            .heads
            .iter_mut()
            .find(|s| s.seq == head.seq && s.id == head.id && s.at == head.at && s.parents == head.parents);
        match same {
            Some(same) => same.fields.push((*field).to_owned()),
            None => stored.heads.push(StoredHead {
                id: head.id.clone(),
                seq: head.seq,
                at: head.at,
                parents: head.parents.clone(),
                fields: vec![(*field).to_owned()],
            }),
        }
    }
    // A map of plain strings and numbers always has a form in JSON.
    serde_json::to_string(&stored).unwrap_or_default()
}

/// Reads what [`write_heads`] wrote. `None` when it is damaged.
pub(super) fn read_heads(table: &'static Table, text: &str) -> Option<BTreeMap<Field, Head>> {
    let mut stored: Stored = serde_json::from_str(text).ok()?;
    let mut heads = BTreeMap::new();
    for head in stored.heads {
        for name in &head.fields {
            let field = field(table, name)?;
            let open = stored.open.remove(name).unwrap_or_default();
            let (id, parents) = (head.id.clone(), head.parents.clone());
            heads.insert(field, Head { id, seq: head.seq, at: head.at, parents, open });
        }
    }
    Some(heads)
}

/// The field of that name.
pub(super) fn field(table: &'static Table, name: &str) -> Option<Field> {
    if name == DELETED { Some(DELETED) } else { table.column(name).map(|column| column.name) }
}

#[cfg(test)]
mod tests {
    use maker_domain::sync::registry::table;

    use super::*;

    #[test]
    fn heads_come_back_as_they_were_and_one_op_takes_one_entry() {
        let posts = table("posts").unwrap();
        let head = |n: u64, open: &[(&str, u64)]| Head {
            id: VersionId(n.to_string()),
            seq: n,
            at: 5,
            parents: vec![],
            open: open.iter().map(|(id, seq)| (VersionId((*id).to_owned()), *seq)).collect(),
        };
        let heads = BTreeMap::from([
            ("content", head(7, &[("x", 3), ("y", 4)])),
            ("created_at", head(1, &[])),
            (DELETED, head(1, &[])),
        ]);
        let text = write_heads(&heads);
        assert_eq!(text.matches("\"v\":\"1\"").count(), 1, "{text}");
        assert_eq!(read_heads(posts, &text), Some(heads));
        assert_eq!(read_heads(posts, "{"), None);
    }
}
