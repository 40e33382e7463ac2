import fc from "fast-check";
import { expect, it } from "vitest";

import { leftInMinutes, leftInWords, SteadyLeft } from "./left";

const steady = (...told: [seconds: number | null, atMs?: number][]) => {
  const left = new SteadyLeft();
  return told.map(([seconds, at], i) => left.next(seconds, at ?? i * 250));
};

it("q02_time_left_never_grows_by_more_than_half_of_what_was_read", () => {
  const tellings = fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null }), { maxLength: 40 });
  fc.assert(
    fc.property(tellings, fc.integer({ min: 100, max: 20_000 }), (told, step) => {
      const shown = steady(...told.map((t, i) => [t, i * step] as [number | null, number])).filter((s) => s !== null);
      for (const [i, now] of shown.entries()) {
        const before = shown[i - 1] ?? Infinity;
        const [was, is] = [leftInMinutes(before), leftInMinutes(now)];
        expect(is).toBeLessThanOrEqual(Math.max(was * 1.5, was + 1));
        if (before < 60) expect(now).toBeLessThanOrEqual(before * 1.5);
      }
    }),
  );
});

it("q02_many_events_in_a_row_do_not_make_one_large_leap", () => {
  expect(steady([240], [4_000], [4_000], [4_000])).toEqual([240, 360, 360, 360]);
  expect(steady([240, 0], [4_000, 250], [4_000, 11_000])).toEqual([240, 360, 540]);
});

it("q02_time_left_falls_at_once_and_a_moment_without_one_does_not_free_the_next_to_leap", () => {
  expect(steady([600], [20])).toEqual([600, 20]);
  expect(steady([240], [null], [4_000])).toEqual([240, null, 360]);
  expect(steady([null], [240])).toEqual([null, 240]);
});

it.each([
  [4, "a few seconds"],
  [32, "less than a minute"],
  [55, "about 1 min"],
  [241, "about 4 min"],
  [3_600, "about 1 h"],
  [4_800, "about 1 h 20 min"],
  [7_150, "about 2 h"],
  [90_000, "more than a day"],
])("Q-02 %i seconds read as “%s”", (seconds, words) => expect(leftInWords(seconds)).toBe(words));
