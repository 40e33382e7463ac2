//! Which pieces are kept for whom: decided purely, from where everybody is.

use std::collections::{BTreeMap, HashMap};

/// The pieces kept for seats that are behind, each as a `Slot`.
#[derive(Debug)]
pub(super) struct Window<Slot> {
    /// The next piece each seat wants.
    seats: HashMap<u64, u64>,
    kept: BTreeMap<u64, Slot>,
    most: u64,
    next_seat: u64,
}

impl<Slot> Default for Window<Slot> {
    fn default() -> Self {
        Self { seats: HashMap::new(), kept: BTreeMap::new(), most: 1, next_seat: 0 }
    }
}

impl<Slot: Clone> Window<Slot> {
    /// How many pieces may be kept.
    pub(super) fn set_most(&mut self, most: u64) {
        self.most = most.max(1);
        self.tidy();
    }

    /// Takes a seat. It wants nothing yet: whoever waits for a platform's word must not make others keep pieces.
    pub(super) fn sit(&mut self) -> u64 {
        self.next_seat += 1;
        // At the beginning, so that uploads which start together share from the first piece.
        self.seats.insert(self.next_seat, 0);
        self.next_seat
    }

    /// Gives a seat back, with what was kept for it alone.
    pub(super) fn stand_up(&mut self, seat: u64) {
        self.seats.remove(&seat);
        self.tidy();
    }

    /// `seat` wants the piece at `index` now: where it is or will be, when somebody else has it or wants it too (then it
    /// is begun by `begin`); `None` when it is read for this seat alone.
    pub(super) fn at(&mut self, seat: u64, index: u64, begin: impl FnOnce() -> Slot) -> Option<Slot> {
        self.seats.insert(seat, index);
        self.tidy();
        if let Some(slot) = self.kept.get(&index) {
            return Some(slot.clone());
        }
        let others_come = self.seats.iter().any(|(other, at)| *other != seat && self.reaches(*at, index));
        if !others_come {
            return None;
        }
        let slot = begin();
        self.kept.insert(index, slot.clone());
        while self.kept.len() as u64 > self.most {
            // The oldest is the one that the furthest behind would need: it reads for itself from here on.
            self.kept.pop_first();
        }
        Some(slot)
    }

    /// Lets go of a piece that could not be read: whoever wants it tries again.
    pub(super) fn forget(&mut self, index: u64) {
        self.kept.remove(&index);
    }

    /// Whether a seat at `at` will want `index` soon enough to keep it.
    fn reaches(&self, at: u64, index: u64) -> bool {
        at <= index && index - at < self.most
    }

    fn tidy(&mut self) {
        let wanted: Vec<u64> =
            self.kept.keys().copied().filter(|index| self.seats.values().any(|at| self.reaches(*at, *index))).collect();
        self.kept.retain(|index, _| wanted.binary_search(index).is_ok());
    }

    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.kept.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A window of four pieces; a slot is the number of the read that began it.
    struct Reads {
        window: Window<u32>,
        begun: u32,
    }

    impl Reads {
        fn of(seats: u64) -> Self {
            let mut window = Window::default();
            window.set_most(4);
            for _ in 0..seats {
                window.sit();
            }
            Self { window, begun: 0 }
        }

        fn at(&mut self, seat: u64, index: u64) -> Option<u32> {
            let begun = &mut self.begun;
            self.window.at(seat, index, || {
                *begun += 1;
                *begun
            })
        }
    }

    #[test]
    fn a_single_seat_keeps_nothing() {
        let mut reads = Reads::of(1);
        assert!((0..10).all(|index| reads.at(1, index).is_none()));
        assert_eq!(reads.window.kept(), 0);
    }

    #[test]
    fn what_the_first_has_read_is_kept_until_the_last_has_it() {
        let mut reads = Reads::of(3);
        assert_eq!((reads.at(1, 0), reads.at(2, 0)), (Some(1), Some(1)));
        reads.at(1, 1);
        assert_eq!(reads.at(3, 0), Some(1));
        assert_eq!((reads.at(2, 1), reads.at(3, 1)), (Some(2), Some(2)));
        assert_eq!(reads.window.kept(), 1, "the first piece is with everybody");
    }

    #[test]
    fn one_that_stalls_is_left_behind_and_bounds_what_is_kept() {
        let mut reads = Reads::of(2);
        for index in 0..20 {
            reads.at(1, index);
            assert!(reads.window.kept() <= 4);
        }
        assert_eq!(reads.at(2, 0), Some(1), "what was within reach is still there");
        assert_eq!(reads.at(2, 4), None, "from there on it reads for itself");
        assert!(reads.at(2, 20).is_some(), "and shares again once it has caught up with what the first wants next");
    }

    #[test]
    fn two_together_share_although_a_third_has_stalled() {
        let mut reads = Reads::of(3);
        for index in 0..20 {
            let (one, two) = (reads.at(1, index), reads.at(2, index));
            assert!(one.is_some() && one == two, "{index}: {one:?} {two:?}");
            assert!(reads.window.kept() <= 4);
        }
    }

    #[test]
    fn whoever_leaves_frees_what_was_kept_for_it() {
        let mut reads = Reads::of(2);
        for index in 0..3 {
            reads.at(1, index);
        }
        assert_eq!(reads.window.kept(), 3);
        reads.window.stand_up(2);
        assert!(reads.window.kept() <= 1);
    }
}
