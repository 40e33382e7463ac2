/** How far back a list goes. */
import { t, type PlainKey } from "./fluent.svelte";

/** Everything of the last so many days, or between two days. */
export type When = "7" | "30" | "365" | "range";

/** In the order in which they are offered. */
export const WHENS: readonly When[] = ["7", "30", "365", "range"];

const KEYS = {
  "7": "words-when-week",
  "30": "words-when-month",
  "365": "words-when-year",
  range: "words-when-range",
} as const satisfies Record<When, PlainKey>;

export const whenName = (when: When): string => t(KEYS[when]);
