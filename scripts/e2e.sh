#!/usr/bin/env bash
# Drives the real window through WebDriver. Each test brings its own screen, message bus, keyring and platforms.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

[ -e ui/dist/index.html ] || build_ui
cargo build --locked --workspace
# One window at a time: two cores draw one screen well.
exec cargo test --locked --workspace --test e2e -- --test-threads=1 "$@"
