import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compare } from "./compare";

const text = fc.array(fc.constantFrom("oil", "oak", "a night", " ", "\n", ",", "é", "🪑", "-")).map((w) => w.join(""));
const without = (kind: "gone" | "new", parts: ReturnType<typeof compare>) =>
  parts
    .filter((p) => p.kind !== kind)
    .map((p) => p.text)
    .join("");

describe("comparing two versions", () => {
  it("f62 every word of both versions is shown, in its order", () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = compare(before, after);
        expect(without("new", parts)).toBe(before);
        expect(without("gone", parts)).toBe(after);
      }),
    ));

  it("equal texts have no differences, and nothing has no parts", () => {
    expect(compare("An oak chair", "An oak chair")).toEqual([{ kind: "same", text: "An oak chair" }]);
    expect(compare("", "")).toEqual([]);
  });

  it("whole words differ, never halves of them, and changed words in a row are one change", () => {
    expect(compare("three thin coats", "two thick coats")).toEqual([
      { kind: "gone", text: "three thin" },
      { kind: "new", text: "two thick" },
      { kind: "same", text: " coats" },
    ]);
    expect(compare("Oiling chairs", "Oiled chairs")[0]).toEqual({ kind: "gone", text: "Oiling" });
  });

  it("texts as long as a field may be are told apart at once", () => {
    const long = (word: string) => `Begins. ${`${word} `.repeat(20_000)}Ends.`;
    const parts = compare(long("oak"), long("ash"));
    expect(parts.map((p) => p.kind)).toEqual(["same", "gone", "new", "same"]);
  });
});
