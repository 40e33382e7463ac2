import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse, Visitor, type SelectExpression } from "@fluent/syntax";
import { describe, expect, it } from "vitest";

import { areasOf, LANGUAGES, LOCALES, messagesOf, types, withEnglish } from "../../scripts/ftl.mjs";
import { AREAS, type Messages } from "./messages";

const others = LANGUAGES.filter((language) => language !== "en");
const keysOf = (language: string): string[] => AREAS.flatMap((area) => [...messagesOf(language, area).keys()]);
const bodyOf = (language: string, area: string) =>
  parse(readFileSync(join(LOCALES, language, `${area}.ftl`), "utf8"), { withSpans: false }).body;

describe("G-14 the words of the window", () => {
  it("have types that are those of their files", () => {
    const written = readFileSync(join(import.meta.dirname, "messages.ts"), "utf8");
    expect(types(), "run `npm run words`").toBe(written);
  });

  it("are named after their area, once", () => {
    for (const area of AREAS)
      for (const key of messagesOf("en", area).keys()) expect(key).toMatch(new RegExp(`^${area}-[a-z0-9-]+$`));
    expect(new Set(keysOf("en")).size).toBe(keysOf("en").length);
  });

  it.each(others)("are all there in %s, with the same arguments and tags", (language) => {
    expect(areasOf(language)).toEqual([...AREAS]);
    for (const area of AREAS) {
      const [english, here] = [messagesOf("en", area), messagesOf(language, area)];
      expect([...here.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, { args, tags }] of english) {
        expect([...(here.get(key)?.args.keys() ?? [])].sort(), key).toEqual([...args.keys()].sort());
        expect([...(here.get(key)?.tags ?? [])].sort(), key).toEqual([...tags].sort());
      }
    }
  });

  it("have all six forms of Arabic wherever something is counted", () => {
    const forms: string[][] = [];
    class Looks extends Visitor {
      visitSelectExpression(node: SelectExpression) {
        forms.push(node.variants.flatMap(({ key }) => (key.type === "Identifier" ? key.name : [])));
        this.genericVisit(node);
      }
    }
    for (const area of AREAS) for (const entry of bodyOf("ar", area)) new Looks().visit(entry);
    expect(forms.length).toBeGreaterThan(20);
    for (const form of forms) expect(form).toEqual(["zero", "one", "two", "few", "many", "other"]);
  });

  it("are written in French with its own spaces and apostrophes", () => {
    for (const area of AREAS)
      for (const line of readFileSync(join(LOCALES, "fr", `${area}.ftl`), "utf8").split("\n")) {
        expect(line).not.toMatch(/'| [:;!?»]|« [^\u00a0]/);
      }
  });

  it("are lent from English where a language has none", () => {
    const text = withEnglish("a-one = un\n", "# A note\na-one = one\na-two = two\n");
    expect(text).toContain("a-one = un");
    expect(text).toContain("a-two = two");
    expect(text).not.toMatch(/= one|note/);
  });

  it("are all used", () => {
    const root = join(import.meta.dirname, "..");
    const code = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$|messages\.ts$/.test(name))
      .map((name) => readFileSync(join(root, name), "utf8"))
      .join("\n");
    const whole = new Set([...code.matchAll(/"([a-z0-9-]+)"/g)].map(([, key]) => key));
    const begun = [...code.matchAll(/`([a-z0-9-]+-)\$\{/g)].flatMap(([, start]) => start ?? []);
    const unused = keysOf("en").filter((key) => !whole.has(key) && !begun.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });
});

// What a message takes is known to the compiler: `npm run check` fails where one of these is no mistake.
export const mistakes = (
  t: <K extends keyof Messages>(key: K, ...args: Messages[K] extends null ? [] : [Messages[K]]) => string,
) => [
  // @ts-expect-error no such message
  t("app-no-such-thing"),
  // @ts-expect-error the argument is missing
  t("words-edits"),
  // @ts-expect-error what is counted is a number
  t("words-edits", { count: "three" }),
  // @ts-expect-error it takes nothing
  t("app-got-it", { count: 3 }),
];
