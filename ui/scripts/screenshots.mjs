/**
 * Pictures of every screen, in light and dark, in a small and a large window: of the stories, since every program draws
 * those alike. They go to `screenshots/`; an argument limits it to stories whose name holds that text. `README` as the
 * argument draws what stands there.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { openStories, ui } from "./stories.mjs";

const [only = "-full"] = process.argv.slice(2);
const SIZES = [
  [900, 600],
  [1440, 900],
];

/** Each with the story, the theme, the size and the file. */
function pictures(stories) {
  if (only === "README") {
    const folder = join(ui, "..", "docs", "images");
    return ["home light", "composer dark", "calendar light"].map((picture) => {
      const [name, theme] = picture.split(" ");
      return { story: `${name}-full`, theme, width: 1440, height: 900, folder, file: `${name}.png` };
    });
  }
  const folder = join(ui, "..", "screenshots");
  return stories
    .filter((story) => story.includes(only))
    .flatMap((story) =>
      ["light", "dark"].flatMap((theme) =>
        SIZES.map(([width, height]) => {
          const file = `${story}-${theme}-${width}x${height}.png`;
          return { story, theme, width, height, folder, file };
        }),
      ),
    );
}

const { browser, origin, close } = await openStories();
try {
  const first = await browser.newPage();
  await first.goto(`${origin}/stories.html`);
  const all = pictures(await first.evaluate(() => globalThis.storyNames));
  await first.close();
  for (const { story, theme, width, height, folder, file } of all) {
    mkdirSync(folder, { recursive: true });
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, reducedMotion: "reduce" });
    await page.goto(`${origin}/stories.html?story=${story}&theme=${theme}`);
    await page.waitForSelector("body[data-ready]", { state: "attached" });
    await page.screenshot({ path: join(folder, file) });
    await page.close();
  }
  console.log(`${all.length} pictures`);
} finally {
  await close();
}
