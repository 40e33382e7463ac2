# What a queue of 1,000 deliveries costs while nothing can move: processor time over 20 seconds. Target: 0.5 %.
# Two ways to wait: until a time that is far away, watched by `maker resume`; and behind an upload that crawls, where the
# engine sees all of them each time it looks for what to do next.
# shellcheck shell=bash
say "idle: 1,000 queued deliveries"
new_desk idle
start_sink --bytes-per-second 20000
connect youtube
video "$desk/small.mp4" $((4 * mib))
: >"$desk/rounds"

# in_queue SQL: changes the database of the desk, which nothing else has open.
in_queue() { sqlite3 "$MAKER_STUDIO_DATA_DIR/studio.db" "$1"; }

# A delivery that waits, made by the program itself: it is asked to stop before its upload can end.
publish_arguments "$desk/small.mp4" "Original"
"${publish[@]}" --wait 1 >"$desk/last.out" 2>"$desk/last.err" || [ $? -eq 4 ] || die "$(cat "$desk/last.err")"

# A thousand copies of it, each a publication of its own, as if they had been published after it. Their ids have the form
# of the program's own, and no two are alike.
copies() {
  in_queue "
    CREATE TEMP TABLE numbers AS
      WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000) SELECT n FROM c;
    CREATE TEMP TABLE copied AS SELECT publications.*, n FROM publications, numbers;
    UPDATE copied SET draft_id = NULL, id = printf('01900000-0000-7000-8000-%012x', n);
    ALTER TABLE copied DROP COLUMN n;
    INSERT INTO publications SELECT * FROM copied;
    CREATE TEMP TABLE waiting AS SELECT deliveries.*, n FROM deliveries, numbers;
    UPDATE waiting SET publication_id = printf('01900000-0000-7000-8000-%012x', n),
      id = printf('01900000-0001-7000-8000-%012x', n), state = 'WAITING', intent = NULL, remote_id = NULL,
      detail = '{\"state\":\"WAITING\",\"why\":\"TURN\",\"until\":null}', confirmed_bytes = 0, failures = 0;
    ALTER TABLE waiting DROP COLUMN n;
    INSERT INTO deliveries SELECT * FROM waiting;
    UPDATE deliveries SET lease_owner = NULL, lease_until = NULL;"
}

idle_cost() {
  "$programs/maker-bench" measure --to "$desk/rounds" --who "$1" --settle-seconds 4 --for-seconds 20 -- "${@:2}" \
    >"$desk/last.out" 2>"$desk/last.err" || die "$1: $(tail -n 3 "$desk/last.err")"
}

copies
# First: all wait for a time that is far away.
in_queue "UPDATE deliveries SET not_before = 4102444800000"
idle_cost waiting "$programs/maker" --json resume --wait 60
# Second: one crawls, the others wait for their turn behind it.
in_queue "UPDATE deliveries SET not_before = NULL, lease_owner = NULL, lease_until = NULL"
publish_arguments "$desk/small.mp4" "Crawls"
idle_cost behind "${publish[@]}" --wait 60

report idle '
  { deliveries: 1000, seconds: 20, cpu_percent_waiting: (of("waiting")[0].cpu_percent | hundredths),
    cpu_percent_behind_an_upload: (of("behind")[0].cpu_percent | hundredths) }'
