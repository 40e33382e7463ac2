/**
 * Dragging to put things in order, by the pointer: the window's own dragging belongs to files from outside. Keys and
 * buttons do the same.
 */
import { tick } from "svelte";
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

/** The items while one of them is dragged to a place. */
export function dragged<T extends { id: string }>(items: T[], hold: { id: string; to: number } | undefined): T[] {
  const held = items.find((item) => item.id === hold?.id);
  return held && hold ? items.filter((item) => item !== held).toSpliced(hold.to, 0, held) : items;
}

/** How far Alt and an arrow key move an item; nothing for any other key. */
export function arrowStep({ key, altKey }: KeyboardEvent): -1 | 1 | undefined {
  if (!altKey) return undefined;
  if (key === "ArrowUp" || key === "ArrowLeft") return -1;
  return key === "ArrowDown" || key === "ArrowRight" ? 1 : undefined;
}

/** Moves an item and gives the focus back to what it was moved by: what is moved in the page loses it. */
export async function keepingFocus(on: HTMLElement, move: () => Promise<unknown>): Promise<void> {
  await move();
  await tick();
  if (document.activeElement === document.body) on.focus();
}

/** The place of the item whose middle is nearest to the pointer. */
export function nearest(list: HTMLElement | undefined, x: number, y: number): number {
  const middles = [...(list?.children ?? [])].map((item) => {
    const box = item.getBoundingClientRect();
    return Math.hypot(x - (box.left + box.width / 2), y - (box.top + box.height / 2));
  });
  return Math.max(0, middles.indexOf(Math.min(...middles)));
}
