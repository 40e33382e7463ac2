#!/usr/bin/env bash
# Twenty desks edit, three servers and a PostgreSQL serve them, and all of them are killed at random moments for ten minutes,
# or as many seconds as MAKER_SYNC_TORTURE_SECONDS says; then everything that anybody typed has to be there. Prints its seed;
# MAKER_SYNC_TORTURE_SEED=N takes one. Before that 200,000 histories of the model, or MAKER_SYNC_SEEDS of them.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

scripts/setup.sh
[ -e ui/dist/index.html ] || build_ui
say "Building"
cargo build --locked --workspace
say "Histories of the model"
MAKER_SYNC_SEEDS=${MAKER_SYNC_SEEDS:-200000} RUST_BACKTRACE=0 \
  cargo test --locked --workspace --test histories -- --nocapture every_history
say "Killing desks, servers and their database"
MAKER_SYNC_TORTURE_SECONDS=${MAKER_SYNC_TORTURE_SECONDS:-600} RUST_BACKTRACE=0 \
  cargo test --locked --workspace --test it -- --nocapture f63_desks_servers_and_database
