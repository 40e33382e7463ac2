/** Two texts word by word: what both have, what only the first has, and what only the second has. */

export interface Part {
  kind: "same" | "gone" | "new";
  text: string;
}

/** Comparing costs one text's words times the other's; beyond this much the differing middles are told as a whole. */
const MOST_CELLS = 4_000_000;

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu) ?? [];

/** The way from `before` to `after`. Without the new parts it reads as `before`, without the gone ones as `after`. */
export function compare(before: string, after: string): Part[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const [gone, fresh] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const parts: Part[] = [{ kind: "same", text: a.slice(0, head).join("") }];
  if (gone.length * fresh.length > MOST_CELLS)
    parts.push({ kind: "gone", text: gone.join("") }, { kind: "new", text: fresh.join("") });
  else parts.push(...between(gone, fresh));
  parts.push({ kind: "same", text: a.slice(a.length - tail).join("") });
  return joined(parts);
}

/** The longest common subsequence, read from the front. */
function between(a: string[], b: string[]): Part[] {
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: Part[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [before, after] = [a[i], b[j]];
    if (before !== undefined && before === after) {
      parts.push({ kind: "same", text: before });
      i += 1;
      j += 1;
    } else if (before !== undefined && (after === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: "gone", text: before });
      i += 1;
    } else {
      parts.push({ kind: "new", text: after ?? "" });
      j += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind become one part. A space alone between two changes belongs to both, so that they read on. */
function joined(parts: Part[]): Part[] {
  const changes: Part[] = [];
  let [gone, fresh] = ["", ""];
  const settle = () => {
    if (gone) changes.push({ kind: "gone", text: gone });
    if (fresh) changes.push({ kind: "new", text: fresh });
    [gone, fresh] = ["", ""];
  };
  parts
    .filter((part) => part.text !== "")
    .forEach(({ kind, text }, i, all) => {
      const isGap = kind === "same" && /^\s+$/.test(text) && (gone || fresh) && (all[i + 1]?.kind ?? "same") !== "same";
      if (kind === "gone" || isGap) gone += text;
      if (kind === "new" || isGap) fresh += text;
      if (kind !== "same" || isGap) return;
      settle();
      const last = changes.at(-1);
      if (last?.kind === "same") last.text += text;
      else changes.push({ kind: "same", text });
    });
  settle();
  return changes;
}
