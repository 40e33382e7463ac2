// Refuses a first screen of more than 200 KB gzip: everything index.html loads, what that imports at once, and the first words.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT_BYTES = 200 * 1024;
/** The words that are read before anything is shown, as in src/app/language.ts; Home is the first screen. */
const FIRST_WORDS = ["components", "app", "words", "home"];
const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");

const seen = new Map();
function weigh(file) {
  if (seen.has(file)) return;
  const text = readFileSync(join(dist, file), "utf8");
  seen.set(file, gzipSync(text).length);
  if (!file.endsWith(".js")) return;
  for (const [, name] of text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g))
    weigh(posix.join(posix.dirname(file), name));
}
for (const [, name] of readFileSync(join(dist, "index.html"), "utf8").matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g))
  weigh(name);
const total = [...seen.values()].reduce((sum, bytes) => sum + bytes, 0);

/** The bytes of the first words in each language, of which the window reads one. */
const words = new Map();
for (const name of readdirSync(join(dist, "assets"))) {
  const [, language, area] = /^words-(.+?)-([a-z]+)-[^.]+\.js$/.exec(name) ?? [];
  if (!FIRST_WORDS.includes(area)) continue;
  const bytes = gzipSync(readFileSync(join(dist, "assets", name))).length;
  words.set(language, [...(words.get(language) ?? []), bytes]);
}
const most = Math.max(...[...words.values()].map((sizes) => sizes.reduce((sum, bytes) => sum + bytes, 0)));
const isWhole = words.size > 0 && [...words.values()].every((sizes) => sizes.length === FIRST_WORDS.length);

const kb = (bytes) => (bytes / 1024).toFixed(1);
console.log(
  `first screen: ${kb(total + most)} KB gzip, ${kb(total)} in ${seen.size} files and ${kb(most)} of words (at most ${LIMIT_BYTES / 1024})`,
);
if (total + most > LIMIT_BYTES || seen.size === 0 || !isWhole) process.exit(1);
