/** Moments in the maker's zone. Everything is pure: the zone and the present are arguments. */
import { formats, language, t } from "./fluent.svelte";
import { dateFormat, relativeFormat } from "./intl";

const DAY_MS = 86_400_000;

function parts(at: Date, zone: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(formats(), { timeZone: zone, ...options }).format(at);
}

const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const day = (at: Date, zone: string) => parts(at, zone, { year: "numeric", month: "2-digit", day: "2-digit" });

/** A moment's day as it is told: none for today, a word for the days beside it, a date for the others. */
function dayTold(at: Date, zone: string, now: Date): "TODAY" | "YESTERDAY" | "TOMORROW" | { date: string } {
  const is = (days: number) => day(at, zone) === day(new Date(now.getTime() + days * DAY_MS), zone);
  if (is(0)) return "TODAY";
  if (is(-1)) return "YESTERDAY";
  if (is(1)) return "TOMORROW";
  const sameYear = parts(at, zone, { year: "numeric" }) === parts(now, zone, { year: "numeric" });
  return { date: parts(at, zone, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) }) };
}

/** Such as `14:02`, `yesterday 14:02`, `22 Nov 14:02` or `22 Nov 2025 14:02`. */
export function moment(iso: string, zone: string, now: Date): string {
  const at = new Date(iso);
  const time = parts(at, zone, hours);
  const told = dayTold(at, zone, now);
  if (told === "TODAY") return time;
  if (told === "YESTERDAY") return t("words-moment-yesterday", { time });
  return told === "TOMORROW" ? t("words-moment-tomorrow", { time }) : t("words-moment-day", { day: told.date, time });
}

/** The same inside a sentence, such as `at 14:02`, `tomorrow at 14:02` or `on 22 Nov at 14:02`. */
export function momentInSentence(iso: string, zone: string, now: Date): string {
  const at = new Date(iso);
  const time = parts(at, zone, hours);
  const told = dayTold(at, zone, now);
  if (told === "TODAY") return t("words-at-time", { time });
  if (told === "YESTERDAY") return t("words-at-yesterday", { time });
  return told === "TOMORROW" ? t("words-at-tomorrow", { time }) : t("words-at-day", { day: told.date, time });
}

/** The zone's name when it is not this computer's own, such as `Paris time`; otherwise nothing. */
export function zoneName(zone: string, machineZone: string): string | null {
  if (zone === machineZone) return null;
  if (zone === "UTC" || zone === "Etc/UTC") return "UTC";
  return t("words-zone", { place: zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ") });
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", DAY_MS],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** How far away a moment is, such as `in 3 hours` or `2 days ago`. */
export function fromNow(iso: string, now: Date): string {
  const away = new Date(iso).getTime() - now.getTime();
  const words = relativeFormat(language());
  for (const [unit, ms] of STEPS) if (Math.abs(away) >= ms) return words.format(Math.round(away / ms), unit);
  return t("words-just-now");
}

/** What hovering a time tells: UTC and the distance. */
export function inUtc(iso: string, now: Date): string {
  const text = parts(new Date(iso), "UTC", {
    day: "numeric",
    month: "short",
    year: "numeric",
    ...hours,
  });
  return t("words-utc", { time: text.replace(/[,،]/, ""), away: fromNow(iso, now) });
}

/** Which minute of the day it is in a zone. */
export function minuteIn(at: Date, zone: string): number {
  // The same digits in every language.
  const [h, m] = dateFormat("en-GB", { timeZone: zone, ...hours })
    .format(at)
    .split(":");
  return Number(h) * 60 + Number(m);
}
