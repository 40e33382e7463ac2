/** What a list is asked for, as it stands in the address and is kept for the next start. */
import { addDays } from "../words/schedule";
import { WHENS, type When } from "../words/when";

/** What every list can be asked for. */
export interface Looked {
  text: string;
  when: When | "";
  /** Days such as `2026-01-31`; they count while `when` is a range. */
  from: string;
  to: string;
}

/** The core looks for no more than this of what was typed. */
export const MOST_LETTERS = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ENDS = ["from", "to"] as const;

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** What else a query consists of: each is one of these words, or of this shape. */
type Meant<Q> = { [K in Exclude<keyof Q, keyof Looked>]: readonly Q[K][] | RegExp };

type Words = readonly string[] | RegExp;

export class Queries<Q extends Looked & { [K in keyof Q]: string }> {
  /** What asks for everything. */
  readonly nothing: Q;
  /** Where the last one is kept. */
  readonly #place: string;
  readonly #meant: [name: keyof Q, meant: Words][];

  constructor(place: string, nothing: Q, meant: Meant<Q>) {
    this.#place = place;
    this.nothing = nothing;
    this.#meant = Object.entries({ ...meant, when: WHENS }) as [keyof Q, Words][];
  }

  /** Reads an address. What cannot be meant is left out. */
  read = (address: string): Q => {
    const said = new URLSearchParams(address);
    const query = { ...this.nothing };
    for (const [name, meant] of this.#meant) {
      const word = said.get(String(name)) ?? "";
      const found =
        meant instanceof RegExp
          ? meant.exec(word)?.[0]
          : meant.find((known) => known.toLowerCase() === word.toLowerCase());
      if (found) Object.assign(query, { [name]: found });
    }
    query.text = [...(said.get("q") ?? "")].slice(0, MOST_LETTERS).join("");
    for (const name of ENDS) {
      const day = said.get(name) ?? "";
      if (isDay(day)) query[name] = day;
    }
    if (query.from || query.to) query.when = "range";
    return query;
  };

  /** The address of a query: only what differs from everything, in small letters. */
  addressOf = (query: Q): string => {
    const said = new URLSearchParams();
    if (query.text) said.set("q", query.text);
    for (const [name] of this.#meant)
      if (query[name] !== this.nothing[name]) said.set(String(name), query[name].toLowerCase());
    if (query.when === "range") for (const name of ENDS) if (query[name]) said.set(name, query[name]);
    return said.toString();
  };

  /** The address at which the list was left, also before the last start. */
  left(): string {
    try {
      return localStorage.getItem(this.#place) ?? "";
    } catch {
      return "";
    }
  }

  keep(address: string): void {
    try {
      localStorage.setItem(this.#place, address);
    } catch {
      // The next start shows everything.
    }
  }
}

/** The first and the last day that a query is about; nothing where it is open. */
export function daysOf({ when, from, to }: Looked, today: string): { from: string | null; to: string | null } {
  if (when === "range") return { from: isDay(from) ? from : null, to: isDay(to) ? to : null };
  return { from: when === "" ? null : addDays(today, 1 - Number(when)), to: null };
}
