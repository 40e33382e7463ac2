#!/usr/bin/env bash
# Installs the Debian package (or the one named), opens it by a link as a browser would, and removes it. Needs to be root.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/desktop.sh
. "$(dirname "$0")/desktop.sh"

scheme=app.makerstudio
link=$scheme://open
package=
app=
passed=0
run_dir=$(mktemp -d "${TMPDIR:-/tmp}/maker-package.XXXXXX")

main() {
  [ "$(id -u)" -eq 0 ] || die "installing a package needs root. Use a throw-away machine or container."
  local deb=${1:-$(newest_deb)}
  [ -n "$deb" ] || { scripts/deb.sh && deb=$(newest_deb); }
  local name
  name=$(dpkg-deb -f "$deb" Package)
  ! dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed ||
    die "$name is installed here already; this test would remove it."
  trap finish EXIT
  package=$name
  say "Installing $deb"
  dpkg -i "$deb"
  update-desktop-database -q
  local check
  for check in desktop_entry_passes_links_on link_opens_our_program starts_with_the_link second_link_hands_over; do
    "$check"
    passed=$((passed + 1))
    note "$check: ok"
  done
}

newest_deb() { ls -t "$target_dir"/release/bundle/deb/*.deb 2>/dev/null | head -n 1 || true; }

finish() {
  local code=$?
  trap - EXIT
  [ -z "$app" ] || kill "$app" 2>/dev/null || true
  stop_started
  [ -z "$package" ] || { say "Removing $package" && dpkg -r "$package" >/dev/null; }
  printf '\npackage: %d passed, %d failed\n' "$passed" $((code == 0 ? 0 : 1))
  rm -rf "$run_dir"
  exit "$code"
}

desktop_entry_passes_links_on() {
  local entry
  entry=$(dpkg -L "$package" | grep '\.desktop$')
  desktop-file-validate "$entry" || die "$entry is not a valid desktop entry"
  grep -q '^Exec=.* %u$' "$entry" || die "$entry does not pass links on: its Exec line has no %u"
  grep -q "^MimeType=.*x-scheme-handler/$scheme;" "$entry" || die "$entry does not name our scheme"
}

link_opens_our_program() {
  local handler
  handler=$(HOME=$run_dir xdg-mime query default "x-scheme-handler/$scheme")
  [ -n "$handler" ] && dpkg -L "$package" | grep -q "/$handler\$" || die "links open with '$handler' and not with our program"
}

starts_with_the_link() {
  say "Opening $link"
  start_screen 1280x860
  export HOME=$run_dir XDG_DATA_HOME=$run_dir/share XDG_CONFIG_HOME=$run_dir/config XDG_CACHE_HOME=$run_dir/cache
  mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
  export MAKER_STUDIO_DATA_DIR=$run_dir/data
  start_bus
  start_secret_service
  gio open "$link"
  wait_until 30 "the program to start with the link" find_app
  app=$(find_app)
  wait_until 60 "its window" window_is_up "Maker Studio"
}

second_link_hands_over() {
  gio open "$link"
  wait_until 30 "the second start to hand over and end" one_app
  kill -0 "$app" || die "the first window closed when a second link came"
}

# The processes of the installed program that were given the link. Its own screen tells them from anybody else's.
find_app() {
  local found=() entry
  for entry in /proc/[0-9]*; do
    [ "$(readlink "$entry/exe" 2>/dev/null)" = "$(dpkg -L "$package" | grep '/bin/')" ] || continue
    tr '\0' '\n' <"$entry/environ" 2>/dev/null | grep -qx "DISPLAY=$DISPLAY" || continue
    tr '\0' ' ' <"$entry/cmdline" | grep -q "$link" && found+=("${entry#/proc/}")
  done
  [ ${#found[@]} -gt 0 ] && printf '%s\n' "${found[@]}"
}
one_app() { [ "$(find_app | wc -l)" -eq 1 ]; }

main "$@"
