import { afterEach, describe, expect, it, vi } from "vitest";

import { recentKeys, remember } from "./recent";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe("G-06 what was used last", () => {
  it("G-06 is newest first, each once, and only the last few", () => {
    for (let i = 0; i < 50; i += 1) remember(`draft:${i}`);
    remember("draft:45");
    expect(recentKeys()).toHaveLength(20);
    expect(recentKeys().slice(0, 3)).toEqual(["draft:45", "draft:49", "draft:48"]);
  });

  it.each(["", "{", "null", "7", '{"a":1}', '"go:home"', "[1,null,{},[]]", `["${"x".repeat(5_000)}"]`])(
    "G-06 nonsense in its place is nothing, and does not stay: %s",
    (nonsense) => {
      localStorage.setItem("palette.recent", nonsense);
      expect(recentKeys()).toEqual([]);
      remember("go:home");
      expect(recentKeys()).toEqual(["go:home"]);
    },
  );

  it("G-06 among nonsense what is sound is kept, and a long list is read in part", () => {
    localStorage.setItem("palette.recent", JSON.stringify([null, "go:home", 4, "go:home", "do:sync"]));
    expect(recentKeys()).toEqual(["go:home", "do:sync"]);
    localStorage.setItem("palette.recent", JSON.stringify(Array.from({ length: 100_000 }, (_, i) => `k${i}`)));
    expect(recentKeys()).toHaveLength(20);
  });

  it("G-06 without storage nothing is recent and nothing breaks", () => {
    const refuse = () => {
      throw new DOMException("no", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
    remember("go:home");
    expect(recentKeys()).toEqual([]);
  });
});
