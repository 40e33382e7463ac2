import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { conflict, picture, postDraft, signedIn, signedOut } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { hasHappened } from "./words";

const three = () =>
  ["one", "two", "three"].map((alt, n) => picture({ id: `m${n + 1}`, image: `${n + 1}`.repeat(64), alt }));
const open = (part: Parameters<typeof postDraft>[0] = {}, world = {}, prepare?: Parameters<typeof openWindow>[2]) =>
  openWindow("#/post/w1", { postDrafts: [postDraft(part)], sync: signedIn(), ...world }, prepare);
const order = () => screen.getAllByTestId("picture").map((item) => item.dataset.picture);

describe("the text of a post", () => {
  it("G-04 typing is saved without a button and says when; Esc closes and keeps", async () => {
    const { core, maker } = await open();
    await maker.type(await the("post-words"), " At last.");
    await waitFor(() => expect(core.world.postDrafts[0]?.text).toBe("The kiln is open again. At last."));
    await waitFor(() => expect(screen.getByTestId("saved")).toHaveTextContent(/^Saved .*14:02/));
    await maker.type(screen.getByTestId("post-words"), "!");
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(location.hash).toBe("#/posts"));
    await waitFor(() => expect(core.world.postDrafts[0]?.text).toMatch(/At last\.!$/));
    await waitFor(() => expect(core.called("leavePost")).toEqual([["w1"]]));
  });

  it("a new post is written at once, and one that says something is read first", async () => {
    await open({ text: "", pictures: [] });
    await waitFor(() => expect(screen.getByTestId("post-words")).toHaveFocus());
    cleanup();
    await open({ text: "The kiln is open again." });
    expect(await the("post-words")).not.toHaveFocus();
  });

  it("opening a post saves nothing", async () => {
    const { core } = await open();
    await the("post-words");
    await waitFor(() => expect(core.called("placePictures")).toEqual([[{ is: "POST", id: "w1" }]]));
    expect(core.called("savePost")).toEqual([]);
  });

  it("Q-11 a refused save keeps what is typed and says so", async () => {
    const { maker } = await open({}, {}, (core) => core.refuse("savePost", "The disk is full."));
    await maker.type(await the("post-words"), "!");
    await waitFor(() => expect(screen.getByTestId("saved")).toHaveTextContent("Not saved. The disk is full."));
    expect(screen.getByTestId("post-words")).toHaveValue("The kiln is open again.!");
  });

  it("f62 what another device wrote is shown, and never over what is being typed", async () => {
    const { core, maker } = await open();
    const words = await the("post-words");
    const elsewhere = (text: string) => {
      core.world.postDrafts = [postDraft({ text })];
      core.emit("changed", { tables: ["posts"] });
    };
    elsewhere("From the tablet.");
    await waitFor(() => expect(words).toHaveValue("From the tablet."));
    core.hang("savePost");
    await maker.type(words, " Mine");
    elsewhere("Once more from the tablet.");
    await waitFor(() => expect(core.called("savePost")).toEqual([["w1", "From the tablet.", "From the tablet. Mine"]]));
    expect(words).toHaveValue("From the tablet. Mine");
  });

  it("f62 what the core makes of both texts is shown and not saved again", async () => {
    const { core, maker } = await open();
    core.answer("savePost", () => postDraft({ text: "Both together." }));
    await maker.type(await the("post-words"), "!");
    await waitFor(() => expect(screen.getByTestId("post-words")).toHaveValue("Both together."));
    const saves = core.called("savePost").length;
    await maker.tab();
    expect(core.called("savePost")).toHaveLength(saves);
  });

  it("C-03 a text over the limit is counted and never cut, and is not published", async () => {
    const { core, maker } = await open({ text: "a".repeat(5_012) });
    expect(await the("post-words")).toHaveValue("a".repeat(5_012));
    expect(screen.getByTestId("counter")).toHaveAttribute("data-tightness", "over");
    expect(screen.getByTestId("post-why")).toHaveTextContent("Cut 12 characters first.");
    await maker.click(screen.getByTestId("post-publish"));
    await waitFor(() => expect(document.activeElement?.id).toBe("post-text"));
    expect(core.called("publishPost")).toEqual([]);
  });

  it("what is gone says so and leads back", async () => {
    const { maker } = await openWindow("#/post/nowhere");
    expect(await the("empty")).toHaveTextContent("Nothing is being written here");
    await maker.click(screen.getByText("Back to Posts"));
    await waitFor(() => expect(location.hash).toBe("#/posts"));
  });

  it("G-05 a draft is deleted at once and comes back by Undo", async () => {
    const { core, maker } = await open();
    await maker.click(await the("post-remove"));
    await waitFor(() => expect(location.hash).toBe("#/posts"));
    expect(await the("toast")).toHaveTextContent("Draft “The kiln is open again.” deleted.");
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.called("restorePostDraft")).toEqual([["w1"]]));
  });

  it("what was edited on two devices is settled beside the text", async () => {
    const kept = conflict({ is_post: true, row: "w1", shown: "The kiln is open again." });
    const { core, maker } = await open({ text: "Open on Sunday." }, { conflicts: [kept] });
    expect(await the("row-conflicts")).toHaveTextContent("Text");
    await maker.click(screen.getByTestId("conflict-use"));
    await waitFor(() =>
      expect(core.called("resolveConflict")).toEqual([["drafts", "w1", "k1", "The kiln is open again.", "USE"]]),
    );
    expect(core.called("draft")).toEqual([]);
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() =>
      expect(core.called("savePost")).toEqual([["w1", "Open on Sunday.", "The kiln is open again."]]),
    );
  });
});

