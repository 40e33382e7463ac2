import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";

import { emptyWorld } from "../ipc/fake";
import { delivery, summary } from "../ipc/samples";
import { openWindow, the } from "../test-window";
import { hashOf, parseHash, type Route } from "./router.svelte";
import { Toasts, UNDO_MS } from "./toasts.svelte";

const overview = (part: object) => ({ overview: { ...emptyWorld().overview, ...part } });

describe("the window", () => {
  it("G-01 offline is one quiet banner that says since when and what waits", async () => {
    await openWindow(
      "#/",
      overview({ offline_since: new Date().toISOString(), waiting_uploads: 3, drafts: [summary()] }),
    );
    expect((await the("banner-offline")).textContent).toMatch(
      /Offline since \d\d:\d\d\.\s+3 uploads will go when you are back\./,
    );
    expect(screen.getByTestId("draft-row")).toBeVisible();
  });

  it("G-19 times name the maker's zone when it differs, and hovering gives UTC", async () => {
    await openWindow("#/", {
      ...overview({ drafts: [summary({ updated_at: new Date().toISOString() })] }),
      settings: {
        theme: "SYSTEM",
        language: null,
        time_zone: "Asia/Tokyo",
        week_start: null,
        slots: [],
        machine_zone: "UTC",
      },
    });
    await waitFor(() => expect(document.querySelector("time")?.textContent).toMatch(/^\d\d:\d\d Tokyo time$/));
    expect(document.querySelector("time")?.title).toMatch(/UTC, just now$/);
  });

  it("N-03 a missing password store is told with its remedy", async () => {
    await openWindow(
      "#/",
      overview({ keyring: { state: "UNAVAILABLE", message: "Start GNOME Keyring, then check again." } }),
    );
    expect(await the("banner-keyring")).toHaveTextContent("Start GNOME Keyring");
  });

  it("Q-06 the sidebar counts what needs the maker", async () => {
    await openWindow("#/", overview({ deliveries: [delivery({ group: "NEEDS_YOU" })] }));
    await waitFor(() => expect(screen.getByTestId("nav-home")).toHaveTextContent(/needs you: 1/));
  });

  it("G-09 a hovering drop names what will happen, and leaving takes it away", async () => {
    const { core } = await openWindow("#/");
    core.emit("dropHover", { videos: 3, pictures: 0, others: 2 });
    const overlay = await the("drop-overlay");
    expect(overlay).toHaveTextContent("Add 3 videos");
    expect(overlay).toHaveTextContent("2 of these are not videos");
    core.emit("dropLeave", {});
    await waitFor(() => expect(screen.queryByTestId("drop-overlay")).toBeNull());
  });

  it("G-09 the same by the button and by Ctrl+O; one video opens its draft", async () => {
    const added = { drafts: [summary({ id: "d9" })], refused: [] };
    const { core, maker } = await openWindow("#/", { added, ...overview({ drafts: [summary()] }) });
    await maker.click(await the("add-videos"));
    await waitFor(() => expect(location.hash).toBe("#/draft/d9"));
    await maker.keyboard("{Control>}o{/Control}");
    await waitFor(() => expect(core.called("addVideos")).toHaveLength(2));
  });

  it("G-09 files that are no videos are named with what to do", async () => {
    const { core, maker } = await openWindow("#/");
    core.emit("videosAdded", { drafts: [], refused: [{ name: "notes.txt", message: "This is a text." }] });
    expect(await the("banner-refused")).toHaveTextContent("notes.txt This is a text.");
    await maker.click(screen.getByRole("button", { name: "Got it" }));
    expect(screen.queryByTestId("banner-refused")).toBeNull();
  });

  it("no picture is ever fetched from a platform", async () => {
    const { core } = await openWindow("#/library");
    core.world.library = [(await import("../ipc/samples")).entry()];
    core.emit("changed", { tables: ["videos"] });
    await the("entry");
    expect(document.querySelectorAll("img")).toHaveLength(0);
  });
});

describe("G-11 colours", () => {
  it("G-11 a fixed theme is applied at once and remembered for the first paint", async () => {
    const { core, maker } = await openWindow("#/settings");
    await maker.click(await the("theme-dark"));
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(localStorage.getItem("theme")).toBe("DARK");
    await waitFor(() =>
      expect(core.called("saveSettings")).toEqual([
        [{ theme: "DARK", language: null, time_zone: null, week_start: null, slots: [], machine_zone: "UTC" }],
      ]),
    );
  });

  it("G-03 when the core refuses, the old value returns with the reason", async () => {
    const { maker } = await openWindow("#/settings", {}, (core) => core.refuse("saveSettings", "The disk is full."));
    await maker.click(await the("theme-dark"));
    expect(await the("settings-refused")).toHaveTextContent("The disk is full.");
    await waitFor(() => expect(screen.getByTestId("theme-system")).toBeChecked());
    expect(document.documentElement.dataset.theme).toBe("light");
  });
});

describe("routes", () => {
  it.each<Route>([
    { name: "home" },
    { name: "draft", id: "0190-a/b" },
    { name: "library" },
    { name: "library", query: "q=oak%3F&look=table" },
    { name: "connections" },
    { name: "deleted" },
    { name: "sync" },
    { name: "settings" },
  ])("an address leads back to its route: %o", (route) => expect(parseHash(hashOf(route))).toEqual(route));

  it("an unknown address is Home", () => {
    expect(parseHash("#/nowhere")).toEqual({ name: "home" });
    expect(parseHash("#/draft/")).toEqual({ name: "home" });
  });
});

describe("toasts", () => {
  it("G-05 the way back stays open for ten seconds and is used once", () => {
    vi.useFakeTimers();
    const toasts = new Toasts();
    const undo = vi.fn();
    toasts.show("Deleted.", { undo });
    vi.advanceTimersByTime(UNDO_MS - 1);
    expect(toasts.items).toHaveLength(1);
    expect(toasts.undo()).toBe(true);
    expect(toasts.undo()).toBe(false);
    expect(undo).toHaveBeenCalledTimes(1);
    toasts.show("Deleted.", { undo });
    vi.advanceTimersByTime(UNDO_MS);
    expect(toasts.undo()).toBe(false);
    vi.useRealTimers();
  });

  it("G-05 a way back goes once all that it would bring back is there again", () => {
    const toasts = new Toasts();
    const undo = vi.fn();
    toasts.show("Deleted.", {
      undo,
      gone: [
        { kind: "POST", id: "1" },
        { kind: "DRAFT", id: "2" },
      ],
    });
    toasts.show("Given up.", { undo, gone: [{ kind: "POST_DRAFT", id: "1" }] });
    toasts.isBack({ kind: "POST", id: "1" });
    expect(toasts.items.map((t) => t.text)).toEqual(["Deleted.", "Given up."]);
    toasts.isBack({ kind: "DRAFT", id: "2" });
    expect(toasts.items.map((t) => t.text)).toEqual(["Given up."]);
  });
});
