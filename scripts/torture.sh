#!/usr/bin/env bash
# Kills the program at random moments of its work, 500 times unless MAKER_TORTURE_KILLS says otherwise, and judges the wall
# clock too; before that 10,000 runs of the model. Prints its seeds; MAKER_TORTURE_SEED=N takes one, and MAKER_TORTURE_ROUND=N runs one round of it alone.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

scripts/setup.sh
[ -e ui/dist/index.html ] || build_ui
say "Building"
cargo build --locked -p maker-cli -p maker-simulator
say "Ten thousand deliveries on a line that keeps nothing"
MAKER_MODEL_RUNS=${MAKER_MODEL_RUNS:-10000} RUST_BACKTRACE=0 \
  cargo test --locked -p maker-delivery --lib model -- --nocapture
say "Pulling the plug"
MAKER_TORTURE_KILLS=${MAKER_TORTURE_KILLS:-500} RUST_BACKTRACE=0 \
  cargo test --locked --test system torture -- --nocapture
