/**
 * Dragging to put things in order, by the pointer: the window's own dragging belongs to files from outside. Keys and
 * buttons do the same.
 */
import type { Attachment } from "svelte/attachments";

/** So far a pointer moves before it is a drag and not a click, in pixels. */
const SLACK_PX = 6;

export interface Dragging {
  /** The item is being dragged and would go to this place. */
  over: (to: number) => void;
  /** It was dropped there. */
  drop: (to: number) => void;
  /** It is where it was. */
  cancel: () => void;
}

/** Makes an element the handle by which its item is dragged among the children of `list`. */
export const handle =
  (list: () => HTMLElement | undefined, { over, drop, cancel }: Dragging): Attachment<HTMLElement> =>
  (element) => {
    let start: { x: number; y: number } | undefined;
    let to: number | undefined;

    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      start = { x: event.clientX, y: event.clientY };
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (!start) return;
      const far = Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLACK_PX;
      if (to === undefined && !far) return;
      to = nearest(list(), event.clientX, event.clientY);
      over(to);
    };
    const end = (event: PointerEvent) => {
      if (start && to !== undefined && event.type === "pointerup") drop(to);
      else if (start) cancel();
      start = to = undefined;
    };
    // A drag is no press of the handle.
    const click = (event: MouseEvent) => event.detail > 0 && event.preventDefault();
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || to === undefined) return;
      event.stopPropagation();
      start = to = undefined;
      cancel();
    };

    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", end);
    element.addEventListener("pointercancel", end);
    element.addEventListener("click", click);
    addEventListener("keydown", escape, true);
    return () => {
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", end);
      element.removeEventListener("pointercancel", end);
      element.removeEventListener("click", click);
      removeEventListener("keydown", escape, true);
    };
  };

/** The place of the item whose middle is nearest to the pointer. */
export function nearest(list: HTMLElement | undefined, x: number, y: number): number {
  const middles = [...(list?.children ?? [])].map((item) => {
    const box = item.getBoundingClientRect();
    return Math.hypot(x - (box.left + box.width / 2), y - (box.top + box.height / 2));
  });
  return Math.max(0, middles.indexOf(Math.min(...middles)));
}
