# A maker's page and the same as JSON, out of memory: how many a second, and how long one takes at half of that. The maker has
# 20 services, 50 posts and 200 videos in a SQLite file; who asks is on the same computer and takes its share of it.
# Targets: 5,000 answers a second on 2 cores, 99 of 100 within 20 ms at half of that; told as well for half of what it gives.
# shellcheck shell=bash
say "public: a maker's page and its JSON"
# shellcheck source=scripts/shop.sh
. scripts/shop.sh
new_desk public
seconds=${MAKER_BENCH_SECONDS:-10}
start_backend "$programs/maker-server" "$desk"
sign_up amina
fill_shop
: >"$desk/rounds"

# load WHO PATH ARGUMENTS...: as many as it gives, then half as many and half of the target, each with its moment.
load() {
  local who=$1 address=$backend$2 half
  shift 2
  "$programs/maker-bench" load --url "$address" --to "$desk/rounds" --who "$who" --seconds "$seconds" "$@"
  half=$(tail -n 1 "$desk/rounds" | jq '.per_s / 2')
  "$programs/maker-bench" load --url "$address" --to "$desk/rounds" --who "$who-half" --seconds "$seconds" --rate "$half" "$@"
  "$programs/maker-bench" load --url "$address" --to "$desk/rounds" --who "$who-target" --seconds "$seconds" --rate 2500 "$@"
}

load page "/m/$workspace" --header "accept-encoding: gzip"
load json "/v1/makers/$workspace" --header "accept-encoding: gzip"
load page-plain "/m/$workspace"
tag=$(curl -fsS -o /dev/null -D - "$backend/m/$workspace" | awk 'tolower($1) == "etag:" { print $2 }' | tr -d '\r')
load unchanged "/m/$workspace" --header "if-none-match: $tag" --status 304

report public '
  def whole($who): of($who)[0] | { per_s: (.per_s | round), bytes: .bytes_each };
  def paced($who): of($who)[0] | { per_s: (.asked_per_s | round), p50_ms: (.p50_ms | hundredths), p99_ms: (.p99_ms | hundredths), max_ms: (.max_ms | hundredths) };
  def figures($who): whole($who) + { at_half: paced("\($who)-half"), at_half_of_the_target: paced("\($who)-target") };
  { seconds: $seconds, page_gzip: figures("page"), json_gzip: figures("json"), page_plain: figures("page-plain"),
    unchanged_304: figures("unchanged") }' --argjson seconds "$seconds"
