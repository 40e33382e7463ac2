//! A desk that edits without end, until it is killed.

mod edits;

use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use maker_harness::Chance;
use maker_sync::Sync;
use maker_sync::session::Event;
use maker_sync_torture::desk::Desk;
use maker_sync_torture::journal::Journal;

use edits::Hands;

/// Longest that a desk rests between two edits.
const REST: Duration = Duration::from_millis(900);

#[derive(Parser)]
struct Arguments {
    /// The desk's folder; its name is the desk's.
    folder: PathBuf,
    /// The backend's address.
    #[arg(long)]
    backend: String,
    /// The account that it belongs to.
    #[arg(long)]
    account: String,
    /// What it draws its edits from.
    #[arg(long)]
    seed: u64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let Arguments { folder, backend, account, seed } = Arguments::parse();
    std::fs::create_dir_all(&folder)?;
    let mut journal = Journal::open(&folder)?;
    let desk = Desk::open(&folder, &backend).await?;
    let mut chance = Chance::new(seed, 0);
    let mut hands = Hands::new(&desk.store, &mut journal, &folder);
    // A desk has something before it has an account.
    hands.make(&mut chance).await?;
    desk.sign_in(&account).await?;
    let sync = Sync::start(desk.parts());
    sync.tell(Event::SignedIn);
    loop {
        tokio::time::sleep(chance.moment(REST)).await;
        hands.edit(&mut chance).await?;
    }
}
