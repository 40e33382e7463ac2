import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { connection, draft, fields, postDraft, snippet } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { queryAt } from "./slash";

const SNIPPETS = [
  snippet(),
  snippet({ name: "series", kind: "TAGS", text: "", tags: ["oak", "hand tools"] }, { id: "s2" }),
  snippet({ name: "sign-off", text: "See you.\nMarta" }, { id: "s3" }),
];
const world = (snippets = SNIPPETS) => ({
  drafts: [draft({ fields: fields({ description: "", tags: [], title: "" }) })],
  connections: [connection("YOUTUBE"), connection("TIKTOK")],
  snippets,
});
const open = (snippets?: typeof SNIPPETS) => openWindow("#/draft/d1", world(snippets));
const options = async () =>
  (await screen.findAllByTestId("snippet-option")).map((option) => option.textContent?.trim());
const isClosed = () => expect(screen.queryByTestId("snippet-list")).toBeNull();

describe("a slash in a text", () => {
  it("C-12 lists the snippets, filters as one types, and Enter puts one in", async () => {
    const { core, maker } = await open();
    const field = await the("composer-description");
    await maker.type(field, "Oiled. /");
    expect(await options()).toHaveLength(3);
    await maker.keyboard("sig");
    await waitFor(async () => expect(await options()).toHaveLength(1));
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(field).toHaveValue("Oiled. See you.\nMarta"));
    isClosed();
    expect(field).toHaveFocus();
    await waitFor(() => expect(core.world.drafts[0]?.fields.description).toBe("Oiled. See you.\nMarta"));
  });

  it("C-12 the arrows choose, Tab takes", async () => {
    const { maker } = await open();
    const field = await the("composer-description");
    await maker.type(field, "/");
    await options();
    await maker.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
    expect(field).toHaveAttribute("aria-activedescendant", "snippet-s2");
    expect(screen.getAllByTestId("snippet-option")[1]).toHaveAttribute("aria-selected", "true");
    await maker.keyboard("{Tab}");
    await waitFor(() => expect(field).toHaveValue("#oak #handtools"));
    expect(field).not.toHaveAttribute("aria-activedescendant");
  });

  it("C-12 Esc leaves the slash as text, and the draft open", async () => {
    const { maker } = await open();
    const field = await the("composer-description");
    await maker.type(field, "/or");
    await options();
    await maker.keyboard("{Escape}");
    await waitFor(isClosed);
    await maker.keyboard("der");
    expect(field).toHaveValue("/order");
    isClosed();
    expect(location.hash).toBe("#/draft/d1");
  });

  it.each(["and/or", "https://oak.example/", "1/2", "a//"])(
    "C-12 is a slash inside a word or an address: %s",
    async (text) => {
      const { maker } = await open();
      const field = await the("composer-description");
      await maker.type(field, text);
      expect(field).toHaveValue(text);
      isClosed();
    },
  );

  it("C-12 what is no snippet's name closes the list and stays", async () => {
    const { maker } = await open();
    const field = await the("composer-description");
    await maker.type(field, "/");
    await options();
    await maker.keyboard("qqq");
    await waitFor(isClosed);
    await maker.keyboard("{Enter}x");
    expect(field).toHaveValue("/qqq\nx");
  });

  it("C-12 an input method is not disturbed: neither what it writes nor its Enter is ours", async () => {
    const { maker } = await open();
    const field = (await the("composer-description")) as HTMLTextAreaElement;
    field.focus();
    field.value = "/";
    field.setSelectionRange(1, 1);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: "/", isComposing: true }));
    await maker.keyboard("{Shift}");
    isClosed();
    field.value = "";
    await maker.type(field, "/");
    await options();
    const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: true });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(false);
    expect(field).toHaveValue("/");
  });

  it("C-12 what was typed before is on disk first, so that undo takes the snippet back alone", async () => {
    const { core, maker } = await open();
    await maker.type(await the("composer-description"), "Oiled. /order");
    await options();
    await maker.keyboard("{Enter}");
    await waitFor(() => {
      const saved = core.called("saveDraft").map(([, , fields]) => (fields as { description: string }).description);
      expect(saved.slice(-2)).toEqual(["Oiled. /order", "Oiled. Made to order: write to me."]);
    });
  });

  it("C-12 among tags it lists tags alone, and puts them in as tags", async () => {
    const { core, maker } = await open();
    await maker.type(await the("composer-tags"), "/");
    expect(await options()).toHaveLength(1);
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(core.world.drafts[0]?.fields.tags).toEqual(["oak", "hand tools"]));
  });

  it("C-12 lines become one line in a title", async () => {
    const { maker } = await open();
    const field = await the("composer-title");
    await maker.type(field, "/sign");
    await options();
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(field).toHaveValue("See you. Marta"));
  });

  it("C-12 works in a post too", async () => {
    const { maker } = await openWindow("#/post/w1", {
      postDrafts: [postDraft({ id: "w1", text: "" })],
      snippets: SNIPPETS,
    });
    const field = await the("post-words");
    await maker.type(field, "/order");
    await options();
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(field).toHaveValue("Made to order: write to me."));
  });

  it("C-12 the query ends where the cursor leaves it", () => {
    expect(queryAt("see /ord", 4, 8)).toBe("ord");
    expect(queryAt("see /hand t", 4, 11)).toBe("hand t");
    for (const [text, caret] of [
      ["see /ord", 4],
      ["see /o\nd", 8],
      ["see ord", 6],
      ["see / o", 7],
      ["see //", 6],
    ] as const)
      expect(queryAt(text, 4, caret)).toBeUndefined();
  });
});

