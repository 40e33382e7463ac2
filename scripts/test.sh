#!/usr/bin/env bash
# Everything that the continuous integration runs, on this machine. Installs what is missing first.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/checks.sh
. "$(dirname "$0")/checks.sh"

scripts/setup.sh
step "Interface types" ui check
step "Interface lints" ui lint
step "Interface tests" ui test
# The program embeds the interface, so without it nothing below can be built.
step "Interface build" ui build
step "Accessibility of every screen and state" ui test:axe
step "Rust formatting" cargo fmt --all --check
step "Rust lints" clippy
step "Licences and sources" deny
# The tests start the programs as a maker would, so these are built first.
step "Programs" cargo build --locked --workspace
step "Accessibility of the maker's page" scripts/public-page.sh
step "Rust tests" cargo test --locked --workspace --no-fail-fast
step "Window tests" scripts/e2e.sh
finish_steps
