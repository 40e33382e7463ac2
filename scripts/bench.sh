#!/usr/bin/env bash
# Uploads one large file to the pretend YouTube and measures speed and memory. The file is sparse and takes no disk.
# MAKER_BENCH_MIB=N sets its size; MAKER_BENCH_PROFILE=debug measures without a release build.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/desktop.sh
. "$(dirname "$0")/desktop.sh"

mib=${MAKER_BENCH_MIB:-2048}
profile=${MAKER_BENCH_PROFILE:-release}
out=$root/bench/out
run_dir=$(mktemp -d "${TMPDIR:-/tmp}/maker-bench.XXXXXX")
programs=$target_dir/$profile

main() {
  trap 'stop_started; rm -rf "$run_dir"' EXIT
  trap 'exit 130' INT TERM
  scripts/setup.sh
  say "Building ($profile)"
  local flags=()
  [ "$profile" = debug ] || flags+=(--release)
  cargo build --locked "${flags[@]}" -p maker-cli -p maker-simulator
  prepare
  connect
  measure
}

prepare() {
  say "Making a video of $mib MiB, and starting the pretend YouTube"
  ffmpeg -v error -y -f lavfi -i "testsrc2=s=1280x720:d=2" -c:v libx264 -preset veryfast -pix_fmt yuv420p \
    -movflags +faststart "$run_dir/large.mp4"
  # A box of free space, as long as the file shall be: four letters, and its length in 64 bits.
  local padding=$((mib * 1024 * 1024)) size
  printf '\x00\x00\x00\x01free' >>"$run_dir/large.mp4"
  printf '%016x' "$padding" | sed 's/../\\x&/g' | xargs -0 printf '%b' >>"$run_dir/large.mp4"
  size=$(stat -c %s "$run_dir/large.mp4")
  truncate -s $((size - 16 + padding)) "$run_dir/large.mp4"

  export XDG_DATA_HOME=$run_dir/share MAKER_STUDIO_DATA_DIR=$run_dir/data MAKER_STUDIO_CONFIG=$run_dir/platforms.toml
  mkdir -p "$XDG_DATA_HOME" "$MAKER_STUDIO_DATA_DIR"
  start_bus
  start_secret_service
  "$programs/maker-simulator" --listen 127.0.0.1:0 --processing-ms 0 --write-config "$run_dir/platforms.toml" \
    >"$run_dir/simulator.json" 2>>"$run_dir/simulator.log" &
  started+=($!)
  wait_until 20 "the simulator" test -s "$run_dir/simulator.json"
}

# Signs in as a person would, with the answer written into the address instead of clicked.
connect() {
  "$programs/maker" --json connect youtube --no-browser >"$run_dir/connect.json" 2>>"$run_dir/maker.log" &
  local sign_in=$!
  wait_until 20 "the sign-in's address" test -s "$run_dir/connect.json"
  curl -fsSL -o /dev/null "$(head -n 1 "$run_dir/connect.json" | jq -r .authorize_url)&simulator_answer=allow"
  wait "$sign_in" || die "the sign-in failed: $(cat "$run_dir/maker.log")"
}

measure() {
  say "Uploading"
  local began ended code=0 peak_kib=0 now
  began=$(date +%s%N)
  "$programs/maker" --json publish "$run_dir/large.mp4" --to youtube --title "A large file" \
    --privacy private --made-for-kids no --ai-made no >"$run_dir/publish.json" 2>>"$run_dir/maker.log" &
  local upload=$!
  while kill -0 "$upload" 2>/dev/null; do
    # The system keeps the highest value itself: reading it often only loses the last moments.
    now=$(awk '/VmHWM/ { print $2 }' "/proc/$upload/status" 2>/dev/null || true)
    [ -z "$now" ] || peak_kib=$now
    sleep 0.1
  done
  wait "$upload" || code=$?
  ended=$(date +%s%N)
  [ "$code" -eq 0 ] || die "the upload ended with code $code: $(tail -n 3 "$run_dir/maker.log" "$run_dir/publish.json")"
  mkdir -p "$out"
  jq -n --argjson mib "$mib" --argjson ns $((ended - began)) --argjson peak_kib "$peak_kib" --arg profile "$profile" \
    '{ $profile, size_mib: $mib, seconds: ($ns / 1e9 * 100 | round / 100), mib_per_second: ($mib / ($ns / 1e9) | round),
       peak_memory_mib: ($peak_kib / 1024 | round) }' | tee "$out/upload.json"
  note "Written to bench/out/upload.json"
}

main
