import { screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";

import { emptyWorld } from "../../ipc/fake";
import type { World } from "../../ipc/fake";
import { connection, delivery, link, post, postDraft, service, signedIn, summary, video } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { Index, SECTION_ROWS, type Thing } from "./find";

afterEach(() => {
  localStorage.clear();
  document.documentElement.dataset.theme = "light";
});

const workshop = (): Partial<World> => ({
  overview: {
    ...emptyWorld().overview,
    drafts: [summary({ id: "d1", title: "Oak chair, first cut" }), summary({ id: "d2", title: "Kiln opening" })],
    deliveries: [delivery({ id: "u1", title: "A bench in one day" })],
  },
  postDrafts: [postDraft({ id: "w1", text: "Saturday market in Lyon" })],
  posts: [post({ id: "o1", text: "Mugs of spring" })],
  videos: [video({ id: "x1", title: "How I oil an oak chair" })],
  services: [service({ title: "Delivery in Lyon" }, { id: "s1" })],
  links: [link({}, { id: "l1" })],
  connections: [connection("YOUTUBE"), connection("TIKTOK", null)],
  sync: signedIn(),
});

/** Opens the window, and over it the palette, with everything told. */
async function openPalette(hash = "#/", world: Partial<World> = workshop()) {
  const opened = await openWindow(hash, world);
  await waitFor(() => expect(opened.core.called("links")).not.toHaveLength(0));
  await opened.maker.keyboard("{Control>}k{/Control}");
  const input = (await the("palette-input")) as HTMLInputElement;
  await waitFor(() => expect(input).toHaveFocus());
  return { ...opened, input };
}

const rows = () => screen.queryAllByTestId("palette-row");
const keys = () => rows().map((row) => row.dataset.key);
const active = () => rows().find((row) => row.getAttribute("aria-selected") === "true");
const isClosed = () => waitFor(() => expect(screen.queryByTestId("palette")).toBeNull());
const waitForRow = (key: string) => waitFor(() => expect(active()?.dataset.key).toBe(key));

describe("the palette", () => {
  it("G-06 Ctrl+K opens it while typing, and closing gives the focus and the text back", async () => {
    const { maker } = await openWindow("#/profile", workshop());
    const field = await the("new-link");
    await maker.type(field, "oak");
    await maker.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByTestId("palette-input")).toHaveFocus());
    await maker.keyboard("{Escape}");
    await isClosed();
    expect(field).toHaveFocus();
    expect(field).toHaveValue("oak");
    await maker.keyboard("{Control>}k{/Control}");
    await the("palette");
    await maker.keyboard("{Control>}k{/Control}");
    await isClosed();
    expect(field).toHaveFocus();
  });

  it("G-06 closing it over a draft leaves the draft open", async () => {
    const { maker } = await openPalette("#/posts");
    await maker.keyboard("saturday{Enter}");
    await waitFor(() => expect(location.hash).toBe("#/post/w1"));
    await maker.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByTestId("palette-input")).toHaveFocus());
    await maker.keyboard("{Escape}");
    await isClosed();
    expect(location.hash).toBe("#/post/w1");
  });

  it("G-06 the sidebar says so and opens it, and gets the focus back", async () => {
    const { maker } = await openWindow("#/");
    const button = await the("open-palette");
    expect(button).toHaveTextContent(/Search or do…\s*Ctrl K/);
    await maker.click(button);
    await the("palette");
    await maker.keyboard("{Escape}");
    await isClosed();
    expect(button).toHaveFocus();
  });

  it("G-06 every screen is found, and its row shows the key that leads there too", async () => {
    const { maker } = await openPalette();
    for (const place of [
      "home",
      "posts",
      "library",
      "services",
      "profile",
      "connections",
      "deleted",
      "sync",
      "settings",
    ])
      expect(keys()).toContain(`go:${place}`);
    await maker.keyboard("servi");
    const row = await waitFor(() => rows().find((r) => r.dataset.key === "go:services") as HTMLElement);
    expect(row).toHaveTextContent(/Services\s*Ctrl4/);
    await maker.keyboard("{Escape}");
    await isClosed();
    await maker.keyboard("{Control>}4{/Control}");
    await waitFor(() => expect(location.hash).toBe("#/services"));
  });

  it.each([
    ["oak first", "draft:d1", "#/draft/d1"],
    ["saturd", "post-draft:w1", "#/post/w1"],
    ["mugs", "post:o1", "#/posts"],
    ["bench", "upload:u1", "#/"],
    ["oil oak", "video:x1", "#/library"],
    ["delivery in", "service:s1", "#/services"],
    ["insta", "link:l1", "#/profile"],
  ])("G-06 %s finds by name, and Enter leads there", async (query, key, hash) => {
    const { maker } = await openPalette("#/settings");
    await maker.keyboard(query);
    await waitForRow(key);
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(location.hash).toBe(hash));
    await isClosed();
    const place = {
      post: "[data-testid=post]",
      upload: "[data-delivery=u1]",
      service: "[data-testid=service-title]",
      link: "[data-testid=link-name]",
    }[key.split(":")[0] ?? ""];
    if (place) await waitFor(() => expect(document.querySelector(place)).toHaveFocus());
    if (key.startsWith("video:")) expect(await the("entry-details")).toBeVisible();
  });

  it.each([
    ["add vid", "addVideos"],
    ["sync now", "syncNow"],
    ["pause all", "pauseAll"],
    ["connect tik", "connect"],
    ["new post", "newPost"],
    ["new service", "newService"],
    ["diagnostics report", "copyReport"],
  ] as const)("G-06 %s does it from any screen", async (query, command) => {
    const { core, maker } = await openPalette("#/settings");
    await maker.keyboard(query);
    await waitFor(() => expect(active()?.dataset.key).toMatch(/^do:/));
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(core.called(command)).toHaveLength(1));
    await isClosed();
  });

  it("G-06 add a link leads to the field for it, and settings to their part", async () => {
    const { maker } = await openPalette("#/settings");
    await maker.keyboard("add link{Enter}");
    await waitFor(() => expect(screen.getByTestId("new-link")).toHaveFocus());
    await maker.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByTestId("palette-input")).toHaveFocus());
    await maker.keyboard("settings upl{Enter}");
    await waitFor(() => expect(document.getElementById("uploads")).toHaveFocus());
  });

  it("G-06 what a message offers to undo is undone", async () => {
    const { core, maker } = await openWindow("#/posts", workshop());
    await maker.click(await the("post-delete"));
    await the("toast-undo");
    await maker.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByTestId("palette-input")).toHaveFocus());
    await maker.keyboard("undo{Enter}");
    await waitFor(() => expect(core.called("restorePost")).toEqual([["o1"]]));
  });

  it("G-06 the colours are chosen, and when the core refuses the old ones come back", async () => {
    const { core, maker } = await openPalette();
    core.refuse("saveSettings", "The disk is full.");
    await maker.keyboard("dark{Enter}");
    expect(await the("toast")).toHaveTextContent("The disk is full.");
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe("light"));
    core.answer("saveSettings", (settings) => settings);
    await maker.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByTestId("palette-input")).toHaveFocus());
    await maker.keyboard("dark{Enter}");
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe("dark"));
  });

  it("G-06 what cannot be done now is not offered, and no key that does nothing here is shown", async () => {
    await openPalette("#/", {});
    await waitFor(() => expect(keys()).toContain("do:sign-in"));
    for (const key of ["do:undo", "do:pause-all", "do:resume-all", "do:sync", "do:open-page"])
      expect(keys()).not.toContain(key);
    const row = rows().find((r) => r.dataset.key === "do:new-post");
    expect(row?.querySelector("kbd")).toBeNull();
  });

  it("G-06 recent first, for the next start too, and what is gone is left out", async () => {
    localStorage.setItem("palette.recent", JSON.stringify(["draft:gone", "video:x1", 7, "go:settings"]));
    const { maker } = await openPalette();
    await waitFor(() => expect(keys().slice(0, 2)).toEqual(["video:x1", "go:settings"]));
    const [first] = screen.getAllByTestId("palette-section");
    expect(first).toHaveAccessibleName("Recent");
    expect(keys().filter((key) => key === "go:settings")).toHaveLength(1);
    await maker.keyboard("kiln{Enter}");
    await waitFor(() => expect(location.hash).toBe("#/draft/d2"));
    expect(JSON.parse(localStorage.getItem("palette.recent") ?? "")[0]).toBe("draft:d2");
  });

  it("G-06 of two that fit alike the recent one comes first", async () => {
    const drafts = [summary({ id: "a", title: "Bowl 1" }), summary({ id: "b", title: "Bowl 2" })];
    localStorage.setItem("palette.recent", JSON.stringify(["draft:b"]));
    const { maker } = await openPalette("#/settings", { overview: { ...emptyWorld().overview, drafts } });
    await maker.keyboard("bowl");
    await waitForRow("draft:b");
  });

  it("G-07 arrows, Home, End and pages move through the rows, around the ends", async () => {
    const { maker, input } = await openPalette();
    const all = await waitFor(() => (rows().length > 12 ? rows() : Promise.reject(new Error("few"))));
    const at = () => rows().indexOf(active() as HTMLElement);
    expect(at()).toBe(0);
    for (const [key, place] of [
      ["ArrowDown", 1],
      ["PageDown", 9],
      ["PageUp", 1],
      ["Home", 0],
      ["ArrowUp", all.length - 1],
      ["ArrowDown", 0],
      ["End", all.length - 1],
    ] as const) {
      await maker.keyboard(`{${key}}`);
      expect(at()).toBe(place);
      expect(input).toHaveAttribute("aria-activedescendant", active()?.id);
    }
    expect(input).toHaveFocus();
  });

  it("G-07 it is a combobox with a list of options in named groups", async () => {
    const { maker, input } = await openPalette();
    await maker.keyboard("lyon");
    await waitFor(() => expect(rows().length).toBeGreaterThan(1));
    expect(input).toHaveAttribute("role", "combobox");
    expect(input).toHaveAttribute("aria-expanded", "true");
    const list = screen.getByRole("listbox");
    expect(input.getAttribute("aria-controls")).toBe(list.id);
    expect(within(list).getAllByRole("group").length).toBeGreaterThan(1);
    expect(within(list).getAllByRole("option")).toEqual(rows());
    const marks = [...list.querySelectorAll("mark")].map((mark) => mark.textContent);
    expect(new Set(marks)).toEqual(new Set(["Lyon"]));
  });

  it("G-16 nothing found is said, with what is searched", async () => {
    const { maker, input } = await openPalette();
    await maker.keyboard("zzz{ArrowDown}{Enter}");
    expect(await the("palette-empty")).toHaveTextContent(/Nothing is called “zzz”\..*their texts are not/s);
    expect(input).toHaveAttribute("aria-expanded", "false");
    expect(screen.getByTestId("palette")).toBeVisible();
  });

  it("G-16 while the lists are being read, it does not claim that nothing is there", async () => {
    const { maker } = await openWindow("#/settings", {}, (core) => core.hang("videos"));
    await maker.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByTestId("palette-input")).toHaveFocus());
    await maker.keyboard("zzz");
    expect(await the("palette-empty")).toHaveTextContent("still being read");
  });

  it("G-05 a question that waits for its answer is not covered", async () => {
    const { maker } = await openWindow("#/");
    document.body.insertAdjacentHTML("beforeend", '<div role="alertdialog" id="asked"></div>');
    await maker.keyboard("{Control>}k{/Control}{Control>}4{/Control}");
    document.getElementById("asked")?.remove();
    expect(screen.queryByTestId("palette")).toBeNull();
    expect(location.hash).toBe("#/");
  });
});

