/** What in a text leads somewhere: hashtags, names and addresses, as the platforms read them. */
import { t } from "./fluent.svelte";

export type Mention = "hashtag" | "name" | "link";

export interface Part {
  text: string;
  /** Nothing where it is only words. */
  is: Mention | null;
}

/** Platforms take `#` and `@` only where a word begins (TikTok: delimited by spaces or new lines). */
const FOUND =
  /(?<link>\b(?:https?:\/\/|www\.)[^\s<>"“”]+)|(?<before>^|[\s(])(?:(?<hashtag>#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)|(?<name>@[\p{L}\p{N}_][\p{L}\p{N}_.-]*))/gu;

/** What ends a sentence belongs to the sentence, and not to the address in it. */
const ENDS = /[.,;:!?)\]}'’»]+$/u;

/** The text in pieces; put together they are the text. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  const add = (to: number, is: Mention | null) => {
    if (to > from) parts.push({ text: text.slice(from, to), is });
    from = Math.max(from, to);
  };
  for (const { index, groups } of text.matchAll(FOUND)) {
    const { link, hashtag, name, before = "" } = groups ?? {};
    const is = link ? "link" : hashtag ? "hashtag" : "name";
    const found = (link ?? hashtag ?? name ?? "").replace(is === "hashtag" ? /$^/ : ENDS, "");
    add(index + before.length, null);
    add(index + before.length + found.length, is);
  }
  add(text.length, null);
  return parts;
}

const NAMES = [
  ["hashtag", "components-mentions-hashtag"],
  ["name", "components-mentions-name"],
  ["link", "components-mentions-link"],
] as const;

/** Such as `2 hashtags, 1 link`; nothing where there is nothing. */
export function mentionsInWords(text: string): string {
  const parts = partsOf(text);
  return NAMES.map(([is, key]) => [parts.filter((part) => part.is === is).length, key] as const)
    .filter(([count]) => count > 0)
    .map(([count, key]) => t(key, { count }))
    .join(", ");
}

/** A tag as a hashtag, which ends at the first sign that is no letter. */
export const hashtag = (tag: string): string => `#${tag.replaceAll(/[^\p{L}\p{N}_]/gu, "")}`;
