import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";

import type { EntryView } from "../../ipc";
import type { FakeCore, World } from "../../ipc/fake";
import { draft, entry, entryDetails, place, postDraft } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
// Read before they are asked for: a slow machine takes longer to read them than a test waits.
import "../receipt/ReceiptDialog.svelte";
import "../palette/Palette.svelte";
import "./EntryDialog.svelte";
import { removedWords } from "./acts";
import { countsOf, sumOf } from "./words";

beforeEach(() => localStorage.clear());

const many = (count: number): EntryView[] =>
  Array.from({ length: count }, (_, n) => entry({ id: `p${n}`, title: `Chair ${n}` }));

async function open(hash: string, world: Partial<World>, prepare?: (core: FakeCore) => unknown) {
  const opened = await openWindow(hash, world, prepare);
  await waitFor(() => expect(screen.getAllByTestId("entry").length).toBeGreaterThan(0));
  return opened;
}
const shown = () => screen.queryAllByTestId("entry").map((e) => e.dataset.entry);
const at = (id: string) => document.querySelector<HTMLElement>(`[data-entry="${id}"]`) as HTMLElement;
const chosen = () =>
  screen
    .queryAllByTestId("entry")
    .filter((e) => e.getAttribute("aria-selected") === "true")
    .map((e) => e.dataset.entry);

const mixed: EntryView[] = [
  entry({
    id: "p1",
    title: "Oak chair",
    places: [place(), place({ platform: "TIKTOK", video_id: "x2", url: "https://t/1" })],
  }),
  entry({ id: "o1", kind: "POST", title: "New mugs", video_type: null, places: [], duration_s: null }),
  entry({ id: "d1", kind: "DRAFT", title: "Ash stool", states: ["DRAFT"], places: [] }),
];

describe("what the library shows", () => {
  it("l_02 one entry has a chip for each platform, and each opens its own address", async () => {
    const { core, maker } = await open("#/library", { library: mixed });
    const chips = within(at("p1")).getAllByTestId("entry-place");
    expect(chips.map((chip) => chip.dataset.platform)).toEqual(["YOUTUBE", "TIKTOK"]);
    await maker.click(chips[1] as HTMLElement);
    expect(core.called("openPlace")).toEqual([["p1", "TIKTOK"]]);
  });

  it("l_02 views and likes are added up and carry the oldest moment they were told", () => {
    const numbers = (views: number | null, likes: number | null, as_of: string) => ({ views, likes, as_of });
    const places = [
      place({ numbers: numbers(10, null, "2026-11-22T13:40:00Z") }),
      place({ platform: "TIKTOK", numbers: numbers(5, 1, "2026-11-22T13:20:00Z") }),
    ];
    expect(sumOf(entry({ places }))).toEqual({ views: 15, likes: 1, as_of: "2026-11-22T13:20:00Z" });
    expect(countsOf({ views: 12_480, likes: 1 })).toBe("12,480\u00a0views · 1\u00a0like");
  });

  it("a_02 numbers that nobody told are not shown as zero", async () => {
    expect(
      sumOf(entry({ places: [place({ numbers: { views: null, likes: null, as_of: "2026-11-22T13:20:00Z" } })] })),
    ).toBeNull();
    await open("#/library", { library: mixed });
    expect(screen.queryByTestId("entry-numbers")).toBeNull();
  });

  it("g_17 without anything it says what the place is for", async () => {
    await openWindow("#/library");
    expect(await the("empty")).toHaveTextContent("Everything you publish is found here");
  });

  it("g_17 a list that cannot be read says why and is tried again", async () => {
    const { core, maker } = await openWindow("#/library", {}, (core) => core.refuse("library", "The disk is full."));
    expect(await the("error")).toHaveTextContent("The disk is full.");
    core.answer("library", () => ({ entries: mixed, next: null, counts: { videos: 1, posts: 1, drafts: 1 } }));
    await maker.click(within(screen.getByTestId("error")).getByRole("button"));
    await waitFor(() => expect(shown()).toEqual(["p1", "o1", "d1"]));
  });

  it("l_01 what is written elsewhere is shown at once", async () => {
    const { core } = await open("#/library", { library: mixed });
    core.world.library = [entry({ id: "p9" }), ...mixed];
    core.emit("changed", { tables: ["videos"] });
    await waitFor(() => expect(shown()[0]).toBe("p9"));
  });
});

