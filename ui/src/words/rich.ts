/** A text with tags in it, taken apart: `<b>Offline since <time/>.</b>`. */

export type Part = string | { tag: string; parts: Part[] };

const TAG = /<([a-z]+)(?:\/>|>(.*?)<\/\1>)/gs;
/** Stands for `<` in what the maker typed, which makes no tag. */
export const LESS = "\ue000";

export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(TAG)) {
    if (match.index > from) parts.push(plain(text.slice(from, match.index)));
    parts.push({ tag: match[1] ?? "", parts: match[2] === undefined ? [] : partsOf(match[2]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(plain(text.slice(from)));
  return parts;
}

const plain = (text: string): string => text.replaceAll(LESS, "<");

/** Arguments that make no tags. */
export const harmless = <T extends object>(args: T): T =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll("<", LESS) : (value as unknown),
    ]),
  ) as T;

/** Only its words. */
export const wordsOf = (parts: Part[]): string =>
  parts.map((part) => (typeof part === "string" ? part : wordsOf(part.parts))).join("");
