import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import type { DeliveryView } from "../../ipc";
import { emptyWorld, type World } from "../../ipc/fake";
import { delivery, draft, elsewhere, summary } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

const rest = { speed_bytes_s: null, left_s: null };
const withDeliveries = (...deliveries: DeliveryView[]): Partial<World> => ({
  overview: { ...emptyWorld().overview, deliveries },
});
const published = delivery({
  state: { state: "PUBLISHED", url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE", exact: true },
  group: "DONE",
  actions: ["DISMISS"],
  ...rest,
});
const stopped = delivery({
  state: { state: "NEEDS_ATTENTION", reason: { code: "FILE_MISSING", platform_words: "<b>gone</b>", noted: null } },
  group: "NEEDS_YOU",
  explanation: { what: "The video is no longer where it was.", next: "Show where it is now.", remedy: "LOCATE_FILE" },
  actions: ["CANCEL", "RETRY"],
  ...rest,
});

describe("the queue", () => {
  it("Q-01 a row tells title, platform, account, state, percent, speed and time left, with one fitting act", async () => {
    await openWindow("#/", withDeliveries(delivery()));
    const row = await the("delivery-row");
    for (const text of [
      "How I oil an oak chair",
      "YouTube · Bench & Blade · Short",
      "Uploading",
      "62 %",
      "4.2 MB/s, about 3 min",
    ])
      expect(within(row).getByText(text)).toBeVisible();
    expect(within(row).getByTestId("delivery-action")).toHaveTextContent("Pause");
    expect(row).toHaveAttribute("data-state", "UPLOADING");
  });

  it("Q-01 progress moves the row, and never backwards", async () => {
    const { core } = await openWindow("#/", withDeliveries(delivery()));
    await the("delivery-row");
    const progress = (confirmed_bytes: number) =>
      core.emit("progress", {
        items: [{ id: "v1", confirmed_bytes, total_bytes: 2e9, speed_bytes_s: 5e6, left_s: 100 }],
      });
    progress(1_500_000_000);
    await waitFor(() => expect(screen.getByTestId("delivery-percent")).toHaveTextContent("75 %"));
    progress(1_000_000_000);
    await waitFor(() => expect(screen.getByTestId("delivery-percent")).toHaveTextContent("62 %"));
  });

  it("q02_a_leap_of_the_estimate_is_shown_by_half_at_most_and_what_the_list_said_counts", async () => {
    // The list says about 3 min.
    const { core } = await openWindow("#/", withDeliveries(delivery()));
    await screen.findByText(/about 3 min/);
    const left = (left_s: number | null) =>
      core.emit("progress", {
        items: [{ id: "v1", confirmed_bytes: 1.3e9, total_bytes: 2e9, speed_bytes_s: 5e6, left_s, too_slow: false }],
      });
    left(4_000);
    await screen.findByText(/about 4 min/);
    left(null);
    left(4_000);
    await screen.findByText(/about 4 min/);
    left(100);
    await screen.findByText(/about 2 min/);
  });

  it("Q-03 Space pauses, Delete cancels and R tries again on the focused row", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(delivery({ actions: ["PAUSE", "CANCEL", "RETRY"] })));
    (await the("delivery-row")).focus();
    await maker.keyboard(" ");
    await maker.keyboard("r");
    await maker.keyboard("{Delete}");
    await waitFor(() => expect(core.called("cancel")).toEqual([["v1"]]));
    expect([core.called("pause"), core.called("retry")]).toEqual([[["v1"]], [["v1"]]]);
  });

  it("Q-03 a key does nothing that the state does not allow", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(published));
    (await the("delivery-row")).focus();
    await maker.keyboard(" r");
    expect([core.called("pause"), core.called("resume"), core.called("retry")]).toEqual([[], [], []]);
  });

  it("Q-04 a paused row says how much is kept and offers to go on", async () => {
    const { core, maker } = await openWindow(
      "#/",
      withDeliveries(
        delivery({
          state: { state: "PAUSED" },
          group: "WAITING",
          actions: ["RESUME", "CANCEL"],
          confirmed_bytes: 1.3e9,
          ...rest,
        }),
      ),
    );
    expect(await screen.findByText("1.3 of 2.0 GB kept")).toBeVisible();
    await maker.click(screen.getByRole("button", { name: "Resume: How I oil an oak chair" }));
    expect(core.called("resume")).toEqual([["v1"]]);
  });

  it("Q-06 groups come in the order Needs you, Now, Waiting, Done", async () => {
    await openWindow("#/", withDeliveries(published, { ...delivery(), id: "v2" }, { ...stopped, id: "v3" }));
    await the("group-now");
    expect(screen.getAllByRole("heading", { level: 2 }).map((h) => h.textContent)).toEqual([
      "Needs you 1",
      "Now 1",
      "Done 1",
    ]);
  });

  it("Q-07 what needs the maker says what, next step and remedy; the platform's words are text behind Details", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(stopped));
    expect(await screen.findByText("The video is no longer where it was.")).toBeVisible();
    expect(screen.getByText("Show where it is now.")).toBeVisible();
    expect(screen.getByTestId("platform-words")).not.toBeVisible();
    await maker.click(screen.getByText("Details"));
    expect(screen.getByTestId("platform-words")).toHaveTextContent("<b>gone</b>");
    await maker.click(screen.getByTestId("delivery-action"));
    await waitFor(() => expect(core.called("locateDelivery")).toEqual([["v1"]]));
  });

  it("Q-07 what was noticed here is never told as the platform's words", async () => {
    const reason = { code: "ODD_ANSWER" as const, platform_words: null, noted: "a Range past what was sent" };
    const { maker } = await openWindow(
      "#/",
      withDeliveries({ ...stopped, state: { state: "NEEDS_ATTENTION", reason } }),
    );
    await maker.click(await screen.findByText("Details"));
    expect(screen.getByTestId("noted")).toHaveTextContent("a Range past what was sent");
    expect(screen.getByTestId("noted").closest("details")).not.toHaveTextContent("YouTube");
  });

  it("Q-11 what a platform refused comes back as a draft of its own, with everything typed", async () => {
    const explanation = {
      what: "YouTube does not accept this text.",
      next: "Change it.",
      remedy: "EDIT_DRAFT" as const,
    };
    const { core, maker } = await openWindow("#/", withDeliveries({ ...stopped, explanation }));
    core.answer("editAgain", () => ({ id: "d9" }));
    const reason = { code: "DETAILS_REFUSED" as const, platform_words: null, noted: null };
    const taken_back = { delivery: "v1", platform: "YOUTUBE" as const, reason, explanation };
    core.world.drafts = [draft({ id: "d9", taken_back })];
    await maker.click(await the("delivery-action"));
    await waitFor(() => expect(core.called("editAgain")).toEqual([["v1"]]));
    await waitFor(() => expect(location.hash).toBe("#/draft/d9"));
    expect(await the("explanation")).toHaveTextContent("YouTube does not accept this text. Change it.");
  });

  it("Q-07 the remedy for a dead grant begins the sign-in", async () => {
    const explanation = {
      what: "TikTok no longer accepts our access.",
      next: "Reconnect.",
      remedy: "CONNECT",
    } as const;
    const { core, maker } = await openWindow("#/", withDeliveries({ ...stopped, platform: "TIKTOK", explanation }));
    await maker.click(await the("delivery-action"));
    await waitFor(() => expect(core.called("connect")).toEqual([["TIKTOK", false]]));
    expect(location.hash).toBe("#/connections");
  });

  it("Q-08 a published row shows its address and opens, copies and shares it", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(published));
    expect(await the("delivery-url")).toHaveTextContent("https://www.youtube.com/watch?v=k3J9x1aQ0bE");
    await maker.click(screen.getByTestId("delivery-action"));
    expect(core.called("openVideo")).toEqual([["v1"]]);
    await maker.click(screen.getByTestId("delivery-menu"));
    await maker.click(await the("act-copy"));
    await waitFor(() => expect(core.called("copyLink")).toEqual([["v1"]]));
    await maker.click(screen.getByTestId("delivery-menu"));
    await maker.click(await the("share-telegram"));
    await waitFor(() => expect(core.called("share")).toEqual([["v1", "TELEGRAM"]]));
  });

  it("G-05 Q-03 cancel happens at once and can be taken back by the toast and by Ctrl+Z", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(delivery()));
    (await the("delivery-row")).focus();
    await maker.keyboard("{Delete}");
    await maker.click(await the("toast-undo"));
    expect([core.called("cancel"), core.called("undoCancel")]).toEqual([[["v1"]], [["v1"]]]);
    (await the("delivery-row")).focus();
    await maker.keyboard("{Delete}");
    await the("toast-undo");
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.called("undoCancel")).toHaveLength(2));
  });

  it("G-13 a change of state is spoken once", async () => {
    const { core } = await openWindow("#/", withDeliveries(delivery()));
    await the("delivery-row");
    core.world.overview.deliveries = [published];
    core.emit("changed", { tables: ["deliveries"] });
    await waitFor(() =>
      expect(screen.getByTestId("live")).toHaveTextContent("How I oil an oak chair is published on YouTube."),
    );
  });

  it("a refused act says why and changes nothing", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(delivery()));
    core.refuse("pause", "Every byte is already there, so it cannot be paused.");
    await maker.click(await the("delivery-action"));
    expect(await the("toast")).toHaveTextContent("Every byte is already there");
  });
});

