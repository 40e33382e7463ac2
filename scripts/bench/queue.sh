# The queue with 1,000 and 2,000 rows in a browser: from a key or a click to what is seen. Budget: 100 ms at most.
# shellcheck shell=bash
say "queue: 1,000 and 2,000 rows on the screen"
npm_ready ui
npm --prefix ui run --silent bench:queue
