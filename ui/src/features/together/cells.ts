/** The columns of the table: what a cell says, and what becomes of what is written into it. */
import type { DraftFields, Platform, WallTime } from "../../ipc";
import { joinTags } from "../composer/tags";
import { setOwnTime } from "../composer/schedule";
import { platformName, PLATFORMS } from "../../words/platform";
import { clock, minuteOf } from "../../words/uploads";

export type ColumnId = "title" | "description" | "tags" | "platforms" | "time" | "ai";

export interface Column {
  id: ColumnId;
  name: string;
  /** How it is edited: a line, lines, or one of some. */
  editor: "line" | "lines" | "choice";
  choices?: string[];
  /** As it is written, copied and pasted. */
  read: (fields: DraftFields, zone: string) => string;
  /** The fields with `text` in this column; nothing when it is not understood. */
  write: (fields: DraftFields, text: string, zone: string) => DraftFields | undefined;
  /** What is said of what is not understood. */
  wrong: string;
}

const oneLine = (text: string): string => text.replaceAll(/\s*[\r\n]+\s*/g, " ");

const BOTH = PLATFORMS.map(platformName).join(", ");
const NONE = "None";

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
    new Intl.DateTimeFormat("en", { timeZone: name });
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
    name: "Title",
    editor: "line",
    read: ({ title }) => title,
    write: (fields, text) => ({ ...fields, title: oneLine(text) }),
    wrong: "",
  },
  {
    id: "description",
    name: "Description",
    editor: "lines",
    read: ({ description }) => description,
    write: (fields, description) => ({ ...fields, description }),
    wrong: "",
  },
  {
    id: "tags",
    name: "Tags",
    editor: "line",
    read: ({ tags }) => tags.join(", "),
    write: (fields, text) => ({ ...fields, tags: joinTags([], text) }),
    wrong: "",
  },
  {
    id: "platforms",
    name: "Platforms",
    editor: "choice",
    choices: [...PLATFORMS.map(platformName), BOTH, NONE],
    read: ({ targets }) =>
      PLATFORMS.filter((p) => targets.includes(p))
        .map(platformName)
        .join(", ") || NONE,
    write: (fields, text) => {
      const words = text
        .toLowerCase()
        .split(/[\s,;+&]+|and/)
        .filter(Boolean);
      const named = (platform: Platform) => words.includes(platformName(platform).toLowerCase());
      const targets = PLATFORMS.filter(named);
      const isNone = words.length === 0 || words.join("") === NONE.toLowerCase();
      return targets.length === words.length || isNone ? { ...fields, targets } : undefined;
    },
    wrong: "Write YouTube, TikTok, or both with a comma between them.",
  },
  {
    id: "time",
    name: "Time",
    editor: "line",
    read: ({ schedule }, zone) => (schedule ? timeOf(schedule, zone) : ""),
    write: (fields, text, zone) => {
      if (/^(now)?$/i.test(text.trim())) return withTime(fields, null);
      const time = timeFrom(text, zone);
      return time && withTime(fields, time);
    },
    wrong: "Write it such as 2026-12-01 18:00.",
  },
  {
    id: "ai",
    name: "AI-made",
    editor: "choice",
    choices: ["", "No", "Yes"],
    read: ({ youtube }) => (youtube.synthetic === null ? "" : youtube.synthetic ? "Yes" : "No"),
    write: (fields, text) => {
      const said = { "": null, yes: true, no: false }[text.trim().toLowerCase()];
      return said === undefined ? undefined : { ...fields, youtube: { ...fields.youtube, synthetic: said } };
    },
    wrong: "Write Yes or No.",
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
