//! One field of one row: every version it ever had, which of them people see, and which wait beside it.

use std::collections::{BTreeMap, BTreeSet};

use maker_domain::sync::{
    chain::{Touched, same_value},
    merge3::merge3,
    registry::Merge,
    wire::VersionId,
};
use serde_json::Value;
use uuid::Uuid;

use crate::Rule;

/// A value that somebody wrote, or the server made of two.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub(crate) value: Value,
    /// What it was made from. Whoever sees it has seen those, in effect.
    pub(crate) parents: Vec<VersionId>,
    pub(crate) at: i64,
    pub(crate) seq: u64,
    pub(crate) device: String,
}

/// What became of an edit of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ended {
    /// In the history and nowhere else.
    Recorded,
    Live,
    Merged,
    /// One of two values is kept beside the other.
    Alternative,
}

/// An edit as it arrives at a field.
pub(crate) struct Edit<'a> {
    pub(crate) op: Uuid,
    pub(crate) version: Version,
    /// The device's own edit that was on the screen.
    pub(crate) own: Option<Uuid>,
    /// The revision that was on the screen.
    pub(crate) rev: u64,
    pub(crate) resolves: &'a [VersionId],
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Field {
    pub(crate) versions: BTreeMap<VersionId, Version>,
    pub(crate) live: Option<VersionId>,
    pub(crate) alternatives: BTreeSet<VersionId>,
    /// Which version was live from which number on.
    lived: Vec<(u64, VersionId)>,
}

impl Field {
    pub(crate) fn live(&self) -> Option<(&VersionId, &Version)> {
        let id = self.live.as_ref()?;
        Some((id, self.versions.get(id)?))
    }

    pub(crate) fn value(&self) -> Option<&Value> {
        self.live().map(|(_, version)| &version.value)
    }

    /// The version that was live when the row had that revision.
    pub(crate) fn live_at(&self, rev: u64) -> Option<&VersionId> {
        self.lived.iter().rev().find(|(seq, _)| *seq <= rev).map(|(_, id)| id)
    }

    /// Whether somebody who saw `own`, or else revision `rev`, saw what is live.
    pub(crate) fn seen(&self, own: Option<Uuid>, rev: u64) -> bool {
        let Some((id, version)) = self.live() else { return true };
        own.map_or(version.seq <= rev, |op| *id == VersionId::of(op))
    }

    /// Stores a version and judges it against what is live.
    pub(crate) fn edit(&mut self, merge: Merge, edit: Edit<'_>, without: Option<Rule>) -> Ended {
        let new = VersionId::of(edit.op);
        let parent = self.parent(&edit, without);
        let mut version = edit.version;
        version.parents.extend(parent.clone());
        version.parents.extend(edit.resolves.iter().filter(|id| self.alternatives.contains(*id)).cloned());
        let Some((old, live)) = self.live().map(|(id, version)| (id.clone(), version.clone())) else {
            self.store(&new, version);
            self.set_live(new);
            return Ended::Live;
        };
        let saw_it = match without {
            Some(Rule::ConcurrentIsJudged) => true,
            Some(Rule::NoDeviceIsTrusted) => live.seq <= edit.rev || live.device == version.device,
            _ => parent.as_ref() == Some(&old),
        };
        let later = (version.at, &new) > (live.at, &old);
        let ended = if merge == Merge::Immutable {
            self.store(&new, version);
            Ended::Recorded
        } else if saw_it {
            self.store(&new, version);
            self.set_live(new);
            Ended::Live
        } else if same_value(&live.value, &version.value) {
            version.parents.push(old);
            self.store(&new, version);
            self.set_live(new);
            Ended::Live
        } else if let Some(text) = self.merged(merge, parent.as_ref(), &old, &version.value, without) {
            let id = VersionId::merged(edit.op);
            let merged = Version { value: Value::String(text), parents: vec![old, new.clone()], ..version.clone() };
            self.store(&new, version);
            self.store(&id, merged);
            self.set_live(id);
            Ended::Merged
        } else {
            self.store(&new, version);
            let loser = if later { old } else { new.clone() };
            if later {
                self.set_live(new);
            }
            match merge {
                Merge::Latest | Merge::Immutable if later => Ended::Live,
                Merge::Latest | Merge::Immutable => Ended::Recorded,
                Merge::Scalar | Merge::Text => {
                    if without != Some(Rule::LoserIsKept) {
                        self.alternatives.insert(loser);
                    }
                    Ended::Alternative
                }
            }
        };
        self.drop_superseded();
        ended
    }