describe("drafts on Home", () => {
  it("G-05 deleting a draft is taken back by Undo", async () => {
    const { core, maker } = await openWindow("#/", { overview: { ...emptyWorld().overview, drafts: [summary()] } });
    await maker.click(await the("draft-delete"));
    expect(core.called("deleteDraft")).toEqual([["d1"]]);
    await maker.click(await the("toast-undo"));
    expect(core.called("restoreDraft")).toEqual([["d1"]]);
  });
});

describe("G-17 the states of Home", () => {
  it("G-17 loading shows the shape of the list", async () => {
    await openWindow("#/", {}, (core) => core.hang("overview"));
    expect(await the("loading")).toBeInTheDocument();
  });

  it("G-16 G-17 empty says what the place is for, with one button and one example", async () => {
    await openWindow("#/");
    const empty = await the("empty");
    expect(within(empty).getAllByRole("button")).toHaveLength(1);
    expect(within(empty).getByText("This is how it will look")).toBeVisible();
  });

  it("G-17 an error says so and can be tried again", async () => {
    const { core, maker } = await openWindow("#/", {}, (c) => c.refuse("overview", "The database is busy."));
    expect(await the("error")).toHaveTextContent("The database is busy.");
    core.answer("overview", () => core.world.overview);
    await maker.click(screen.getByRole("button", { name: "Try again" }));
    expect(await the("empty")).toBeVisible();
  });
});

