#!/usr/bin/env bash
# Draws every screen in light and dark, small and large, into screenshots/, and anew what the README shows.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

npm_ready ui
npm --prefix ui run --silent screenshots
npm --prefix ui run --silent screenshots -- README
