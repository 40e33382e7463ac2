//! Everything that exists while the simulator runs, shared by all requests. Locks are held for decisions only, never
//! across a wait.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::clock::{Clock, Moment};
use crate::faults::Faults;
use crate::log::Log;
use crate::tiktok::state::Tiktok;
use crate::youtube::state::Youtube;
use crate::{Addresses, Options};

pub(crate) type App = Arc<World>;

pub(crate) struct World {
    pub(crate) options: Options,
    pub(crate) addresses: Addresses,
    pub(crate) clock: Clock,
    pub(crate) log: Log,
    pub(crate) faults: Faults,
    youtube: Mutex<Youtube>,
    tiktok: Mutex<Tiktok>,
}

impl World {
    pub(crate) fn start(options: Options, addresses: Addresses) -> App {
        let clock = Clock::default();
        let youtube = Mutex::new(Youtube::new(clock.now()));
        Arc::new(Self {
            options,
            addresses,
            clock,
            log: Log::default(),
            faults: Faults::default(),
            youtube,
            tiktok: Mutex::new(Tiktok::new()),
        })
    }

    pub(crate) fn now(&self) -> Moment {
        self.clock.now()
    }

    pub(crate) fn youtube(&self) -> MutexGuard<'_, Youtube> {
        self.youtube.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn tiktok(&self) -> MutexGuard<'_, Tiktok> {
        self.tiktok.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long a video that finished arriving now takes, as ordered by a fault or by the options.
    pub(crate) fn processing_time(&self, platform: crate::steps::Platform) -> chrono::TimeDelta {
        match self.faults.take(platform, crate::faults::Kind::ProcessingTakes).and_then(|order| order.seconds) {
            Some(seconds) => chrono::TimeDelta::milliseconds((seconds * 1000.0) as i64),
            None => chrono::TimeDelta::milliseconds(i64::try_from(self.options.processing_ms).unwrap_or(i64::MAX)),
        }
    }
}
