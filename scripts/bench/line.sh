# A line of 100 Mbit/s whose every answer comes 80 ms late, made inside the sink: it reads no faster and answers no sooner.
# 64 MiB in turns with one plain `curl -T` over the same line. Target: 1.15 times its wall time.
# shellcheck shell=bash
say "line: 64 MiB over 100 Mbit/s with 80 ms to each answer, $rounds times in turns with curl"
new_desk line
start_sink --bytes-per-second 12500000 --answer-delay-ms 80
connect youtube
bytes=$(scaled $((64 * mib)))
video "$desk/large.mp4" "$bytes"
against_curl "$desk/large.mp4"
report line "$curl_filter" --argjson bytes "$bytes"
