/** The calendar in every state. The days are those around today, so that nothing in it grows old. */
import type { CalendarItem } from "../src/ipc";
import { emptyWorld, type World } from "../src/ipc/fake";
import { calendarItem } from "../src/ipc/samples";
import { addDays, dayOf } from "../src/words/schedule";
import { at, there } from "./hands";
import type { Story } from "./story";
import { draft, fields } from "../src/ipc/samples";
import { full } from "./worlds";

const today = dayOf(new Date(), "UTC");

/** Something so many days from the middle of this month, at an hour. */
function item(key: string, days: number, hour: number, part: Partial<CalendarItem>): CalendarItem {
  const day = addDays(`${today.slice(0, 7)}-14`, days);
  const minute = hour * 60;
  const time = `${String(hour).padStart(2, "0")}:00`;
  return calendarItem({ key, at: `${day}T${time}:00Z`, wall: { date: day, minute, zone: "UTC" }, ...part });
}

const OUT = "It is published: what is out stays where it is.";
const out = {
  draft_id: null,
  fixed: OUT,
  state: { state: "PUBLISHED", url: "https://youtu.be/x", exact: true },
} as const;
const later = { draft_id: null, delivery_id: "v9" } as const;

const items = (): CalendarItem[] => [
  item("a", -12, 18, { ...out, title: "Sharpening a plane iron", platforms: ["YOUTUBE"] }),
  item("b", -9, 12, {
    ...out,
    title: "Delivering a sideboard across the Alps",
    platforms: ["TIKTOK"],
    late_minutes: 95,
  }),
  item("c", -5, 18, { ...out, title: "How I oil an oak chair", platforms: ["YOUTUBE"] }),
  item("d", -5, 18, { ...out, title: "How I oil an oak chair", platforms: ["TIKTOK"] }),
  item("e", 3, 18, {
    ...later,
    title: "First firing of the year",
    platforms: ["YOUTUBE"],
    state: { state: "PROCESSING", stage: "SCHEDULED" },
    fixed: "YouTube has the video and makes it public by itself. To change the time, open it in YouTube Studio.",
  }),
  item("f", 3, 19, {
    ...later,
    title: "First firing of the year",
    platforms: ["TIKTOK"],
    state: { state: "WAITING", why: "SCHEDULE", until: null },
  }),
  item("g", 3, 20, { title: "Behind the kiln", platforms: ["YOUTUBE", "TIKTOK"] }),
  item("h", 3, 21, { title: "Questions and answers", platforms: ["YOUTUBE"] }),
  item("i", 8, 9, {
    ...later,
    title: "A vase in one take",
    platforms: ["TIKTOK"],
    state: { state: "NEEDS_ATTENTION", reason: { code: "FILE_MISSING", platform_words: null, noted: null } },
  }),
  item("j", 10, 17, {
    title: "Market day in Nairobi",
    platforms: ["YOUTUBE"],
    wall: { date: addDays(`${today.slice(0, 7)}-14`, 10), minute: 20 * 60, zone: "Africa/Nairobi" },
  }),
];

const world = (): Partial<World> => ({
  ...full(),
  settings: {
    theme: "SYSTEM",
    time_zone: null,
    language: null,
    week_start: 1,
    slots: [{ weekday: 5, minute: 1080 }],
    machine_zone: "UTC",
  },
  calendar: items(),
  tray: {
    count: 3,
    drafts: [
      { id: "t1", title: "Turning a bowl from green wood", platforms: ["YOUTUBE", "TIKTOK"] },
      { id: "t2", title: "Ten minutes of planing", platforms: ["YOUTUBE"] },
      { id: "t3", title: "workshop-tour-final-2.mp4", platforms: [] },
    ],
  },
});

const slot = { date: addDays(today, 3), minute: 1080, zone: "UTC" };
const press = (testid: string) => at(testid)?.click();
const pressed = (look: string) => () =>
  document.querySelector(`[data-testid=calendar-${look}]`)?.getAttribute("aria-pressed") === "true";

export const CALENDAR_STORIES: Record<string, Story> = {
  "calendar-full": {
    hash: "#/calendar",
    world,
    prepare: (core) => core.answer("nextSlot", () => slot),
    until: there("calendar-item"),
  },
  "calendar-week": {
    hash: "#/calendar",
    world,
    then: () => press("calendar-week"),
    until: pressed("week"),
  },
  "calendar-list": {
    hash: "#/calendar",
    world,
    then: () => press("calendar-list"),
    until: () => pressed("list")() && there("calendar-item")(),
  },
  "calendar-move": {
    hash: "#/calendar",
    world,
    prepare: (core) => core.answer("nextSlot", () => slot),
    then: () => press("tray-draft"),
    until: there("calendar-sheet"),
  },
  "composer-schedule": {
    hash: "#/draft/d1",
    world: () => ({
      ...world(),
      drafts: [
        draft({
          id: "d1",
          fields: fields({
            targets: ["YOUTUBE", "TIKTOK"],
            schedule: { date: addDays(today, 1), minute: 1080, zone: "UTC" },
          }),
        }),
      ],
    }),
    then: () => document.getElementById("schedule")?.scrollIntoView({ block: "center" }),
    until: there("schedule-hint"),
  },
  "calendar-empty": { hash: "#/calendar", world: () => emptyWorld(), until: there("empty") },
  "calendar-error": {
    hash: "#/calendar",
    world,
    prepare: (core) => core.refuse("calendar", "The data folder cannot be read. Check the disk, then try again."),
    until: there("error"),
  },
};
