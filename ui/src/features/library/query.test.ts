import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MOST_LETTERS } from "../../app/queries";
import { filterOf, isNarrowed, NOTHING, queries, type Query } from "./query";
import { dayOf } from "../../words/schedule";

const query = (part: Partial<Query>): Query => ({ ...NOTHING, ...part });

describe("the library's address", () => {
  it("l_01 what is looked for is in the address and read out of it again, whatever it is", () => {
    const one = <T>(...values: T[]) => fc.constantFrom(...values);
    const any = fc.record({
      text: fc.string({ maxLength: 40, unit: "grapheme" }).map((text) => [...text].slice(0, MOST_LETTERS).join("")),
      kind: one<Query["kind"]>("", "VIDEO", "POST", "DRAFT"),
      platform: one<Query["platform"]>("", "YOUTUBE", "TIKTOK"),
      type: one<Query["type"]>("", "SHORT", "LONG", "DEMO"),
      state: one<Query["state"]>("", "PUBLISHED", "ON_ITS_WAY", "NEEDS_YOU", "DRAFT"),
      when: one<Query["when"]>("", "7", "30", "365"),
      order: one<Query["order"]>("NEWEST", "OLDEST", "TITLE", "MOST_VIEWED"),
      look: one<Query["look"]>("grid", "table"),
    });
    fc.assert(
      fc.property(any, (part) => {
        expect(queries.read(queries.addressOf(query(part)))).toEqual(query(part));
      }),
    );
    const range = query({ when: "range", from: "2026-01-31", to: "2026-02-28" });
    expect(queries.read(queries.addressOf(range))).toEqual(range);
    expect(queries.addressOf(NOTHING)).toBe("");
  });

  it("l_01 what makes no sense in an address is left out", () => {
    expect(queries.read("kind=film&platform=MYSPACE&from=yesterday&to=2026-13-45&order=;drop&look=3d&q=oak")).toEqual(
      query({ text: "oak" }),
    );
    expect(queries.read(`q=${"x".repeat(5_000)}`).text).toHaveLength(MOST_LETTERS);
    fc.assert(
      fc.property(fc.string(), (address) => {
        expect(queries.addressOf(queries.read(address))).toBeTypeOf("string");
      }),
    );
  });

  it("l_01 the last seven days are today and the six before it", () => {
    expect(filterOf(query({ when: "7" }), "2026-03-03")).toMatchObject({ from: "2026-02-25", to: null });
    expect(filterOf(query({ when: "range", from: "2026-01-31" }), "2026-03-03")).toMatchObject({
      from: "2026-01-31",
      to: null,
    });
    expect(dayOf(new Date("2026-03-02T20:00:00Z"), "Pacific/Auckland")).toBe("2026-03-03");
  });

  it("l_01 a kind and an order narrow nothing down", () => {
    expect(isNarrowed(query({ kind: "POST", order: "TITLE", look: "table", text: "  " }))).toBe(false);
    expect(isNarrowed(query({ text: "oak" }))).toBe(true);
  });
});
