/** A queue that answers as the real one does: acts change the rows, and the window is told that they changed. */
import type { DeliveryView } from "../src/ipc";
import type { FakeCore } from "../src/ipc/fake";

const rest = { speed_bytes_s: null, left_s: null };

export function liveQueue(core: FakeCore): void {
  const { overview } = core.world;
  const tell = () => core.emit("changed", { tables: ["deliveries"] });
  const change = (which: (d: DeliveryView) => boolean, part: Partial<DeliveryView>) => {
    const count = overview.deliveries.filter(which).length;
    overview.deliveries = overview.deliveries.map((d) => (which(d) ? { ...d, ...part } : d));
    tell();
    return count;
  };
  const moves: DeliveryView["actions"] = ["MOVE_UP", "MOVE_DOWN"];
  const paused: Partial<DeliveryView> = {
    ...rest,
    state: { state: "PAUSED" },
    group: "WAITING",
    actions: ["RESUME", "CANCEL", ...moves],
  };
  const waiting: Partial<DeliveryView> = {
    ...rest,
    state: { state: "WAITING", why: "TURN", until: null },
    group: "WAITING",
    actions: ["PAUSE", "CANCEL", ...moves],
  };
  const cancelled: Partial<DeliveryView> = {
    ...rest,
    state: { state: "CANCELLED" },
    group: "DONE",
    actions: ["UNDO_CANCEL", "DISMISS"],
  };
  const can = (action: DeliveryView["actions"][number]) => (d: DeliveryView) => d.actions.includes(action);
  const move = (by: -1 | 1) => (id: string) => {
    const all = overview.deliveries;
    const line = all.filter((d) => d.group === "WAITING");
    const row = line.find((d) => d.id === id);
    const other = row && line[line.indexOf(row) + by];
    if (!row || !other) return null;
    overview.deliveries = all.map((d) => (d === row ? other : d === other ? row : d));
    tell();
    return null;
  };
  core
    .answer("pause", (id) => change((d) => d.id === id, paused))
    .answer("resume", (id) => change((d) => d.id === id, waiting))
    .answer("cancel", (id) => change((d) => d.id === id, cancelled))
    .answer("undoCancel", (id) => change((d) => d.id === id, waiting))
    .answer("pauseAll", () => change(can("PAUSE"), paused))
    .answer("resumeAll", () => change(can("RESUME"), waiting))
    .answer("moveUp", move(-1))
    .answer("moveDown", move(1))
    .answer("dismiss", (id) => {
      overview.deliveries = overview.deliveries.filter((d) => d.id !== id);
      tell();
    });
}
