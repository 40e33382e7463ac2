#!/usr/bin/env bash
# Kills the program 200 times, unless MAKER_TYPING_KILLS says otherwise, while somebody types in its window, and judges by the
# wall clock what is lost: 400 ms of typing at most. Prints its seed; MAKER_TORTURE_SEED=N takes one.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

scripts/setup.sh
[ -e ui/dist/index.html ] || build_ui
say "Building"
cargo build --locked --workspace
say "Typing, and pulling the plug"
MAKER_TYPING_KILLS=${MAKER_TYPING_KILLS:-200} RUST_BACKTRACE=0 \
  exec cargo test --locked --workspace --test e2e g_20_killed_while_typing -- --nocapture
