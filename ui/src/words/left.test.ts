import fc from "fast-check";
import { expect, it } from "vitest";

import { leftInWords, steadyLeft } from "./left";

it("Q-02 time left never jumps upward by more than half", () => {
  fc.assert(
    fc.property(
      fc.float({ min: 1, max: 1e6, noNaN: true }),
      fc.float({ min: 0, max: 1e9, noNaN: true }),
      (shown, told) => {
        expect(steadyLeft(shown, told)).toBeLessThanOrEqual(shown * 1.5);
        expect(steadyLeft(shown, told)).toBeLessThanOrEqual(told);
      },
    ),
  );
});

it("Q-02 time left falls at once, and is silent while it cannot be told", () => {
  expect(steadyLeft(600, 20)).toBe(20);
  expect(steadyLeft(600, null)).toBeNull();
  expect(steadyLeft(null, 240)).toBe(240);
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
