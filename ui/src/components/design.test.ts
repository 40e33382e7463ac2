import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("G-17 every component stands on the page of parts", () => {
  const page = readdirSync("stories/design")
    .map((file) => readFileSync(`stories/design/${file}`, "utf8"))
    .join("\n");
  const missing = readdirSync("src/components")
    .filter((file) => file.endsWith(".svelte"))
    .filter((file) => !page.includes(`src/components/${file}"`));
  expect(missing).toEqual([]);
});

it("the page of parts is not in the program", () => {
  expect(readFileSync("index.html", "utf8")).not.toMatch(/stories|design/);
});
