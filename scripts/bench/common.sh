# What the benchmarks beside it share: a desk of its own for each, large files that take no disk, and the meter.
# Sourced by scripts/bench.sh after lib.sh and desktop.sh.
# shellcheck shell=bash

rounds=${MAKER_BENCH_ROUNDS:-7}
scale=${MAKER_BENCH_SCALE:-1}
profile=${MAKER_BENCH_PROFILE:-release}
out=$root/bench/out
programs=$target_dir/$profile
# Sockets want a short path; what is written by the program under test wants a disk, which /tmp is not everywhere.
run_dir=$(mktemp -d "${TMPDIR:-/tmp}/maker-bench.XXXXXX")
mkdir -p "$target_dir"
disk_dir=$(mktemp -d "$target_dir/bench.XXXXXX")

mib=$((1024 * 1024))
gib=$((1024 * mib))

# scaled BYTES: the size of this run, in bytes.
scaled() { echo $(($1 / scale)); }

make_seed_video() {
  ffmpeg -v error -y -f lavfi -i "testsrc2=s=1280x720:d=2" -c:v libx264 -preset veryfast -pix_fmt yuv420p \
    -movflags +faststart "$run_dir/seed.mp4"
}

# video FILE BYTES: a video of exactly that size. All but its beginning is a hole: a box of free space, which is four
# letters and its length in 64 bits (ISO/IEC 14496-12 section 4.2).
video() {
  local file=$1 bytes=$2 seed
  cp "$run_dir/seed.mp4" "$file"
  seed=$(stat -c %s "$file")
  printf '\x00\x00\x00\x01free' >>"$file"
  printf '%016x' $((bytes - seed)) | sed 's/../\\x&/g' | xargs -0 printf '%b' >>"$file"
  truncate -s "$bytes" "$file"
}

# new_desk NAME: an empty data folder on a disk, and no sign-in.
new_desk() {
  desk=$disk_dir/$1
  mkdir -p "$desk"
  export MAKER_STUDIO_DATA_DIR=$desk/data MAKER_STUDIO_CONFIG=$desk/platforms.toml XDG_DATA_HOME=$run_dir/share
  mkdir -p "$MAKER_STUDIO_DATA_DIR" "$XDG_DATA_HOME"
}

# start_sink FLAGS...: the platform that discards; its address is in `youtube`.
start_sink() {
  "$programs/maker-bench" sink --write-config "$MAKER_STUDIO_CONFIG" "$@" >"$desk/sink.json" 2>"$desk/sink.log" &
  started+=($!)
  wait_until 20 "the sink" test -s "$desk/sink.json"
  youtube=$(jq -r .youtube "$desk/sink.json")
}

start_simulator() {
  "$programs/maker-simulator" --processing-ms 0 --write-config "$MAKER_STUDIO_CONFIG" \
    >"$desk/simulator.json" 2>"$desk/simulator.log" &
  started+=($!)
  wait_until 20 "the simulator" test -s "$desk/simulator.json"
}

# connect PLATFORM: signs in as a person would, with the answer written into the address instead of clicked.
connect() {
  "$programs/maker" --json connect "$1" --no-browser >"$desk/connect.json" 2>"$desk/connect.log" &
  local sign_in=$!
  wait_until 20 "the sign-in's address" test -s "$desk/connect.json"
  curl -fsSL "${trust[@]}" -o /dev/null "$(head -n 1 "$desk/connect.json" | jq -r .authorize_url)&simulator_answer=allow"
  wait "$sign_in" || die "the sign-in failed: $(cat "$desk/connect.log")"
  rm "$desk/connect.json"
}

# What curl needs to trust the sink.
trust=()

# metered WHO COMMAND...: runs it and adds what it cost to `$desk/rounds`.
metered() {
  local who=$1
  shift
  "$programs/maker-bench" measure --to "$desk/rounds" --who "$who" -- "$@" >"$desk/last.out" 2>"$desk/last.err" ||
    die "$who ended badly: $(tail -n 3 "$desk/last.err" "$desk/last.out")"
}

# publish FILE TITLE [PLATFORMS]: the arguments of `maker` that publish it, in `publish`.
publish_arguments() {
  publish=("$programs/maker" --json publish "$1" --title "$2" --to "${3:-youtube}" --privacy public
    --made-for-kids no --ai-made no --yes-tiktok-terms)
}

# open_session BYTES: a session for curl, whose opening is not part of what is measured.
open_session() {
  session=$(curl -fsS "${trust[@]}" -o /dev/null -D - -X POST "$youtube/upload/youtube/v3/videos?uploadType=resumable" \
    -H 'content-type: application/json' -H "x-upload-content-length: $1" -d '{}' |
    awk 'tolower($1) == "location:" { print $2 }' | tr -d '\r')
}

# against_curl FILE: publishes it and puts it by curl, in turns.
against_curl() {
  local file=$1 round bytes
  bytes=$(stat -c %s "$file")
  : >"$desk/rounds"
  for round in $(seq "$rounds"); do
    publish_arguments "$file" "Round $round"
    metered maker "${publish[@]}"
    open_session "$bytes"
    metered curl curl -fsS "${trust[@]}" -o /dev/null -T "$file" "$session"
  done
}

machine() {
  printf '%s, %s cores, %s GiB' "$(awk -F ': ' '/model name/ { print $2; exit }' /proc/cpuinfo)" "$(nproc)" \
    "$(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)"
}

# report NAME FILTER [JQ ARGUMENTS...]: what the filter makes of the rounds, with the machine, into bench/out/NAME.json.
# The filter may use median, of(WHO), thousandths and hundredths.
report() {
  local name=$1 filter=$2
  shift 2
  jq -s --arg machine "$(machine)" --arg profile "$profile" --argjson scale "$scale" "$@" '
    def median: sort | .[length / 2 | floor];
    def of($who): map(select(.who == $who));
    def thousandths: . * 1000 | round / 1000;
    def hundredths: . * 100 | round / 100;
    { machine: $machine, profile: $profile } + (if $scale == 1 then {} else { scaled_down_by: $scale } end)
      + ('"$filter"')' "$desk/rounds" | tee "$out/$name.json"
  note "Written to bench/out/$name.json"
}

# The filter for a file that was published and put by curl in turns.
# shellcheck disable=SC2034,SC2016
curl_filter='
  def side($who): of($who) | { wall_s: (map(.wall) | median | thousandths), cpu_s: (map(.cpu) | median | thousandths) };
  side("maker") as $maker | side("curl") as $curl |
  { bytes: $bytes, rounds: (length / 2), maker: $maker, curl: $curl,
    maker_mib_per_s: ($bytes / 1048576 / $maker.wall_s | round), curl_mib_per_s: ($bytes / 1048576 / $curl.wall_s | round),
    wall_ratio: ($maker.wall_s / $curl.wall_s | hundredths), cpu_ratio: (if $curl.cpu_s > 0 then $maker.cpu_s / $curl.cpu_s | hundredths else null end) }'
