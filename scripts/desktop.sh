# A desktop for machines that have none: a screen, a message bus and a password store, all private and stopped at the end.
# Sourced after lib.sh. The caller sets `run_dir`, a short folder for sockets and logs.
# shellcheck shell=bash

bus_call() {
  gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
    --method "org.freedesktop.DBus.$1" "${@:2}"
}
secret_service_runs() { bus_call NameHasOwner org.freedesktop.secrets 2>/dev/null | grep -q true; }
secret_service_can_start() { bus_call ListActivatableNames 2>/dev/null | grep -q "'org.freedesktop.secrets'"; }
screen_is_there() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

start_screen() {
  local size=$1
  Xvfb -displayfd 5 -screen 0 "${size}x24" -nolisten tcp 5>"$run_dir/display" >>"$run_dir/xvfb.log" 2>&1 &
  started+=($!)
  wait_until 20 "the virtual screen" test -s "$run_dir/display"
  DISPLAY=:$(tr -d '\n' <"$run_dir/display")
  unset WAYLAND_DISPLAY
  # There is no graphics card behind this screen.
  export DISPLAY GDK_BACKEND=x11 LIBGL_ALWAYS_SOFTWARE=1 WEBKIT_DISABLE_DMABUF_RENDERER=1
}

start_bus() {
  dbus-daemon --session --nofork --nopidfile --print-address=5 5>"$run_dir/bus" >>"$run_dir/dbus.log" 2>&1 &
  started+=($!)
  wait_until 20 "the message bus" test -s "$run_dir/bus"
  DBUS_SESSION_BUS_ADDRESS=$(tr -d '\n' <"$run_dir/bus")
  export DBUS_SESSION_BUS_ADDRESS
}

# An unlocked password store whose files live and die with XDG_DATA_HOME.
start_secret_service() {
  mkdir -p "$run_dir/keyring"
  chmod 700 "$run_dir/keyring"
  printf 'demo' | gnome-keyring-daemon --foreground --unlock --components=secrets \
    --control-directory="$run_dir/keyring" >>"$run_dir/keyring.log" 2>&1 &
  started+=($!)
  wait_until 20 "the password store" secret_service_runs
}

window_is_up() { xwininfo -name "$1" 2>/dev/null | grep -q IsViewable; }

# picture WINDOW FILE: what the window shows, as a PNG.
picture() {
  local place x y width height
  place=$(xwininfo -name "$1")
  x=$(sed -n 's/.*Absolute upper-left X: *//p' <<<"$place")
  y=$(sed -n 's/.*Absolute upper-left Y: *//p' <<<"$place")
  width=$(sed -n 's/.*Width: *//p' <<<"$place")
  height=$(sed -n 's/.*Height: *//p' <<<"$place")
  ffmpeg -v error -y -f x11grab -draw_mouse 0 -video_size "${width}x${height}" -i "$DISPLAY+$x,$y" -frames:v 1 "$2"
}

# A window that has drawn its page: no longer one flat colour, and the same twice in a row.
window_has_drawn() {
  picture "$1" "$run_dir/now.png" || return 1
  local same=1
  [ "$(stat -c %s "$run_dir/now.png")" -gt 15000 ] && cmp -s "$run_dir/now.png" "$run_dir/before.png" && same=0
  mv "$run_dir/now.png" "$run_dir/before.png"
  return $same
}
