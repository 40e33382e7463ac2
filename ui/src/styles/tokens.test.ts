/** The colours, held against what eyes need, in each of the four ways they are worn. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8").replaceAll(/\/\*.*?\*\//gs, "");

type Colour = [r: number, g: number, b: number, alpha: number];

/** The tokens of the rules whose selector names this theme, or none; later ones win as they do in the browser. */
function tokens(theme: "light" | "dark", contrast: boolean): Map<string, string> {
  const [plain = "", more = ""] = css.split("@media (prefers-contrast: more)");
  const found = new Map<string, string>();
  for (const part of contrast ? [plain, more.split("@media")[0] ?? ""] : [plain])
    for (const [, selector = "", body = ""] of part.matchAll(/([^{}]+)\{([^{}]*)\}/g))
      if (selector.includes(":root") || selector.includes(`"${theme}"`))
        for (const [, name = "", value = ""] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found.set(name, value);
  return found;
}

/** Into linear light, as CSS Color 4 has it. */
function linear(value: string): Colour {
  const [, l, c, h, a] = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(value) ?? [];
  if (l === undefined) throw new Error(`no colour: ${value}`);
  const [L, C, H] = [Number(l), Number(c), (Number(h) * Math.PI) / 180];
  const [A, B] = [C * Math.cos(H), C * Math.sin(H)];
  const [x, y, z] = [
    (L + 0.3963377774 * A + 0.2158037573 * B) ** 3,
    (L - 0.1055613458 * A - 0.0638541728 * B) ** 3,
    (L - 0.0894841775 * A - 1.291485548 * B) ** 3,
  ];
  const clip = (n: number) => Math.min(1, Math.max(0, n));
  return [
    clip(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z),
    clip(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z),
    clip(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z),
    Number(a ?? 1),
  ];
}

/** A veil lies over what is below it in the screen's own terms, which are not those of light. */
const shown = (n: number) => (n <= 0.0031308 ? 12.92 * n : 1.055 * n ** (1 / 2.4) - 0.055);
const light = (n: number) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);

function over([r, g, b, alpha]: Colour, below: Colour): Colour {
  const mix = (top: number, under: number) => light(shown(top) * alpha + shown(under) * (1 - alpha));
  return [mix(r, below[0]), mix(g, below[1]), mix(b, below[2]), 1];
}

const brightness = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function ratio(one: Colour, other: Colour): number {
  const [dark = 0, bright = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const GROUNDS = ["frame", "surface", "sunken", "raised"];
const SOFT = ["accent-soft", "good-soft", "warn-soft", "bad-soft"];
const TONES = ["accent", "good", "warn", "bad"].map((tone): [string, string[]] => [
  tone === "accent" ? "accent-text" : tone,
  ["surface", "sunken", "raised", `${tone}-soft`],
]);

describe.each([
  ["light", false],
  ["dark", false],
  ["light", true],
  ["dark", true],
] as const)("G-11 the colours of %s, with more contrast: %s", (theme, contrast) => {
  const all = tokens(theme, contrast);
  const colour = (name: string): Colour => linear(all.get(`--${name}`) ?? "");
  const least = contrast ? 7 : 4.5;
  const words: [string, string[]][] = [
    ["text", [...GROUNDS, ...SOFT]],
    ["text-2", [...GROUNDS, ...SOFT]],
    ["text-3", GROUNDS],
    ...TONES,
  ];

  it.each(words)("G-11 %s can be read on all it stands on", (name, grounds) => {
    for (const ground of grounds) {
      const needed = ["text", "text-2", "text-3"].includes(name) ? least : 4.5;
      expect(ratio(colour(name), colour(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(needed);
      if (!GROUNDS.includes(ground)) continue;
      const hovered = over(colour("hover"), colour(ground));
      expect(ratio(colour(name), hovered), `${name} on ${ground} under the pointer`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("G-11 the words of the main button can be read, also under the pointer", () => {
    for (const ground of ["accent", "accent-hover"])
      expect(ratio(colour("on-accent"), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it("G-08 the ring of the focus stands out from everything behind it", () => {
    for (const ground of [...GROUNDS, ...SOFT])
      expect(ratio(colour("focus"), colour(ground)), ground).toBeGreaterThanOrEqual(3);
  });

  it("G-11 the edge of a field, a box and a switch can be seen", () => {
    for (const ground of ["surface", "sunken", "raised"])
      expect(ratio(colour("line-control"), colour(ground)), ground).toBeGreaterThanOrEqual(3);
  });
});

describe("G-12 G-10 movement and targets", () => {
  it("G-12 nothing moves longer than 150 ms, and nothing at all where less motion is wanted", () => {
    const lengths = [...css.matchAll(/--(?:quick|calm): (\d+)ms/g)].map(([, ms]) => Number(ms));
    expect(lengths).toEqual([100, 150, 0, 0]);
  });

  it("G-10 what is clicked is at least 24 pixels high and wide", () => {
    const all = tokens("light", false);
    for (const name of ["--control", "--target"])
      expect(parseFloat(all.get(name) ?? "") * 16).toBeGreaterThanOrEqual(24);
  });
});

describe("what is drawn at every frame", () => {
  // Without a graphics card a blur is drawn by the processor: around the main surface that was 60 ms of every frame.
  it("blurs no shadow but that of what lies over the window", () => {
    for (const theme of ["light", "dark"] as const)
      for (const [name, value] of [...tokens(theme, false)].filter(([name]) => /^--shadow-(sm|md)$/.test(name)))
        for (const layer of value.split(/,(?![^(]*\))/))
          expect(layer.trim(), `${name} in ${theme}`).toMatch(/^(inset )?-?[\d.]+(px)? -?[\d.]+(px)? 0( |$)/);
  });
});
