//! Pull the plug: the program is killed (SIGKILL) at moments drawn by chance in every phase of its work, and what it
//! begins after that always ends as one true video per platform.
//!
//! A round is one publication to both platforms, killed once to three times, then left to finish. `MAKER_TORTURE_SEED`
//! names what chance draws, `MAKER_TORTURE_KILLS` how many kills there shall be (`make torture` takes 500), and
//! `MAKER_TORTURE_ROUND` runs one round of a seed alone. The kinds of moments are in `moments.rs`, what must hold after a
//! round in `account.rs`, the torn database in `torn.rs`.

mod account;
mod figures;
mod moments;
mod round;
mod torn;

use maker_harness::{Way, World, video};

use figures::Figures;
use round::{Film, Round};

/// Kills of an ordinary test run.
const USUAL: u64 = 40;

/// Rounds that may fail before a run gives up: enough to see whether they have something in common.
const ENOUGH: usize = 5;

struct Orders {
    seed: u64,
    kills: u64,
    only: Option<u64>,
    /// Whether the wall clock is judged too: on a machine that does nothing else.
    strict: bool,
}

impl Orders {
    fn read() -> Self {
        let number = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
        let kills = number("MAKER_TORTURE_KILLS");
        Self {
            seed: number("MAKER_TORTURE_SEED").unwrap_or_else(|| u64::from(std::process::id())),
            kills: kills.unwrap_or(USUAL),
            only: number("MAKER_TORTURE_ROUND"),
            strict: kills.is_some(),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f17_f18_f37_f66_killed_at_any_moment_every_delivery_ends_as_one_video() {
    let orders = Orders::read();
    println!("MAKER_TORTURE_SEED={}", orders.seed);
    let (mut figures, mut failures) = (Figures::begin(), Vec::new());
    let mut numbers = orders.only.map_or(0..u64::MAX, |one| one..one + 1);
    let wanted = |figures: &Figures| figures.kills() < orders.kills || orders.only.is_some();
    while wanted(&figures) && failures.len() < ENOUGH && !numbers.is_empty() {
        // What a failed round left behind is no part of the next.
        let world = connected_world().await;
        let films = Film::reel(&world);
        while wanted(&figures) {
            let Some(number) = numbers.next() else { break };
            match Round::new(&world, &films, orders.seed, number).run(&mut figures).await {
                Ok(()) => {}
                Err(report) => {
                    println!("{report}");
                    failures.push(report);
                    break;
                }
            }
        }
    }
    println!("{figures}");
    assert!(failures.is_empty(), "{} rounds failed:\n{}", failures.len(), failures.join("\n"));
    if orders.strict {
        figures.assert_quick();
    }
}

async fn connected_world() -> World {
    let world = World::start_with(Way::Loopback, &["--processing-ms", "0"]).await;
    world.connect("youtube").await;
    world.connect("tiktok").await;
    world
}

impl Film {
    /// A short film, which TikTok takes in one part and YouTube in two, and a longer one that both take in several.
    fn reel(world: &World) -> [Self; 2] {
        [12, 66].map(|megabytes| {
            let path = world.path(&format!("{megabytes}.mp4"));
            video::make_of_size(&path, megabytes);
            let bytes = std::fs::metadata(&path).unwrap().len();
            let sha256 = video::sha256(&path);
            Self { path, bytes, sha256 }
        })
    }
}
