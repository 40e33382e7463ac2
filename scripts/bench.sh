#!/usr/bin/env bash
# Uploads one large file to the pretend YouTube, in turns with `curl -T` to the same program, and writes what both cost:
# medians of wall and processor time, and the ratios. The file is sparse and takes no disk.
# MAKER_BENCH_MIB=N sets its size, MAKER_BENCH_ROUNDS=N how often; MAKER_BENCH_PROFILE=debug measures without a release build.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/desktop.sh
. "$(dirname "$0")/desktop.sh"

mib=${MAKER_BENCH_MIB:-1024}
rounds=${MAKER_BENCH_ROUNDS:-7}
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
  say "Uploading $mib MiB $rounds times, in turns with curl"
  local round
  : >"$run_dir/rounds"
  for round in $(seq "$rounds"); do
    timed maker by_maker "$round"
    open_session
    timed curl by_curl
  done
  mkdir -p "$out"
  jq -s --argjson mib "$mib" --arg profile "$profile" --arg machine "$(machine)" '
    def median: sort | .[length / 2 | floor];
    def of($who): map(select(.who == $who)) | { wall_s: (map(.wall) | median), cpu_s: (map(.user + .system) | median | . * 1000 | round / 1000) };
    def hundredths: . * 100 | round / 100;
    of("maker") as $maker | of("curl") as $curl |
    { machine: $machine, profile: $profile, size_mib: $mib, rounds: (length / 2), maker: $maker, curl: $curl,
      maker_mib_per_s: ($mib / $maker.wall_s | round), curl_mib_per_s: ($mib / $curl.wall_s | round),
      wall_ratio: ($maker.wall_s / $curl.wall_s | hundredths), cpu_ratio: ($maker.cpu_s / $curl.cpu_s | hundredths) }
  ' "$run_dir/rounds" | tee "$out/upload.json"
  note "Written to bench/out/upload.json"
}

# timed WHO COMMAND...: what the command cost, with all of its children, as a line of JSON.
timed() {
  local who=$1 code=0 TIMEFORMAT='{"wall":%R,"user":%U,"system":%S}'
  shift
  { time "$@" >"$run_dir/last.out" 2>"$run_dir/last.err"; } 2>"$run_dir/time" || code=$?
  [ "$code" -eq 0 ] || die "$who ended with code $code: $(tail -n 3 "$run_dir/last.err" "$run_dir/last.out")"
  jq -c --arg who "$who" '. + { who: $who }' "$run_dir/time" >>"$run_dir/rounds"
}

by_maker() {
  "$programs/maker" --json publish "$run_dir/large.mp4" --to youtube --title "A large file $1" \
    --privacy private --made-for-kids no --ai-made no
}

# A session for curl: its opening is not part of what is timed.
open_session() {
  local youtube admin
  youtube=$(jq -r .youtube "$run_dir/simulator.json")
  admin=$(jq -r .admin "$run_dir/simulator.json")
  token=$(curl -fsS "$admin/token" -H 'content-type: application/json' \
    -d '{"platform":"youtube","scopes":["youtube.upload"]}' | jq -r .access_token)
  session=$(curl -fsS -o /dev/null -D - "$youtube/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status" \
    -H "authorization: Bearer $token" -H 'content-type: application/json' -H 'x-upload-content-type: video/mp4' \
    -H "x-upload-content-length: $(stat -c %s "$run_dir/large.mp4")" \
    -d '{"snippet":{"title":"By curl","categoryId":"22"},"status":{"privacyStatus":"private"}}' |
    awk 'tolower($1) == "location:" { print $2 }' | tr -d '\r')
}

# The same protocol in its plainest form: one PUT of the whole file, and nothing else.
by_curl() {
  curl -fsS -o /dev/null -T "$run_dir/large.mp4" -H "authorization: Bearer $token" -H 'content-type: video/mp4' "$session"
}

machine() {
  printf '%s, %s cores, %s GiB' "$(awk -F ': ' '/model name/ { print $2; exit }' /proc/cpuinfo)" "$(nproc)" \
    "$(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)"
}

main
