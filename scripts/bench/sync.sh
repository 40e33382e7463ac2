# Rows up from one desk and down to a new one, over real HTTP with real databases on disk; an edit on its way to another
# desk. Targets: 4,000 rows/s up, 20,000 down, 100,000 in 6 s and 50 MB, 60 bytes a row, 2 ms for a pull that finds nothing,
# 50 ms to a desk at the same server and 400 ms at another. Beside it PouchDB with express-pouchdb, where it installs.
# shellcheck shell=bash
say "sync: 10,000 and 100,000 rows, and edits on their way"
mkdir -p "$disk_dir/sync"
: >"$disk_dir/sync/rounds"
for engine in sqlite postgres; do
  for rows in 10000 100000; do
    "$programs/sync-bench" rows --engine "$engine" --rows "$(scaled "$rows")" | tee -a "$disk_dir/sync/rounds"
  done
done
"$programs/sync-bench" latency --edits "$(scaled 100)" | tee "$disk_dir/sync/latency"

pouch=$disk_dir/pouchdb
mkdir -p "$pouch"
cp scripts/bench/pouchdb/measure.mjs "$pouch/"
if (cd "$pouch" && npm install --no-audit --no-fund --no-save --no-package-lock --loglevel=error \
  express@4.21.2 express-pouchdb@4.2.0 pouchdb-node@9.0.0) >"$pouch/npm.log" 2>&1; then
  node "$pouch/measure.mjs" "$pouch/data" "$(scaled 10000)" | tail -n 1 | tee "$disk_dir/sync/pouchdb"
else
  note "PouchDB does not install here: $(tail -n 1 "$pouch/npm.log")"
  echo null >"$disk_dir/sync/pouchdb"
fi
desk=$disk_dir/sync
report sync '{ rows: ., latency: $latency[0], pouchdb: $pouchdb[0] }' \
  --slurpfile latency "$disk_dir/sync/latency" --slurpfile pouchdb "$disk_dir/sync/pouchdb"
