//! The one place that reads the system's clock.

use chrono::{DateTime, Utc};
use maker_domain::Clock;

/// The computer's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the program's clock starts here")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}
