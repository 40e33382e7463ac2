#!/usr/bin/env bash
# Builds the Debian package.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

scripts/setup.sh
npm_ready .
say "Building the package (a release build takes some minutes)"
npx tauri build --bundles deb -- --locked --package maker-studio
say "Done: $(ls -t "$target_dir"/release/bundle/deb/*.deb | head -n 1)"