describe("with 10,000 videos and 2,000 drafts", () => {
  const things = (): Thing[] =>
    Array.from({ length: 12_000 }, (_, n) => ({
      key: `${n}`,
      section: n < 10_000 ? "PUBLISHED" : "DRAFTS",
      name: `Oak chair, part ${n}`,
      icon: (() => undefined) as unknown as Thing["icon"],
      run: () => undefined,
    }));

  it("G-06 few rows are made whatever is typed, and the rest is counted", async () => {
    const { maker } = await openPalette("#/settings", {
      videos: Array.from({ length: 10_000 }, (_, n) => video({ id: `x${n}`, title: `Oak chair, part ${n}` })),
      overview: {
        ...emptyWorld().overview,
        drafts: Array.from({ length: 2_000 }, (_, n) => summary({ id: `d${n}`, title: `Oak stool ${n}` })),
      },
    });
    await maker.keyboard("oak");
    await waitFor(() => expect(rows()).toHaveLength(2 * SECTION_ROWS));
    expect(screen.getAllByTestId("palette-more").map((more) => more.textContent)).toEqual([
      "6 of 2,000",
      "6 of 10,000",
    ]);
    await maker.keyboard(" part 9999");
    await waitForRow("video:x9999");
    expect(rows()).toHaveLength(1);
  });

  it("G-06 a name is made ready once: not at the next letter, and not when the lists are told anew", () => {
    const index = new Index();
    index.take(things());
    expect(index.folds).toBe(12_000);
    for (const query of ["o", "oa", "oak", "oak 7"]) index.find(query, []);
    index.take(things());
    expect(index.folds).toBe(12_000);
  });
});

