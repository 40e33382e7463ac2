/**
 * How quickly a long queue answers: from a key or click to the frame that shows it, and from one screen to another, with
 * 1,000 and 2,000 rows in the system's browser. Figures go to `bench/out/queue.json`; they are for reading, not for failing.
 */
import { openStories } from "./stories.mjs";
import { figures, install, measure as timed, record } from "./timing.mjs";

const BUDGET_MS = 100;
const ROWS = [1_000, 2_000];
const TIMES = 20;

const measure = async (...how) => (await timed(...how)).ms;

const active = `document.activeElement?.dataset.delivery`;
const rowIs = (id, state) => `document.querySelector('[data-delivery="${id}"]')?.dataset.state === "${state}"`;

async function bench(browser, origin, rows) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(install);
  await page.goto(`${origin}/stories.html?story=home-${rows}&theme=light&text=100`);
  await page.waitForSelector("body[data-ready]", { state: "attached" });
  const results = [];
  const series = async (name, times, one) => {
    const all = [];
    for (let i = 0; i < times; i += 1) all.push(await one(i));
    results.push(figures(name, all, BUDGET_MS));
    if (process.env.VERBOSE) console.log(JSON.stringify(results.at(-1)));
  };
  const key = (keys, shown, events = ["keydown"]) => measure(page, () => page.keyboard.press(keys), events, shown);
  const focused = () => page.evaluate(() => document.activeElement.dataset.delivery);
  const click = (testid, shown) => measure(page, () => page.click(`[data-testid=${testid}]`), ["pointerdown"], shown);

  await page.locator("[data-testid=delivery-row]").first().focus();
  await series("arrow down to the next row's focus", TIMES, async () =>
    key("ArrowDown", `${active} && ${active} !== "${await focused()}"`),
  );
  await series("shift and arrow down to the row being chosen", TIMES, async () =>
    key(
      "Shift+ArrowDown",
      `document.querySelectorAll("[aria-selected=true]").length > 0 && ${active} !== "${await focused()}"`,
    ),
  );
  await page.keyboard.press("Escape");
  await series("End to the last row, Home to the first", 6, async (i) =>
    key(i % 2 === 0 ? "End" : "Home", `${active} && ${active} !== "${await focused()}"`),
  );
  // The first waiting row is where pausing and moving happen.
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(200);
  await series("Space to the row being paused or resumed", TIMES, async () => {
    const id = await focused();
    const state = await page.evaluate(() => document.activeElement.dataset.state);
    return key(" ", rowIs(id, state === "PAUSED" ? "WAITING" : "PAUSED"));
  });
  await series("Alt and arrow to the row in its new place, focus on it", TIMES, async (i) => {
    const id = await focused();
    const place = await page.evaluate(() => document.activeElement.getAttribute("aria-rowindex"));
    return key(
      i % 2 === 0 ? "Alt+ArrowDown" : "Alt+ArrowUp",
      `${active} === "${id}" && document.activeElement.getAttribute("aria-rowindex") !== "${place}"`,
    );
  });
  await series("click to the row being chosen", TIMES, async (i) => {
    const row = page.locator("[data-testid=delivery-row]").nth(i % 4);
    const id = await row.getAttribute("data-delivery");
    return measure(
      page,
      () => row.locator(".title").click(),
      ["click"],
      `document.querySelector('[data-delivery="${id}"]').getAttribute("aria-selected") === "true"`,
    );
  });
  await series("Pause all and Resume all to the rows showing it", 6, async (i) =>
    i % 2 === 0
      ? click("pause-all", `!document.querySelector("[data-testid=pause-all]")`)
      : click("resume-all", `!document.querySelector("[data-testid=resume-all]")`),
  );
  await series("Ctrl+A to every row chosen and the bar of acts", 4, async () => {
    await page.locator("[data-testid=delivery-row]").first().focus();
    const time = await key(
      "Control+a",
      `document.querySelector("[data-testid=bulk-bar]")?.textContent.includes("${rows}")`,
    );
    await page.keyboard.press("Escape");
    await page.waitForSelector("[data-testid=bulk-bar]", { state: "detached" });
    return time;
  });
  await series("Home to Settings", TIMES / 2, async () => {
    const time = await click("nav-settings", `document.querySelector("[data-testid=files-at-once]")`);
    await page.click("[data-testid=nav-home]");
    await page.waitForSelector("[data-testid=delivery-row]");
    return time;
  });
  await series("Settings to Home", TIMES / 2, async () => {
    await page.click("[data-testid=nav-settings]");
    await page.waitForSelector("[data-testid=files-at-once]");
    return click(
      "nav-home",
      `[...document.querySelectorAll("[data-testid=delivery-row]")].some((r) => getComputedStyle(r).visibility === "visible")`,
    );
  });
  const laidOut = await page.locator("[data-testid=delivery-row]").count();
  // One leap through the whole list, frame after frame: how long the longest of them took.
  const scroll = await page.evaluate(async () => {
    const scroller = document.querySelector("main [role=region]");
    const frames = [];
    let last = performance.now();
    for (let i = 0; i < 120; i += 1) {
      scroller.scrollTop += 400;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
  results.push(figures("scrolling 400 px a frame: time between frames", scroll, BUDGET_MS));
  await page.close();
  return { rows, rows_laid_out: laidOut, results };
}

const { browser, origin, close } = await openStories();
try {
  const runs = [];
  for (const rows of ROWS) {
    const run = await bench(browser, origin, rows);
    runs.push(run);
    console.log(`${run.rows} rows, ${run.rows_laid_out} of them laid out`);
    for (const r of run.results)
      console.log(
        `  ${r.within ? "ok  " : "OVER"} ${String(r.p50_ms).padStart(6)} ms typical, ${String(r.max_ms).padStart(6)} at most  ${r.what}`,
      );
  }
  record("queue", browser, { runs });
} finally {
  await close();
}
