// Refuses a first screen of more than 200 KB gzip: everything index.html loads, and what that imports at once.
import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT_BYTES = 200 * 1024;
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
console.log(`first screen: ${(total / 1024).toFixed(1)} KB gzip in ${seen.size} files (at most ${LIMIT_BYTES / 1024})`);
if (total > LIMIT_BYTES || seen.size === 0) process.exit(1);
