#!/usr/bin/env bash
# Measures Maker Studio against `curl` and against its own promises; writes bench/out/NAME.json with the machine's name.
# Without arguments all run in turn; with arguments those named, also a part of one (browser and window are those of ui).
# MAKER_BENCH_ROUNDS=N sets how many paired rounds there are (7), MAKER_BENCH_PROFILE=debug measures without a release build,
# and MAKER_BENCH_SCALE=N divides all sizes by N, to see in a minute that the benchmarks themselves work.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/desktop.sh
. "$(dirname "$0")/desktop.sh"
# shellcheck source=scripts/bench/common.sh
. "$(dirname "$0")/bench/common.sh"

all=(http https memory first-byte writes line idle queue ui sync public listeners)
# These need the interface and a browser, and none of our programs.
of_the_interface=" queue browser "

# What the programs need that are measured.
make_ready() {
  scripts/setup.sh
  say "Building ($profile)"
  local flags=()
  [ "$profile" = debug ] || flags+=(--release)
  cargo build --locked "${flags[@]}" -p maker-cli -p maker-simulator -p maker-server -p maker-bench -p maker-sync-torture
  make_seed_video
  start_bus
  start_secret_service
}

main() {
  local names=("$@") name
  [ ${#names[@]} -gt 0 ] || names=("${all[@]}")
  for name in "${names[@]}"; do
    [ -e "scripts/bench/$name.sh" ] || die "there is no benchmark \"$name\": ${all[*]}"
  done
  trap 'stop_started; rm -rf "$run_dir" "$disk_dir"' EXIT
  trap 'exit 130' INT TERM
  mkdir -p "$out"
  for name in "${names[@]}"; do
    case $of_the_interface in *" $name "*) continue ;; esac
    make_ready
    break
  done
  for name in "${names[@]}"; do
    # Each may define what it likes and start what it needs; both end with it.
    (
      started=()
      trap 'stop_started' EXIT
      . "scripts/bench/$name.sh"
    )
  done
}

main "$@"
