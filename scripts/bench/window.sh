# The real window over 10,000 videos, 2,000 drafts and 5,000 posts in its database: its start, the palette, every screen, typing.
# shellcheck shell=bash
say "window: 10,000 videos, 2,000 drafts and 5,000 posts"
[ -e ui/dist/index.html ] || build_ui
flags=()
[ "$profile" = debug ] || flags+=(--release)
cargo build --locked "${flags[@]}" --workspace
desk=$disk_dir/window
mkdir -p "$desk"
MAKER_BENCH_RESULTS=$desk/rounds cargo test --locked "${flags[@]}" --workspace --test e2e -- \
  --ignored --nocapture --test-threads=1 the_window_of_a_maker_of_long_standing
report window '.[0]'
