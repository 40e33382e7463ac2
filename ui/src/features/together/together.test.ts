import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { FakeCore, World } from "../../ipc/fake";
import { draft, fields, preset, snippet, summary } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { speak, t } from "../../words/fluent.svelte";
import { columnOf, copied, pasted, timeFrom } from "./cells";

const answered = { ...fields().youtube, privacy: "public", made_for_kids: false, synthetic: false } as const;
const one = (n: number, part: Parameters<typeof fields>[0] = {}) =>
  draft({ id: `t${n}`, fields: fields({ title: `Clip ${n}`, description: "", tags: [], youtube: answered, ...part }) });
const world = (drafts = [0, 1, 2].map((n) => one(n)), rest: Partial<World> = {}): Partial<World> => ({
  drafts,
  together: drafts.map(({ id }) => id),
  ...rest,
});
const open = (world_ = world(), prepare?: (core: FakeCore) => unknown) => openWindow("#/together", world_, prepare);
const rows = () => screen.findAllByTestId("together-row");
const cell = (row: number, column: string): Promise<HTMLElement> =>
  waitFor(() => {
    const there = screen.getAllByTestId("together-row");
    const found = there[row]?.querySelector<HTMLElement>(`[data-cell=${column}]`);
    if (!found) throw new Error(`no cell ${column} in row ${row}`);
    return found;
  });
const titles = (core: FakeCore) => core.world.drafts.map(({ fields }) => fields.title);

/** Puts the cursor into a cell. */
async function go(row: number, column: string): Promise<void> {
  (await cell(row, column)).focus();
}

