#!/usr/bin/env bash
# Formats everything and applies the lints' own corrections.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

npm_ready ui
[ -e ui/dist/index.html ] || build_ui
cargo clippy --locked --workspace --all-targets --fix --allow-dirty --allow-staged
cargo fmt --all
npm --prefix ui run format