describe("publishing a post", () => {
  it("without an account it is said that nobody else sees it yet", async () => {
    const { maker } = await open({}, { sync: signedOut() });
    await maker.click(await the("post-publish"));
    expect(await the("toast")).toHaveTextContent("Published on this computer. It goes on your page when you sign in.");
  });

  it("offline it is said that nobody else sees it yet, of a new post and of a change", async () => {
    const offline = signedIn({ state: "OFFLINE" });
    expect(hasHappened(true, offline)).toContain("Your page changes as soon as you are back online.");
    const { maker } = await open({}, { sync: offline });
    await maker.click(await the("post-publish"));
    expect(await the("toast")).toHaveTextContent("It goes on your page as soon as you are back online.");
  });

  it("C-10 the button does it after the last words are saved, and leads to the list", async () => {
    const { core, maker } = await open();
    await maker.type(await the("post-words"), "!");
    await maker.click(screen.getByTestId("post-publish"));
    await waitFor(() => expect(core.called("publishPost")).toEqual([["w1"]]));
    const names = core.calls.map((c) => c.name);
    expect(names.lastIndexOf("savePost")).toBeLessThan(names.indexOf("publishPost"));
    expect(core.called("savePost").at(-1)?.[2]).toBe("The kiln is open again.!");
    await waitFor(() => expect(location.hash).toBe("#/posts"));
    expect(await the("toast")).toHaveTextContent("Published.");
  });

  it("Q-11 a refusal clears nothing", async () => {
    const { maker } = await open({}, {}, (core) => core.refuse("publishPost", "A post needs a text."));
    await maker.click(await the("post-publish"));
    expect(await the("post-refused")).toHaveTextContent("A post needs a text.");
    expect(screen.getByTestId("post-words")).toHaveValue("The kiln is open again.");
  });

  it("O-01 without an account it is said that it stays on this computer until then", async () => {
    await openWindow("#/post/w1", { postDrafts: [postDraft()] });
    expect(await the("post-why")).toHaveTextContent(
      "Published on this computer. It goes on your page when you sign in.",
    );
  });
});

