import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { picture, post, postDraft, signedIn } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { nameOf, troubles, undescribed, whatHappens } from "./words";

const PNG = "data:image/png;base64,AAAA";

describe("posts", () => {
  it("G-16 an empty place says what a post is and begins one", async () => {
    const { core, maker } = await openWindow("#/posts");
    expect(await the("empty")).toHaveTextContent("Tell people what is new");
    await maker.click(screen.getByTestId("new-post"));
    await waitFor(() => expect(location.hash).toBe("#/post/new0"));
    expect(core.called("newPost")).toEqual([[]]);
    expect(await the("post-words")).toHaveValue("");
  });

  it("L-01 posts are listed with their pictures, and those that are being written apart", async () => {
    const pictures = [picture(), picture({ id: "m2", image: "b".repeat(64), alt: "A kiln" })];
    const { core } = await openWindow("#/posts", {
      posts: [post({ pictures })],
      postDrafts: [postDraft({ text: "Half a thought" })],
      photos: { ["a".repeat(64)]: PNG, ["b".repeat(64)]: PNG },
    });
    expect(await the("post-text")).toHaveTextContent("The kiln is open again.");
    await waitFor(() => expect(screen.getByAltText("Two blue mugs on an oak board")).toHaveAttribute("src", PNG));
    expect(screen.getByAltText("A kiln")).toBeVisible();
    expect(core.called("pictureStills")).toHaveLength(1);
    expect(screen.getByTestId("post-draft")).toHaveTextContent("Half a thought");
    expect(screen.getByTestId("nav-posts")).toHaveAttribute("aria-current", "page");
  });

  it("only what is in view of many pictures is on a card, and how many more there are", async () => {
    const pictures = Array.from({ length: 7 }, (_, n) => picture({ id: `m${n}`, image: `${n}`.repeat(64) }));
    await openWindow("#/posts", { posts: [post({ pictures })] });
    expect((await the("post-pictures")).children).toHaveLength(4);
    expect(screen.getByTestId("post-pictures")).toHaveTextContent("+3 more");
  });

  it("G-05 a post is deleted at once and comes back by Undo", async () => {
    const { core, maker } = await openWindow("#/posts", { posts: [post()] });
    await maker.click(await the("post-delete"));
    expect(await the("toast")).toHaveTextContent(
      "Post “The kiln is open again. These are the first mugs of spring.” deleted.",
    );
    core.emit("changed", { tables: ["posts"] });
    await waitFor(() => expect(screen.queryByTestId("post")).toBeNull());
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.called("restorePost")).toEqual([["o1"]]));
  });

  it("a draft is deleted the same way; the change of a post is given up and the post stays", async () => {
    const { core, maker } = await openWindow("#/posts", { postDrafts: [postDraft({ published: true })] });
    await maker.click(await the("post-draft-delete"));
    expect(await the("toast")).toHaveTextContent("The post stays as it is.");
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.called("restorePostDraft")).toEqual([["w1"]]));
  });

  it("changing a post opens it in the composer and leaves it as it is until then", async () => {
    const { core, maker } = await openWindow("#/posts", { posts: [post()] });
    await maker.click(await the("post-edit"));
    await waitFor(() => expect(location.hash).toBe("#/post/o1"));
    expect(await the("post-publish")).toHaveTextContent("Publish the change");
    expect(screen.getByTestId("post-why")).toHaveTextContent("Your post changes to this for everybody.");
    expect(core.called("editPost")).toEqual([["o1"]]);
  });

  it("Q-07 a picture that the backend does not take says why", async () => {
    const trouble = "The backend does not take this picture. It is larger than 10 MB.";
    await openWindow("#/posts", {
      posts: [post({ pictures: [picture({ trouble }), picture({ id: "m2", trouble })] })],
    });
    expect(await screen.findAllByTestId("post-trouble")).toHaveLength(1);
    expect(screen.getByTestId("post-trouble")).toHaveTextContent("It is larger than 10 MB.");
  });

  it("a picture of another device is shown as soon as it has come", async () => {
    const coming = picture({ trouble: "This picture is on another device and not here yet." });
    const { core } = await openWindow("#/posts", { posts: [post({ pictures: [coming] })] });
    await waitFor(() => expect(core.called("pictureStills")).toHaveLength(1));
    core.world.posts = [post({ pictures: [picture()] })];
    core.world.photos = { [coming.image]: PNG };
    core.emit("changed", { tables: ["sync", "posts"] });
    await waitFor(() => expect(screen.getByAltText("Two blue mugs on an oak board")).toHaveAttribute("src", PNG));
  });

  it("G-02 pictures that are to be sent, and those that were not taken, stand with sync", async () => {
    const { core } = await openWindow("#/posts", {
      sync: signedIn({ state: "WAITING", pictures_to_send: 3 }),
      posts: [post()],
    });
    await waitFor(() => expect(screen.getByTestId("sync-words")).toHaveTextContent("3 pictures to send"));
    core.world.sync = signedIn({ state: "REFUSED", pictures_refused: 1, message: "1 picture was not taken." });
    core.emit("changed", { tables: ["sync"] });
    await waitFor(() => expect(screen.getByTestId("sync-words")).toHaveTextContent("1 picture not taken"));
    expect(screen.getByTestId("nav-sync")).toHaveTextContent(/needs you: 1/);
  });
});

describe("words of posts", () => {
  it.each([
    ["  New mugs\nfrom the kiln", "New mugs"],
    ["", "No text yet"],
    ["x".repeat(80), `${"x".repeat(60)}…`],
    ["🏺".repeat(61), `${"🏺".repeat(60)}…`],
  ])("a post is called by the beginning of its first line: %s", (text, name) => expect(nameOf(text)).toBe(name));

  it("C-10 Publish says what happens, and where", () => {
    const draft = postDraft();
    expect(whatHappens(draft, undefined)).toContain("when you sign in");
    expect(whatHappens(draft, signedIn({ state: "OFF" }))).toContain("when you sign in");
    expect(whatHappens(draft, signedIn({ state: "OFFLINE" }))).toContain("back online");
    expect(whatHappens(draft, signedIn())).toBe("It goes on your page, for everybody to read.");
    expect(whatHappens(postDraft({ pictures: [picture()] }), signedIn())).toContain("with its pictures");
  });

  it("C-15 pictures without a description are counted", () => {
    const silent = picture({ alt: " " });
    expect(undescribed([picture()])).toBeNull();
    expect(undescribed([silent, picture()])).toMatch(/^1 picture has no description yet: /);
    expect(undescribed([silent, silent])).toMatch(/^2 pictures have no description: /);
    expect(troubles([picture(), picture({ trouble: "a" }), picture({ trouble: "a" })])).toEqual(["a"]);
  });
});
