#!/usr/bin/env bash
# The program with the live interface: it reloads while you edit. Your own data folder and configuration are used.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

scripts/setup.sh
npm_ready .
exec npx tauri dev -- --locked -- "$@"
