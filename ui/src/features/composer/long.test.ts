import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { draft, fields, file, postDraft } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { beginningOf, LONG, LONG_LINE } from "../../words/long";

const LINE = "An oak chair with #oak by @marta, at https://marta.example/chairs\n";
const LINES = LINE.repeat(3_000);
const TITLE = "oak chair ".repeat(20_000);

/** What reads a text from its beginning to its end and makes something of it; not counting, which makes nothing. */
const long = (value: unknown): boolean => typeof value === "string" && value.length > LONG + 1;
let read: string[] = [];

beforeEach(() => {
  read = [];
  const { stringify } = JSON;
  vi.spyOn(JSON, "stringify").mockImplementation((...args: Parameters<typeof stringify>) => {
    const text = stringify(...args);
    if (long(text)) read.push("JSON.stringify");
    return text;
  });
  for (const name of ["matchAll", "replaceAll", "split", Symbol.iterator] as const) {
    const real = String.prototype[name] as (...args: unknown[]) => unknown;
    vi.spyOn(String.prototype, name).mockImplementation(function (this: string, ...args: unknown[]) {
      if (long(String(this))) read.push(String(name));
      return real.apply(this, args);
    } as never);
  }
  const { segment } = Intl.Segmenter.prototype;
  vi.spyOn(Intl.Segmenter.prototype, "segment").mockImplementation(function (this: Intl.Segmenter, text) {
    if (long(text)) read.push("Segmenter");
    return segment.call(this, text);
  });
});
afterEach(() => void vi.restoreAllMocks());

type TextField = HTMLInputElement | HTMLTextAreaElement;
const field = async (testid: string) => (await the(testid)) as TextField;

/** One letter more, as a key would write it, and everything that is drawn for it. What was read for it is the answer. */
async function type(written: TextField): Promise<string[]> {
  read = [];
  written.value += "x";
  await fireEvent.input(written);
  await tick();
  return [...new Set(read)];
}

const open = (part: Parameters<typeof fields>[0]) =>
  openWindow("#/draft/d1", {
    drafts: [draft({ fields: fields({ targets: ["YOUTUBE", "TIKTOK"], ...part }), file: file() })],
  });

describe("a text of many pages", () => {
  it("C-03 a letter in a long description reads and draws nothing of the rest, and is counted", async () => {
    const { core, maker } = await open({ description: LINES });
    const written = await field("composer-description");
    await the("platform-preview");
    expect(await type(written)).toEqual([]);
    // There it is the caption.
    await maker.click(screen.getByTestId("preview-tiktok"));
    expect(await type(written)).toEqual([]);
    expect(screen.queryByTestId("marks")).toBeNull();
    const counted = screen.getAllByTestId("counter").map((counter) => counter.textContent);
    expect(counted.some((text) => text.includes((LINES.length + 2 - 5_000).toLocaleString("en-GB")))).toBe(true);
    await waitFor(() => expect(core.world.drafts[0]?.fields.description).toBe(`${LINES}xx`));
  });

  it("C-03 a letter in a long title reads and draws nothing of the rest, and is counted", async () => {
    const { core } = await open({ title: TITLE });
    const written = await field("composer-title");
    await the("platform-preview");
    expect(await type(written)).toEqual([]);
    expect(screen.getByRole("heading", { level: 1 }).textContent?.length).toBeLessThanOrEqual(LONG_LINE + 1);
    const counted = screen.getAllByTestId("counter").map((counter) => counter.textContent);
    expect(counted.some((text) => text.includes((TITLE.length + 1 - 100).toLocaleString("en-GB")))).toBe(true);
    await waitFor(() => expect(core.world.drafts[0]?.fields.title).toBe(`${TITLE}x`));
  });

  it("C-01 where the shared text is only shown it ends somewhere, and all of it is there to be written on", async () => {
    const { maker } = await open({ title: TITLE, description: LINES });
    expect(await the("youtube-title")).toHaveValue(beginningOf(TITLE, LONG_LINE));
    expect(await the("youtube-description")).toHaveValue(beginningOf(LINES));
    await maker.click(screen.getByTestId("youtube-description-break"));
    expect(screen.getByTestId("youtube-description")).toHaveValue(LINES);
    await maker.click(screen.getByTestId("youtube-title-break"));
    expect(screen.getByTestId("youtube-title")).toHaveValue(TITLE);
  });

  it("C-12 what leads somewhere is counted once the maker rests", async () => {
    await open({ description: "" });
    const written = await field("composer-description");
    written.value = LINES;
    await fireEvent.input(written);
    expect(await type(written)).toEqual([]);
    await waitFor(() =>
      expect(screen.getByTestId("mentions")).toHaveTextContent("3,000 hashtags, 3,000 names, 3,000 links"),
    );
    expect(screen.getByTestId("composer-description")).toHaveValue(`${LINES}x`);
  });

  it("C-03 a letter in a long post reads and draws nothing of the rest", async () => {
    await openWindow("#/post/w1", { postDrafts: [postDraft({ id: "w1", text: LINES })] });
    const written = await field("post-words");
    expect(await type(written)).toEqual([]);
    expect(screen.queryByTestId("marks")).toBeNull();
  });

  it("C-12 a letter draws anew only the piece that it stands in", async () => {
    await open({ description: LINE.repeat(50) });
    const written = await field("composer-description");
    const marks = await the("marks");
    await tick();
    const drawn: MutationRecord[] = [];
    const watch = new MutationObserver((records) => drawn.push(...records));
    watch.observe(marks, { subtree: true, childList: true, characterData: true });
    await type(written);
    await waitFor(() => expect(marks.textContent).toBe(`${LINE.repeat(50)}x\n`));
    drawn.push(...watch.takeRecords());
    watch.disconnect();
    expect(drawn.length).toBeLessThanOrEqual(1);
  });
});

it("C-03 the beginning of a text is never half a letter", () => {
  expect(beginningOf("oak chair", 20)).toBe("oak chair");
  expect(beginningOf("oak chair", 3)).toBe("oak…");
  expect(beginningOf("👩👩", 3)).toBe("👩…");
});
