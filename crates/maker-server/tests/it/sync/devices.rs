//! Real devices and the real backend in one process: random histories of desks with their real databases, as they lived
//! through them with the model, told to the backend on both engines. As it answers the same to every call, the desks would
//! have said and kept the same had it been there from the beginning.
//!
//! `MAKER_SYNC_SEEDS` says how many, `MAKER_SYNC_SEED` plays a single one that failed.

use maker_sync_model::differential::play;
use maker_sync_play::live_through;
use rstest::rstest;

use super::histories::{Told, seeds};
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test]
async fn desks_that_live_through_a_history_hear_from_the_backend_what_they_hear_from_the_model(
    #[values(Sqlite, Postgres)] on: On,
) {
    for seed in seeds() {
        let mut backend = Told::new(on).await;
        let history = live_through(seed, backend.workspace()).await;
        if let Err(mismatch) = play(&history, &mut backend).await {
            panic!(
                "MAKER_SYNC_SEED={seed}, call {}:\n{:#?}\nand not\n{:#?}",
                mismatch.at, mismatch.step, mismatch.said
            );
        }
    }
}
