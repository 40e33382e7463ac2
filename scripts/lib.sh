# Shared by the scripts beside it: where things are, how we speak, how we wait. Sourced, never run.
# shellcheck shell=bash

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
target_dir=${CARGO_TARGET_DIR:-$root/target}
cache_dir=${XDG_CACHE_HOME:-$HOME/.cache}/maker-studio

say() { printf '\n==> %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }
die() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# at_least HAVE WANT: compares versions such as 20.19.0.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# wait_until SECONDS WHAT COMMAND...: waits for a condition, and says which one did not come.
wait_until() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    if [ "$SECONDS" -ge "$deadline" ]; then
      printf 'Gave up waiting for %s.\n' "$what" >&2
      return 1
    fi
    sleep 0.2
  done
}

# npm_ready FOLDER: installs exactly what the lock file names, unless it is there already.
npm_ready() {
  local installed=$1/node_modules/.package-lock.json
  if [ ! -e "$installed" ] || [ "$1/package-lock.json" -nt "$installed" ]; then
    say "Installing the npm packages of $1"
    npm --prefix "$1" ci --no-audit --no-fund
    touch "$installed"
  fi
}

build_ui() {
  npm_ready ui
  say "Building the interface"
  npm --prefix ui run build
}

# Process ids of what was started; stopped in the opposite order.
started=()
stop_started() {
  local n pid
  for ((n = ${#started[@]} - 1; n >= 0; n--)); do
    pid=${started[n]}
    kill "$pid" 2>/dev/null || continue
    for _ in $(seq 50); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  started=()
}
