/** Moments in the maker's zone. Everything is pure: the zone and the present are arguments. */

const DAY_MS = 86_400_000;

function parts(at: Date, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(at);
}

const day = (at: Date, zone: string) => parts(at, zone, { year: "numeric", month: "2-digit", day: "2-digit" });

/** Such as `14:02`, `yesterday 14:02`, `22 Nov 14:02` or `22 Nov 2025 14:02`. */
export function moment(iso: string, zone: string, now: Date): string {
  const at = new Date(iso);
  const clock = parts(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const is = (days: number) => day(at, zone) === day(new Date(now.getTime() + days * DAY_MS), zone);
  if (is(0)) return clock;
  if (is(-1)) return `yesterday ${clock}`;
  if (is(1)) return `tomorrow ${clock}`;
  const sameYear = parts(at, zone, { year: "numeric" }) === parts(now, zone, { year: "numeric" });
  const date = parts(at, zone, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) });
  return `${date} ${clock}`;
}

/** The same inside a sentence, such as `at 14:02`, `tomorrow at 14:02` or `on 22 Nov at 14:02`. */
export function momentInSentence(iso: string, zone: string, now: Date): string {
  const told = moment(iso, zone, now);
  const cut = told.lastIndexOf(" ");
  if (cut < 0) return `at ${told}`;
  const [day, clock] = [told.slice(0, cut), told.slice(cut + 1)];
  return `${/^\d/.test(day) ? `on ${day}` : day} at ${clock}`;
}

/** The zone's name when it is not this computer's own, such as `Paris time`; otherwise nothing. */
export function zoneName(zone: string, machineZone: string): string | null {
  if (zone === machineZone) return null;
  if (zone === "UTC" || zone === "Etc/UTC") return "UTC";
  return `${zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ")} time`;
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", DAY_MS],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** How far away a moment is, such as `in 3 hours` or `2 days ago`. */
export function fromNow(iso: string, now: Date): string {
  const away = new Date(iso).getTime() - now.getTime();
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  for (const [unit, ms] of STEPS) if (Math.abs(away) >= ms) return words.format(Math.round(away / ms), unit);
  return "just now";
}

/** What hovering a time tells: UTC and the distance. */
export function inUtc(iso: string, now: Date): string {
  const text = parts(new Date(iso), "UTC", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${text.replace(",", "")} UTC, ${fromNow(iso, now)}`;
}

/** Which minute of the day it is in a zone. */
export function minuteIn(at: Date, zone: string): number {
  const [h, m] = parts(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).split(":");
  return Number(h) * 60 + Number(m);
}
