# Steps that are run one after the other, whatever happens to those before, and counted at the end. Sourced after lib.sh.
# shellcheck shell=bash

passed=0
failed=0
results=()

# step NAME COMMAND...
step() {
  local name=$1 began=$SECONDS word=passed
  shift
  say "$name"
  if ("$@"); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    word=FAILED
  fi
  results+=("$(printf '%-44s %-6s %5d s' "$name" "$word" $((SECONDS - began)))")
  [ "$word" = passed ] && printf '%s: 1 passed, 0 failed\n' "$name" || printf '%s: 0 passed, 1 failed\n' "$name"
}

# finish_steps: the table, one line to read by program, and the exit code.
finish_steps() {
  say "Steps"
  printf '    %s\n' "${results[@]}"
  printf '\nsteps: %d passed, %d failed\n' "$passed" "$failed"
  if [ "$failed" -eq 0 ]; then
    printf '\nAll is well.\n'
  else
    printf '\nSomething is wrong: look for the first FAILED step above.\n'
    exit 1
  fi
}

ui() { npm --prefix ui run --silent "$1"; }

clippy() { cargo clippy --locked --workspace --all-targets -- -D warnings; }

# The tool is built once and kept: it takes some minutes.
deny() {
  local tools=$cache_dir/tools
  PATH=$tools/bin:$PATH
  if ! have cargo-deny; then
    say "Building cargo-deny into $tools (once)"
    cargo install cargo-deny --version 0.20.2 --locked --quiet --root "$tools" || return 1
  fi
  cargo deny --locked --workspace check bans licenses sources || return 1
  advisories
}

# Known holes need a database that is fetched; a machine without one must say so, and must not call it a pass.
advisories() {
  if compgen -G "${CARGO_HOME:-$HOME/.cargo}/advisory-dbs/*" >/dev/null; then
    cargo deny --locked --workspace check --disable-fetch advisories
  else
    note "SKIPPED: known security holes were not looked up. Run \`cargo deny check advisories\` where GitHub can be reached."
  fi
}
