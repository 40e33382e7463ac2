/** Days and times on a wall. Everything is pure: the zone and the present are arguments; a day is `2026-11-24`. */
import type { WallTime } from "../ipc";
import { formats, t } from "./fluent.svelte";
import { dateFormat } from "./intl";
import { minuteIn, zoneName } from "./time";
import { clock } from "./uploads";

const DAY_MS = 86_400_000;

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const said = (day: string, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(formats(), { timeZone: "UTC", ...options }).format(noon(day));

/** The day of a moment in a zone. */
export function dayOf(at: Date, zone: string): string {
  // Part by part: how a language puts them together differs from system to system.
  const parts = dateFormat("en-GB", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const of = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${of.get("year")}-${of.get("month")}-${of.get("day")}`;
}

export const addDays = (day: string, days: number): string =>
  new Date(noon(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** The same day of another month, or its last one. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1);
}

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: string): number => noon(day).getUTCDay() || 7;

/** The seven days of a week that begins on `start`. */
export function weekOf(day: string, start: number): string[] {
  const first = addDays(day, -((weekday(day) - start + 7) % 7));
  return Array.from({ length: 7 }, (_, n) => addDays(first, n));
}

/** The weeks that hold a month, whole. */
export function monthOf(day: string, start: number): string[][] {
  const month = day.slice(0, 7);
  const weeks = [weekOf(`${month}-01`, start)];
  for (;;) {
    const next = addDays(weeks.at(-1)?.[0] ?? day, 7);
    if (next.slice(0, 7) !== month) return weeks;
    weeks.push(weekOf(next, start));
  }
}

/** Such as `Tuesday 24 November`. */
export const dayName = (day: string): string =>
  said(day, { weekday: "long", day: "numeric", month: "long" }).replace(",", "");
export const dayShort = (day: string): string =>
  said(day, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
/** As a heading begins, also where months are written small. */
export const monthName = (day: string): string => {
  const name = said(day, { month: "long", year: "numeric" });
  return name.slice(0, 1).toLocaleUpperCase(formats()) + name.slice(1);
};
export const weekdayName = (day: string, weekday: "long" | "short" = "short"): string => said(day, { weekday });

/** What the clocks of `zone` show at a moment. */
export const wallAt = (at: Date, zone: string): WallTime => ({
  date: dayOf(at, zone),
  minute: minuteIn(at, zone),
  zone,
});

/** The moment at which a day begins in a zone. */
export function startOf(day: string, zone: string): Date {
  const guess = Date.parse(`${day}T00:00:00Z`);
  const away = (at: number) =>
    Date.parse(`${dayOf(new Date(at), zone)}T00:00:00Z`) + minuteIn(new Date(at), zone) * 60_000 - guess;
  const once = guess - away(guess);
  // The clocks may have been changed between the guess and the day's beginning.
  return new Date(once - away(once));
}

/** Such as `at 18:00`, `tomorrow at 18:00`, `on 1 Dec at 18:00`; the place is named where it is not the maker's. */
export function wallInSentence(wall: WallTime, zone: string, now: Date): string {
  const today = dayOf(now, wall.zone);
  const time = clockIn(wall, zone);
  if (wall.date === today) return t("words-at-time", { time });
  if (wall.date === addDays(today, 1)) return t("words-at-tomorrow", { time });
  const year = wall.date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return t("words-at-day", { day: said(wall.date, { day: "numeric", month: "short", ...year }), time });
}

/** Such as `18:00`, or `18:00 Nairobi time` where it is not the maker's. */
export function clockIn(wall: WallTime, zone: string): string {
  const [time, place] = [clock(wall.minute), zoneName(wall.zone, zone)];
  return place === null ? time : t("words-time-in-zone", { time, zone: place });
}

/** The first day of a week where this computer is: Monday unless the system says otherwise. */
export function usualWeekStart(language = navigator.language): number {
  const locale = localeOf(language);
  if (!locale) return 1;
  const region = locale.maximize().region ?? "";
  const told = locale.getWeekInfo?.().firstDay ?? locale.weekInfo?.firstDay;
  return told ?? (["US", "CA", "MX", "BR", "JP", "IN", "IL", "ZA"].includes(region) ? 7 : 1);
}

type Locale = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };

/** Nothing for a language that is none: a system without one calls it `c`. */
function localeOf(language: string): Locale | undefined {
  try {
    return new Intl.Locale(language);
  } catch {
    return undefined;
  }
}