describe("the snippets", () => {
  it("C-12 the first one is made from where it was looked for", async () => {
    const { core, maker } = await open([]);
    await maker.type(await the("composer-description"), "/");
    await maker.click(await the("snippet-manage"));
    await waitFor(() => expect(screen.getByTestId("new-snippet")).toHaveFocus());
    await maker.keyboard("{Enter}");
    await maker.type(await the("snippet-name"), "order");
    await maker.type(screen.getByTestId("snippet-text"), "Write to me.");
    await waitFor(() => expect(core.world.snippets[0]?.fields).toMatchObject({ name: "order", text: "Write to me." }));
  });

  it("C-12 G-05 one that was deleted comes back by Undo", async () => {
    const { core, maker } = await open();
    await maker.type(await the("composer-description"), "/");
    await options();
    await maker.keyboard("{ArrowUp}{Enter}");
    const rows = await screen.findAllByTestId("snippet");
    await maker.click(within(rows[0] as HTMLElement).getByTestId("snippet-remove"));
    await waitFor(() => expect(core.world.snippets).toHaveLength(2));
    await maker.click(await screen.findByText("Undo"));
    await waitFor(async () => expect(await screen.findAllByTestId("snippet")).toHaveLength(3));
  });

  it("C-12 they are put in order by buttons, and one becomes tags without losing its text", async () => {
    const { core, maker } = await open();
    await maker.type(await the("composer-description"), "/");
    await options();
    await maker.keyboard("{ArrowUp}{Enter}");
    const [first] = await screen.findAllByTestId("snippet");
    await maker.click(within(first as HTMLElement).getByTestId("snippet-down"));
    await waitFor(() => expect(core.world.snippets.map(({ id }) => id)).toEqual(["s2", "s1", "s3"]));
    const moved = (await screen.findAllByTestId("snippet"))[1] as HTMLElement;
    await maker.click(within(moved).getByTestId("snippet-head"));
    await maker.click(within(moved).getByTestId("snippet-kind-tags"));
    await waitFor(() =>
      expect(core.world.snippets[1]?.fields).toMatchObject({ kind: "TAGS", text: "Made to order: write to me." }),
    );
  });
});
