import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { emptyWorld } from "../ipc/fake";
import { post, summary } from "../ipc/samples";
import { openWindow, the } from "../test-window";

const drafts = (count: number) =>
  Array.from({ length: count }, (_, n) => summary({ id: `d${n}`, title: `Oak stool number ${n + 1}` }));
const withDrafts = (count: number) => ({ overview: { ...emptyWorld().overview, drafts: drafts(count) } });
// Among hundreds of cards a role is not asked for: whether each element is one would be worked out at every look.
const cards = () => document.querySelectorAll("[role=listitem]");
const BUTTON = { selector: "button" };
const LINK = { selector: "a[href]" };
const linkOf = (title: string) => screen.findByText(title, LINK);
const scrolled = () => screen.getByLabelText("Home", { selector: "[role=region]" });

// A low window: what is promised of it holds of a high one, which takes a test as long as all its cards take to be laid out.
beforeEach(() => void (document.body.dataset.screenPx = "500"));
afterEach(() => void delete document.body.dataset.screenPx);

describe("G-18 many cards", () => {
  it("G-18 of 2,000 drafts those in view are laid out, and both ends of the list", async () => {
    await openWindow("#/", withDrafts(2_000));
    await linkOf("Oak stool number 1");
    expect(cards().length).toBeLessThan(60);
    expect(await linkOf("Oak stool number 2000")).toBeInTheDocument();
    expect(screen.queryByText("Oak stool number 1000", LINK)).toBeNull();
  });

  it("G-18 a screen reader is told of all of them, and which one this is", async () => {
    await openWindow("#/", withDrafts(2_000));
    const card = (await linkOf("Oak stool number 3")).closest("[role=listitem]");
    expect([card?.getAttribute("aria-posinset"), card?.getAttribute("aria-setsize")]).toEqual(["3", "2000"]);
    expect(card?.closest("[role=list]")).toHaveAccessibleName(/^Drafts 2,000/);
  });

  it("G-08 a card that goes gives its focus to the one that takes its place, on the same control", async () => {
    const { core, maker } = await openWindow("#/", withDrafts(40));
    const remove = await screen.findByLabelText("Delete the draft Oak stool number 2", BUTTON);
    remove.focus();
    core.answer("deleteDraft", () => {
      core.world.overview.drafts = core.world.overview.drafts.filter(({ id }) => id !== "d1");
      core.emit("changed", { tables: ["drafts"] });
    });
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByLabelText("Delete the draft Oak stool number 3", BUTTON)).toHaveFocus());
  });

  it("G-08 a card keeps the focus when the list is told anew and it stands elsewhere", async () => {
    const { core } = await openWindow("#/", withDrafts(40));
    (await linkOf("Oak stool number 5")).focus();
    core.world.overview.drafts = [summary({ id: "new", title: "A new one" }), ...drafts(40)];
    core.emit("changed", { tables: ["drafts"] });
    await linkOf("A new one");
    await waitFor(() => expect(screen.getByText("Oak stool number 5", LINK)).toHaveFocus());
  });

  it("G-18 whoever comes back finds the screen where it was left", async () => {
    const { maker } = await openWindow("#/", withDrafts(2_000));
    await linkOf("Oak stool number 1");
    scrolled().scrollTop = 4_000;
    await fireEvent.scroll(scrolled());
    await maker.click(screen.getByTestId("nav-services"));
    await the("empty");
    await maker.click(screen.getByTestId("nav-home"));
    await waitFor(() => expect(scrolled().scrollTop).toBe(4_000));
  });

  it("G-06 a post among 5,000 is shown by the palette, with the focus on it", async () => {
    const posts = Array.from({ length: 5_000 }, (_, n) => post({ id: `o${n}`, text: `Post number ${n}` }));
    const { maker } = await openWindow("#/", { posts });
    await the("nav-posts");
    await maker.keyboard("{Control>}k{/Control}");
    await maker.type(await the("palette-input"), "3333");
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toHaveAttribute("data-post", "o3333"));
    expect(screen.getAllByTestId("post").length).toBeLessThan(60);
  });
});
