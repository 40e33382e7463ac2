# How soon the first byte of a 10 GB file is at the platform, with a live sign-in: from the start of the command, and from
# the moment the delivery is in the queue, which is what pressing Publish in the window is. Target: 150 ms.
# shellcheck shell=bash
say "first-byte: a file of 10 GB, $rounds times"
new_desk first-byte
start_sink
connect youtube
video "$desk/large.mp4" "$(scaled 10000000000)"
: >"$desk/rounds"
for round in $(seq "$rounds"); do
  publish_arguments "$desk/large.mp4" "Round $round"
  metered maker "${publish[@]}"
  first_byte_us=$(curl -fsS "$youtube/last-upload" | jq .first_byte_us)
  queued_ms=$(sqlite3 "$MAKER_STUDIO_DATA_DIR/studio.db" "SELECT max(created_at) FROM deliveries")
  jq -c ". + { first_byte_us: $first_byte_us, queued_ms: $queued_ms }" <<<"$(tail -n 1 "$desk/rounds")" >>"$desk/seen"
done
mv "$desk/seen" "$desk/rounds"
report first-byte '
  { rounds: length,
    ms_from_queued: (map(.first_byte_us / 1000 - .queued_ms) | median | hundredths),
    ms_from_queued_most: (map(.first_byte_us / 1000 - .queued_ms) | max | hundredths),
    ms_from_start_of_process: (map((.first_byte_us - .began_us) / 1000) | median | hundredths) }'
