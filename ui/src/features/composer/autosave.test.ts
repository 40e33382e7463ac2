import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Autosave, type SaveState } from "./autosave";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup(save: (text: string) => Promise<void> = () => Promise.resolve()) {
  const states: SaveState[] = [];
  const saved = vi.fn(save);
  return { states, saved, autosave: new Autosave(saved, (state) => states.push(state)) };
}

it("G-04 a draft is handed to the disk within 400 ms of the last key", async () => {
  const { autosave, saved, states } = setup();
  autosave.touch("O");
  await vi.advanceTimersByTimeAsync(150);
  autosave.touch("Oa");
  expect(saved).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(50);
  expect(saved.mock.calls).toEqual([["Oa"]]);
  expect(states.at(-1)).toBe("saved");
});

it("G-20 typing without a rest is on its way to the disk every 200 ms", async () => {
  const { autosave, saved } = setup();
  for (let letters = 1; letters <= 30; letters += 1) {
    autosave.touch("x".repeat(letters));
    await vi.advanceTimersByTimeAsync(50);
  }
  // The letter of that moment comes with the next one.
  expect(saved.mock.calls.map(([text]) => text.length)).toEqual([4, 8, 12, 16, 20, 24, 28]);
});

it("G-04 leaving saves at once", async () => {
  const { autosave, saved } = setup();
  autosave.touch("Oak");
  expect(await autosave.flush()).toBe(true);
  expect(saved).toHaveBeenCalledWith("Oak");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toHaveBeenCalledTimes(1);
});

it("G-04 an older text never lands after a newer one", async () => {
  const order: string[] = [];
  let finish = () => {};
  const { autosave } = setup((text) => {
    order.push(`start ${text}`);
    return new Promise((done) => {
      finish = () => {
        order.push(`end ${text}`);
        done();
      };
    });
  });
  autosave.touch("one");
  await vi.advanceTimersByTimeAsync(200);
  autosave.touch("two");
  await vi.advanceTimersByTimeAsync(200);
  expect(order).toEqual(["start one"]);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(["start one", "end one", "start two", "end two"]);
});

it("Q-11 a refused save keeps the text and goes through at the next try", async () => {
  let full = true;
  const { autosave, saved, states } = setup(() => (full ? Promise.reject(new Error("disk full")) : Promise.resolve()));
  autosave.touch("Oak");
  expect(await autosave.flush()).toBe(false);
  expect(states.at(-1)).toBe("refused");
  full = false;
  expect(await autosave.flush()).toBe(true);
  expect(saved.mock.calls).toEqual([["Oak"], ["Oak"]]);
});
