import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { CalendarItem } from "../../ipc";
import { calendarItem } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { dayName } from "../../words/schedule";

const YESTERDAY = "2026-11-17";
const FRIDAY = "2026-11-20";
const TUESDAY = "2026-11-24";
const on = (date: string) => ({ date, minute: 1080, zone: "UTC" });
const planned = (part: Partial<CalendarItem> = {}) =>
  calendarItem({ at: `${FRIDAY}T18:00:00Z`, wall: on(FRIDAY), ...part });

const cell = (date: string) => document.querySelector<HTMLElement>(`[data-day="${date}"]`)!;
const ghost = () => screen.queryByTestId("calendar-ghost");

/** A page without a layout has nothing under the pointer: here that is said. */
let under: Element | null = null;

const press = async () => fireEvent.pointerDown(await the("calendar-item"), { button: 0, clientX: 100, clientY: 100 });
async function moveOver(element: Element | null, far = 80) {
  under = element;
  await fireEvent.pointerMove(window, { clientX: 100 + far, clientY: 100 });
}
async function letGo() {
  await fireEvent.pointerUp(window);
  // A browser tells of the press on the item as a click, too.
  await fireEvent.click(screen.getByTestId("calendar-item"), { detail: 1 });
}

async function open(item = planned()) {
  const window = await openWindow("#/calendar", { calendar: [item] });
  await the("calendar-item");
  return window;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-18T12:00:00Z") });
  document.elementFromPoint = () => under;
});
afterEach(() => void vi.useRealTimers());

describe("dragging in the calendar", () => {
  it("K-02 lets an item go on another day, at its own time, and Undo brings it back", async () => {
    const { core, maker } = await open();
    await press();
    await moveOver(cell(TUESDAY));
    expect(cell(TUESDAY)).toHaveClass("takes");
    expect(ghost()).toHaveTextContent(dayName(TUESDAY));
    expect(core.called("moveDraft")).toEqual([]);
    await letGo();
    await waitFor(() => expect(core.called("moveDraft")).toEqual([["d1", ["YOUTUBE"], on(TUESDAY)]]));
    expect(ghost()).toBeNull();
    expect(cell(TUESDAY)).not.toHaveClass("takes");
    expect(screen.getByTestId("live")).toHaveTextContent(`moved to ${dayName(TUESDAY)}, 18:00`);
    await maker.click(within(await the("toast")).getByText("Undo"));
    await waitFor(() => expect(core.called("moveDraft")[1]).toEqual(["d1", ["YOUTUBE"], on(FRIDAY)]));
  });

  it("K-04 says over each day whether it takes the item and what is to be known, before it is let go", async () => {
    const { core } = await open(planned({ platforms: ["TIKTOK"] }));
    await press();
    await moveOver(cell(YESTERDAY));
    expect(cell(YESTERDAY)).toHaveClass("refuses");
    expect(ghost()).toHaveTextContent("has passed");
    await moveOver(cell(TUESDAY));
    expect(cell(YESTERDAY)).not.toHaveClass("refuses");
    expect(ghost()).toHaveTextContent("this computer must be on at 18:00");
    await moveOver(cell(YESTERDAY));
    await letGo();
    expect(await the("toast")).toHaveTextContent("has passed");
    expect(core.called("moveDraft")).toEqual([]);
  });

  it.each([
    ["Escape", () => fireEvent.keyDown(window, { key: "Escape" })],
    ["the system, which takes the pointer away,", () => fireEvent.pointerCancel(window)],
    ["letting go outside", () => moveOver(null)],
    ["letting go where it was", () => moveOver(cell(FRIDAY))],
  ])("K-02 %s changes and opens nothing", async (_, end) => {
    const { core } = await open();
    await press();
    await moveOver(cell(TUESDAY));
    expect(ghost()).not.toBeNull();
    await end();
    await letGo();
    expect(ghost()).toBeNull();
    expect(screen.queryByTestId("calendar-sheet")).toBeNull();
    expect(screen.queryByTestId("toast")).toBeNull();
    expect(core.called("moveDraft")).toEqual([]);
  });

  it("K-02 does not move what is published", async () => {
    const fixed = "It is published: what is out stays where it is.";
    const { core } = await open(planned({ draft_id: null, delivery_id: "v1", fixed }));
    await press();
    await moveOver(cell(TUESDAY));
    expect(ghost()).toBeNull();
    expect(cell(TUESDAY)).not.toHaveClass("takes");
    await fireEvent.pointerUp(window);
    expect([...core.called("moveDraft"), ...core.called("reschedule")]).toEqual([]);
  });

  it("K-02 leaves the keys alone: Enter opens right after a drag", async () => {
    const { maker } = await open();
    await press();
    await moveOver(cell(TUESDAY));
    // Let go over another element, a browser tells of no click.
    await fireEvent.pointerUp(window);
    screen.getByTestId("calendar-item").focus();
    await maker.keyboard("{Enter}");
    expect(await the("calendar-sheet")).toBeVisible();
  });

  it("a press that hardly moves is no drag: it opens", async () => {
    const { core } = await open();
    await press();
    await moveOver(cell(TUESDAY), 3);
    expect(ghost()).toBeNull();
    await letGo();
    expect(await the("calendar-sheet")).toBeVisible();
    expect(core.called("moveDraft")).toEqual([]);
  });
});