describe("the maker's other devices", () => {
  const stuck = elsewhere({
    id: "e2",
    device: null,
    platform: "YOUTUBE",
    title: "Stool",
    state: { state: "NEEDS_ATTENTION", reason: { code: "FILE_MISSING", platform_words: null, noted: null } },
    explanation: { what: "The video is no longer where it was.", next: "Show it there.", remedy: "LOCATE_FILE" },
  });

  it("tell what they have on its way, as of when, and offer nothing that only they can do", async () => {
    await openWindow("#/", { overview: { ...emptyWorld().overview, elsewhere: [elsewhere(), stuck] } });
    const place = await the("elsewhere");
    const [first, second] = within(place).getAllByTestId("elsewhere-row");
    for (const text of ["A table from one board", "TikTok", "Uploading"])
      expect(within(first!).getByText(text)).toBeVisible();
    expect(first).toHaveTextContent(/Tablet\s*as of/);
    for (const text of ["Stool", "Needs you", "The video is no longer where it was."])
      expect(within(second!).getByText(text)).toBeVisible();
    expect(second).toHaveTextContent(/Another device/);
    expect(within(place).queryByRole("button")).toBeNull();
    expect(screen.queryByText("Publish your first video")).toBeNull();
  });

  it("are not spoken of while they have nothing on its way", async () => {
    await openWindow("#/", withDeliveries(delivery()));
    await the("delivery-row");
    expect(screen.queryByTestId("elsewhere")).toBeNull();
  });
});
