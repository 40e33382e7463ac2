/**
 * Opens every story in light and dark, in a small and a large window and with text twice as large, and every full one in the
 * other languages and in the pseudo-language. Fails on an axe violation, sideways scrolling, words that stand out of their element, a
 * refusal of the content security policy or an error on the page. An argument limits it to stories whose name holds that
 * text, and a second one to a view: `npm run test:axe -- composer arabic`. Then pictures of all go to `.shots/`, otherwise of
 * those that fail.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { openStories, ui } from "./stories.mjs";

const shots = join(ui, ".shots");
const [only = "", onlyView = ""] = process.argv.slice(2);
const axe = readFileSync(join(ui, "node_modules/axe-core/axe.min.js"), "utf8");

const VIEWS = [
  { name: "small", width: 900, height: 600, text: 100 },
  { name: "large", width: 1440, height: 900, text: 100 },
  // Where words go does not depend on their colour.
  { name: "text200", width: 900, height: 600, text: 200, themes: ["light"] },
  { name: "pseudo", width: 900, height: 600, text: 100, lang: "en-XA", of: /-full$/, themes: ["light"] },
  { name: "french", width: 900, height: 600, text: 100, lang: "fr", of: /-full$/, themes: ["light"] },
  { name: "arabic", width: 900, height: 600, text: 100, lang: "ar", of: /-full$/, themes: ["light"] },
  // More contrast is a matter of colours, which the full stories show.
  { name: "contrast", width: 1440, height: 900, text: 100, contrast: "more", of: /-full$/ },
  // The system's own few colours: what was told by a ground or a shadow must be told by a line.
  {
    name: "forced",
    width: 1440,
    height: 900,
    text: 100,
    forced: "active",
    of: /^(design|home|services|palette)-full$/,
  },
];

/** A page of one look, for one worker: it is loaded anew for each story, and knows the code and the styles by then. */
async function openPage(browser, theme, view) {
  const page = await browser.newPage({
    viewport: { width: view.width, height: view.height },
    colorScheme: theme,
    reducedMotion: "reduce",
    contrast: view.contrast ?? "no-preference",
    forcedColors: view.forced ?? "none",
    bypassCSP: false,
  });
  // Nothing of the story before.
  await page.addInitScript(() => localStorage.clear());
  const heard = { problems: [] };
  page.on(
    "console",
    (m) => m.type() === "error" && !/status of 404/.test(m.text()) && heard.problems.push(`console: ${m.text()}`),
  );
  page.on("pageerror", (error) => heard.problems.push(`page: ${error.message}`));
  return { page, heard };
}

async function look({ page, heard }, origin, story, theme, view) {
  const problems = (heard.problems = []);
  await page.goto(`${origin}/stories.html?story=${story}&theme=${theme}&text=${view.text}&lang=${view.lang ?? "en"}`);
  await page.waitForSelector("body[data-ready]", { state: "attached" });
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((a) => a.effect.getTiming().iterations !== Infinity)
        .map((a) => a.finished),
    ),
  );
  const picture = { path: join(shots, `${story}.${theme}.${view.name}.png`) };
  if (only) await page.screenshot(picture);
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main *")]
      .filter((e) => e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX))
      .concat(document.documentElement.scrollWidth > innerWidth ? [document.documentElement] : [])
      .map((e) => `${e.tagName}.${e.className}`),
  );
  if (wide.length > 0) problems.push(`scrolls sideways: ${wide.join(", ")}`);
  // Blocks of a form stand one beside or under another, and nothing floats over the rest.
  const overlaps = await page.evaluate(() => {
    const laidOut = (e) => !["absolute", "fixed"].includes(getComputedStyle(e).position) && e.offsetHeight > 0;
    const meet = (a, b) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return [...document.querySelectorAll("form :is(section, fieldset, div, aside), form")].flatMap((parent) => {
      const blocks = [...parent.children].filter((e) => e instanceof HTMLElement && laidOut(e));
      return blocks.flatMap((a, i) =>
        blocks
          .slice(i + 1)
          .filter((b) => meet(a.getBoundingClientRect(), b.getBoundingClientRect()))
          .map((b) => `${a.tagName}.${a.className} and ${b.tagName}.${b.className}`),
      );
    });
  });
  // What the words of a button or a tab do not fit into.
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("button, label, th, dt, h1, h2, h3, summary")]
      .filter(
        (e) => e.offsetWidth > 1 && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === "visible",
      )
      .filter((e) => getComputedStyle(e).display !== "inline")
      .map((e) => `${e.tagName}.${e.className} “${e.textContent.trim().slice(0, 40)}”`),
  );
  if (cut.length > 0) problems.push(`does not hold its words: ${cut.join(", ")}`);
  const outside = await page.evaluate(() => {
    const box = document.querySelector("main")?.getBoundingClientRect();
    return [...document.querySelectorAll("main header button, main header a")]
      .filter((e) => e.offsetWidth > 1 && box)
      .filter((e) => e.getBoundingClientRect().right > box.right - 8 || e.getBoundingClientRect().left < box.left + 8)
      .map((e) => e.textContent.trim());
  });
  // What can be done on a screen stands in one row beside its name. Large letters may take more, and so may what went wrong.
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll("main header > .actions")]
      .filter((bar) => {
        const acts = [...bar.children].filter((e) => !e.matches("[role=alert], :has([role=alert])"));
        const places = acts.map((e) => e.getBoundingClientRect()).filter((r) => r.height > 0);
        return places.some((r) => r.top >= places[0].bottom);
      })
      .map((bar) => bar.textContent.trim()),
  );
  if (rows.length > 0 && view.text === 100 && view.lang !== "en-XA")
    problems.push(`takes more than a row: ${rows.join(", ")}`);
  if (outside.length > 0) problems.push(`stands beyond the edge: ${outside.join(", ")}`);
  if (overlaps.length > 0) problems.push(`lie over each other: ${overlaps.join(", ")}`);
  // Through the debugger, as the page's own policy takes no foreign script.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const v of violations)
    problems.push(
      `axe ${v.id} (${v.impact}): ${v.nodes
        .slice(0, 3)
        .map((n) => `${n.html.slice(0, 140)} ${n.any[0]?.message ?? ""}`)
        .join(" | ")}`,
    );
  if (problems.length > 0) await page.screenshot(picture);
  return problems;
}

mkdirSync(shots, { recursive: true });
const { browser, origin, close } = await openStories();

let passed = 0;
let failed = 0;
try {
  const first = await browser.newPage();
  await first.goto(`${origin}/stories.html`);
  const names = (await first.evaluate(() => globalThis.storyNames)).filter((name) => name.includes(only));
  await first.close();
  const cases = names.flatMap((story) =>
    VIEWS.filter((v) => (!v.of || v.of.test(story)) && v.name.includes(onlyView)).flatMap((view) =>
      (view.themes ?? ["light", "dark"]).map((theme) => ({ story, theme, view })),
    ),
  );
  const worker = async () => {
    const pages = new Map();
    for (let next = cases.shift(); next; next = cases.shift()) {
      const { story, theme, view } = next;
      const name = `${theme} ${view.name}`;
      const page = pages.get(name) ?? (await openPage(browser, theme, view));
      pages.set(name, page);
      const problems = await look(page, origin, story, theme, view).catch((error) => [String(error)]);
      if (problems.length === 0) passed += 1;
      else {
        failed += 1;
        console.log(`FAILED ${story} ${theme} ${view.name}\n  ${problems.join("\n  ")}`);
      }
    }
  };
  await Promise.all([worker(), worker()]);
} finally {
  await close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
