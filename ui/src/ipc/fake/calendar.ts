/** Days with what goes out on them, and what has no time yet. */
import type { CalendarItem, CalendarTray } from "..";
import type { Answers, Core } from "./core";

export interface CalendarWorld {
  calendar: CalendarItem[];
  tray: CalendarTray;
}

export const emptyCalendar = (): CalendarWorld => ({
  calendar: [],
  tray: { drafts: [], count: 0 },
});

export function calendarAnswers(core: Core): Answers {
  const { world } = core;
  return {
    calendar: (from: string, to: string) => world.calendar.filter(({ at }) => from <= at && at < to),
    calendarTray: () => world.tray,
    nextSlot: () => null,
  };
}
