import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fold, marks, pieces, rank, wantedBy } from "./match";

const score = (query: string, name: string) => rank(wantedBy(query), fold(name));
const shown = (query: string, name: string) => {
  const [wanted, folded] = [wantedBy(query), fold(name)];
  if (rank(wanted, folded) === null) return null;
  return pieces(name, folded, marks(wanted, folded))
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join("");
};

describe("G-06 what was typed finds a name", () => {
  it.each([
    ["oak", "How I oil an oak chair", "How I oil an [oak] chair"],
    ["OAK CH", "How I oil an oak chair", "How I oil an [oak] [ch]air"],
    ["chair oil", "How I oil an oak chair", "How I [oil] an oak [chair]"],
    ["np", "New post", "[N]ew [p]ost"],
    ["nwpst", "New post", "[N]e[w] [p]o[st]"],
    ["stngs", "Settings", "[S]e[t]ti[ngs]"],
    ["sese", "Some services sell", "[S]om[e] [se]rvices sell"],
    ["ebeniste", "Chez l’ébéniste", "Chez l’[ébéniste]"],
    ["ébé", "Chez l'ebeniste", "Chez l'[ebe]niste"],
    ["final.mp4", "oak-chair_final.mp4", "oak-chair_[final.mp4]"],
    ["椅子", "木の椅子", "木の[椅子]"],
    ["istanbul", "İstanbul by night", "[İstanbul] by night"],
    ["kiln", "🔥🔥 kiln", "🔥🔥 [kiln]"],
  ])("G-06 by some of its letters, which are marked: %s in %s", (query, name, marked) =>
    expect(shown(query, name)).toBe(marked),
  );

  it.each([
    ["a", "Posts"],
    ["o", "Posts"],
    ["ts", "The oldest workshop"],
    ["oakx", "How I oil an oak chair"],
    ["oak table", "How I oil an oak chair"],
    ["np", "Open report"],
    ["oa", "The kiln is open again"],
  ])("G-06 not by letters that happen to be in it: %s in %s", (query, name) => expect(score(query, name)).toBeNull());

  it("G-06 the nearest comes first: the beginning, then a word, then a part, then single letters", () => {
    const ranked = ["Post", "New post", "Signposts", "Pots of stone tested"];
    const scores = ranked.map((name) => score("post", name) ?? -1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(ranked.length);
  });

  it("G-06 any name and any query are borne, and nothing of the name is lost", () => {
    const text = fc.string({ unit: "binary", maxLength: 300 });
    fc.assert(
      fc.property(text, text, (query, name) => {
        const folded = fold(name);
        const found = marks(wantedBy(query), folded);
        expect(rank(wantedBy(query), folded) ?? 0).toBeLessThanOrEqual(110);
        expect(
          pieces(name, folded, found)
            .map(({ text }) => text)
            .join(""),
        ).toBe(name);
      }),
    );
  });

  it("G-06 a part of a word always finds it", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdeéßñ7-_."), minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(word, fc.nat(38), (name, from) => {
        const part = name.slice(from, from + 5).trim();
        fc.pre(part.length > 1);
        expect(score(part, name)).not.toBeNull();
      }),
    );
  });

  it("G-06 a hostile name costs no more than its length allows", () => {
    const folded = fold("ab ".repeat(10_000));
    expect(folded.text.length).toBeLessThanOrEqual(200);
    expect(rank(wantedBy(`${"ab".repeat(45)}x`), folded)).toBeNull();
  });
});
