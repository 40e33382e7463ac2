//! How often what happens in a history happened.

use maker_domain::sync::wire::Outcome;

/// What happened in a history, so that a run can show that it happened at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Edits that devices made.
    pub edits: usize,
    /// Merged texts.
    pub merged: usize,
    /// Ops that left an alternative.
    pub alternatives: usize,
    /// Ops that had to be sent whole.
    pub need_full: usize,
    /// Ops that were rejected.
    pub rejected: usize,
    /// Edits that settled alternatives.
    pub resolved: usize,
    /// Restored backups.
    pub restores: usize,
    /// Devices that noticed one.
    pub rewinds: usize,
    /// Devices that had to start from nothing.
    pub resyncs: usize,
    /// Copied devices.
    pub clones: usize,
    /// Devices that lost everything.
    pub wipes: usize,
    /// Purges of the bin.
    pub purges: usize,
    /// Requests that arrived once more, later.
    pub repeats: usize,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.edits += other.edits;
        self.merged += other.merged;
        self.alternatives += other.alternatives;
        self.need_full += other.need_full;
        self.rejected += other.rejected;
        self.resolved += other.resolved;
        self.restores += other.restores;
        self.rewinds += other.rewinds;
        self.resyncs += other.resyncs;
        self.clones += other.clones;
        self.wipes += other.wipes;
        self.purges += other.purges;
        self.repeats += other.repeats;
    }
}

impl Counts {
    pub(super) fn count(&mut self, outcome: &Outcome) {
        let counter = match outcome {
            Outcome::Merged => &mut self.merged,
            Outcome::Alternative => &mut self.alternatives,
            Outcome::NeedFull => &mut self.need_full,
            Outcome::Rejected { .. } => &mut self.rejected,
            Outcome::Applied | Outcome::Noop | Outcome::Retry { .. } => return,
        };
        *counter += 1;
    }
}
