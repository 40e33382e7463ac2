import { fireEvent } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";

import { arrowStep, dragged, handle, nearest } from "./drag";

/** Three items under one another, 100 px each. */
function items(): { list: HTMLElement; grip: HTMLElement } {
  const list = document.createElement("ul");
  for (let n = 0; n < 3; n += 1) {
    const item = document.createElement("li");
    item.getBoundingClientRect = () => ({ left: 0, top: n * 100, width: 100, height: 100 }) as DOMRect;
    list.append(item);
  }
  const grip = document.createElement("button");
  grip.setPointerCapture = () => undefined;
  list.children[0]?.append(grip);
  document.body.append(list);
  return { list, grip };
}

afterEach(() => document.body.replaceChildren());

function dragging() {
  const { list, grip } = items();
  const told = { over: vi.fn(), drop: vi.fn(), cancel: vi.fn() };
  const end = handle(() => list, told)(grip);
  return { grip, ...told, end };
}

it("G-10 a picture is dropped at the place that is nearest to the pointer", async () => {
  const { grip, over, drop, cancel } = dragging();
  await fireEvent.pointerDown(grip, { button: 0, clientX: 50, clientY: 50 });
  await fireEvent.pointerMove(grip, { clientX: 50, clientY: 180 });
  await fireEvent.pointerMove(grip, { clientX: 50, clientY: 260 });
  await fireEvent.pointerUp(grip, { clientX: 50, clientY: 260 });
  expect(over.mock.calls).toEqual([[1], [2]]);
  expect(drop.mock.calls).toEqual([[2]]);
  expect(cancel).not.toHaveBeenCalled();
});

it("a press without a move is no drag, and Esc takes one back", async () => {
  const { grip, drop, cancel } = dragging();
  await fireEvent.pointerDown(grip, { button: 0, clientX: 50, clientY: 50 });
  await fireEvent.pointerMove(grip, { clientX: 52, clientY: 51 });
  await fireEvent.pointerUp(grip, { clientX: 52, clientY: 51 });
  await fireEvent.pointerDown(grip, { button: 0, clientX: 50, clientY: 50 });
  await fireEvent.pointerMove(grip, { clientX: 50, clientY: 250 });
  await fireEvent.keyDown(document.body, { key: "Escape" });
  await fireEvent.pointerUp(grip, { clientX: 50, clientY: 250 });
  expect(drop).not.toHaveBeenCalled();
  expect(cancel).toHaveBeenCalled();
});

it("without a list there is one place", () => expect(nearest(undefined, 1, 1)).toBe(0));

it("G-10 what is dragged stands where it would go, and Alt with an arrow key is one step", () => {
  const items = [{ id: "a" }, { id: "b" }, { id: "c" }];
  const ids = (hold?: { id: string; to: number }) => dragged(items, hold).map((item) => item.id);
  expect([ids(), ids({ id: "a", to: 2 }), ids({ id: "gone", to: 0 })]).toEqual([
    ["a", "b", "c"],
    ["b", "c", "a"],
    ["a", "b", "c"],
  ]);
  const step = (key: string, altKey: boolean) => arrowStep(new KeyboardEvent("keydown", { key, altKey }));
  expect([step("ArrowUp", true), step("ArrowRight", true), step("ArrowUp", false), step("x", true)]).toEqual([
    -1,
    1,
    undefined,
    undefined,
  ]);
});
