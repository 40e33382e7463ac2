//! What devices read: pages of rows in the order of their revisions.

use maker_domain::sync::{
    token::Token,
    wire::{Alternative, DELETED, PAGE_MAX, Page, Pull, RowState, Writer},
};

use super::{ModelServer, Refusal, Row, Rule, index};
use crate::Key;

impl ModelServer {
    /// The next page of what changed after the cursor.
    ///
    /// # Errors
    /// [`Refusal::Diverged`] when the device has seen what is not in this history, [`Refusal::Resync`] when its cursor is
    /// from before something that was forgotten since.
    pub fn pull(&self, pull: &Pull) -> Result<Page, Refusal> {
        let seen = self.without == Some(Rule::SeenIsChecked) || self.has(pull.seen);
        if !seen || !self.has(pull.cursor) {
            return Err(Refusal::Diverged);
        }
        let from = pull.cursor.seq;
        if 0 < from && from < self.floor {
            return Err(Refusal::Resync);
        }
        // A device that starts from nothing has no row that a tombstone could take away.
        let changed = |row: &Row| row.rev > from && !(from == 0 && row.is_tombstone());
        let mut rows: Vec<_> = self.rows.iter().filter(|(_, row)| changed(row)).collect();
        rows.sort_by_key(|(key, row)| (row.rev, *key));
        let limit = pull.limit.clamp(1, PAGE_MAX) as usize;
        // Rows of one op have one number, and a cursor cannot stand between them.
        let last = rows.get(limit - 1).map(|(_, row)| row.rev);
        let page: Vec<_> = rows.iter().take_while(|(_, row)| last.is_none_or(|last| row.rev <= last)).collect();
        let more = page.len() < rows.len();
        let head = self.head();
        let cursor = match page.last() {
            Some((_, row)) if more => self.moment(row.rev),
            _ => head,
        };
        let rows = page.into_iter().map(|(key, row)| row.state(key)).collect();
        let Self { backed_up_through, now, .. } = *self;
        Ok(Page { from, rows, cursor, more, head: head.seq, backed_up_through, now })
    }

    /// Every row as the feed would tell it, with those in the bin.
    #[must_use]
    pub fn rows(&self) -> Vec<RowState> {
        self.rows.iter().map(|(key, row)| row.state(key)).collect()
    }

    fn moment(&self, seq: u64) -> Token {
        Token { seq, chain: self.chains.get(index(seq)).copied().unwrap_or_default() }
    }
}

impl Row {
    fn is_tombstone(&self) -> bool {
        self.deleted() && self.fields.keys().all(|name| name == DELETED)
    }

    fn state(&self, (table, id): &Key) -> RowState {
        let values = self.fields.iter().filter(|(name, _)| *name != DELETED);
        let open = |field: &super::Field| -> Vec<Alternative> {
            let versions = field.alternatives.iter().filter_map(|id| Some((id, field.versions.get(id)?)));
            versions
                .map(|(id, version)| Alternative {
                    id: id.clone(),
                    v: version.value.clone(),
                    device: version.device.clone(),
                    at: version.at,
                })
                .collect()
        };
        RowState {
            t: table.clone(),
            id: *id,
            rev: self.rev,
            del: self.deleted(),
            f: values
                .clone()
                .filter_map(|(name, field)| Some((name.clone(), field.value().filter(|v| !v.is_null())?.clone())))
                .collect(),
            alt: values
                .clone()
                .map(|(name, field)| (name.clone(), open(field)))
                .filter(|(_, open)| !open.is_empty())
                .collect(),
            by: values
                .filter(|(_, field)| !field.alternatives.is_empty())
                .filter_map(|(name, field)| Some((name.clone(), field.versions.get(field.live.as_ref()?)?)))
                .map(|(name, version)| (name, Writer { device: version.device.clone(), at: version.at }))
                .collect(),
        }
    }
}