describe("the pictures of a post", () => {
  it("are added by the button, and what is none is told with the next step", async () => {
    const refused = [{ name: "drawing.svg", message: "Posts take JPEG, PNG and WebP. This is an SVG drawing." }];
    const { maker } = await open({}, { picturesAdded: { added: 1, refused, pictures: [picture()] } });
    await maker.click(await the("add-pictures"));
    expect(await the("picture")).toBeVisible();
    expect(await the("banner-refused")).toHaveTextContent("drawing.svg Posts take JPEG, PNG and WebP.");
    expect(screen.getByTestId("live")).toHaveTextContent("1 picture added.");
  });

  it("G-09 are dropped on the window, which knows the post that is open", async () => {
    const { core } = await open();
    await waitFor(() => expect(core.called("placePictures")).toEqual([[{ is: "POST", id: "w1" }]]));
    core.emit("dropHover", { videos: 0, pictures: 2, others: 1 });
    const overlay = await the("drop-overlay");
    expect(overlay).toHaveTextContent("Add 2 pictures");
    expect(overlay).toHaveTextContent("1 of these is not a picture");
    core.world.postDrafts = [postDraft({ pictures: three().slice(0, 2) })];
    core.emit("picturesAdded", { draft: core.world.postDrafts[0], added: 2, refused: [] });
    core.emit("changed", { tables: ["posts"] });
    await waitFor(() => expect(order()).toEqual(["m1", "m2"]));
    expect(screen.queryByTestId("drop-overlay")).toBeNull();
  });

  it("no post takes what is dropped once its composer is closed", async () => {
    const { core, maker } = await open();
    await the("post-words");
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(core.called("placePictures").at(-1)).toEqual([null]));
  });

  it("are pasted, unless it is a text that was copied", async () => {
    const { core } = await open({}, { picturesAdded: { added: 1, refused: [], pictures: [picture()] } });
    const words = await the("post-words");
    const file = new File([new Uint8Array([1, 2, 3])], "pasted.png", { type: "image/png" });
    const clipboard = (text: string) => ({ files: [file], getData: () => text });
    await fireEvent.paste(words, { clipboardData: clipboard("some text") });
    await fireEvent.paste(words, { clipboardData: clipboard("") });
    await waitFor(() => expect(core.called("pastePicture")).toEqual([["w1", "AQID"]]));
    expect(await the("picture")).toBeVisible();
  });

  it("C-15 G-10 are put in order by Alt and arrow keys and by buttons, which is said", async () => {
    const { core, maker } = await open({ pictures: three() });
    const handle = async (id: string) => {
      const item = (await screen.findAllByTestId("picture")).find((p) => p.dataset.picture === id);
      return within(item!).getByTestId("picture-handle");
    };
    (await handle("m3")).focus();
    await maker.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await waitFor(() => expect(order()).toEqual(["m1", "m3", "m2"]));
    await waitFor(() => expect(screen.getByTestId("live")).toHaveTextContent("Picture moved to place 2 of 3."));
    expect(document.activeElement).toBe(await handle("m3"));
    await maker.click(screen.getAllByTestId("picture-down")[0]!);
    await waitFor(() => expect(order()).toEqual(["m3", "m1", "m2"]));
    await maker.click(screen.getAllByTestId("picture-down")[1]!);
    await waitFor(() => expect(order()).toEqual(["m3", "m2", "m1"]));
    expect(core.called("movePicture")).toEqual([
      ["w1", "m3", "m2"],
      ["w1", "m1", "m2"],
      ["w1", "m1", null],
    ]);
    await maker.click(screen.getAllByTestId("picture-up")[0]!);
    expect(core.called("movePicture")).toHaveLength(3);
  });

  it("a refused move brings the old order back", async () => {
    await open({ pictures: three() }, {}, (core) => core.refuse("movePicture", "The disk is full."));
    await fireEvent.keyDown((await screen.findAllByTestId("picture-handle"))[0]!, { key: "ArrowDown", altKey: true });
    expect(await the("toast")).toHaveTextContent("The disk is full.");
    await waitFor(() => expect(order()).toEqual(["m1", "m2", "m3"]));
  });

  it("C-15 are described, which is asked for and saved as it is typed", async () => {
    const { core, maker } = await open({ pictures: [picture({ alt: "" })] });
    expect(await the("pictures")).toHaveTextContent("1 picture has no description");
    await maker.type(screen.getByTestId("picture-alt"), "Two mugs");
    await waitFor(() => expect(core.world.postDrafts[0]?.pictures[0]?.alt).toBe("Two mugs"));
    expect(screen.getByTestId("pictures")).not.toHaveTextContent("no description");
    const said = core.called("describePicture");
    expect(said.map(([, , shown]) => shown)).toEqual(["", ...said.slice(0, -1).map(([, , , alt]) => alt)]);
  });

  it("are published as they are, which is said where they are added", async () => {
    await open({ pictures: [] });
    expect(await the("pictures-public")).toHaveTextContent("where and with which camera they were taken stays in them");
  });

  it("G-05 are taken off at once and come back by Undo", async () => {
    const { core, maker } = await open({ pictures: three() });
    await maker.click((await screen.findAllByTestId("picture-remove"))[1]!);
    await waitFor(() => expect(order()).toEqual(["m1", "m3"]));
    await maker.click(screen.getByText("Undo"));
    await waitFor(() => expect(core.called("restorePicture")).toEqual([["w1", "m2"]]));
  });

  it("more than twenty are not taken, which is said before", async () => {
    const many = Array.from({ length: 20 }, (_, n) => picture({ id: `m${n}` }));
    const { core, maker } = await open({ pictures: many });
    expect(await the("add-pictures")).toHaveAttribute("aria-disabled", "true");
    await maker.click(screen.getByTestId("add-pictures"));
    expect(core.called("addPictures")).toEqual([]);
    expect(screen.getByTestId("pictures")).toHaveTextContent("A post has at most 20 pictures.");
  });
});