describe("looking for something", () => {
  it("l_01 typing finds at once and is in the address", async () => {
    const { maker } = await open("#/library", { library: mixed });
    await maker.keyboard("/");
    await maker.keyboard("oak");
    await waitFor(() => expect(shown()).toEqual(["p1"]));
    expect(location.hash).toBe("#/library?q=oak");
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(shown()).toHaveLength(3));
  });

  it("l_01 an answer to what was typed before does not replace the newest", async () => {
    const { core, maker } = await open("#/library", { library: mixed });
    let late: (answer: unknown) => void = () => undefined;
    core.answer("library", ({ text }) =>
      text === "o"
        ? new Promise((done) => (late = done))
        : { entries: [entry({ id: "newest" })], next: null, counts: { videos: 1, posts: 0, drafts: 0 } },
    );
    await maker.type(screen.getByTestId("library-search"), "oa");
    await waitFor(() => expect(shown()).toEqual(["newest"]));
    late({ entries: [entry({ id: "old" })], next: null, counts: null });
    await new Promise((done) => setTimeout(done));
    expect(shown()).toEqual(["newest"]);
  });

  it("l_01 filters come from the address, and the core is asked for exactly them", async () => {
    const hash =
      "#/library?kind=video&platform=tiktok&type=short&state=published&from=2026-01-01&to=2026-12-31&order=title";
    const { core } = await open(hash, { library: mixed });
    expect(core.called("library")[0]?.slice(0, 2)).toEqual([
      {
        text: "",
        kind: "VIDEO",
        platform: "TIKTOK",
        video_type: "SHORT",
        state: "PUBLISHED",
        from: "2026-01-01",
        to: "2026-12-31",
      },
      "TITLE",
    ]);
  });

  it("l_01 filters, order and look survive a restart", async () => {
    const { maker } = await open("#/library", { library: mixed });
    await maker.selectOptions(screen.getByTestId("library-platform"), "TIKTOK");
    await maker.click(screen.getByTestId("library-table"));
    await waitFor(() => expect(location.hash).toBe("#/library?platform=tiktok&look=table"));
    document.body.innerHTML = "";
    await open("#/library", { library: mixed });
    await waitFor(() => expect(location.hash).toBe("#/library?platform=tiktok&look=table"));
    expect(await the("library")).toHaveAttribute("data-look", "table");
  });

  it("l_01 where nothing is found the way back is one button", async () => {
    const { maker } = await openWindow("#/library?q=walnut&kind=post", { library: mixed });
    await maker.click(await the("library-clear"));
    await waitFor(() => expect(shown()).toHaveLength(3));
    expect(location.hash).toBe("#/library");
  });

  it("l_01 each kind says how many there are", async () => {
    const { maker } = await open("#/library", { library: mixed });
    expect(screen.getByTestId("library-kind-all")).toHaveTextContent("All3");
    await maker.click(screen.getByTestId("library-kind-post"));
    await waitFor(() => expect(shown()).toEqual(["o1"]));
    expect(screen.getByTestId("library-kind-video")).toHaveTextContent("Videos1");
  });
});

describe("a long library", () => {
  it("g_18 only what is in view is laid out, and more is read towards the end", async () => {
    const { core } = await open("#/library?look=table", { library: many(400) });
    expect(shown().length).toBeLessThan(60);
    await waitFor(() => expect(core.called("library").length).toBeGreaterThan(1));
    expect(core.called("library")[1]?.[2]).toEqual({ value: "", n: 100 });
  });

  it("g_18 arrows move the one place that Tab leads to, in a grid in both directions", async () => {
    const { maker } = await open("#/library", { library: many(12) });
    at("p0").focus();
    await maker.keyboard("{ArrowRight}");
    await waitFor(() => expect(at("p1")).toHaveFocus());
    await maker.keyboard("{ArrowDown}");
    // 1,000 px have room for four cards.
    await waitFor(() => expect(at("p5")).toHaveFocus());
    await maker.keyboard("{ArrowUp}{ArrowUp}");
    await waitFor(() => expect(at("p1")).toHaveFocus());
    expect(screen.getAllByTestId("entry").filter((e) => e.tabIndex === 0)).toEqual([at("p1")]);
  });

  it("g_18 Shift and Ctrl choose several, and a bar does things with all of them", async () => {
    const { core, maker } = await open("#/library?look=table", { library: many(6) });
    await maker.click(at("p1"));
    expect(screen.queryByTestId("library-bulk")).toBeNull();
    await maker.keyboard("{Shift>}");
    await maker.click(at("p3"));
    await maker.keyboard("{/Shift}{Control>}");
    await maker.click(at("p5"));
    await maker.click(at("p2"));
    await maker.keyboard("{/Control}");
    expect(chosen()).toEqual(["p1", "p3", "p5"]);
    expect(await the("library-bulk")).toHaveTextContent("3 selected");
    await maker.click(screen.getByTestId("bulk-copy"));
    expect(core.called("copyLinks")).toEqual([[["p1", "p3", "p5"]]]);
    expect(await the("toast")).toHaveTextContent("3 links copied.");
  });

  it("g_18 all are all that fit, read or not, and Escape chooses none", async () => {
    const { maker } = await open("#/library?look=table", { library: many(230) });
    at("p0").focus();
    await maker.keyboard("{Control>}a{/Control}");
    await waitFor(() => expect(screen.getByTestId("library-bulk")).toHaveTextContent("230 selected"));
    await maker.keyboard("{Escape}");
    expect(screen.queryByTestId("library-bulk")).toBeNull();
  });

  it("g_18 what is chosen stays chosen on another screen, and not under another filter", async () => {
    const { maker } = await open("#/library", { library: many(6) });
    await maker.keyboard("{Control>}");
    await maker.click(at("p1"));
    await maker.click(at("p2"));
    await maker.keyboard("{/Control}");
    await maker.click(screen.getByTestId("nav-settings"));
    await maker.click(await the("nav-library"));
    await waitFor(() => expect(chosen()).toEqual(["p1", "p2"]));
    await maker.type(screen.getByTestId("library-search"), "Chair 1");
    await waitFor(() => expect(shown()).toEqual(["p1"]));
    expect(chosen()).toEqual([]);
  });
});

