/**
 * The words of the window, which are Fluent files in `locales/LANGUAGE/AREA.ftl`: how the build reads them, and the types
 * of their keys. `node scripts/ftl.mjs` writes the types anew; a test fails when they are stale.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse, serialize, Resource, Visitor } from "@fluent/syntax";

const here = dirname(fileURLToPath(import.meta.url));
export const LOCALES = join(here, "..", "..", "locales");
const TYPES = join(here, "..", "src", "words", "messages.ts");

/** The areas of a language: its files by name. */
export const areasOf = (language) =>
  readdirSync(join(LOCALES, language))
    .filter((name) => name.endsWith(".ftl"))
    .map((name) => basename(name, ".ftl"))
    .sort();

const read = (language, area) => {
  try {
    return readFileSync(join(LOCALES, language, `${area}.ftl`), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
};

/** Every message of an area, with its arguments (`number`, or what may stand in a text) and the tags in it. */
export function messagesOf(language, area) {
  const { body } = parse(read(language, area), { withSpans: false });
  return new Map(
    body.flatMap((entry) => {
      if (entry.type === "Junk")
        throw new Error(`locales/${language}/${area}.ftl: ${entry.annotations[0]?.message}\n${entry.content}`);
      return entry.type === "Message" ? [[entry.id.name, shapeOf(entry)]] : [];
    }),
  );
}

const PLURALS = new Set(["zero", "one", "two", "few", "many"]);

function shapeOf(message) {
  const args = new Map();
  const tags = new Set();
  class Looks extends Visitor {
    visitVariableReference({ id }) {
      if (!args.has(id.name)) args.set(id.name, "text");
    }
    visitFunctionReference(node) {
      for (const arg of node.arguments.positional)
        if (arg.type === "VariableReference") args.set(arg.id.name, "number");
    }
    visitSelectExpression(node) {
      const { selector, variants } = node;
      const isCount = variants.some(({ key }) => key.type === "NumberLiteral" || PLURALS.has(key.name));
      if (selector.type === "VariableReference" && isCount) args.set(selector.id.name, "number");
      this.genericVisit(node);
    }
    visitTextElement({ value }) {
      for (const [, tag] of value.matchAll(/<([a-z]+)/g)) if (tag !== "b") tags.add(tag);
    }
  }
  new Looks().visit(message);
  return { args, tags };
}

export const LANGUAGES = readdirSync(LOCALES).sort();

/** What the window's code knows of the words. English is what they are written in first; what any language counts is a number. */
export function types() {
  const areas = areasOf("en");
  const all = areas.flatMap((area) => [...messagesOf("en", area)]);
  const counted = new Set(
    LANGUAGES.flatMap((language) => areas.flatMap((area) => [...messagesOf(language, area)])).flatMap(
      ([key, { args }]) => [...args].flatMap(([name, kind]) => (kind === "number" ? `${key} ${name}` : [])),
    ),
  );
  const lines = all.map(([key, { args }]) => {
    const given = [...args.keys()].map((name) => `${name}: ${counted.has(`${key} ${name}`) ? "Count" : "Text"}`);
    return `  "${key}": ${given.length > 0 ? `{ ${given.join("; ")} }` : "null"};`;
  });
  const tagged = all.flatMap(([key, { tags }]) =>
    tags.size > 0 ? [`  "${key}": ${[...tags].map((tag) => `"${tag}"`).join(" | ")};`] : [],
  );
  return `/** Generated from \`locales/\` by \`npm run words\`. Not to be edited by hand. */
import type { FluentNumber } from "@fluent/bundle";

type Count = number | FluentNumber;
type Text = string | Count;

/** What each message takes. */
export interface Messages {
${lines.join("\n")}
}

/** The tags that stand in a message, but for \`<b>\`. */
export interface Tags {
${tagged.join("\n")}
}

export const AREAS = ${JSON.stringify(areas)} as const;
`;
}

/** A file as the window gets it: without comments, and with the English words of what it does not have. */
export const packed = (language, area) => withEnglish(read(language, area), read("en", area));

export function withEnglish(text, english) {
  const bodyOf = (ftl) =>
    parse(ftl, { withSpans: false }).body.filter(({ type }) => type === "Message" || type === "Term");
  const own = bodyOf(text);
  const known = new Set(own.map(({ id }) => id.name));
  const all = [...own, ...bodyOf(english).filter(({ id }) => !known.has(id.name))];
  for (const entry of all) entry.comment = null;
  return serialize(new Resource(all));
}

/** Makes modules of `.ftl` files. */
export const ftl = () => ({
  name: "ftl",
  load(id) {
    const [path] = id.split("?");
    if (!path.endsWith(".ftl")) return undefined;
    const [language, area] = [basename(dirname(path)), basename(path, ".ftl")];
    this.addWatchFile(join(LOCALES, "en", `${area}.ftl`));
    return { code: `export default ${JSON.stringify(packed(language, area))};`, moduleType: "js" };
  },
});

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TYPES, types());
