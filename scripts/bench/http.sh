# 1 GiB over plain HTTP, in turns with `curl -T` to the same sink. Targets: 1.15 times its wall time, 1.5 times its
# processor time; signing, asking and following included.
# shellcheck shell=bash
say "http: 1 GiB in the clear, $rounds times in turns with curl"
new_desk http
start_sink
connect youtube
bytes=$(scaled "$gib")
video "$desk/large.mp4" "$bytes"
against_curl "$desk/large.mp4"
report http "$curl_filter" --argjson bytes "$bytes"