describe("the list of shortcuts", () => {
  it("G-07 ? lists those of the screen and those of everywhere, from the same list", async () => {
    const { maker } = await openWindow("#/services", workshop());
    await the("service");
    await maker.keyboard("?");
    const here = await the("shortcuts-here");
    expect(here).toHaveTextContent(/Services.*New service\s*N/s);
    expect(here).toHaveTextContent(/On a service.*Move it up\s*Alt↑/s);
    expect(here).not.toHaveTextContent("New post");
    expect(screen.getByTestId("shortcuts-everywhere")).toHaveTextContent(/Search, or do something\s*CtrlK/);
    await maker.keyboard("?");
    await waitFor(() => expect(screen.queryByTestId("shortcuts")).toBeNull());
  });

  it("G-07 ? is a sign while typing", async () => {
    const { maker } = await openWindow("#/profile", workshop());
    const field = await the("new-link");
    await maker.type(field, "what?");
    expect(field).toHaveValue("what?");
    expect(screen.queryByTestId("shortcuts")).toBeNull();
  });

  it("G-08 it takes the focus, and gives it back where it came from, also out of the palette", async () => {
    const { maker } = await openWindow("#/", workshop());
    const nav = await the("nav-posts");
    nav.focus();
    await maker.keyboard("?");
    const dialog = await the("shortcuts");
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(nav).toHaveFocus());
    await maker.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByTestId("palette-input")).toHaveFocus());
    await maker.keyboard("keyboard short{Enter}");
    await the("shortcuts");
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(nav).toHaveFocus());
  });

  it("G-07 N begins what the screen is for", async () => {
    const { core, maker } = await openWindow("#/services", workshop());
    await the("service");
    await maker.keyboard("n");
    await waitFor(() => expect(core.called("newService")).toHaveLength(1));
    await waitFor(() => expect(screen.getByTestId("service-title")).toHaveFocus());
    await maker.keyboard("n");
    expect(core.called("newService")).toHaveLength(1);
    expect(screen.getByTestId("service-title")).toHaveValue("n");
  });
});
