# 2,000 devices that listen for changes and hear of none, from 20 addresses: resident memory of the backend. Target: 300 MB.
# shellcheck shell=bash
say "listeners: 2,000 that listen"
# shellcheck source=scripts/shop.sh
. scripts/shop.sh
new_desk listeners
# The backend has the limit that a process usually starts with, and raises it by itself; who opens the other ends needs more.
# shellcheck disable=SC2034
listeners=$(scaled 2000)
ulimit -S -n 1024
start_backend "$programs/maker-server" "$desk"
ulimit -S -n "$(ulimit -H -n)"
[ "$(ulimit -n)" = unlimited ] || [ "$(ulimit -n)" -ge 2500 ] || die "the system allows $(ulimit -n) open files: 2,500 are needed"
# A person holds 32 streams at most.
for n in $(seq 63); do
  sign_up "person-$n" --interface "127.0.0.$((2 + n % 20))"
  printf '%s %s\n' "$token" "$workspace" >>"$desk/tokens"
done
: >"$desk/rounds"
"$programs/maker-bench" listen --backend "$backend" --pid "$backend_id" --tokens "$desk/tokens" --listeners "$listeners" \
  --settle-seconds 30 --to "$desk/rounds"
report listeners '
  .[0] | { listeners, addresses, opened_s: (.opened_s | hundredths), rss_mb_before: (.rss_kib_before * 1024 / 1e6 | hundredths),
    rss_mb: (.rss_kib * 1024 / 1e6 | hundredths), kib_each: ((.rss_kib - .rss_kib_before) / .listeners | hundredths) }'
