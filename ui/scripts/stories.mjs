/** The page of stories over the fake core, built, served as the real window is, and opened in the system's browser. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

export const ui = join(dirname(fileURLToPath(import.meta.url)), "..");
const root = join(ui, ".stories");

// The policy of the real window; loopback is where previews come from.
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' http://127.0.0.1:*; object-src 'none'; base-uri 'none'; form-action 'none'";
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".webm": "video/webm",
  ".svg": "image/svg+xml",
};

export async function openStories() {
  execFileSync("npx", ["vite", "build", "--mode", "stories", "--logLevel", "warn"], {
    cwd: ui,
    stdio: ["ignore", "ignore", "inherit"],
  });
  makePreview();
  const server = await serve();
  const browser = await openBrowser();
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { browser, origin: `http://127.0.0.1:${server.address().port}`, close };
}

/** The system's browser, which calls nobody by itself. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
      " ",
    ),
  });
}

function makePreview() {
  const file = join(root, "preview.webm");
  if (existsSync(file)) return;
  const source = "testsrc2=size=360x640:rate=24:duration=3";
  try {
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, "-c:v", "libvpx", "-b:v", "300k", file]);
  } catch {
    // Without ffmpeg the story shows the poster that a computer without decoders shows.
  }
}

function serve() {
  const server = createServer((request, response) => {
    const path = join(root, normalize(new URL(request.url, "http://x").pathname));
    if (!path.startsWith(root) || !existsSync(path)) return response.writeHead(404).end();
    const bytes = readFileSync(path);
    // A browser seeks in a video only where it may ask for a part of it.
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    const [first, last] = [Number(from ?? 0), Math.min(Number(to || Infinity), bytes.length - 1)];
    response.writeHead(from ? 206 : 200, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "content-security-policy": CSP,
      "accept-ranges": "bytes",
      // Their names change with what is in them.
      ...(path.includes("/assets/") && { "cache-control": "max-age=3600, immutable" }),
      ...(from && { "content-range": `bytes ${first}-${last}/${bytes.length}` }),
    });
    response.end(bytes.subarray(first, last + 1));
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}
