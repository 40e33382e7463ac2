/** What the palette lists: by what was typed, or what is likely while nothing is. */
import type { Component } from "svelte";

import type { ShortcutId } from "../../app/shortcuts";
import { t } from "../../words/fluent.svelte";
import { fold, marks, pieces, rank, wantedBy, type Folded, type Wanted } from "./match";

/** Something that can be found and done. */
export interface Thing {
  /** The same in every run, so that what is recent can be kept. */
  key: string;
  section: SectionName;
  name: string;
  icon: Component;
  /** More about it, at the row's end. */
  hint?: string;
  /** Other words it is looked for by. */
  words?: string;
  shortcut?: ShortcutId;
  run: () => unknown;
}

export type SectionName = "ACTIONS" | "GO_TO" | "DRAFTS" | "POSTS" | "UPLOADS" | "PUBLISHED" | "SERVICES" | "LINKS";

const SECTIONS = {
  RECENT: "palette-section-recent",
  ACTIONS: "palette-section-actions",
  GO_TO: "palette-section-go",
  DRAFTS: "palette-section-drafts",
  POSTS: "palette-section-posts",
  UPLOADS: "palette-section-uploads",
  PUBLISHED: "palette-section-published",
  SERVICES: "palette-section-services",
  LINKS: "palette-section-links",
} as const;

export const sectionName = (name: FoundSection["name"]): string => t(SECTIONS[name]);

export interface FoundRow {
  thing: Thing;
  pieces: { text: string; marked: boolean }[];
}

export interface FoundSection {
  name: SectionName | "RECENT";
  rows: FoundRow[];
  /** How many there are, shown or not. */
  total: number;
}

/** So many rows of a section are shown; more letters find the others. */
export const SECTION_ROWS = 6;
const RECENT_ROWS = 5;

/** Names are made ready once: a list that is told anew has mostly the same ones. */
export class Index {
  #things: Thing[] = [];
  #folded: Folded[] = [];
  #words: (Folded | undefined)[] = [];
  #known = new Map<string, Folded>();
  /** How many names have been made ready so far. */
  folds = 0;

  /** Takes in what there is now. */
  take(things: Thing[]): void {
    if (things === this.#things) return;
    const before = this.#known;
    this.#known = new Map();
    const ready = (text: string): Folded => {
      let folded = this.#known.get(text) ?? before.get(text);
      if (!folded) {
        folded = fold(text);
        this.folds += 1;
      }
      this.#known.set(text, folded);
      return folded;
    };
    this.#things = things;
    this.#folded = things.map(({ name }) => ready(name));
    this.#words = things.map(({ words }) => (words === undefined ? undefined : ready(words)));
  }

  /** The sections with something in them, the best first. */
  find(query: string, recent: string[]): FoundSection[] {
    const wanted = wantedBy(query);
    const sections = new Map<SectionName, Best>();
    const places = new Map(recent.map((key, place) => [key, place]));
    for (const [n, thing] of this.#things.entries()) {
      const name = this.#folded[n];
      if (!name) continue;
      const found = rank(wanted, name, this.#words[n]);
      if (found === null) continue;
      const place = places.get(thing.key);
      const score = found + weight(thing) + (place === undefined ? 0 : 15 - place / 2);
      let best = sections.get(thing.section);
      if (!best) sections.set(thing.section, (best = new Best()));
      best.add(thing, name, score);
    }
    return [...sections]
      .sort(([, a], [, b]) => b.top - a.top)
      .map(([name, best]) => ({ name, rows: best.rows.map((row) => rowOf(row, wanted)), total: best.total }));
  }
}

const indexes = new WeakMap<object, Index>();

/** The index of a window: it outlives the palette, so that opening it again finds every name ready. */
export function indexOf(app: object): Index {
  const known = indexes.get(app);
  if (known) return known;
  const index = new Index();
  indexes.set(app, index);
  return index;
}

/** An action or a screen is meant rather than a name that fits as well. */
const weight = ({ section }: Thing): number => (section === "ACTIONS" || section === "GO_TO" ? 8 : 0);

interface Candidate {
  thing: Thing;
  folded: Folded;
  score: number;
}

/** The best few of many, in order; the rest are only counted. */
class Best {
  readonly rows: Candidate[] = [];
  total = 0;

  get top(): number {
    return this.rows[0]?.score ?? 0;
  }

  add(thing: Thing, folded: Folded, score: number): void {
    this.total += 1;
    const { rows } = this;
    if (rows.length === SECTION_ROWS && score <= (rows.at(-1)?.score ?? 0)) return;
    // What came first stays first among equals: lists come newest first.
    let place = rows.length;
    while (place > 0 && score > (rows[place - 1]?.score ?? 0)) place -= 1;
    rows.splice(place, 0, { thing, folded, score });
    rows.length = Math.min(rows.length, SECTION_ROWS);
  }
}

const rowOf = ({ thing, folded }: Candidate, wanted: Wanted): FoundRow => ({
  thing,
  pieces: pieces(thing.name, folded, marks(wanted, folded)),
});

/** While nothing is typed: what was used last, what can be done, and where one can go. */
export function likely(things: Thing[], recent: string[]): FoundSection[] {
  const wanted = new Set(recent);
  const byKey = new Map(things.filter(({ key }) => wanted.has(key)).map((thing) => [thing.key, thing]));
  const last = recent.flatMap((key) => byKey.get(key) ?? []).slice(0, RECENT_ROWS);
  const shown = new Set(last);
  const of = (name: SectionName) => things.filter((thing) => thing.section === name && !shown.has(thing));
  return [
    { name: "RECENT" as const, things: last },
    { name: "ACTIONS" as const, things: of("ACTIONS") },
    { name: "GO_TO" as const, things: of("GO_TO") },
  ]
    .filter(({ things }) => things.length > 0)
    .map(({ name, things }) => ({ name, rows: things.map(plain), total: things.length }));
}

const plain = (thing: Thing): FoundRow => ({ thing, pieces: [{ text: thing.name, marked: false }] });
