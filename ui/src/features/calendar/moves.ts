/** Moving what is in the calendar: what stands in the way, doing it, and the way back. */
import type { Studio } from "../../app/studio.svelte";
import { commands, type CalendarItem, type CalendarTray, type WallTime } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { clock } from "../../words/uploads";
import { dayName, dayOf, wallAt } from "../../words/schedule";

export type TrayDraft = CalendarTray["drafts"][number];

/** Something that can be put on a day: what is there already, or a draft out of the tray. */
export interface Movable {
  title: string;
  platforms: CalendarItem["platforms"];
  /** Its time now; none in the tray. */
  wall: WallTime | null;
  fixed: string | null;
  move: (to: WallTime | null) => Promise<unknown>;
}

/** A time of the day for what has none yet: six in the evening. */
const EVENING = 18 * 60;
/** TikTok: about so many posts of an account in a day, of all programs together. */
const TIKTOK_A_DAY = 15;

export const ofItem = (item: CalendarItem, zone: string): Movable => ({
  title: item.title,
  platforms: item.platforms,
  wall: item.wall ?? wallAt(new Date(item.at), zone),
  fixed: item.fixed,
  move: (to) =>
    item.delivery_id
      ? commands.reschedule(item.delivery_id, to)
      : commands.moveDraft(item.draft_id ?? "", item.platforms, to),
});

export const ofTray = (draft: TrayDraft): Movable => ({
  title: draft.title,
  platforms: draft.platforms,
  wall: null,
  fixed: null,
  move: (to) => commands.moveDraft(draft.id, draft.platforms, to),
});

/** The time it would have on `day`: its own time of the day, by the clocks of its own place. */
export const on = (movable: Movable, day: string, zone: string): WallTime => ({
  date: day,
  minute: movable.wall?.minute ?? EVENING,
  zone: movable.wall?.zone ?? zone,
});

export interface Check {
  /** It cannot go there. */
  refused?: string;
  /** It can, and this is worth knowing. */
  note?: string;
}

/** What is to be known before it is put at `to`. `there` is what is on that day already. */
export function check(movable: Movable, to: WallTime, there: CalendarItem[], now: Date): Check {
  if (movable.fixed) return { refused: movable.fixed };
  const present = wallAt(now, to.zone);
  if (to.date < present.date || (to.date === present.date && to.minute <= present.minute))
    return { refused: t("calendar-passed", { day: dayName(to.date), time: clock(to.minute) }) };
  if (!movable.platforms.includes("TIKTOK")) return {};
  const posts = there.filter(({ platforms }) => platforms.includes("TIKTOK")).length;
  if (posts >= TIKTOK_A_DAY) return { note: t("calendar-tiktok-many", { limit: TIKTOK_A_DAY, count: posts }) };
  return { note: t("calendar-tiktok-must-be-on", { time: clock(to.minute) }) };
}

const inWords = (title: string, wall: WallTime | null): string =>
  wall
    ? t("calendar-moved", { title, day: dayName(wall.date), time: clock(wall.minute) })
    : t("calendar-untimed", { title });

/** Moves it and offers the way back. Says what stands in the way instead, when something does. */
export async function move(
  app: Studio,
  movable: Movable,
  to: WallTime | null,
  there: CalendarItem[] = [],
): Promise<boolean> {
  const { refused, note } = to ? check(movable, to, there, app.now) : {};
  if (refused) {
    app.toasts.show(refused, { tone: "bad" });
    return false;
  }
  if (!(await app.attempt(() => movable.move(to)))) return false;
  const text = inWords(movable.title, to);
  app.say(note && to ? `${text} ${note}` : text);
  const { wall } = movable;
  app.toasts.show(text, { undo: () => app.attempt(() => movable.move(wall)) });
  return true;
}

/** The items of the day on which `wall` is in the maker's calendar. */
export const thereOn = (days: Map<string, CalendarItem[]>, wall: WallTime): CalendarItem[] => days.get(wall.date) ?? [];

export const dayOfItem = (item: CalendarItem, zone: string): string => dayOf(new Date(item.at), zone);
