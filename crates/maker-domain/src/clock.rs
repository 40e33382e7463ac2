//! Time as an argument: business code asks a [`Clock`], never the system.

use chrono::{DateTime, Utc};

/// Tells the present instant. The program uses the system's; tests use one they move themselves.
pub trait Clock: Send + Sync + 'static {
    /// The present instant in UTC. May jump in either direction: never derive a duration from two readings.
    fn now(&self) -> DateTime<Utc>;
}
