//! A Cloud project's daily quota, shared by all of its users, reset at midnight Pacific time. Pure: time is an argument.

use chrono::NaiveDate;
use chrono_tz::America::Los_Angeles;

use crate::clock::Moment;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Bucket {
    /// `videos.insert`: 100 calls.
    Inserts,
    /// `videos:batchGetStats`: 10,000 calls.
    Stats,
    /// Everything else: 10,000 units.
    Units(u32),
}

#[derive(Default)]
pub(crate) struct Ledger {
    day: Option<NaiveDate>,
    inserts: u32,
    stats: u32,
    units: u32,
}

impl Ledger {
    /// Whether today's bucket still holds what the call costs.
    pub(crate) fn allows(&mut self, bucket: Bucket, now: Moment) -> bool {
        self.turn_to(now);
        match bucket {
            Bucket::Inserts => self.inserts < 100,
            Bucket::Stats => self.stats < 10_000,
            Bucket::Units(cost) => self.units + cost <= 10_000,
        }
    }

    /// Books a call. One that was refused as invalid costs 1.
    pub(crate) fn charge(&mut self, bucket: Bucket, valid: bool, now: Moment) {
        self.turn_to(now);
        match bucket {
            Bucket::Inserts => self.inserts += 1,
            Bucket::Stats => self.stats += 1,
            Bucket::Units(cost) => self.units += if valid { cost } else { 1 },
        }
    }

    fn turn_to(&mut self, now: Moment) {
        let today = Some(now.with_timezone(&Los_Angeles).date_naive());
        if self.day != today {
            *self = Self { day: today, ..Self::default() };
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, TimeZone, Utc};

    use super::*;

    /// 23:30 Pacific standard time.
    fn late_evening() -> Moment {
        Utc.with_ymd_and_hms(2026, 11, 23, 7, 30, 0).single().unwrap_or_default()
    }

    #[test]
    fn the_hundred_and_first_upload_waits_for_midnight_pacific() {
        let mut ledger = Ledger::default();
        for _ in 0..100 {
            assert!(ledger.allows(Bucket::Inserts, late_evening()));
            ledger.charge(Bucket::Inserts, true, late_evening());
        }
        assert!(!ledger.allows(Bucket::Inserts, late_evening()));
        assert!(!ledger.allows(Bucket::Inserts, late_evening() + TimeDelta::minutes(29)));
        assert!(ledger.allows(Bucket::Inserts, late_evening() + TimeDelta::minutes(30)));
    }

    #[test]
    fn buckets_are_separate_and_invalid_calls_cost_one() {
        let mut ledger = Ledger::default();
        for _ in 0..25 {
            ledger.charge(Bucket::Units(400), true, late_evening());
        }
        assert!(!ledger.allows(Bucket::Units(1), late_evening()));
        assert!(ledger.allows(Bucket::Inserts, late_evening()));
        let mut ledger = Ledger::default();
        ledger.charge(Bucket::Units(50), false, late_evening());
        assert!(ledger.allows(Bucket::Units(9_999), late_evening()));
        assert!(!ledger.allows(Bucket::Units(10_000), late_evening()));
    }
}
