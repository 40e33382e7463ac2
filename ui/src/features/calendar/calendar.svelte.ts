/** What the calendar shows: a stretch of days and what is on them, kept fresh. */
import { SvelteMap } from "svelte/reactivity";

import { Loaded } from "../../app/loaded.svelte";
import type { Studio } from "../../app/studio.svelte";
import { commands, type CalendarItem } from "../../ipc";
import { addDays, addMonths, dayOf, monthOf, startOf, usualWeekStart, weekOf } from "../../words/schedule";

export type Look = "month" | "week" | "list";

/** Where the maker was is where the calendar opens again, in the same window. */
const last = new WeakMap<Studio, { look: Look; day: string }>();

export class Calendar {
  look = $state<Look>("month");
  /** The day that has, or would get, the focus. */
  day = $state("");
  readonly items: Loaded<CalendarItem[]>;
  readonly tray = new Loaded(() => commands.calendarTray());
  readonly slot = new Loaded(() => commands.nextSlot());
  readonly #app: Studio;

  start = $derived.by(() => this.#app.settings.value?.week_start ?? usualWeekStart());
  today = $derived.by(() => dayOf(this.#app.now, this.#app.zone));
  weeks = $derived.by(() => (this.look === "week" ? [weekOf(this.day, this.start)] : monthOf(this.day, this.start)));
  /** The first day that is shown and the first that is not. */
  span = $derived.by((): [string, string] => {
    const days = this.weeks.flat();
    return [days[0] ?? this.day, addDays(days.at(-1) ?? this.day, 1)];
  });
  byDay = $derived.by(() => {
    const days = new SvelteMap<string, CalendarItem[]>();
    for (const item of this.items.value ?? []) {
      const day = dayOf(new Date(item.at), this.#app.zone);
      days.set(day, [...(days.get(day) ?? []), item]);
    }
    return days;
  });

  constructor(app: Studio) {
    this.#app = app;
    const left = last.get(app);
    this.look = left?.look ?? "month";
    this.day = left?.day ?? dayOf(app.now, app.zone);
    this.items = new Loaded(() => {
      const [from, to] = this.span.map((day) => startOf(day, app.zone).toISOString()) as [string, string];
      return commands.calendar(from, to);
    });
  }

  reload(): void {
    void this.items.reload();
    void this.tray.reload();
    if (this.#app.settings.value?.slots.length) void this.slot.reload();
  }

  go(day: string): void {
    this.day = day;
    this.#keep();
  }

  show(look: Look): void {
    this.look = look;
    this.#keep();
  }

  /** A month, or a week, on or back. */
  turn(by: -1 | 1): void {
    this.go(this.look === "week" ? addDays(this.day, 7 * by) : addMonths(this.day, by));
  }

  #keep(): void {
    last.set(this.#app, { look: this.look, day: this.day });
  }
}