    /// Stores a version that never becomes live: a refused delete.
    pub(crate) fn record(&mut self, op: Uuid, version: Version) {
        self.store(&VersionId::of(op), version);
    }

    /// Makes a version live that the server wrote itself, in the knowledge of the one before.
    pub(crate) fn replace(&mut self, id: VersionId, mut version: Version) {
        version.parents.extend(self.live.clone());
        self.store(&id, version);
        self.set_live(id);
    }

    /// Whether `old` is `new` or something `new` was made from, by however many steps.
    pub(crate) fn descends(&self, new: &VersionId, old: &VersionId) -> bool {
        let (mut ahead, mut met) = (vec![new], BTreeSet::new());
        while let Some(id) = ahead.pop() {
            if id == old {
                return true;
            }
            if met.insert(id) {
                ahead.extend(self.versions.get(id).map_or(&[][..], |version| &version.parents));
            }
        }
        false
    }

    /// Keeps what is live and nothing else.
    pub(crate) fn forget_what_was(&mut self) {
        let live = self.live.as_ref();
        self.versions.retain(|id, _| Some(id) == live);
        self.lived.retain(|(_, id)| Some(id) == live);
        self.alternatives.clear();
    }

    /// What the chain takes of the field.
    pub(crate) fn touched(&self) -> Touched {
        Touched {
            live: self.live().map(|(id, version)| (id.clone(), version.value.clone())),
            alternatives: self.alternatives.iter().cloned().collect(),
        }
    }

    /// The device's own edit where the server has it, else what was live at the revision. An own edit that was rejected
    /// leaves its own base, which the edit brings along as its revision.
    fn parent(&self, edit: &Edit<'_>, without: Option<Rule>) -> Option<VersionId> {
        let own = edit.own.filter(|_| without != Some(Rule::OwnEditIsTheParent)).map(VersionId::of);
        own.filter(|id| self.versions.contains_key(id)).or_else(|| self.live_at(edit.rev).cloned())
    }

    /// Both texts in one, against a version that both were made from.
    fn merged(
        &self,
        merge: Merge,
        parent: Option<&VersionId>,
        live: &VersionId,
        new: &Value,
        without: Option<Rule>,
    ) -> Option<String> {
        let parent = parent.filter(|_| merge == Merge::Text)?;
        if without != Some(Rule::MergeBaseIsCommon) && !self.descends(live, parent) {
            return None;
        }
        let [base, live] = [parent, live].map(|id| self.versions.get(id)?.value.as_str());
        merge3(base?, live?, new.as_str()?)
    }

    fn store(&mut self, id: &VersionId, version: Version) {
        self.versions.insert(id.clone(), version);
    }

    fn set_live(&mut self, id: VersionId) {
        let seq = self.versions.get(&id).map_or(0, |version| version.seq);
        self.lived.push((seq, id.clone()));
        self.live = Some(id);
    }

    /// An alternative goes once what is live, or another alternative, was made from it.
    fn drop_superseded(&mut self) {
        let heads: Vec<_> = self.live.iter().chain(&self.alternatives).cloned().collect();
        let superseded = |id: &VersionId| heads.iter().any(|head| head != id && self.descends(head, id));
        let open = self.alternatives.iter().filter(|id| !superseded(id)).cloned().collect();
        self.alternatives = open;
    }
}
