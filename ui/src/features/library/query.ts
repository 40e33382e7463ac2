/** What is looked for in the library, as it stands in the address and is kept for the next start. */
import type { EntryKind, EntryState, LibraryFilter, LibraryOrder, Platform, VideoType } from "../../ipc";
import { WHENS, type When } from "../../words/when";

export type Look = "grid" | "table";

export interface Query {
  text: string;
  kind: EntryKind | "";
  platform: Platform | "";
  type: VideoType | "";
  state: EntryState | "";
  when: When | "";
  /** Days such as `2026-01-31`; they count while `when` is a range. */
  from: string;
  to: string;
  order: LibraryOrder;
  look: Look;
}

export const NOTHING: Query = {
  text: "",
  kind: "",
  platform: "",
  type: "",
  state: "",
  when: "",
  from: "",
  to: "",
  order: "NEWEST",
  look: "grid",
};

const WORDS: { [K in keyof Query]?: readonly Query[K][] } = {
  kind: ["VIDEO", "POST", "DRAFT"],
  platform: ["YOUTUBE", "TIKTOK"],
  type: ["SHORT", "LONG", "DEMO"],
  state: ["PUBLISHED", "ON_ITS_WAY", "NEEDS_YOU", "DRAFT"],
  when: WHENS,
  order: ["OLDEST", "TITLE", "MOST_VIEWED"],
  look: ["table"],
};
/** The core looks for no more than this of what was typed. */
export const MOST_LETTERS = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** Reads an address. What cannot be meant is left out. */
export function readQuery(address: string): Query {
  const said = new URLSearchParams(address);
  const query: Query = { ...NOTHING };
  for (const [name, words] of Object.entries(WORDS)) {
    const word = said.get(name)?.toUpperCase();
    const found = (words as readonly string[]).find((known) => known.toUpperCase() === word);
    if (found) Object.assign(query, { [name]: found });
  }
  query.text = [...(said.get("q") ?? "")].slice(0, MOST_LETTERS).join("");
  for (const name of ["from", "to"] as const) {
    const day = said.get(name) ?? "";
    if (isDay(day)) query[name] = day;
  }
  if (query.from || query.to) query.when = "range";
  return query;
}

/** The address of a query: only what differs from everything, in small letters. */
export function addressOf(query: Query): string {
  const said = new URLSearchParams();
  if (query.text) said.set("q", query.text);
  for (const name of ["kind", "platform", "type", "state", "when", "order", "look"] as const)
    if (query[name] !== NOTHING[name]) said.set(name, query[name].toLowerCase());
  if (query.when === "range") for (const name of ["from", "to"] as const) if (query[name]) said.set(name, query[name]);
  return said.toString();
}

/** What the core is asked for. */
export function filterOf(query: Query, today: string): LibraryFilter {
  const back = query.when === "7" || query.when === "30" || query.when === "365" ? Number(query.when) : 0;
  const isRange = query.when === "range";
  return {
    text: query.text,
    kind: query.kind || null,
    platform: query.platform || null,
    video_type: query.type || null,
    state: query.state || null,
    from: back > 0 ? daysBefore(today, back - 1) : isRange && isDay(query.from) ? query.from : null,
    to: isRange && isDay(query.to) ? query.to : null,
  };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether anything but the kind narrows the list down. */
export const isNarrowed = ({ text, platform, type, state, when }: Query): boolean =>
  [text.trim(), platform, type, state, when].some((part) => part !== "");

const PLACE = "library.query";

/** How the library was left, also before the last start. */
export function leftQuery(): string {
  try {
    return localStorage.getItem(PLACE) ?? "";
  } catch {
    return "";
  }
}

export function keepQuery(address: string): void {
  try {
    localStorage.setItem(PLACE, address);
  } catch {
    // The next start shows everything.
  }
}
