#!/usr/bin/env bash
# Installs what is missing to build, run and test Maker Studio on Debian or Ubuntu. May be run twice.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

rust_wanted=1.95
node_wanted=20.19

# To build the program.
packages=(build-essential pkg-config curl ca-certificates libwebkit2gtk-4.1-dev librsvg2-dev xdg-utils)
# To run the demo and the tests: a screen, a bus and a password store where there are none, videos to publish, and a
# database server's programs (the tests start their own, with its own data).
packages+=(dbus gnome-keyring libsecret-tools libglib2.0-bin desktop-file-utils xvfb x11-utils xdotool webkit2gtk-driver chromium
  fonts-dejavu-core ffmpeg sqlite3 jq postgresql
  gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-libav)

main() {
  if have apt-get; then
    install_packages
  else
    note "This is neither Debian nor Ubuntu: see \"Other systems\" in README.md for what to install."
  fi
  check_rust
  check_node
  npm_ready ui
  note "Everything that is needed is here."
}

install_packages() {
  local missing=() name
  for name in "${packages[@]}"; do
    dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  have node || missing+=(nodejs npm)
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing ${#missing[@]} system packages: ${missing[*]}"
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    die "these packages need an administrator. Ask for: apt-get install ${packages[*]}"
  fi
}

check_rust() {
  # rustup keeps tools in a folder that a new shell may not look into yet.
  if ! have cargo && [ -x "$HOME/.cargo/bin/cargo" ]; then
    die "Rust is installed but not on the PATH. Run: . \"\$HOME/.cargo/env\""
  fi
  have cargo || die "Rust is missing. Install it from https://rustup.rs (one command), then run this again."
  local version
  # With rustup this also fetches the version that rust-toolchain.toml names.
  version=$(rustc --version 2>/dev/null | cut -d ' ' -f 2) ||
    die "Rust $rust_wanted is not installed. Run: rustup toolchain install"
  at_least "$version" "$rust_wanted" ||
    die "Rust $version is too old: $rust_wanted or newer is needed. Run: rustup update, or install rustup from https://rustup.rs"
  note "Rust $version"
}

check_node() {
  have node || die "Node.js is missing. Install $node_wanted or newer from https://nodejs.org, then run this again."
  local version
  version=$(node --version)
  at_least "${version#v}" "$node_wanted" ||
    die "Node.js $version is too old: $node_wanted or newer is needed. Install it from https://nodejs.org (Debian 12 has an older one)."
  note "Node.js ${version#v}"
}

say "Looking for what Maker Studio needs"
main
