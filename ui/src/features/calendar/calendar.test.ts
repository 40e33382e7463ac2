import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";

import type { World } from "../../ipc/fake";
import { calendarItem } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { addDays, addMonths, dayName, dayOf, monthOf, startOf, wallInSentence, weekOf } from "../../words/schedule";
import { check, on, type Movable } from "./moves";

const today = dayOf(new Date(), "UTC");
const later = addDays(today, 3);
const at = (day: string, time = "18:00") => ({
  at: `${day}T${time}:00Z`,
  wall: { date: day, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), zone: "UTC" },
});
const day = (date: string) => document.querySelector<HTMLElement>(`[data-date="${date}"]`)!;

async function open(world: Partial<World> = {}) {
  const window = await openWindow("#/calendar", world);
  await the("calendar-grid");
  return window;
}

describe("days and times", () => {
  it("weeks begin where the maker's do, and months are whole weeks", () => {
    expect(weekOf("2026-11-24", 1)).toEqual(weekOf("2026-11-29", 1));
    expect(weekOf("2026-11-24", 7)[0]).toBe("2026-11-22");
    const month = monthOf("2026-11-24", 1);
    expect([month.length, month[0]?.[0], month.at(-1)?.[6]]).toEqual([6, "2026-10-26", "2026-12-06"]);
    expect([addMonths("2027-01-31", 1), addMonths("2026-12-15", 1), dayName("2026-11-24")]).toEqual([
      "2027-02-28",
      "2027-01-15",
      "Tuesday 24 November",
    ]);
  });

  it("K-07 a day begins at its own midnight, also where the clocks change", () => {
    expect(startOf("2027-03-28", "Europe/Paris").toISOString()).toBe("2027-03-27T23:00:00.000Z");
    expect(startOf("2027-03-29", "Europe/Paris").toISOString()).toBe("2027-03-28T22:00:00.000Z");
    expect(startOf("2026-11-24", "Pacific/Auckland").toISOString()).toBe("2026-11-23T11:00:00.000Z");
  });

  it("a time is said as near as it is, and its place where that is another", () => {
    const now = new Date("2026-11-24T12:00:00Z");
    const six = (date: string, zone = "UTC") => wallInSentence({ date, minute: 1080, zone }, "UTC", now);
    expect([six("2026-11-24"), six("2026-11-25"), six("2026-12-01"), six("2027-01-02")]).toEqual([
      "at 18:00",
      "tomorrow at 18:00",
      "on 1 Dec at 18:00",
      "on 2 Jan 2027 at 18:00",
    ]);
    expect(six("2026-11-24", "Africa/Nairobi")).toBe("at 18:00 Nairobi time");
  });

  it("K-04 what stands in the way is known before anything is put down", () => {
    const now = new Date("2026-11-24T12:00:00Z");
    const what: Movable = {
      title: "Chair",
      platforms: ["TIKTOK"],
      wall: null,
      fixed: null,
      move: () => Promise.resolve(),
    };
    const look = (date: string, part: Partial<Movable> = {}, there = 0) =>
      check(
        { ...what, ...part },
        on({ ...what, ...part }, date, "UTC"),
        Array<never>(there).fill(calendarItem({ platforms: ["TIKTOK"] }) as never),
        now,
      );
    expect(look("2026-11-23").refused).toContain("has passed");
    expect(look("2026-11-24")).toEqual({ note: "TikTok: this computer must be on at 18:00." });
    expect(look("2026-11-24", { platforms: ["YOUTUBE"] })).toEqual({});
    expect(look("2026-11-24", {}, 15).note).toContain("15 posts a day");
    expect(look("2026-11-25", { fixed: "It is published." })).toEqual({ refused: "It is published." });
  });
});

