#!/usr/bin/env bash
# Opens Maker Studio with sample drafts and pretend platforms: no account, no key, nothing leaves this computer.
# MAKER_DEMO_SECONDS=N ends by itself after N seconds.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/desktop.sh
. "$(dirname "$0")/desktop.sh"

demo=$root/.demo
run_dir=$(mktemp -d "${TMPDIR:-/tmp}/maker-demo.XXXXXX")
seconds=${MAKER_DEMO_SECONDS:-}
headless=
private_bus=

main() {
  trap finish EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  scripts/setup.sh
  build
  prepare_folder
  make_videos
  prepare_desktop
  start_platforms
  add_drafts
  open_window
}

finish() {
  local code=$?
  trap - EXIT INT TERM
  [ ${#started[@]} -eq 0 ] || say "Stopping what the demo started"
  stop_started
  # Ctrl-C and a polite request to stop are how a demo is meant to end.
  [ "$code" -ne 130 ] && [ "$code" -ne 143 ] || code=0
  if [ "$code" -ne 0 ]; then
    printf '\nThe demo did not run to its end. Logs: %s\n' "$demo/logs" >&2
    cp "$run_dir"/*.log "$demo/logs/" 2>/dev/null || true
  else
    say "Done. Nothing of the demo is running any more; its files are in .demo"
  fi
  rm -rf "$run_dir"
  exit "$code"
}

build() {
  build_ui
  say "Building the programs (the first time takes some minutes)"
  cargo build --locked -p maker-studio -p maker-cli -p maker-server -p maker-simulator
}

# Every demo begins anew: the pretend platforms forget their accounts when they stop, so old sign-ins would be refused.
prepare_folder() {
  rm -rf "$demo/data" "$demo/home" "$demo/logs" "$demo"/*.toml "$demo/window.png"
  mkdir -p "$demo"/{data,home,logs,videos}
  chmod 700 "$demo/data" "$demo/home"
}

make_videos() {
  [ -e "$demo/videos/studio-tour.mp4" ] && [ -e "$demo/videos/clay-short.mp4" ] && return
  say "Making two sample videos"
  film clay-short.mp4 "gradients=s=720x1280:r=30:d=12:n=4:c0=0x2a1f8f:c1=0x9a4bf2:c2=0xff8a5c:c3=0xffd9a0:speed=0.02" 330
  film studio-tour.mp4 "gradients=s=1280x720:r=30:d=12:n=4:c0=0x0f3d3e:c1=0x2f8f83:c2=0xe2b04a:c3=0xf6e7cb:type=spiral:speed=0.01" 220
}

# film NAME PICTURES TONE: written beside and renamed, so that an interrupted demo leaves no half video.
film() {
  ffmpeg -v error -y -f lavfi -i "$2" -f lavfi -i "sine=f=$3:d=12,afade=out:st=10:d=2" -t 12 \
    -c:v libx264 -preset veryfast -pix_fmt yuv420p -c:a aac -movflags +faststart "$run_dir/$1"
  mv "$run_dir/$1" "$demo/videos/$1"
}

prepare_desktop() {
  if ! screen_is_there; then
    headless=1
    say "This machine has no screen: the window opens on a virtual one (Xvfb), and you get a picture of it."
    start_screen 1280x860
    # Nobody's desktop is here to be used, so nothing is left in the home folder either.
    export XDG_DATA_HOME=$demo/home/share XDG_CONFIG_HOME=$demo/home/config XDG_CACHE_HOME=$demo/home/cache
    mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
  fi
  if [ -z "$headless" ] && { secret_service_runs || secret_service_can_start; }; then
    return
  fi
  private_bus=1
  say "No password store runs here: the demo uses its own, which is thrown away afterwards."
  start_bus
  XDG_DATA_HOME=$demo/home/share start_secret_service
}

start_platforms() {
  say "Starting the pretend YouTube and TikTok, and the backend"
  # Their logs go to files.
  export NO_COLOR=1
  "$target_dir/debug/maker-simulator" --listen 127.0.0.1:0 --write-config "$demo/platforms.toml" \
    >"$run_dir/simulator.json" 2>>"$demo/logs/simulator.log" &
  started+=($!)
  wait_until 20 "the simulator (see .demo/logs/simulator.log)" test -s "$run_dir/simulator.json"
  "$target_dir/debug/maker-server" --listen 127.0.0.1:0 --config "$demo/platforms.toml" --write-config "$demo/app.toml" \
    --database "sqlite:$demo/server.db" >"$run_dir/server.json" 2>>"$demo/logs/server.log" &
  started+=($!)
  wait_until 20 "the backend (see .demo/logs/server.log)" test -s "$run_dir/server.json"
  note "simulator: $(cat "$run_dir/simulator.json")"
  note "backend:   $(cat "$run_dir/server.json")"
  export MAKER_STUDIO_DATA_DIR=$demo/data MAKER_STUDIO_CONFIG=$demo/app.toml
}

add_drafts() {
  say "Adding two drafts"
  "$target_dir/debug/maker" draft "$demo/videos/clay-short.mp4" --title "Clay, colour, patience" --to youtube,tiktok
  "$target_dir/debug/maker" draft "$demo/videos/studio-tour.mp4" --title "A tour of the studio" --to youtube
}

open_window() {
  say "Opening Maker Studio"
  "$target_dir/debug/maker-studio" >>"$demo/logs/app.log" 2>&1 &
  local app=$!
  started+=("$app")
  if [ -n "$headless" ]; then
    take_picture "$app"
  fi
  note "Videos to drop on it: .demo/videos"
  note "Connect a platform to sign in at its pretend page; then press Publish."
  [ -z "$private_bus" ] || note "Sign-ins of this demo are kept in a password store of its own."
  if [ -n "$seconds" ]; then
    note "It ends by itself in $seconds seconds."
    timeout "$seconds" tail --pid="$app" -f /dev/null || return 0
    die "the window closed before its time; see .demo/logs/app.log"
  fi
  note "It stays until you close the window or press Ctrl-C."
  wait "$app" || die "the program ended with an error; see .demo/logs/app.log"
}

take_picture() {
  if wait_until 60 "the window (see .demo/logs/app.log)" window_is_up "Maker Studio" &&
    wait_until 60 "the window to draw its page" window_has_drawn "Maker Studio"; then
    cp "$run_dir/before.png" "$demo/window.png"
    note "A picture of the window: $demo/window.png"
  else
    kill -0 "$1" 2>/dev/null || die "the program ended; see .demo/logs/app.log"
    die "the window did not open"
  fi
}

main
