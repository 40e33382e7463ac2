import { describe, expect, it } from "vitest";

import { filterOf, NOTHING, queries } from "./query";
import { wordsOf } from "./words";

describe("what is looked for in the activity", () => {
  it("V-01 an address and what it means say the same, both ways", () => {
    const query = {
      ...NOTHING,
      text: "oak & chair",
      platform: "TIKTOK",
      use: "UPLOAD",
      outcome: "TROUBLE",
      when: "30",
      about: "019a0000-0000-7000-8000-000000000001",
    } as const;
    expect(queries.read(queries.addressOf(query))).toEqual(query);
    expect(queries.addressOf(NOTHING)).toBe("");
  });

  it("V-01 what cannot be meant is left out", () => {
    expect(queries.read("use=erase&platform=myspace&outcome=x&when=9&about='or+1=1&from=yesterday")).toEqual(NOTHING);
    expect(queries.read(`q=${"x".repeat(10_000)}`).text).toHaveLength(200);
  });

  it("V-01 days are counted in the maker's zone, and a range may have one end", () => {
    expect(filterOf({ ...NOTHING, when: "7" }, "2026-03-02")).toMatchObject({ from: "2026-02-24", to: null });
    const range = { ...NOTHING, when: "range", from: "", to: "2026-01-31" } as const;
    expect(filterOf(range, "2026-03-02")).toMatchObject({ from: null, to: "2026-01-31" });
  });

  it("V-01 what is typed is looked for in the words that are shown, too", () => {
    expect(wordsOf(" Renewed  chair ")).toEqual([
      { text: "Renewed", actions: ["REFRESH"], outcomes: [] },
      { text: "chair", actions: [], outcomes: [] },
    ]);
    expect(wordsOf("answer")[0]?.outcomes).toEqual(["NO_ANSWER", "TIMED_OUT"]);
    expect(wordsOf("a ".repeat(50))).toHaveLength(12);
  });
});
