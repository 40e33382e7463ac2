/** Two writers of one draft, field by field. */
import type { DraftFields } from "../../ipc";

/**
 * What `mine` and `theirs` have made of `base`, the last that both knew: a field that was changed here stays as it is
 * here, every other one is as it is there.
 */
export const together = (base: DraftFields, mine: DraftFields, theirs: DraftFields): DraftFields =>
  parts(base, mine, theirs, (key, _, mine) => mine[key]);

/** What the result was made from: a field that was changed here still comes from `base`, whatever it is there now. */
export const madeFrom = (base: DraftFields, mine: DraftFields, theirs: DraftFields): DraftFields =>
  parts(base, mine, theirs, (key, base) => base[key]);

/** The same for a row whose fields lie side by side. */
export const rowTogether = <T extends object>(base: T, mine: T, theirs: T): T =>
  each(base, mine, theirs, (key, _, mine) => mine[key]);

/** {@link madeFrom} for such a row. */
export const rowMadeFrom = <T extends object>(base: T, mine: T, theirs: T): T =>
  each(base, mine, theirs, (key, base) => base[key]);

type Choice = <T extends object>(key: keyof T, base: T, mine: T) => T[keyof T];

const parts = (base: DraftFields, mine: DraftFields, theirs: DraftFields, choice: Choice): DraftFields => ({
  ...each(base, mine, theirs, choice),
  youtube: each(base.youtube, mine.youtube, theirs.youtube, choice),
  tiktok: each(base.tiktok, mine.tiktok, theirs.tiktok, choice),
});

function each<T extends object>(base: T, mine: T, theirs: T, choice: Choice): T {
  const changed = (Object.keys(mine) as (keyof T)[]).filter((key) => !isSame(base[key], mine[key]));
  return { ...theirs, ...Object.fromEntries(changed.map((key) => [key, choice(key, base, mine)])) };
}

/** Whether two values say the same. Asked at every key: a text that is the same one is not read for it. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]));
}
