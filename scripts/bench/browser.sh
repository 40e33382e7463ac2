# The whole window over 10,000 videos, 2,000 drafts and 5,000 posts in a browser: the palette, every screen, typing.
# shellcheck shell=bash
say "browser: 10,000 videos, 2,000 drafts and 5,000 posts"
npm_ready ui
npm --prefix ui run --silent bench:ui
