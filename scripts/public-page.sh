#!/usr/bin/env bash
# Looks at the pages that the backend shows to people, in a browser: accessibility, width, what they ask for and of whom.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/shop.sh
. "$(dirname "$0")/shop.sh"

npm_ready ui
cargo build --locked --workspace
folder=$(mktemp -d "${TMPDIR:-/tmp}/maker-page.XXXXXX")
trap 'stop_started; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
start_backend "$target_dir/debug/maker-server" "$folder"
sign_up amina
fill_shop
shop=/m/$workspace
sign_up odd
fill_odd_shop
odd=/m/$workspace
video=$odd/videos/01994000-0000-7000-8000-000000000000
wait_until 10 "the comments" bash -c "curl -fsS '$backend$video' | grep -q 'First!'"
sign_up new
push '[op("makers"; $workspace; { name: "🍵", created_at: start, updated_at: start })]'
node ui/scripts/public-page.mjs "$backend" "$shop" "$shop/videos" "$shop/posts" "$odd" "$odd/services" "$odd/links" "$video" "/m/$workspace" /m/nobody
