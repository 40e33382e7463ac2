//! The simulator's time: the machine's clock plus whatever the admin interface advanced it by.
//! Everything that expires, resets or finishes is decided against this clock.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

pub(crate) type Moment = DateTime<Utc>;

#[derive(Default)]
pub(crate) struct Clock {
    ahead_ms: AtomicI64,
}

impl Clock {
    pub(crate) fn now(&self) -> Moment {
        machine_time() + TimeDelta::milliseconds(self.ahead_ms.load(Ordering::Relaxed))
    }

    /// Seconds may be negative: a clock that jumped back.
    pub(crate) fn advance(&self, seconds: f64) {
        self.ahead_ms.fetch_add((seconds * 1000.0) as i64, Ordering::Relaxed);
    }

    pub(crate) fn ahead_seconds(&self) -> f64 {
        self.ahead_ms.load(Ordering::Relaxed) as f64 / 1000.0
    }
}

/// The one place that reads the machine's clock.
#[allow(clippy::disallowed_methods, reason = "a clock has to read a clock somewhere")]
fn machine_time() -> Moment {
    Utc::now()
}

/// `2026-11-22T12:00:00.000Z`.
pub(crate) fn stamp(moment: Moment) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// `2026-11-22T12:00:00Z`, as YouTube writes times.
pub(crate) fn seconds_stamp(moment: Moment) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}
