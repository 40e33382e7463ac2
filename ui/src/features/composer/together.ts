/** Two writers of one draft, field by field. */
import type { DraftFields } from "../../ipc";

/**
 * What `mine` and `theirs` have made of `base`, the last that both knew: a field that was changed here stays as it is
 * here, every other one is as it is there.
 */
export function together(base: DraftFields, mine: DraftFields, theirs: DraftFields): DraftFields {
  return {
    ...each(base, mine, theirs),
    youtube: each(base.youtube, mine.youtube, theirs.youtube),
    tiktok: each(base.tiktok, mine.tiktok, theirs.tiktok),
  };
}

function each<T extends object>(base: T, mine: T, theirs: T): T {
  const changed = (Object.keys(mine) as (keyof T)[]).filter((key) => !isSame(base[key], mine[key]));
  return { ...theirs, ...Object.fromEntries(changed.map((key) => [key, mine[key]])) };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
