//! Chance from a seed.

use std::sync::Mutex;

use crate::shared::lock;

/// SplitMix64.
#[derive(Debug)]
pub(super) struct Chance(Mutex<u64>);

impl Chance {
    pub(super) fn of(seed: u64, run: u64) -> Self {
        Self(Mutex::new(seed.wrapping_mul(0xD134_2543_DE82_EF95).wrapping_add(run.wrapping_mul(0x2545_F491_4F6C_DD1D))))
    }

    pub(super) fn below(&self, end: u64) -> u64 {
        let mut state = lock(&self.0);
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }

    /// True in `percent` of a hundred.
    pub(super) fn is(&self, percent: u64) -> bool {
        self.below(100) < percent
    }
}
