import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { delivery, use } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

const FAILED = "019a0000-0000-7000-8000-00000000000f";
const uses = () => [
  use({ n: 4 }),
  use({
    n: 3,
    outcome: "SIGN_IN_AGAIN",
    told: "YouTube no longer accepts our access.",
    well: false,
    subject: FAILED,
    about: { delivery: FAILED, title: "Dovetails by hand", listed: true, entry: null, draft: null },
  }),
  use({ n: 2, action: "READ", outcome: "OK", told: "Done", subject: "numbers", about: null, platform: "TIKTOK" }),
  use({ n: 1, action: "CONNECT", outcome: "OK", told: "Done", subject: "c1", about: null }),
];
const rows = () => screen.queryAllByTestId("activity-row").map((row) => row.dataset.n);

describe("Activity", () => {
  it("V-01 every use of a connection is told: when, which account, which right, what for, how it ended", async () => {
    await openWindow("#/activity", { activity: uses() });
    await waitFor(() => expect(rows()).toEqual(["4", "3", "2", "1"]));
    const [first] = screen.getAllByTestId("activity-row");
    for (const words of ["Upload", "How I oil an oak chair", "Bench & Blade", "Upload your videos", "Published"])
      expect(first).toHaveTextContent(words);
    expect(within(first as HTMLElement).getByTitle(/UTC/)).toBeVisible();
  });

  it("V-01 it is searched as one types, and filters stand in the address", async () => {
    const { core, maker } = await openWindow("#/activity", { activity: uses() });
    await maker.type(await the("activity-search"), "dovetails");
    await waitFor(() => expect(rows()).toEqual(["3"]));
    expect(location.hash).toBe("#/activity?q=dovetails");
    await maker.keyboard("{Escape}");
    await maker.selectOptions(screen.getByTestId("activity-platform"), "TIKTOK");
    await waitFor(() => expect(rows()).toEqual(["2"]));
    expect(location.hash).toBe("#/activity?platform=tiktok");
    await maker.selectOptions(screen.getByTestId("activity-outcome"), "TROUBLE");
    expect(await the("activity-clear")).toBeVisible();
    await maker.click(screen.getByTestId("activity-clear"));
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(core.called("activity").length).toBeGreaterThan(3);
  });

  it("V-02 a row leads to what it is about: the upload on Home, the video in the library, the connection", async () => {
    const deliveries = [delivery({ id: FAILED })];
    const { maker, core } = await openWindow("#/activity", { activity: uses() });
    core.world.overview.deliveries = deliveries;
    await waitFor(() => expect(rows()).toHaveLength(4));
    const open = (n: number) =>
      within(screen.getAllByTestId("activity-row")[n] as HTMLElement).getByTestId("activity-open");
    await maker.click(open(0));
    await waitFor(() => expect(core.called("libraryEntry")).toEqual([["p1"]]));
    await maker.keyboard("{Escape}");
    await maker.click(open(3));
    await waitFor(() => expect(location.hash).toBe("#/connections"));
  });

  it("V-02 the notice of an upload that stopped leads to what was written down about it", async () => {
    const stopped = delivery({
      id: FAILED,
      title: "Dovetails by hand",
      group: "NEEDS_YOU",
      state: { state: "NEEDS_ATTENTION", reason: { code: "SIGN_IN_AGAIN", platform_words: null, noted: null } },
      explanation: { what: "YouTube no longer accepts our access.", next: "Sign in again.", remedy: "CONNECT" },
    });
    const { maker, core } = await openWindow("#/", { activity: uses() }, (core) => {
      core.world.overview.deliveries = [stopped];
    });
    await maker.click(await the("activity-link"));
    await waitFor(() => expect(rows()).toEqual(["3"]));
    expect(await the("activity-about")).toHaveTextContent("Dovetails by hand");
    expect(core.called("activity")[0]?.[0]).toMatchObject({ about: FAILED });
    await maker.click(screen.getByTestId("activity-about-clear"));
    await waitFor(() => expect(rows()).toHaveLength(4));
  });

  it("V-03 the maker sees that the chain is unbroken, or where it breaks", async () => {
    const { maker, core } = await openWindow("#/activity", {
      activity: uses(),
      chain: { entries: 4, broken: null, message: "" },
    });
    await waitFor(() =>
      expect(screen.getByTestId("chain")).toHaveTextContent("Unbroken. All 4 entries are as written"),
    );
    core.world.chain = { entries: 1, broken: 2, message: "Broken at entry 2: it is not what was written." };
    await maker.click(screen.getByTestId("chain-again"));
    await waitFor(() => expect(screen.getByTestId("chain")).toHaveTextContent("Broken at entry 2"));
  });

  it("V-01 what is shown is kept as a file by a native dialog", async () => {
    const { maker, core } = await openWindow("#/activity?platform=tiktok", { activity: uses() });
    await waitFor(() => expect(rows()).toEqual(["2"]));
    await maker.click(screen.getByTestId("activity-export"));
    await maker.click(await the("export-csv"));
    await waitFor(() => expect(core.called("exportActivity")[0]).toMatchObject([{ platform: "TIKTOK" }, "CSV"]));
    expect(await the("toast")).toHaveTextContent("1 entry kept.");
  });

  it("G-17 when it cannot be read, it says so and tries again", async () => {
    const { core } = await openWindow("#/activity", {}, (c) => c.refuse("activity", "The database is busy."));
    expect(await the("error")).toHaveTextContent("The database is busy.");
    expect(core.called("activity")).not.toHaveLength(0);
  });
});
