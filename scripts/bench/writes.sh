# What the program itself writes to the disk while it uploads 10 GB: write_bytes of its process, with the data folder on a
# real disk. Target: less than 1 MB.
# shellcheck shell=bash
say "writes: a file of 10 GB"
new_desk writes
filesystem=$(stat -f -c %T "$desk")
[ "$filesystem" != tmpfs ] || die "$desk is no disk: set CARGO_TARGET_DIR to a folder on one"
start_sink
connect youtube
video "$desk/large.mp4" "$(scaled 10000000000)"
: >"$desk/rounds"
for round in 1 2 3; do
  publish_arguments "$desk/large.mp4" "Round $round"
  metered maker "${publish[@]}"
done
report writes '
  { rounds: length, filesystem: $filesystem, written_bytes: (map(.write_bytes) | median),
    written_bytes_most: (map(.write_bytes) | max), upload_s: (map(.wall) | median | hundredths) }' \
  --arg filesystem "$filesystem"
