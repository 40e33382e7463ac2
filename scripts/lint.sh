#!/usr/bin/env bash
# What a reviewer's machine would say: formatting, lints, types, licences. Runs everything, then counts.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/checks.sh
. "$(dirname "$0")/checks.sh"

scripts/setup.sh
build_ui
step "Rust formatting" cargo fmt --all --check
step "Rust lints" clippy
step "Interface types" ui check
step "Interface lints" ui lint
step "Licences and sources" deny
finish_steps
