import { expect, it } from "vitest";

import { usualWeekStart } from "./schedule";

it("K-01 the week begins as the system says, and on Monday where it says nothing that can be understood", () => {
  expect(usualWeekStart("fr-FR")).toBe(1);
  expect(usualWeekStart("en-US")).toBe(7);
  for (const nothing of ["c", "C", "", "POSIX"]) expect(usualWeekStart(nothing)).toBe(1);
});
