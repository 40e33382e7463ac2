import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeAll, describe, expect, it } from "vitest";

import type { FieldChange, VersionView } from "../../ipc";
import { connection, draft, fields, postDraft } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { endOfChange } from "./steps";

const versions: VersionView[] = [
  { id: "v2", until: "2026-11-22T14:00:00Z", elsewhere: true, line: "Title, 2 words more" },
  { id: "v1", until: "2026-11-22T13:00:00Z", elsewhere: false, line: "Made for kids: No" },
];
const change = (field: string, goes: string, comes: string): FieldChange => ({
  field,
  added: 1,
  removed: 1,
  choice: false,
  pieces: [
    { fate: "REMOVED", text: goes },
    { fate: "ADDED", text: comes },
    { fate: "SAME", text: " chair" },
  ],
});
const changes = { v2: [change("Title", "Oak", "Ash")], v1: [change("Title", "Oak", "Elm")] };
const world = { drafts: [draft()], connections: [connection("YOUTUBE")], versions, changes };

// It is read when it is asked for; on a busy machine that alone takes seconds.
beforeAll(() => import("./VersionsDialog.svelte"), 60_000);

async function openVersions(hash = "#/draft/d1", testid = "composer") {
  const opened = await openWindow(hash, { ...world, postDrafts: [postDraft({ id: "w1", text: "New mugs" })] });
  await the(`${testid}-versions`);
  await opened.maker.keyboard("{Control>}{Shift>}H{/Shift}{/Control}");
  await the("versions");
  await waitFor(() => expect(screen.getAllByTestId("version")).toHaveLength(2));
  return opened;
}

describe("versions", () => {
  it("C-02 are listed with their time and what changed, and compared word by word by more than colour", async () => {
    const { maker, core } = await openVersions();
    const [newest, older] = screen.getAllByTestId("version");
    expect(newest).toHaveTextContent(/Until .*14:00.*Then, on another device: Title, 2 words more/);
    expect(newest).toHaveAttribute("aria-checked", "true");
    const compared = await the("field-change");
    expect(compared).toHaveTextContent("[goes: Oak][comes: Ash] chair");
    expect([within(compared).getByText("Oak").tagName, within(compared).getByText("Ash").tagName]).toEqual([
      "DEL",
      "INS",
    ]);
    newest?.focus();
    await maker.keyboard("{ArrowDown}");
    await waitFor(() => expect(screen.getByTestId("field-change")).toHaveTextContent("[comes: Elm]"));
    expect(older).toHaveFocus();
    expect(core.called("compareVersion").at(-1)).toEqual(["d1", "v1"]);
  });

  it("C-02 restoring is an edit over what the screen showed, and can be taken back at once", async () => {
    const { maker, core } = await openVersions();
    core.answer("undoStep", () => ["title"]);
    await maker.click(await the("restore-version"));
    await waitFor(() => expect(screen.queryByTestId("versions")).toBeNull());
    expect(core.called("restoreVersion")).toEqual([["d1", "v2", expect.objectContaining({ title: fields().title })]]);
    await maker.click(await the("toast-undo"));
    await waitFor(() => expect(core.called("undoStep")).toEqual([["d1"]]));
  });

  it("C-02 what was typed last is saved before it is compared", async () => {
    const { maker, core } = await openWindow("#/draft/d1", world);
    await maker.type(await the("composer-title"), "!");
    await maker.click(screen.getByTestId("composer-versions"));
    await the("versions");
    const order = core.calls.map((call) => call.name).filter((name) => ["saveDraft", "versions"].includes(name));
    expect(order).toEqual(["saveDraft", "versions"]);
  });

  it("C-02 a post has them too", async () => {
    const { maker, core } = await openVersions("#/post/w1", "post");
    await maker.click(await the("restore-version"));
    await waitFor(() => expect(core.called("restoreVersion")).toEqual([["w1", "v2", { description: "New mugs" }]]));
  });
});

describe("undo", () => {
  it("C-02 Ctrl+Z in a text saves what was typed, takes back a step of the core's, and goes where it changed", async () => {
    const { maker, core } = await openWindow("#/draft/d1", world);
    const title = (await the("composer-title")) as HTMLInputElement;
    const before = title.value;
    core.answer("undoStep", (id) => {
      Object.assign(
        core.world.drafts.find((d) => d.id === id)!,
        { fields: fields({ title: before }) },
      );
      return ["title"];
    });
    await maker.type(title, " for years");
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(title).toHaveValue(before));
    expect(core.world.drafts[0]?.fields.title).toBe(before);
    const order = core.calls.map((call) => call.name).filter((name) => ["saveDraft", "undoStep"].includes(name));
    expect(order.at(-1)).toBe("undoStep");
    expect(order).toContain("saveDraft");
    expect(title).toHaveFocus();
    await waitFor(() => expect(screen.getByTestId("live")).toHaveTextContent("Undone: title."));
    await maker.keyboard("{Control>}{Shift>}Z{/Shift}{/Control}");
    await waitFor(() => expect(screen.getByTestId("live")).toHaveTextContent("Nothing more to redo."));
  });

  it("C-02 the web view's own history does not fight with it", async () => {
    const { core } = await openWindow("#/draft/d1", world);
    const title = await the("composer-title");
    const undo = new InputEvent("beforeinput", { inputType: "historyUndo", bubbles: true, cancelable: true });
    title.dispatchEvent(undo);
    expect(undo.defaultPrevented).toBe(true);
    await waitFor(() => expect(core.called("undoStep")).toHaveLength(1));
  });

  it("C-02 a tag that is being typed keeps its own history", async () => {
    const { maker, core } = await openWindow("#/draft/d1", world);
    await maker.type(await the("composer-tags"), "oa");
    await maker.keyboard("{Control>}z{/Control}");
    await maker.clear(screen.getByTestId("composer-tags"));
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.called("undoStep")).toHaveLength(1));
  });

  it("G-05 outside of texts it takes back what the last message is about", async () => {
    const { maker, core } = await openWindow("#/draft/d1", world);
    core.answer("undoStep", () => ["title"]);
    await maker.click(await the("composer-versions"));
    await waitFor(() => expect(screen.getAllByTestId("version")).toHaveLength(2));
    await maker.click(screen.getByTestId("restore-version"));
    await the("toast-undo");
    await waitFor(() => expect(screen.queryByTestId("versions")).toBeNull());
    document.querySelector<HTMLElement>("main")?.focus();
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(screen.queryByTestId("toast-undo")).toBeNull());
    await waitFor(() => expect(core.called("undoStep")).toHaveLength(1));
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.called("undoStep")).toHaveLength(2));
  });

  it("puts the cursor behind what changed", () => {
    expect(endOfChange("oak chair, oiled", "oak chair")).toBe(9);
    expect(endOfChange("a c", "a b c")).toBe(3);
    expect(endOfChange("aa", "aaa")).toBe(1);
    expect(endOfChange("", "")).toBe(0);
  });
});
