//! Random histories of real devices and the model's backend.

use std::sync::atomic::{AtomicU64, Ordering};

use maker_sync_play::live_through;
use uuid::Uuid;

/// Says which history it was that failed.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("it was seed {0}: MAKER_SYNC_FIRST_SEED={0} MAKER_SYNC_SEEDS=1 repeats it", self.0);
        }
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn i1_i2_i4_i10_i11_i12_i18_whatever_happens_devices_agree_and_nothing_typed_is_lost() {
    let first = number("MAKER_SYNC_FIRST_SEED", 0);
    let next = AtomicU64::new(first);
    let last = first + number("MAKER_SYNC_SEEDS", 200);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                while let Some(seed) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|seed| *seed < last) {
                    let _seed = Seed(seed);
                    runtime.block_on(live_through(seed, Uuid::now_v7()));
                }
            });
        }
    });
}
