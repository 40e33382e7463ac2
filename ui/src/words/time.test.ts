import { expect, it } from "vitest";

import { fromNow, inUtc, moment, momentInSentence, zoneName } from "./time";

const now = new Date("2026-11-22T14:10:00Z");

it.each([
  ["2026-11-22T14:02:00Z", "UTC", "14:02"],
  ["2026-11-22T14:02:00Z", "Europe/Paris", "15:02"],
  ["2026-11-21T23:30:00Z", "Europe/Paris", "00:30"],
  ["2026-11-21T14:02:00Z", "UTC", "yesterday 14:02"],
  ["2026-11-23T09:00:00Z", "UTC", "tomorrow 09:00"],
  ["2026-10-03T08:12:00Z", "UTC", "3 Oct 08:12"],
  ["2025-12-02T16:00:00Z", "UTC", "2 Dec 2025 16:00"],
])("G-19 %s in %s is shown as “%s”", (iso, zone, shown) => expect(moment(iso, zone, now)).toBe(shown));

it("G-19 the maker's zone is named only when it differs from the machine's", () => {
  expect(zoneName("Europe/Paris", "Europe/Paris")).toBeNull();
  expect(zoneName("Europe/Paris", "America/New_York")).toBe("Paris time");
  expect(zoneName("America/New_York", "UTC")).toBe("New York time");
  expect(zoneName("UTC", "Europe/Paris")).toBe("UTC");
});

it("G-19 hovering tells UTC and how long from now", () => {
  expect(inUtc("2026-11-22T17:10:00Z", now)).toBe("22 Nov 2026 17:10 UTC, in 3 hours");
  expect(fromNow("2026-11-20T14:10:00Z", now)).toBe("2 days ago");
  expect(fromNow("2026-11-22T14:10:20Z", now)).toBe("just now");
});

it.each([
  ["2026-11-22T14:02:00Z", "at 14:02"],
  ["2026-11-23T09:00:00Z", "tomorrow at 09:00"],
  ["2026-12-03T08:12:00Z", "on 3 Dec at 08:12"],
])("q06_%s reads in a sentence as “%s”", (iso, said) => expect(momentInSentence(iso, "UTC", now)).toBe(said));
