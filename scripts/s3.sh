#!/usr/bin/env bash
# Keeps pictures in a bucket: against s3s-fs, a small server that speaks S3, or the one that MAKER_S3_SERVER names (it has to
# take the same options).
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

scripts/setup.sh
tools=$cache_dir/tools
if [ -z "${MAKER_S3_SERVER:-}" ]; then
  MAKER_S3_SERVER=$tools/bin/s3s-fs
  if [ ! -x "$MAKER_S3_SERVER" ]; then
    say "Building s3s-fs into $tools (once)"
    cargo install s3s-fs --version 0.14.1 --features binary --locked --quiet --root "$tools"
  fi
fi
export MAKER_S3_SERVER
say "Pictures in a bucket"
cargo test --locked --workspace --test it -- images::bucket --ignored
