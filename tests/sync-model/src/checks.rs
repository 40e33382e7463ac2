//! What has to be true of a history, whatever happened in it. Each check says in words what it found.

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::{
    chain::same_value,
    registry::{self, Merge},
    wire::{DELETED, Op, RowState, VersionId},
};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Key, ModelServer,
    client::{Client, Screen, State},
    server::Judged,
};

/// Says what a history has broken.
pub(crate) type Check = Result<(), String>;

/// Nobody's value was replaced or put into the bin by somebody who had not seen it, and no edit stays under a deletion
/// that its author had not seen.
pub(crate) fn nothing_unseen_is_replaced(server: &ModelServer, judged: &Judged, screen: &Screen) -> Check {
    let Judged { op, key, before, replaced, deletes, edits, names_deleted, in_the_bin } = judged;
    let saw = |name: &str, old: &VersionId| {
        let Some(field) = server.field(key, name) else { return true };
        match screen.get(&(key.clone(), name.to_owned())) {
            None => false,
            // What was on the screen is of a history that is lost: nothing can be said.
            Some(seen) if !field.versions.contains_key(seen) => true,
            Some(seen) => field.descends(seen, old),
        }
    };
    for name in replaced {
        let Some(old) = before.get(name).filter(|old| !saw(name, old)) else { continue };
        let versions =
            server.field(key, name).map(|field| (field.versions.get(old), field.versions.get(&VersionId::of(*op))));
        let same = matches!(versions, Some((Some(old), Some(new))) if same_value(&old.value, &new.value));
        if !same {
            return Err(format!("i03 {name}: {old:?} was replaced unseen by {op}"));
        }
    }
    if *deletes {
        let unseen = before.iter().find(|(name, old)| *name != DELETED && !saw(name, old));
        if let Some((name, old)) = unseen {
            return Err(format!("i03 {name}: {old:?} was deleted unseen by {op}"));
        }
    }
    if *in_the_bin && *edits && !names_deleted && before.get(DELETED).is_some_and(|old| !saw(DELETED, old)) {
        return Err(format!("i08 the edit {op} stays in the bin, whose author did not put it there"));
    }
    Ok(())
}

/// From the moment of the edit on its author sees it, or something that was made in the knowledge of it, or it stands
/// beside what they see.
pub(crate) fn own_edits_are_on_the_screen(server: &ModelServer, client: &Client, purged: &BTreeSet<Key>) -> Check {
    for entry in client.outbox.iter().filter(|entry| matches!(entry.state, State::Accepted(_))) {
        for row in &entry.op.rows {
            let key = (row.t.clone(), row.row);
            if purged.contains(&key) {
                continue;
            }
            let view = client.view(&key);
            let mine = VersionId::of(entry.op.id);
            let typed = |name: &&String| !entry.filled.contains(&(key.clone(), (*name).clone()));
            for name in row.f.keys().filter(|name| keeps_both(&key, name)).filter(typed) {
                let Some(field) = server.field(&key, name) else { continue };
                let holds = |shown: &VersionId| *shown == mine || field.descends(shown, &mine);
                let confirmed = client.confirmed.get(&key);
                let beside = confirmed.and_then(|row| row.row.alt.get(name)).into_iter().flatten().map(|open| &open.id);
                let shown = view.versions.get(name);
                let on_its_way = shown.is_some_and(|shown| !field.versions.contains_key(shown));
                // What was typed over an edit that was rejected is based on what was there before both.
                let unknown = |op: Uuid| !field.versions.contains_key(&VersionId::of(op));
                let over_rejected = client.named_parents(&key, name).any(unknown)
                    && field.live.iter().chain(&field.alternatives).any(holds);
                let under = confirmed.and_then(|row| row.versions.get(name));
                if !on_its_way && !over_rejected && !shown.into_iter().chain(under).chain(beside).any(holds) {
                    return Err(format!("i04 {name}: {} no longer sees its own {mine:?}", client.name));
                }
            }
        }
    }
    Ok(())
}

/// Every device shows what the backend has, and nothing is on its way.
pub(crate) fn all_have_the_same(server: &ModelServer, clients: &[Client]) -> Check {
    let rows: BTreeMap<Key, RowState> = server.rows().into_iter().map(|row| ((row.t.clone(), row.id), row)).collect();
    let shown: BTreeMap<_, _> = rows.iter().filter(|(_, row)| !row.del).collect();
    for client in clients {
        let name = &client.name;
        if client.pending().next().is_some() {
            return Err(format!("i01 the outbox of {name} never empties"));
        }
        if client.cursor != server.head() {
            return Err(format!("i01 the cursor of {name} stands at {:?}", client.cursor));
        }
        let keys: BTreeSet<Key> = client.keys().into_iter().filter(|key| !client.view(key).deleted()).collect();
        if !keys.iter().eq(shown.keys().copied()) {
            return Err(format!("i01 {name} shows the rows {keys:?}, the backend {:?}", shown.keys()));
        }
        for (key, row) in &shown {
            let mut values = client.view(key).values;
            values.retain(|column, v| column != DELETED && !v.is_null());
            if values != row.f {
                return Err(format!("i01 {name} shows {values:?} of {key:?}, the backend {:?}", row.f));
            }
            if client.confirmed.get(*key).map(|have| &have.row) != Some(*row) {
                return Err(format!("i01 {name} has another copy of {key:?}"));
            }
        }
    }
    Ok(())
}

