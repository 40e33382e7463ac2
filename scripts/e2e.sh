#!/usr/bin/env bash
# Drives the real window through WebDriver, on a virtual screen and a private message bus.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

[ -e ui/dist/index.html ] || build_ui
cargo build --locked -p maker-studio -p maker-cli -p maker-server -p maker-simulator
export GDK_BACKEND=x11 LIBGL_ALWAYS_SOFTWARE=1 WEBKIT_DISABLE_DMABUF_RENDERER=1
unset WAYLAND_DISPLAY
# One window at a time: they share the screen and its focus.
exec xvfb-run -a -s "-screen 0 1280x860x24" dbus-run-session -- \
  cargo test --locked -p maker-studio --test e2e -- --test-threads=1 "$@"
