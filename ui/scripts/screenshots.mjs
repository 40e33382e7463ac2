/**
 * Pictures of every screen, in light and dark, in a small and a large window: of the stories, since every program draws
 * those alike. They go to `screenshots/`; an argument limits it to stories whose name holds that text. `README` as the
 * argument draws what stands there.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { openStories, ui } from "./stories.mjs";

const README = process.argv[2] === "README";
const only = README ? "home-full" : (process.argv[2] ?? "-full");
const folder = README ? join(ui, "..", "docs", "images") : join(ui, "..", "screenshots");
const SIZES = README
  ? [[1440, 900]]
  : [
      [900, 600],
      [1440, 900],
    ];

mkdirSync(folder, { recursive: true });
const { browser, origin, close } = await openStories();
try {
  const first = await browser.newPage();
  await first.goto(`${origin}/stories.html`);
  const names = (await first.evaluate(() => globalThis.storyNames)).filter((name) => name.includes(only));
  await first.close();
  for (const theme of ["light", "dark"])
    for (const [width, height] of SIZES)
      for (const story of names) {
        const page = await browser.newPage({
          viewport: { width, height },
          colorScheme: theme,
          reducedMotion: "reduce",
        });
        await page.goto(`${origin}/stories.html?story=${story}&theme=${theme}`);
        await page.waitForSelector("body[data-ready]", { state: "attached" });
        const name = README ? `window-${theme}.png` : `${story}-${theme}-${width}x${height}.png`;
        await page.screenshot({ path: join(folder, name) });
        await page.close();
      }
  console.log(`${names.length} screens in ${folder}`);
} finally {
  await close();
}