/// Every accepted value is live or an open alternative, or one of those was made in the knowledge of it.
pub(crate) fn no_edit_is_lost<'a>(server: &ModelServer, accepted: impl Iterator<Item = &'a Op>) -> Check {
    for op in accepted {
        for row in &op.rows {
            let key = (row.t.clone(), row.row);
            let mine = VersionId::of(op.id);
            for name in row.f.keys().filter(|name| *name != DELETED) {
                let Some(field) = server.field(&key, name).filter(|field| field.versions.contains_key(&mine)) else {
                    return Err(format!("i02 {name}: {mine:?} vanished"));
                };
                let mut heads = field.live.iter().chain(&field.alternatives);
                if keeps_both(&key, name) && !heads.any(|head| field.descends(head, &mine)) {
                    return Err(format!("i02 {name}: {mine:?} cannot be reached"));
                }
            }
        }
    }
    Ok(())
}

/// A word that one of two merged texts has and the merged one has not was struck out by somebody who had it before them.
pub(crate) fn merges_strike_nothing_out(server: &ModelServer) -> Check {
    for key in server.keys() {
        let Some(table) = registry::table(&key.0) else { continue };
        let texts = table.columns.iter().filter(|column| column.merge == Merge::Text);
        for field in texts.filter_map(|column| server.field(key, column.name)) {
            let merged = field.versions.iter().filter(|(id, _)| id.0.starts_with("m:"));
            for (id, version) in merged {
                let [one, other] = &version.parents[..] else { continue };
                let has = |id: &VersionId| field.versions.get(id).map(|v| words(&v.value)).unwrap_or_default();
                for (mine, theirs) in [(one, other), (other, one)] {
                    let known = || field.versions.keys().filter(|old| field.descends(theirs, old)).flat_map(has);
                    let gone =
                        has(mine).into_iter().find(|w| !words(&version.value).contains(w) && !known().any(|k| k == *w));
                    if let Some(word) = gone {
                        return Err(format!("i02 {word:?} of {mine:?} is not in {id:?}, and nobody struck it out"));
                    }
                }
            }
        }
    }
    Ok(())
}

fn words(text: &Value) -> BTreeSet<&str> {
    text.as_str().unwrap_or_default().split_whitespace().collect()
}

/// No row is a half one, and the numbers have no gaps.
pub(crate) fn rows_are_whole_and_numbers_dense(server: &ModelServer) -> Check {
    for key in server.keys() {
        let row = server.live(key);
        let table = registry::table(&key.0).ok_or("a table that nobody knows")?;
        let deleted = server.field(key, DELETED).and_then(|field| field.value()) == Some(&Value::Bool(true));
        if let Some(column) = table.required().find(|column| !deleted && !row.contains_key(column.name)) {
            return Err(format!("i08 {key:?} came to be without {}", column.name));
        }
    }
    let numbers: Vec<u64> = { server.numbers().collect::<BTreeSet<_>>().into_iter().collect() };
    if !numbers.iter().copied().eq(1..=server.head().seq) {
        return Err(format!("i06 the numbers {numbers:?} have a gap before {}", server.head().seq));
    }
    Ok(())
}

/// What a device had on its screen when the backend lost it is in the history again.
pub(crate) fn what_was_seen_is_back(
    server: &ModelServer,
    seen: &[(Key, String, Value)],
    purged: &BTreeSet<Key>,
) -> Check {
    for (key, name, value) in seen.iter().filter(|(key, ..)| !purged.contains(key)) {
        let versions = server.field(key, name).into_iter().flat_map(|field| field.versions.values());
        if !versions.into_iter().any(|version| same_value(&version.value, value)) {
            return Err(format!("i10 {name} = {value} of {key:?} was seen and is lost"));
        }
    }
    Ok(())
}

/// Whether two concurrent values of a column are both kept where people find them.
fn keeps_both((table, _): &Key, name: &str) -> bool {
    let column = registry::table(table).and_then(|table| table.column(name));
    column.is_some_and(|column| matches!(column.merge, Merge::Scalar | Merge::Text))
}
