//! The one place that reads the system's clock.

use chrono::{DateTime, Utc};
use maker_domain::Clock;

/// The system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "everybody else takes a Clock; this is it")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}