describe("the table", () => {
  it("C-14 a letter writes over a cell, Enter goes on below, and all of it is saved as it is typed", async () => {
    const { core, maker } = await open();
    await go(0, "title");
    await maker.keyboard("Oak");
    expect(await the("cell-editor")).toHaveValue("Oak");
    await waitFor(() => expect(titles(core)[0]).toBe("Oak"));
    await maker.keyboard("{Enter}");
    await waitFor(async () => expect(await cell(1, "title")).toHaveFocus());
    await maker.keyboard("{Enter} two{Tab}");
    await waitFor(() => expect(titles(core)).toEqual(["Oak", "Clip 1 two", "Clip 2"]));
    await waitFor(async () => expect(await cell(1, "description")).toHaveFocus());
  });

  it("C-14 Esc leaves a cell as it was", async () => {
    const { core, maker } = await open();
    await go(0, "title");
    await maker.keyboard("Other{Escape}");
    await waitFor(() => expect(titles(core)[0]).toBe("Clip 0"));
    expect(await cell(0, "title")).toHaveTextContent("Clip 0");
    expect(location.hash).toBe("#/together");
  });

  it("G-07 the arrows go from cell to cell, and one cell alone is in the order of Tab", async () => {
    const { maker } = await open();
    await go(0, "title");
    await maker.keyboard("{ArrowDown}{ArrowRight}");
    await waitFor(async () => expect(await cell(1, "description")).toHaveFocus());
    const grid = screen.getByTestId("together-grid");
    expect(grid.querySelectorAll("[data-cell][tabindex='0']")).toHaveLength(1);
    await maker.keyboard("{Home}");
    await waitFor(async () => expect(await cell(1, "picture")).toHaveFocus());
    await maker.keyboard("{End}");
    await waitFor(async () => expect(await cell(1, "state")).toHaveFocus());
  });

  it("C-14 Ctrl+D fills what is selected, or takes what stands above", async () => {
    const { core, maker } = await open();
    await go(0, "title");
    await maker.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}");
    await waitFor(() => expect(titles(core)).toEqual(["Clip 0", "Clip 0", "Clip 0"]));
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(titles(core)).toEqual(["Clip 0", "Clip 1", "Clip 2"]));
    await maker.keyboard("{Escape}{Control>}d{/Control}");
    await waitFor(() => expect(titles(core)).toEqual(["Clip 0", "Clip 1", "Clip 1"]));
  });

  it("C-14 lines that are pasted fill the cells below, and what is too much is said", async () => {
    const { core, maker } = await open();
    await go(1, "title");
    await maker.paste("Second\tIts words\nThird\nFourth");
    await waitFor(() => expect(titles(core)).toEqual(["Clip 0", "Second", "Third"]));
    await waitFor(() => expect(core.world.drafts[1]?.fields.description).toBe("Its words"));
    expect(await screen.findByText(/1 line more than there are drafts/)).toBeInTheDocument();
    await maker.click(screen.getByText("Undo"));
    await waitFor(() => expect(titles(core)).toEqual(["Clip 0", "Clip 1", "Clip 2"]));
  });

  it("C-14 every change is taken back, and what was edited in other fields since stays", async () => {
    const { core, maker } = await open();
    await go(0, "title");
    await maker.keyboard("Oak{Enter}");
    await go(0, "tags");
    await maker.keyboard("oak, ash{Enter}");
    await waitFor(() => expect(core.world.drafts[0]?.fields.tags).toEqual(["oak", "ash"]));
    await go(1, "title");
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.world.drafts[0]?.fields.tags).toEqual([]));
    expect(titles(core)[0]).toBe("Oak");
    await maker.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    await waitFor(() => expect(core.world.drafts[0]?.fields.tags).toEqual(["oak", "ash"]));
  });

  it("C-14 what is no time is pointed out, kept to be mended, and never saved", async () => {
    const { core, maker } = await open();
    await go(0, "time");
    await maker.keyboard("next week{Enter}");
    expect(await the("cell-wrong")).toHaveTextContent("such as 2026-12-01 18:00");
    expect(core.called("saveDraft")).toEqual([]);
    const editor = screen.getByTestId("cell-editor");
    await maker.clear(editor);
    await maker.type(editor, "2026-12-01 18:00{Enter}");
    await waitFor(() =>
      expect(core.world.drafts[0]?.fields.schedule).toEqual({ date: "2026-12-01", minute: 1_080, zone: "UTC" }),
    );
  });

  it("C-12 a slash puts a snippet into a cell", async () => {
    const { core, maker } = await open(world(undefined, { snippets: [snippet()] }));
    await go(0, "description");
    await maker.keyboard("/");
    await screen.findByTestId("snippet-option");
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(core.world.drafts[0]?.fields.description).toBe("Made to order: write to me."));
  });

  it("G-04 a refused save keeps what was typed and says so", async () => {
    const { maker } = await open(world(), (core) => core.refuse("saveDraft", "The disk is full."));
    await go(0, "title");
    await maker.keyboard("Oak{Enter}");
    expect(
      await screen.findByText(/Not saved\. The disk is full\./, { selector: "span[role=alert]" }),
    ).toBeInTheDocument();
    expect(await cell(0, "title")).toHaveTextContent("Oak");
  });

  it("G-18 of two hundred rows those in view are laid out, and a screen reader is told of all", async () => {
    await open(world(Array.from({ length: 200 }, (_, n) => one(n))));
    expect((await rows()).length).toBeLessThan(120);
    expect(screen.getByTestId("together-grid")).toHaveAttribute("aria-rowcount", "201");
  });
});

