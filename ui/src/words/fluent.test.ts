import { afterEach, describe, expect, it } from "vitest";

import { language, need, speak, t } from "./fluent.svelte";
import { languageFor } from "./locale";
import { pseudo } from "./pseudo";
import { list, size } from "./quantity";
import { harmless, partsOf, wordsOf } from "./rich";

afterEach(() => speak("en"));

describe("G-14 a language", () => {
  it("is the chosen one, or the first of the system's that is spoken here, or English", () => {
    expect(languageFor("fr", ["ar"])).toBe("fr");
    expect(languageFor(null, ["de-DE", "fr-CA", "en-US"])).toBe("fr");
    expect(languageFor(null, ["ar_MA.UTF-8"])).toBe("ar");
    expect(languageFor(null, ["c"])).toBe("en");
    expect(languageFor("tlh", ["fr"])).toBe("fr");
  });

  it("counts by its own rules, and writes numbers and sizes by its own customs", async () => {
    expect(t("words-edits", { count: 12_480 })).toBe("12,480 edits");
    await speak("fr");
    expect(t("words-edits", { count: 0 })).toBe("0 modification");
    expect(t("words-edits", { count: 12_480 })).toBe("12\u202f480 modifications");
    expect(size(1_300_000_000)).toBe("1,3 Go");
    await need("library");
    expect(t("library-views", { count: 3_000_000 })).toBe("3\u202f000\u202f000 de vues");
    await speak("ar");
    expect([0, 1, 2, 3, 11, 100].map((count) => t("words-edits", { count }))).toEqual([
      "لا تعديلات",
      "تعديل واحد",
      "تعديلان",
      "3 تعديلات",
      "11 تعديلًا",
      "100 تعديل",
    ]);
  });

  it("turns the page round where it is written from the right, and back", async () => {
    await speak("ar");
    expect(document.documentElement).toHaveAttribute("dir", "rtl");
    expect(document.documentElement).toHaveAttribute("lang", "ar");
    await speak("fr");
    expect(document.documentElement).toHaveAttribute("dir", "ltr");
  });

  it("is the last one that was asked for, however long the others take", async () => {
    await Promise.all([speak("ar"), speak("fr"), speak("en")]);
    expect(language()).toBe("en");
    await Promise.all([speak("en"), speak("fr"), speak("ar"), speak("fr")]);
    expect(language()).toBe("fr");
    expect(t("components-undo")).toBe("Annuler");
  });

  it("keeps a title of the other direction apart from the sentence around it", async () => {
    const said = (title: string) => t("deleted-is-back", { title });
    expect(said("Oak chair")).toBe("“Oak chair” is back.");
    expect(said("كرسي")).toBe("“\u2068كرسي\u2069” is back.");
    await speak("ar");
    expect(said("Oak chair!")).toContain("\u2068Oak chair!\u2069");
  });

  it("reads a list in its own direction, whatever the direction of the names in it", async () => {
    expect(list(["YouTube", "TikTok"])).toBe("YouTube and TikTok");
    expect(list(["كرسي", "Table"])).toBe("\u2068كرسي\u2069 and Table");
    await speak("ar");
    // Marks hide the names from the rule by which the list takes its direction: what is left of it is Arabic.
    expect(list(["YouTube", "TikTok"])).toBe("\u200f\u2068YouTube\u2069 و\u2068TikTok\u2069");
    expect(list(["YouTube"])).toBe("\u200f\u2068YouTube\u2069");
    expect(list([])).toBe("");
  });

  it("that nobody speaks is English, four tenths longer, with its tags and arguments as they are", async () => {
    const english = t("app-offline-waits", { things: "x" });
    await speak("en-XA");
    await need("app");
    const long = t("app-offline-waits", { things: "x" });
    expect(long).toMatch(/^<b>Ö.*<time\/>\.<\/b> x ŵ/);
    expect(long.length / english.length).toBeGreaterThan(1.2);
    expect(t("app-got-it")).toBe("Ĝööţ ííţ");
    const text = "Videos stay where they are on this computer.";
    expect(pseudo(text).length / text.length).toBeGreaterThan(1.3);
  });
});

describe("a text with tags", () => {
  it("is taken apart, one inside another", () => {
    expect(partsOf("<b>Offline since <time/>.</b> Wait.")).toEqual([
      { tag: "b", parts: ["Offline since ", { tag: "time", parts: [] }, "."] },
      " Wait.",
    ]);
    expect(wordsOf(partsOf("a <link>b</link> c"))).toBe("a b c");
  });

  it("gets none from what somebody typed", () => {
    const { title } = harmless({ title: "<b>bold</b>" });
    expect(partsOf(`Draft ${title}`)).toEqual(["Draft <b>bold</b>"]);
  });
});
