/**
 * Opens pages of the backend for people, in light and dark, on a telephone and on a desk, with text twice as large and in
 * every language, and fails on another language, an axe violation, sideways scrolling, a refusal of the content security
 * policy, a request to anybody else or an error on the page. Pictures of all go to `.shots/`. `scripts/public-page.sh` starts
 * the backend and names the pages.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { openBrowser, ui } from "./stories.mjs";

const [origin, ...pages] = process.argv.slice(2);
const shots = join(ui, ".shots");
const axe = readFileSync(join(ui, "node_modules/axe-core/axe.min.js"), "utf8");

const VIEWS = [
  { name: "phone", language: "en", width: 390, height: 844, text: 100 },
  { name: "desk", language: "en", width: 1440, height: 900, text: 100 },
  { name: "text200", language: "en", width: 900, height: 700, text: 200 },
  { name: "french", language: "fr", width: 390, height: 844, text: 100 },
  { name: "arabic", language: "ar", width: 390, height: 844, text: 100 },
  { name: "arabic-desk", language: "ar", width: 1440, height: 900, text: 100 },
];

/** Stands for a stored picture: nobody has stored any. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#7c8f6a"/><circle cx="400" cy="330" r="180" fill="#d8c9a8"/></svg>`;

async function look(browser, path, name, theme, view) {
  const page = await browser.newPage({
    viewport: { width: view.width, height: view.height },
    colorScheme: theme,
    locale: view.language,
    reducedMotion: "reduce",
  });
  const problems = [];
  page.on(
    "console",
    (m) => m.type() === "error" && !/status of 404/.test(m.text()) && problems.push(`console: ${m.text()}`),
  );
  page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
  page.on("request", (r) => new URL(r.url()).origin !== origin && problems.push(`asks elsewhere: ${r.url()}`));
  await page.route("**/images/*", (route) => route.fulfill({ contentType: "image/svg+xml", body: PICTURE }));
  try {
    await page.goto(`${origin}${path}`);
    if (view.text !== 100)
      await page.evaluate((text) => (document.documentElement.style.fontSize = `${text}%`), view.text);
    for (const summary of await page.locator("summary").all()) await summary.click();
    await page.screenshot({ path: join(shots, `public-${name}.${theme}.${view.name}.png`), fullPage: true });
    const spoken = await page.evaluate(() => document.documentElement.lang);
    if (spoken !== view.language) problems.push(`speaks ${spoken} and not ${view.language}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) problems.push(`scrolls sideways by ${wide} px`);
    // Through the debugger, as the page's own policy takes no script at all.
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const v of violations)
      problems.push(
        `axe ${v.id} (${v.impact}): ${v.nodes
          .slice(0, 3)
          .map((n) => `${n.html.slice(0, 140)} ${n.any[0]?.message ?? ""}`)
          .join(" | ")}`,
      );
  } finally {
    await page.close();
  }
  return problems;
}

mkdirSync(shots, { recursive: true });
const browser = await openBrowser();
let passed = 0;
let failed = 0;
try {
  for (const [number, path] of pages.entries())
    for (const theme of ["light", "dark"])
      for (const view of VIEWS) {
        const problems = await look(browser, path, number, theme, view).catch((error) => [String(error)]);
        if (problems.length === 0) passed += 1;
        else {
          failed += 1;
          console.log(`FAILED ${path} ${theme} ${view.name}\n  ${problems.join("\n  ")}`);
        }
      }
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