describe("for all of them", () => {
  it("C-14 times are given one after another, and taken back together", async () => {
    const times = [1, 2, 3].map((day) => ({ date: `2026-12-0${day}`, minute: 1_080, zone: "UTC" }));
    const { core, maker } = await open(world(undefined, { times }));
    await maker.click(await the("together-times"));
    await maker.click(await the("stagger-give"));
    await waitFor(() => expect(core.world.drafts.map(({ fields }) => fields.schedule)).toEqual(times));
    const [ids, , every] = core.called("stagger")[0] ?? [];
    expect([ids, every]).toEqual([["t0", "t1", "t2"], { every: "DAYS", count: 1 }]);
    await maker.click(await screen.findByText("Undo"));
    await waitFor(() => expect(core.world.drafts.map(({ fields }) => fields.schedule)).toEqual([null, null, null]));
  });

  it("no times are given while one is not finished: the field says what is missing, and keeps the focus", async () => {
    const { core, maker } = await open();
    await maker.click(await the("together-times"));
    const time = await the("stagger-time");
    await maker.clear(time);
    await maker.type(time, "1{Enter}");
    await waitFor(() => expect(core.called("stagger")).toHaveLength(1));
    await maker.clear(time);
    await maker.type(time, "18:{Enter}");
    expect(screen.getByText("Write a time of the day, such as 09:00.")).toBeVisible();
    expect(time).toHaveFocus();
    await fireEvent.input(screen.getByTestId("stagger-date"), { target: { value: "" } });
    expect(screen.getByText("Write a day, with its month and year.")).toBeVisible();
    screen.getByTestId("stagger-date").closest("form")?.requestSubmit();
    expect(core.called("stagger")).toHaveLength(1);
    expect(screen.getByTestId("stagger-date")).toHaveFocus();
  });

  it("C-14 what the core says against the times stands beside them", async () => {
    const { maker } = await open(world(), (core) => core.refuse("stagger", "Only 2 of your times are free."));
    await maker.click(await the("together-times"));
    await maker.click(await the("stagger-give"));
    expect(await the("stagger-refused")).toHaveTextContent("Only 2 of your times are free.");
  });

  it("C-14 one preset is put on all of them, or on those that are selected", async () => {
    const { core, maker } = await open(
      world(
        [one(0), one(1), one(2)].map((d) => ({ ...d, fields: { ...d.fields, youtube: fields().youtube } })),
        { presets: [preset()] },
      ),
    );
    await go(1, "title");
    await maker.keyboard("{Shift>}{ArrowDown}{/Shift}");
    const menu = await the("preset-menu");
    menu.focus();
    await maker.keyboard("{Enter}");
    await maker.click(await the("preset-use"));
    await waitFor(() => expect(core.called("applySettings").map(([, ids]) => ids)).toEqual([["t1", "t2"]]));
    await maker.click(await screen.findByText("Undo"));
    await waitFor(() =>
      expect(core.world.drafts.map(({ fields }) => fields.youtube.privacy)).toEqual([null, null, null]),
    );
  });

  it("C-14 what is ready is published in one press, and of the rest it is said why not", async () => {
    const waits = { level: "ERROR", platform: "YOUTUBE", field: "TITLE", message: "YouTube needs a title." } as const;
    const drafts = [one(0), { ...one(1), findings: [waits] }, one(2, { targets: ["YOUTUBE", "TIKTOK"] })];
    const { core, maker } = await open(world(drafts), (core) =>
      core.answer("publish", (id) => {
        core.world.drafts = core.world.drafts.filter((d) => d.id !== id);
        return [];
      }),
    );
    await waitFor(() =>
      expect(
        screen.getAllByTestId("together-state").map((state) => state.querySelector("a")?.textContent?.trim()),
      ).toEqual(["Ready", "YouTube needs a title.", "Open it to agree to TikTok’s terms"]),
    );
    expect(await the("together-notes")).toHaveTextContent("wants your agreement to each post");
    await maker.click(screen.getByTestId("together-publish"));
    await waitFor(() => expect(core.called("publish")).toEqual([["t0", false]]));
    expect(await screen.findByText(/1 draft on its way\. 2 drafts still wait here\./)).toBeInTheDocument();
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  it("C-14 what has a time is scheduled, and not said to be on its way", async () => {
    const drafts = [one(0, { schedule: { date: "2099-12-01", minute: 1080, zone: "UTC" } }), one(1)];
    const { core, maker } = await open(world(drafts));
    core.answer("publish", (id) => {
      core.world.drafts = core.world.drafts.filter((d) => d.id !== id);
      return [];
    });
    await rows();
    await maker.click(screen.getByTestId("together-publish"));
    expect(
      await screen.findByText("1 draft on its way. 1 draft scheduled: it is in your calendar."),
    ).toBeInTheDocument();
  });

  it("C-09 consent to TikTok is never given here", async () => {
    const { core, maker } = await open(world([one(0, { targets: ["TIKTOK"] })]));
    const button = await the("together-publish");
    expect(button).toHaveAttribute("aria-disabled", "true");
    await maker.click(button);
    expect(core.called("publish")).toEqual([]);
    expect((await cell(0, "state")).querySelector("a")).toHaveAttribute("href", "#/draft/t0");
  });
});

describe("where they come from", () => {
  it("C-14 several videos that are added come side by side", async () => {
    const { core, maker } = await openWindow("#/", {
      ...world(),
      overview: { ...(await import("../../ipc/fake")).emptyWorld().overview, drafts: [summary({ id: "t9" })] },
      added: { drafts: [summary({ id: "t0" }), summary({ id: "t1" })], refused: [] },
    });
    await maker.click(await the("add-videos"));
    await waitFor(() => expect(location.hash).toBe("#/together"));
    expect(core.called("composeTogether")).toEqual([[["t0", "t1"]]]);
    expect(await rows()).toHaveLength(2);
  });

  it("C-14 drafts that are picked on Home come side by side, or go together and come back", async () => {
    const { emptyWorld } = await import("../../ipc/fake");
    const { core, maker } = await openWindow("#/", {
      ...world(),
      overview: { ...emptyWorld().overview, drafts: ["t0", "t1", "t2"].map((id) => summary({ id, title: id })) },
    });
    const [first, , third] = await screen.findAllByTestId("draft-pick");
    await maker.click(first as HTMLElement);
    await maker.click(third as HTMLElement);
    const bar = await the("draft-bulk");
    await maker.click(within(bar).getByTestId("bulk-delete"));
    await waitFor(() => expect(core.called("deleteDraft")).toEqual([["t0"], ["t2"]]));
    await maker.click(await screen.findByText("Undo"));
    await waitFor(() => expect(core.called("restoreDraft")).toEqual([["t0"], ["t2"]]));
    await maker.click(third as HTMLElement);
    await maker.click(first as HTMLElement);
    await maker.click(await the("bulk-together"));
    await waitFor(() => expect(core.called("composeTogether")).toEqual([[["t0", "t2"]]]));
  });
});

describe("cells", () => {
  it.each([
    ["2026-12-01 18:00", { date: "2026-12-01", minute: 1_080, zone: "Europe/Paris" }],
    ["2026-12-01T9", { date: "2026-12-01", minute: 540, zone: "Europe/Paris" }],
    [" 2026-12-01 18:00 Africa/Nairobi ", { date: "2026-12-01", minute: 1_080, zone: "Africa/Nairobi" }],
    ["2026-02-30 18:00", undefined],
    ["2026-12-01 25:00", undefined],
    ["2026-12-01 18:00 Mars/Base", undefined],
    ["tomorrow", undefined],
  ])("C-14 a time is read as it is written: %s", (text, expected) =>
    expect(timeFrom(text, "Europe/Paris")).toEqual(expected),
  );

  it("C-14 what a cell says is what it reads", () => {
    const zone = "Europe/Paris";
    const draft = fields({
      targets: ["YOUTUBE", "TIKTOK"],
      schedule: { date: "2026-12-01", minute: 1_080, zone: "UTC" },
      youtube: answered,
    });
    for (const id of ["title", "description", "tags", "platforms", "time", "ai"] as const) {
      const column = columnOf(id);
      expect(column.write(draft, column.read(draft, zone), zone)).toEqual(draft);
    }
    expect(columnOf("platforms").write(draft, "youtube and Instagram", zone)).toBeUndefined();
    expect(columnOf("platforms").write(draft, "None", zone)?.targets).toEqual([]);
    expect(columnOf("ai").write(draft, "perhaps", zone)).toBeUndefined();
  });

  it.each(["fr", "ar"] as const)("C-14 a cell reads what it says, and English, in %s too", async (language) => {
    await speak(language);
    const draft = fields({ targets: ["YOUTUBE", "TIKTOK"], youtube: answered });
    const [platforms, ai] = [columnOf("platforms"), columnOf("ai")];
    for (const said of ["YouTube, TikTok", "YouTube، TikTok", `YouTube ${t("together-and")} TikTok`])
      expect(platforms.write(fields({ targets: [] }), said, "UTC")?.targets).toEqual(["YOUTUBE", "TIKTOK"]);
    const none = fields({ targets: [] });
    for (const said of ["None", platforms.read(none, "UTC")])
      expect(platforms.write(draft, said, "UTC")?.targets).toEqual([]);
    for (const said of ["no", ai.read(draft, "UTC")]) expect(ai.write(draft, said, "UTC")).toEqual(draft);
    expect(ai.read(draft, "UTC")).not.toBe("No");
    await speak("en");
  });

  it("C-14 any cells that are copied are the same when they are pasted", () => {
    const text = fc.stringMatching(/^["\t\na-z ]{0,12}$/);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        // A last empty line is what tables end with.
        fc.pre(cells.at(-1) !== "");
        expect(pasted(copied(cells)).map(([cell]) => cell)).toEqual(cells);
      }),
    );
    expect(pasted('a\tb\n"c\nd"\te\n')).toEqual([
      ["a", "b"],
      ["c\nd", "e"],
    ]);
  });

  it("C-14 any text that is pasted is read to its end", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(pasted(text).length).toBeGreaterThan(0);
      }),
    );
  });
});
