import fc from "fast-check";
import { expect, it } from "vitest";

import {
  bytesOf,
  capAt,
  capInWords,
  capOfSlider,
  capTrouble,
  clock,
  DEFAULTS,
  hoursNote,
  megabytes,
  minuteOf,
  SLIDER_STEPS,
  sliderOfCap,
} from "./uploads";

const hours = (from: number, to: number, cap: number) => ({
  from_minute: from * 60,
  to_minute: to * 60,
  cap_bytes_s: cap * 1e6,
});

it("t02_a_limit_is_written_with_a_point_or_a_comma_and_anything_else_is_pointed_out", () => {
  expect(["2", "0.5", "0,5", " 12 ", ".25"].map(bytesOf)).toEqual([2e6, 5e5, 5e5, 12e6, 250_000]);
  for (const bad of ["", "fast", "-2", "2 MB", "1e3"]) expect(capTrouble(bad)).toMatch(/such as 2 or 0\.5/);
  expect(capTrouble("0.01")).toMatch(/slowest limit/);
  expect(capTrouble("0.017")).toBeUndefined();
});

it("t02_what_is_shown_in_the_field_is_what_was_kept", () => {
  for (const text of ["2", "0.25", "12.5", "0.017"]) expect(megabytes(bytesOf(text))).toBe(text);
});

it("t02_times_are_read_as_people_write_them", () => {
  expect(["9", "9:30", "18.00", "0930", "23:59", "00:00"].map(minuteOf)).toEqual([540, 570, 1_080, 570, 1_439, 0]);
  expect(["9h", "9h30", "9 h 30", "18 H"].map(minuteOf)).toEqual([540, 570, 570, 1_080]);
  for (const bad of ["", "24:00", "9:60", "nine", "9:3", "9:", "h"]) expect(minuteOf(bad)).toBeUndefined();
  expect([clock(0), clock(545), clock(1_439)]).toEqual(["00:00", "09:05", "23:59"]);
});

it("t02_hours_over_midnight_are_allowed_and_said_so", () => {
  expect(hoursNote(hours(22, 6, 1))).toBe("Over midnight, into the next day.");
  expect(hoursNote(hours(9, 9, 1))).toBe("The whole day.");
  expect(hoursNote(hours(9, 18, 1))).toBeNull();
});

it("q05_the_limit_that_holds_now_follows_the_hours_of_the_day", () => {
  const set = { ...DEFAULTS, cap_bytes_s: 9e6, hours: [hours(9, 18, 2), hours(22, 6, 3), hours(0, 1, 1)] };
  expect([8 * 60, 9 * 60, 18 * 60, 23 * 60, 30, 5 * 60].map((m) => capAt(set, m))).toEqual([
    9e6, 2e6, 9e6, 3e6, 1e6, 3e6,
  ]);
});

it("q05_the_slider_leads_back_to_its_own_place_and_only_upward", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: SLIDER_STEPS }), (place) => {
      expect(sliderOfCap(capOfSlider(place))).toBe(place);
      if (place > 0) expect(capOfSlider(place)).toBeGreaterThan(capOfSlider(place - 1));
    }),
  );
  expect([capInWords(null), capInWords(2e6), capInWords(2.5e6)]).toEqual(["Off", "2 MB/s", "2.5 MB/s"]);
  expect([sliderOfCap(1), sliderOfCap(9e9)]).toEqual([0, SLIDER_STEPS]);
});