describe("the calendar", () => {
  it("K-05 is a grid whose days say their date and how much is on them", async () => {
    await open({ calendar: [calendarItem(at(later)), calendarItem({ key: "b", ...at(later, "19:00") })] });
    expect(screen.getByRole("grid")).toBeVisible();
    await waitFor(() => expect(day(later)).toHaveAccessibleName(`${dayName(later)}, 2 items`));
    expect(day(today)).toHaveAccessibleName(`Today, ${dayName(today)}, nothing`);
    expect(day(today)).toHaveAttribute("aria-current", "date");
  });

  it("K-03 each item shows its platform, its state by sign and word, and its time", async () => {
    const item = calendarItem({
      ...at(later, "15:00"),
      wall: { date: later, minute: 1080, zone: "Africa/Nairobi" },
      state: { state: "PROCESSING", stage: "SCHEDULED" },
    });
    await open({ calendar: [item] });
    const chip = await the("calendar-item");
    for (const words of ["15:00", "18:00 Nairobi time", "Scheduled", "YouTube", item.title])
      expect(chip).toHaveTextContent(words);
    expect(chip.querySelectorAll("svg").length).toBe(2);
  });

  it("K-01 is walked by arrows, turned by keys and shown as month, week and list", async () => {
    const { maker } = await open({ calendar: [calendarItem(at(today))] });
    day(today).focus();
    await maker.keyboard("{ArrowRight}{ArrowDown}");
    await waitFor(() => expect(day(addDays(today, 8))).toHaveFocus());
    await maker.keyboard("t");
    await waitFor(() => expect(day(today)).toHaveFocus());
    await maker.keyboard("w");
    expect(screen.getAllByTestId("calendar-day")).toHaveLength(7);
    await maker.keyboard("l");
    expect(await the("calendar-days")).toHaveTextContent(dayName(today));
    await maker.keyboard("m{PageDown}");
    await waitFor(() => expect(screen.getByRole("grid")).toHaveAccessibleName(/\d{4}/));
    await maker.keyboard("t");
  });

  it("K-01 Enter opens what is on a day, and N makes a draft there", async () => {
    const { core, maker } = await open({ calendar: [calendarItem(at(later))] });
    core.answer("newDraftAt", () => ({ id: "new1" }));
    await the("calendar-item");
    day(later).focus();
    await maker.keyboard("{Enter}");
    expect(await the("calendar-sheet")).toHaveTextContent("Draft for YouTube");
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(day(later)).toHaveFocus());
    await maker.keyboard("n");
    await waitFor(() => expect(location.hash).toBe("#/draft/new1"));
    expect(core.called("newDraftAt")).toEqual([[{ date: later, minute: 1080, zone: "UTC" }]]);
  });

  it("K-02 Shift and an arrow move an item a day, it is said, and Undo puts it back", async () => {
    const item = calendarItem(at(later));
    const { core, maker } = await open({ calendar: [item] });
    (await the("calendar-item")).focus();
    await maker.keyboard("{Shift>}{ArrowRight}{/Shift}");
    const to = { date: addDays(later, 1), minute: 1080, zone: "UTC" };
    await waitFor(() => expect(core.called("moveDraft")).toEqual([["d1", ["YOUTUBE"], to]]));
    expect(screen.getByTestId("live")).toHaveTextContent(`moved to ${dayName(to.date)}, 18:00`);
    await maker.click(within(await the("toast")).getByText("Undo"));
    await waitFor(() => expect(core.called("moveDraft")[1]).toEqual(["d1", ["YOUTUBE"], item.wall]));
  });

  it("K-02 what is published does not move", async () => {
    const fixed = "It is published: what is out stays where it is.";
    const item = calendarItem({ ...at(later), draft_id: null, delivery_id: "v1", fixed });
    const { core, maker } = await open({ calendar: [item] });
    (await the("calendar-item")).focus();
    await maker.keyboard("{Shift>}{ArrowRight}{/Shift}");
    expect(await the("toast")).toHaveTextContent(fixed);
    expect([...core.called("moveDraft"), ...core.called("reschedule")]).toEqual([]);
    await maker.click(screen.getByTestId("calendar-item"));
    expect(await the("calendar-fixed")).toHaveTextContent(fixed);
    expect(screen.queryByTestId("calendar-move")).toBeNull();
  });

  it("K-02 the focus goes along with what is put elsewhere", async () => {
    const tray = { count: 1, drafts: [{ id: "t1", title: "Bowl", platforms: ["YOUTUBE" as const] }] };
    const { core } = await openWindow("#/calendar", { tray });
    (await the("tray-draft")).focus();
    const putAt = (day: string) => {
      core.world.tray = { count: 0, drafts: [] };
      core.world.calendar = [calendarItem({ ...at(day), key: "draft:t1:YOUTUBE", draft_id: "t1" })];
      core.emit("changed", { tables: ["drafts"] });
    };
    putAt(later);
    await waitFor(() => expect(screen.getByTestId("calendar-item")).toHaveFocus());
    putAt(addDays(later, 1));
    await waitFor(() =>
      expect(screen.getByTestId("calendar-item").closest("[data-day]")).toHaveAttribute("data-day", addDays(later, 1)),
    );
    await waitFor(() => expect(screen.getByTestId("calendar-item")).toHaveFocus());
    core.world.tray = tray;
    core.world.calendar = [];
    core.emit("changed", { tables: ["drafts"] });
    await waitFor(() => expect(screen.getByTestId("tray-draft")).toHaveFocus());
  });

  it("K-01 the month opens at the maker's day, also where it is higher than the window", async () => {
    const there: number[] = [];
    const brought = vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(() => {
      there.push(screen.queryAllByTestId("calendar-item").length);
    });
    await open({ calendar: [calendarItem(at(today, "23:59"))] });
    await waitFor(() => expect(there).toEqual([1]));
    const mine = screen.getAllByTestId("calendar-day").filter((day) => day.tabIndex === 0);
    expect(brought.mock.contexts).toEqual(mine.map((day) => day.closest("[data-day]")));
    brought.mockRestore();
  });

  it("K-04 nothing is moved into the past", async () => {
    const { core, maker } = await open({ calendar: [calendarItem(at(today, "23:59"))] });
    (await the("calendar-item")).focus();
    await maker.keyboard("{Shift>}{ArrowLeft}{/Shift}");
    expect(await the("toast")).toHaveTextContent("has passed");
    expect(core.called("moveDraft")).toEqual([]);
  });

  it("K-06 a draft without a time waits at the side and is placed by its dialog", async () => {
    const tray = { count: 1, drafts: [{ id: "t1", title: "Bowl", platforms: ["TIKTOK" as const] }] };
    const settings = {
      theme: "SYSTEM" as const,
      time_zone: null,
      language: null,
      week_start: null,
      slots: [{ weekday: 5, minute: 600 }],
      machine_zone: "UTC",
    };
    const { core, maker } = await openWindow("#/calendar", { tray, settings });
    core.answer("nextSlot", () => ({ date: later, minute: 600, zone: "UTC" }));
    await maker.click(await the("tray-draft"));
    expect(await the("move-note")).toHaveTextContent("this computer must be on at");
    await maker.clear(screen.getByTestId("move-time"));
    await maker.type(screen.getByTestId("move-time"), "09:15");
    await maker.click(screen.getByTestId("calendar-move"));
    await waitFor(() => expect(core.called("moveDraft")).toHaveLength(1));
    expect(core.called("moveDraft")[0]?.[2]).toMatchObject({ minute: 555, zone: "UTC" });
  });

  it("K-02 an upload that waits for its time is moved, or sent now", async () => {
    const waits = { state: "WAITING", why: "SCHEDULE", until: null } as const;
    const item = calendarItem({ ...at(later), draft_id: null, delivery_id: "v1", platforms: ["TIKTOK"], state: waits });
    const { core, maker } = await open({ calendar: [item] });
    await maker.click(await the("calendar-item"));
    await maker.click(await the("calendar-untime"));
    await waitFor(() => expect(core.called("reschedule")).toEqual([["v1", null]]));
  });
});
