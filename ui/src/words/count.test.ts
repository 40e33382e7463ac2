import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { codePoints, measure, tagsLength, tiktokCaption, utf16Units, utf8Bytes } from "./count";

describe("C-03 live counters count as each platform does", () => {
  it("C-03 YouTube counts a tag with a space as quoted, and one comma between each two", () => {
    expect(tagsLength(["Foo Baz"])).toBe(9);
    expect(tagsLength(["Foo-Baz"])).toBe(7);
    expect(tagsLength(["a", "b c"])).toBe(1 + 1 + 5);
    expect(tagsLength([])).toBe(0);
  });

  it("C-03 each platform counts an emoji its own way", () => {
    const family = "👩‍👩‍👧";
    expect([codePoints(family), utf16Units(family), utf8Bytes(family)]).toEqual([5, 8, 18]);
  });

  it("C-03 the last tenth is amber, beyond the limit is red and says how many to cut", () => {
    expect(measure(90, 100)).toMatchObject({ tightness: "ok", cut: 0 });
    expect(measure(91, 100)).toMatchObject({ tightness: "near", cut: 0 });
    expect(measure(100, 100)).toMatchObject({ tightness: "near", cut: 0 });
    expect(measure(112, 100)).toMatchObject({ tightness: "over", cut: 12 });
  });

  it("C-03 half a pair counts as one, as whole ones do", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("x", "é", "👩", "\u200d", "\ud83d", "\udc69") }), (text) => {
        expect(codePoints(text)).toBe([...text].length);
      }),
    );
  });

  it("C-03 never counts fewer bytes than code points, nor fewer units", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(utf8Bytes(text)).toBeGreaterThanOrEqual(codePoints(text));
        expect(utf16Units(text)).toBeGreaterThanOrEqual(codePoints(text));
      }),
    );
  });

  it("C-01 TikTok takes the shared text until it has its own, which may be empty on purpose", () => {
    expect(tiktokCaption(null, "Chair", "Oak, oiled.")).toBe("Chair\n\nOak, oiled.");
    expect(tiktokCaption(null, " ", "Oak")).toBe("Oak");
    expect(tiktokCaption(null, "Chair", "")).toBe("Chair");
    expect(tiktokCaption("", "Chair", "Oak, oiled.")).toBe("");
  });
});
