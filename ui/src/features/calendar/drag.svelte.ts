/** Dragging onto a day, with the pointer alone: the keys and the dialog do the same without it. */
import type { Check, Movable } from "./moves";

/** So far the pointer must go before it is a drag and not a press. */
const FAR = 6;

export class Drag {
  /** What is being dragged, where the pointer is, and over which day. */
  now = $state.raw<{ what: Movable; x: number; y: number; day: string | null; check: Check }>();
  /** The press that ended a drag must not open what was dragged. */
  #justEnded = false;

  /** Follows a press on something that can be moved. */
  begin(
    event: PointerEvent,
    what: Movable,
    look: (what: Movable, day: string) => Check,
    drop: (what: Movable, day: string) => unknown,
  ): void {
    this.#justEnded = false;
    if (event.button !== 0 || what.fixed) return;
    const from = { x: event.clientX, y: event.clientY };
    const ends = new AbortController();
    const follow = (e: PointerEvent) => {
      if (!this.now && Math.hypot(e.clientX - from.x, e.clientY - from.y) < FAR) return;
      const day =
        document.elementFromPoint(e.clientX, e.clientY)?.closest<HTMLElement>("[data-day]")?.dataset.day ?? null;
      const check = day && day !== this.now?.day ? look(what, day) : day ? (this.now?.check ?? {}) : {};
      this.now = { what, x: e.clientX, y: e.clientY, day, check };
      e.preventDefault();
    };
    const end = (dropped: boolean) => {
      ends.abort();
      const { now } = this;
      this.now = undefined;
      this.#justEnded = now !== undefined;
      if (dropped && now?.day) void drop(what, now.day);
    };
    const options = { signal: ends.signal };
    addEventListener("pointermove", follow, options);
    addEventListener("pointerup", () => end(true), options);
    addEventListener("pointercancel", () => end(false), options);
    addEventListener("keydown", (e) => e.key === "Escape" && end(false), options);
  }

  /** Whether this click belongs to a drag. One by keys never does. */
  ended({ detail }: MouseEvent): boolean {
    const ended = this.#justEnded && detail > 0;
    this.#justEnded = false;
    return ended;
  }
}