describe("one entry", () => {
  it("l_03 Space previews and closes again, Enter opens everything that is known", async () => {
    const preview_url = "http://127.0.0.1:1/word/p1";
    const details = entryDetails({ file: { ...entryDetails().file, preview_url } as never });
    const { maker } = await open("#/library", { library: mixed, details });
    at("p1").focus();
    await maker.keyboard(" ");
    expect(await the("entry-video")).toHaveAttribute("src", preview_url);
    await maker.keyboard(" ");
    await waitFor(() => expect(screen.queryByTestId("entry-preview-sheet")).toBeNull());
    await waitFor(() => expect(at("p1")).toHaveFocus());
    await maker.keyboard("{Enter}");
    expect(await the("entry-details")).toHaveTextContent("Oak chair");
    expect(await the("entry-text")).toHaveTextContent("Three thin coats");
    expect(await the("entry-deliveries")).toHaveTextContent("YouTube: Published");
    expect(await the("entry-audit-list")).toHaveTextContent("YouTube (Bench & Blade): Upload: Published");
    await maker.click(screen.getByTestId("entry-receipt"));
    expect(await the("receipt")).toBeInTheDocument();
  });

  it("l_03 a draft opens where it is written", async () => {
    const { maker } = await open("#/library", { library: mixed, drafts: [draft()] });
    at("d1").focus();
    await maker.keyboard("{Enter}");
    expect(location.hash).toBe("#/draft/d1");
  });

  it("l_03 the palette leads to a video’s details by the video’s own id", async () => {
    const { video } = await import("../../ipc/samples");
    const { core, maker } = await open("#/library", {
      library: mixed,
      videos: [video({ id: "x1", title: "Oak chair" })],
    });
    core.answer("libraryEntry", () => entryDetails({ entry: mixed[0] as EntryView }));
    await maker.keyboard("{Control>}k{/Control}");
    await maker.type(await the("palette-input"), "oak");
    const row = await waitFor(() => document.querySelector<HTMLElement>("[data-key='video:x1']") as HTMLElement);
    await maker.click(row);
    expect(await the("entry-details")).toHaveTextContent("Oak chair");
    expect(core.called("libraryEntry")).toEqual([["x1"]]);
  });

  it("l_04 using a video again opens a new draft and says where the same file is already", async () => {
    const { core, maker } = await open("#/library", { library: mixed, drafts: [draft()] }, (core) =>
      core.answer("useAgain", () => ({
        draft_id: "d1",
        post_id: null,
        warning:
          "This file is on YouTube since 3 November 2026 already. Publishing it again makes a second video there.",
      })),
    );
    at("p1").focus();
    await maker.keyboard("u");
    await waitFor(() => expect(location.hash).toBe("#/draft/d1"));
    expect(core.called("useAgain")).toEqual([["p1"]]);
    expect(await the("toast")).toHaveTextContent("a second video there");
  });

  it("l_04 a post becomes a new post, and a draft is no old thing", async () => {
    const { core, maker } = await open("#/library", { library: mixed, postDrafts: [postDraft()] });
    at("d1").focus();
    await maker.keyboard("u");
    expect(core.called("useAgain")).toEqual([]);
    at("o1").focus();
    await maker.keyboard("u");
    await waitFor(() => expect(location.hash).toBe("#/post/w1"));
  });

  it("l_05 taking out says that the video stays on the platforms, and can be undone", async () => {
    const { core, maker } = await open("#/library", { library: mixed });
    at("p1").focus();
    await maker.keyboard("{Delete}");
    expect(await the("toast")).toHaveTextContent(
      "“Oak chair” is out of your library and off your page. The video stays on TikTok and YouTube.",
    );
    await waitFor(() => expect(shown()).toEqual(["o1", "d1"]));
    await waitFor(() => expect(at("o1")).toHaveFocus());
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(shown()).toEqual(["p1", "o1", "d1"]));
    expect(core.called("restoreEntries")).toEqual([[["p1"]]]);
  });

  it("l_05 of many it is said once, whether or not all of them were read", () => {
    expect(removedWords(3, mixed)).toBe(
      "3 entries taken out of your library and off your page. Videos stay on TikTok and YouTube: delete them there if you want them gone.",
    );
    expect(removedWords(900, [])).toContain("Videos stay on the platforms");
    expect(removedWords(1, mixed.slice(2))).toBe("Draft “Ash stool” deleted. The file stays where it is.");
  });
});
