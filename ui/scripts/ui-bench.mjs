/**
 * How quickly the whole window answers a maker of long standing: 10,000 videos, 2,000 drafts and 5,000 posts. From a key
 * or a click to the frame that shows it: the palette, every letter typed there, every screen, the composer. Figures go to
 * `bench/out/browser.json`; they are for reading, not for failing, and budgets are held against the usual time. An
 * argument limits it to what holds that text, and `MAKER_BENCH_WITHOUT=library` leaves a screen out.
 */
import { openStories } from "./stories.mjs";
import { figures, install, measure, record } from "./timing.mjs";

const TIMES = 20;
const only = process.argv[2] ?? "";

/** What must be seen of each screen before it counts as shown. */
const SHOWN = {
  home: `[...document.querySelectorAll("[data-testid=delivery-row], [data-testid=draft-row]")]`,
  posts: `[...document.querySelectorAll("[data-testid=post], [data-testid=post-draft]")]`,
  library: `[...document.querySelectorAll("[data-testid=entry]")]`,
  calendar: `[...document.querySelectorAll("[data-testid=calendar-grid]")]`,
  services: `[...document.querySelectorAll("[data-testid=service]")]`,
  profile: `[...document.querySelectorAll("[data-testid=profile-name]")]`,
  connections: `[...document.querySelectorAll("[data-testid=connection-youtube]")]`,
  sync: `[...document.querySelectorAll("[data-testid=account]")]`,
  settings: `[...document.querySelectorAll("[data-testid=files-at-once]")]`,
};
const isShown = (screen) => `${SHOWN[screen]}.some((e) => getComputedStyle(e).visibility === "visible")`;
const SCREENS = Object.keys(SHOWN).filter((screen) => screen !== process.env.MAKER_BENCH_WITHOUT);

const palette = `document.querySelector("[data-testid=palette]")`;
const found = `document.querySelector("[data-testid=palette-list], #palette-list, [data-testid=palette-empty]")?.textContent`;
const at = (testid) => `document.querySelector("[data-testid=${testid}]")`;

const { browser, origin, close } = await openStories();
const results = [];

async function series(what, budget, of, times, one) {
  if (!what.includes(only)) return;
  const all = [];
  for (let i = 0; i < times; i += 1) all.push((await one(i))[of]);
  const figure = figures(what, all, budget, "p50_ms");
  results.push(figure);
  const verdict = figure.within ? "ok  " : "OVER";
  const ms = (value) => `${value} ms`.padStart(9);
  console.log(`  ${verdict} ${ms(figure.p50_ms)} typical, ${ms(figure.p95_ms)} of 95 %, ${ms(budget)} budget  ${what}`);
}

async function open(hash) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(install);
  await page.goto(`${origin}/stories.html?story=crowd-home&theme=light&text=100`);
  await page.waitForSelector("body[data-ready]", { state: "attached", timeout: 60_000 });
  // The palette is read ahead of its first use.
  await page.waitForTimeout(600);
  if (hash) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.waitForTimeout(800);
  }
  return page;
}

const key = (page, keys, shown) => measure(page, () => page.keyboard.press(keys), ["keydown"], shown);
const goto = async (page, screen) => {
  await page.evaluate((name) => document.querySelector(`[data-testid=nav-${name}]`).click(), screen);
  // The page's policy takes no text as a script but from the debugger, so the question is asked anew each time.
  while (!(await page.evaluate(isShown(screen)))) await page.waitForTimeout(20);
};

async function benchPalette(screen, times) {
  const page = await open();
  await goto(page, screen);
  const shut = async () => {
    await page.keyboard.press("Escape");
    await page.waitForSelector("[data-testid=palette]", { state: "detached" });
  };
  await series(`${screen}: Ctrl+K to the palette`, 50, "ms", times, async () => {
    const time = await key(page, "Control+k", `${palette} && ${at("palette-row")}`);
    await page.waitForTimeout(50);
    await shut();
    return time;
  });
  const letters = [..."oak chair"];
  const typing = [];
  for (let round = 0; round < Math.ceil((times * 2) / letters.length); round += 1) {
    await page.keyboard.press("Control+k");
    await page.waitForSelector("[data-testid=palette-row]");
    await page.waitForTimeout(150);
    for (const letter of letters) {
      const typed = (await page.inputValue("[data-testid=palette-input]")) + letter;
      await page.evaluate((to) => (globalThis.typed = to), typed);
      typing.push(
        await measure(
          page,
          () => page.keyboard.press(letter === " " ? "Space" : letter),
          ["keydown"],
          `${at("palette-input")}?.value === globalThis.typed && ${found}`,
        ),
      );
    }
    await shut();
  }
  await series(
    `${screen}: a letter in the palette to what it finds, work alone`,
    16,
    "work_ms",
    typing.length,
    (i) => typing[i],
  );
  await series(`${screen}: a letter in the palette to what it finds`, 50, "ms", typing.length, (i) => typing[i]);
  await page.close();
}

async function benchScreens() {
  const page = await open();
  for (const to of SCREENS)
    await series(`to ${to}, from every other screen`, 100, "ms", SCREENS.length - 1, async (i) => {
      await goto(page, SCREENS.filter((s) => s !== to)[i]);
      await page.waitForTimeout(100);
      return measure(
        page,
        () => page.evaluate((name) => document.querySelector(`[data-testid=nav-${name}]`).click(), to),
        ["click"],
        isShown(to),
      );
    });
  await page.close();
}

async function benchComposer() {
  const page = await open("#/draft/d0");
  await page.waitForSelector("[data-testid=composer-title]");
  for (const field of ["composer-title", "composer-description"]) {
    await page.focus(`[data-testid=${field}]`);
    await page.keyboard.press("End");
    await series(`a letter in ${field} to its being seen`, 50, "ms", TIMES * 2, async () => {
      const length = await page.inputValue(`[data-testid=${field}]`).then((v) => v.length);
      return key(page, "x", `${at(field)}.value.length === ${length + 1}`);
    });
  }
  await page.close();
  const post = await open("#/post/w0");
  await post.waitForSelector("[data-testid=post-words]");
  await post.focus("[data-testid=post-words]");
  await series("a letter in a post to its being seen", 50, "ms", TIMES * 2, async () => {
    const length = await post.inputValue("[data-testid=post-words]").then((v) => v.length);
    return key(post, "x", `${at("post-words")}.value.length === ${length + 1}`);
  });
  await post.close();
}

async function benchShow() {
  const page = await open();
  for (const [what, query, screen, shown] of [
    ["a video", "video number 7777", "library", `${at("entry-details")} !== null`],
    ["a post", "post number 3333", "posts", `document.activeElement?.dataset.post === "o3333"`],
  ].filter(([, , screen]) => SCREENS.includes(screen)))
    await series(`${what} out of the palette to its being shown`, 100, "ms", 5, async () => {
      await goto(page, "settings");
      await page.keyboard.press("Control+k");
      await page.waitForSelector("[data-testid=palette-row]");
      await page.fill("[data-testid=palette-input]", query);
      await page.waitForTimeout(100);
      const time = await key(page, "Enter", `${isShown(screen)} && ${shown}`);
      return time;
    });
  await page.close();
}

try {
  await benchPalette("home", TIMES);
  await benchPalette("posts", TIMES);
  await benchScreens();
  await benchComposer();
  await benchShow();
  record("browser", browser, { videos: 10_000, drafts: 2_000, posts: 5_000, results });
} finally {
  await close();
}
