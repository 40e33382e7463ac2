//! Never twice, never a lie: thousands of deliveries against a platform that loses, delays, repeats and reorders, on a
//! machine that is killed between any two steps, with a clock that leaps over every pause.
//!
//! The engine's own code runs on a real database; the platform and the clock are pretended here, and the platform's truth
//! is compared with what the database says at every step. A run is named by the seed and its number, so that a failure can
//! be had again: `MAKER_MODEL_SEED`, `MAKER_MODEL_RUNS` (`make torture`: 10,000), and `MAKER_MODEL_RUN` for one run alone.

mod chance;
mod desk;
mod platform;
mod run;

use std::sync::Arc;

use desk::Desk;
use run::Ended;

/// Runs of an ordinary test; `make torture` makes ten thousand.
const USUAL: u64 = 2_500;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

#[test]
fn f4_f18_whatever_the_line_does_nothing_is_published_twice_no_state_lies_and_all_is_settled() {
    let seed = number("MAKER_MODEL_SEED").unwrap_or_else(|| u64::from(std::process::id()));
    let runs = number("MAKER_MODEL_RUNS").unwrap_or(USUAL);
    let only = number("MAKER_MODEL_RUN");
    println!("MAKER_MODEL_SEED={seed}");
    // One runtime for each thread, each with a database of its own: a run shares nothing with the others.
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get) as u64;
    let all: Vec<Ended> = std::thread::scope(|scope| {
        let part = |thread: u64| {
            move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(async {
                    let desk = Arc::new(Desk::open().await);
                    let mut ended = Ended::default();
                    let mine = (0..runs).filter(|n| n % threads == thread && only.is_none_or(|only| *n == only));
                    for number in mine {
                        ended.add(run::one(&desk, seed, number).await);
                    }
                    ended
                })
            }
        };
        let parts: Vec<_> = (0..threads).map(|thread| scope.spawn(part(thread))).collect();
        parts.into_iter().map(|part| part.join().unwrap_or_else(|_| panic!("MAKER_MODEL_SEED={seed}"))).collect()
    });
    let mut ended = Ended::default();
    for part in all {
        ended.add(part);
    }
    println!("{ended:?}");
    if only.is_none() && runs >= 1_000 {
        ended.assert_that_everything_happened();
    }
}
