/**
 * The words of the window in the language it speaks. They lie in `locales/LANGUAGE/AREA.ftl` and are read area by area; the
 * first part of a key is its area. Whatever shows words follows a change of language by itself.
 */
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";

import { LOCALES, type Language } from "./locale";
import { AREAS, type Messages } from "./messages";
import { pseudo } from "./pseudo";

export type Area = (typeof AREAS)[number];
export type Key = keyof Messages;
/** A message that takes nothing. */
export type PlainKey = { [K in Key]: Messages[K] extends null ? K : never }[Key];
/** What a message takes, as the arguments that follow its key. */
export type Args<K extends Key> = Messages[K] extends null ? [] : [args: Messages[K]];

const FILES = import.meta.glob<string>("../../../locales/*/*.ftl", { import: "default" });

interface Spoken {
  language: Language;
  bundle: FluentBundle;
  areas: Set<Area>;
  /** What is under way. */
  reading: Map<Area, Promise<void>>;
}

function silent(language: Language): Spoken {
  const { formats } = LOCALES[language];
  // Marks for text of the other direction are set by `isolated`, which looks whether there is any.
  // In the build for makers the condition is known, and the pseudo-language is left out.
  const options = {
    useIsolating: false,
    ...(import.meta.env.MODE !== "production" && language === "en-XA" && { transform: pseudo }),
  };
  return { language, bundle: new FluentBundle(formats, options), areas: new Set(), reading: new Map() };
}

let spoken = $state.raw(silent("en"));
/** Grows when words have come for which somebody has asked before they were there. */
let turn = $state(0);
/** What was asked for, whichever language was spoken. */
const wanted = new Set<Area>();
const missed = new Set<Area>();
let next: Language = "en";

/** The language that the window speaks. */
export const language = (): Language => spoken.language;
/** By whose customs numbers and dates are written. */
export const formats = (): string => LOCALES[spoken.language].formats;
export const isRightToLeft = (): boolean => LOCALES[spoken.language].dir === "rtl";

function take(to: Spoken, area: Area, text: string): void {
  if (to.areas.has(area)) return;
  to.bundle.addResource(new FluentResource(text));
  to.areas.add(area);
}

/** Takes English words that are at hand. For tests, which wait for nothing. */
export const takeEnglish = (area: Area, text: string): void => {
  wanted.add(area);
  take(spoken, area, text);
};

function read(to: Spoken, area: Area): Promise<void> {
  const folder = to.language === "en-XA" ? "en" : to.language;
  const known = to.areas.has(area) ? Promise.resolve() : to.reading.get(area);
  if (known) return known;
  const file = FILES[`../../../locales/${folder}/${area}.ftl`];
  const under = Promise.resolve(file?.())
    .then((text) => take(to, area, text ?? ""))
    .finally(() => to.reading.delete(area));
  to.reading.set(area, under);
  return under;
}

/** Reads the words of these areas, so that they are there when they are shown. */
export async function need(...areas: readonly Area[]): Promise<void> {
  const to = spoken;
  areas.forEach((area) => wanted.add(area));
  await Promise.all(areas.map((area) => read(to, area)));
  if (!areas.some((area) => missed.has(area))) return;
  areas.forEach((area) => missed.delete(area));
  turn += 1;
}

/** Speaks another language once its words are there, and turns the window round where it is written from the right. */
export async function speak(to: Language): Promise<void> {
  next = to;
  if (to !== spoken.language) {
    const fresh = silent(to);
    await Promise.all([...wanted].map((area) => read(fresh, area)));
    // Another choice may have been made meanwhile.
    if (next !== to) return;
    spoken = fresh;
  }
  document.documentElement.lang = to;
  document.documentElement.dir = LOCALES[to].dir;
}

/** The words of a message. */
export function t<K extends Key>(key: K, ...[args]: Args<K>): string {
  const { bundle, areas } = spoken;
  void turn;
  const pattern = bundle.getMessage(key)?.value;
  if (pattern == null) return absent(key, areas);
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, isolated(args as Record<string, FluentVariable>), errors);
  if (errors.length > 0) console.error(`The words of ${key} do not fit: ${errors.join(", ")}`);
  return turned(text);
}

/** Marks hide what stands between them: what begins with one would say nothing of its own direction. */
export const turned = (text: string): string => (text.startsWith(OPEN) && isRightToLeft() ? RIGHT + text : text);

/** Nothing yet, while its area is read; the key itself where there are no such words. */
function absent(key: string, areas: Set<Area>): string {
  const area = AREAS.find((name) => key.startsWith(`${name}-`));
  if (!area || areas.has(area)) return key;
  missed.add(area);
  void need(area).catch(() => undefined);
  return "";
}

// Written by their numbers, as their signs would turn round the code.
const [OPEN, CLOSE, RIGHT] = [0x2068, 0x2069, 0x200f].map((sign) => String.fromCharCode(sign)) as [
  string,
  string,
  string,
];
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * What stands in a sentence or a list, between marks that keep its direction from the rest: all texts in a language written
 * from the right, and in the others those that are. Where nothing could turn round there are no marks.
 */
export const apart = (text: string): string =>
  text !== "" && (isRightToLeft() || RIGHT_TO_LEFT.test(text)) ? `${OPEN}${text}${CLOSE}` : text;

function isolated(args: Record<string, FluentVariable> | undefined): Record<string, FluentVariable> | undefined {
  if (!args) return args;
  const entries = Object.entries(args).map(([name, value]): [string, FluentVariable] => [
    name,
    typeof value === "string" ? apart(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** A number with so many decimals. */
export const decimal = (value: number, digits: number): FluentNumber =>
  new FluentNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
