/** The columns of the table: what a cell says, and what becomes of what is written into it. */
import type { DraftFields, Platform, WallTime } from "../../ipc";
import { joinTags } from "../composer/tags";
import { setOwnTime } from "../composer/schedule";
import { t, type PlainKey } from "../../words/fluent.svelte";
import { dateFormat } from "../../words/intl";
import { platformName, PLATFORMS } from "../../words/platform";
import { clock, minuteOf } from "../../words/uploads";

export type ColumnId = "title" | "description" | "tags" | "platforms" | "time" | "ai";

export interface Column {
  id: ColumnId;
  name: PlainKey;
  /** How it is edited: a line, lines, or one of some. */
  editor: "line" | "lines" | "choice";
  choices?: () => string[];
  /** As it is written, copied and pasted. */
  read: (fields: DraftFields, zone: string) => string;
  /** The fields with `text` in this column; nothing when it is not understood. */
  write: (fields: DraftFields, text: string, zone: string) => DraftFields | undefined;
  /** What is said once it was written in. */
  changed: PlainKey;
  /** What is said of what is not understood; nothing where everything is. */
  wrong?: () => string;
}

/** A time as it is written. */
export const EXAMPLE = "2026-12-01 18:00";

const oneLine = (text: string): string => text.replaceAll(/\s*[\r\n]+\s*/g, " ");

const small = (text: string): string => text.trim().toLowerCase();
/** Whether it says this, in the window's language or in English, as tables from elsewhere do. */
const says = (text: string, english: string, key: PlainKey): boolean =>
  [english, t(key)].some((word) => small(word) === small(text));

const named = (platforms: Platform[]): string => platforms.map(platformName).join(", ");

const timeOf = ({ date, minute, zone }: WallTime, own: string): string =>
  `${date} ${clock(minute)}${zone === own ? "" : ` ${zone}`}`;

/** A time as it is written: `2026-12-01 18:00`, with a place behind it where it is not the maker's. */
export function timeFrom(text: string, zone: string): WallTime | undefined {
  const [, date = "", time = "", place = ""] =
    /^(\d{4}-\d{2}-\d{2})[\sT]+([\d:.h]{1,5})(?:\s+(\S+))?$/.exec(text.trim()) ?? [];
  const minute = minuteOf(time);
  const isDay =
    !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
  if (date === "" || minute === undefined || !isDay || (place !== "" && !isZone(place))) return undefined;
  return { date, minute, zone: place || zone };
}

function isZone(name: string): boolean {
  try {
    dateFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The draft with this time on every platform. */
export function withTime(fields: DraftFields, time: WallTime | null): DraftFields {
  const next = structuredClone(fields);
  next.schedule = time;
  for (const platform of PLATFORMS) setOwnTime(next, platform, undefined);
  return next;
}

export const COLUMNS: Column[] = [
  {
    id: "title",
    name: "together-column-title",
    editor: "line",
    read: ({ title }) => title,
    write: (fields, text) => ({ ...fields, title: oneLine(text) }),
    changed: "together-changed-title",
  },
  {
    id: "description",
    name: "together-column-description",
    editor: "lines",
    read: ({ description }) => description,
    write: (fields, description) => ({ ...fields, description }),
    changed: "together-changed-description",
  },
  {
    id: "tags",
    name: "together-column-tags",
    editor: "line",
    read: ({ tags }) => tags.join(", "),
    write: (fields, text) => ({ ...fields, tags: joinTags([], text) }),
    changed: "together-changed-tags",
  },
  {
    id: "platforms",
    name: "together-column-platforms",
    editor: "choice",
    choices: () => [...PLATFORMS.map(platformName), named(PLATFORMS), t("together-none")],
    read: ({ targets }) => named(PLATFORMS.filter((p) => targets.includes(p))) || t("together-none"),
    write: (fields, text) => {
      const and = t("together-and");
      const words = text.split(/[\s,،;+&]+/).filter((word) => word !== "" && !says(word, "and", "together-and"));
      // Arabic writes “and” at the word that follows.
      const is = (word: string, name: string) => [name, and + name].some((form) => small(form) === small(word));
      const targets = PLATFORMS.filter((p) => words.some((word) => is(word, platformName(p))));
      const isNone = words.length === 0 || says(words.join(" "), "none", "together-none");
      return targets.length === words.length || isNone ? { ...fields, targets } : undefined;
    },
    changed: "together-changed-platforms",
    wrong: () => t("together-wrong-platforms"),
  },
  {
    id: "time",
    name: "together-column-time",
    editor: "line",
    read: ({ schedule }, zone) => (schedule ? timeOf(schedule, zone) : ""),
    write: (fields, text, zone) => {
      if (text.trim() === "" || says(text, "now", "together-now")) return withTime(fields, null);
      const time = timeFrom(text, zone);
      return time && withTime(fields, time);
    },
    changed: "together-changed-time",
    wrong: () => t("together-wrong-time", { example: EXAMPLE }),
  },
  {
    id: "ai",
    name: "together-column-ai",
    editor: "choice",
    choices: () => ["", t("components-no"), t("components-yes")],
    read: ({ youtube: { synthetic } }) => (synthetic === null ? "" : t(synthetic ? "components-yes" : "components-no")),
    write: (fields, text) => {
      const answered = (synthetic: boolean | null) => ({ ...fields, youtube: { ...fields.youtube, synthetic } });
      if (text.trim() === "") return answered(null);
      if (says(text, "yes", "components-yes")) return answered(true);
      return says(text, "no", "components-no") ? answered(false) : undefined;
    },
    changed: "together-changed-ai",
    wrong: () => t("together-wrong-ai"),
  },
];

export const columnOf = (id: ColumnId): Column => COLUMNS.find((column) => column.id === id) ?? (COLUMNS[0] as Column);

/** What was copied from a table, cell by cell; a cell with lines in it stands in quotation marks, as tables write it. */
export function pasted(text: string): string[][] {
  const rows: string[][] = [[]];
  const clean = text.replaceAll("\r\n", "\n").replace(/\n$/, "");
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy;
  for (let found = cell.exec(clean); found; found = cell.exec(clean)) {
    const [, quoted, plain = "", end] = found;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return rows;
}

/** The same the other way. */
export const copied = (cells: string[]): string =>
  cells.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\n");
