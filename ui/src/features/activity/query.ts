/** What is looked for in the activity, as it stands in the address and is kept for the next start. */
import type { ActivityFilter, AuditAction, OutcomeKind, Platform } from "../../ipc";
import { WHENS, type When } from "../../words/when";
import { wordsOf } from "./words";

export interface Query {
  text: string;
  platform: Platform | "";
  /** What a connection was used for. */
  use: AuditAction | "";
  outcome: OutcomeKind | "";
  when: When | "";
  /** Days such as `2026-01-31`; they count while `when` is a range. */
  from: string;
  to: string;
  /** The id of a delivery or connection, for whoever comes from there. */
  about: string;
}

export const NOTHING: Query = { text: "", platform: "", use: "", outcome: "", when: "", from: "", to: "", about: "" };

const WORDS: { [K in keyof Query]?: readonly Query[K][] } = {
  platform: ["YOUTUBE", "TIKTOK"],
  use: ["CONNECT", "REFRESH", "UPLOAD", "THUMBNAIL", "CAPTIONS", "PLAYLIST", "READ", "REVOKE"],
  outcome: ["WELL", "TROUBLE"],
  when: WHENS,
};
/** The core looks for no more than this of what was typed. */
export const MOST_LETTERS = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f-]{36}$/i;

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
  const about = said.get("about") ?? "";
  if (ID.test(about)) query.about = about;
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
  for (const name of ["platform", "use", "outcome", "when", "about"] as const)
    if (query[name]) said.set(name, query[name].toLowerCase());
  if (query.when === "range") for (const name of ["from", "to"] as const) if (query[name]) said.set(name, query[name]);
  return said.toString();
}

/** What the core is asked for. */
export function filterOf(query: Query, today: string): ActivityFilter {
  const back = query.when === "7" || query.when === "30" || query.when === "365" ? Number(query.when) : 0;
  const isRange = query.when === "range";
  return {
    words: wordsOf(query.text),
    platform: query.platform || null,
    action: query.use || null,
    outcome: query.outcome || null,
    about: query.about || null,
    from: back > 0 ? daysBefore(today, back - 1) : isRange && isDay(query.from) ? query.from : null,
    to: isRange && isDay(query.to) ? query.to : null,
  };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

export const isNarrowed = (query: Query): boolean => addressOf({ ...query, text: query.text.trim() }) !== "";

const PLACE = "activity.query";

/** How the activity was left, also before the last start. What it was opened about for once is not kept. */
export function leftQuery(): string {
  try {
    return localStorage.getItem(PLACE) ?? "";
  } catch {
    return "";
  }
}

export function keepQuery(query: Query): void {
  try {
    if (!query.about) localStorage.setItem(PLACE, addressOf(query));
  } catch {
    // The next start shows everything.
  }
}
