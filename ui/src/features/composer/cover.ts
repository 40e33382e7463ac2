/** How keys move the cover moment: a tenth of a second at a time, a whole one with Shift. */
import { isRightToLeft } from "../../words/fluent.svelte";

export const STEP_MS = 100;
const LEAP_MS = 1_000;
const PAGE_MS = 5_000;

/** Where a key leads from `atMs` in a film that ends at `endMs`; nothing for keys that are not about it. */
export function scrub(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  atMs: number,
  endMs: number,
): number | null {
  const by = shiftKey ? LEAP_MS : STEP_MS;
  const on = isRightToLeft() ? -by : by;
  const to: Record<string, number> = {
    ArrowRight: atMs + on,
    ArrowUp: atMs + by,
    ArrowLeft: atMs - on,
    ArrowDown: atMs - by,
    PageUp: atMs + PAGE_MS,
    PageDown: atMs - PAGE_MS,
    Home: 0,
    End: endMs,
  };
  const next = to[key];
  return next === undefined ? null : Math.min(endMs, Math.max(0, next));
}

/** Such as `0:12.3` or `1:02:03.0`. */
export function momentInWords(ms: number): string {
  const tenths = Math.round(ms / STEP_MS);
  const [h, m, s] = [Math.floor(tenths / 36_000), Math.floor((tenths % 36_000) / 600), (tenths % 600) / 10];
  const seconds = s.toFixed(1).padStart(4, "0");
  return h > 0 ? `${h}:${String(m).padStart(2, "0")}:${seconds}` : `${m}:${seconds}`;
}
