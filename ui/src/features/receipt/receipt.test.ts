import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";

import { emptyWorld, type World } from "../../ipc/fake";
import { delivery, receipt, entry } from "../../ipc/samples";
import "../library/EntryDialog.svelte";
import { openWindow, the } from "../../test-window";
import { howItWent } from "./words";

const published = delivery({
  state: { state: "PUBLISHED", url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE", exact: true },
  group: "DONE",
  actions: ["DISMISS"],
  speed_bytes_s: null,
  left_s: null,
});
const queue = (part: Partial<World> = {}): Partial<World> => ({
  overview: { ...emptyWorld().overview, deliveries: [published] },
  ...part,
});
const open = async (...opening: Parameters<typeof openWindow>) => {
  const opened = await openWindow(...opening);
  await opened.maker.click(await the("delivery-menu"));
  await opened.maker.click(await the("act-receipt"));
  return opened;
};

describe("the receipt", () => {
  it("q08_says_what_went_where_from_which_file_and_what_stayed", async () => {
    await open("#/", queue());
    const sheet = await the("receipt");
    await within(sheet).findByText("What and where");
    for (const text of [
      "Bench & Blade",
      "https://www.youtube.com/watch?v=k3J9x1aQ0bE",
      "oak-chair-final.mp4",
      "(2,000,000,000 bytes)",
      "www.googleapis.com",
      "The film itself stays where it was: no copy was made.",
    ])
      expect(within(sheet).getByText(text)).toBeVisible();
    expect(screen.getByTestId("fingerprint")).toHaveTextContent(receipt().source.blake3 ?? "");
    expect(sheet).toHaveTextContent("It is what b3sum prints for the file");
  });

  it("q08_esc_closes_it_and_the_focus_returns_to_where_it_was_asked_for", async () => {
    const { maker } = await open("#/", queue());
    const sheet = await the("receipt");
    await waitFor(() => expect(sheet.contains(document.activeElement)).toBe(true));
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("receipt")).toBeNull());
    await waitFor(() => expect(document.activeElement?.closest("[data-delivery]")).not.toBeNull());
  });

  it("q08_is_copied_and_saved_by_the_core_and_a_closed_dialog_says_nothing", async () => {
    const { core, maker } = await open("#/", queue());
    await screen.findByTestId("fingerprint");
    await maker.click(screen.getByTestId("receipt-copy"));
    expect(await screen.findByText("Receipt copied as JSON.")).toBeVisible();
    core.answer("saveReceipt", () => false);
    await maker.click(screen.getByTestId("receipt-save"));
    await waitFor(() => expect(core.called("saveReceipt")).toEqual([["v1"]]));
    expect(screen.queryByText("Receipt saved.")).toBeNull();
    core.answer("saveReceipt", () => true);
    await maker.click(screen.getByTestId("receipt-save"));
    expect(await screen.findByText("Receipt saved.")).toBeVisible();
  });

  it("q08_the_fingerprint_is_copied_or_selected_where_copying_is_not_allowed", async () => {
    const { maker } = await open("#/", queue());
    await screen.findByTestId("fingerprint");
    const write = vi.spyOn(navigator.clipboard, "writeText").mockRejectedValueOnce(new DOMException("no"));
    await maker.click(screen.getByTestId("fingerprint-copy"));
    expect(await screen.findByText("Selected: press Ctrl+C to copy it.")).toBeVisible();
    write.mockResolvedValueOnce();
    await maker.click(screen.getByTestId("fingerprint-copy"));
    await waitFor(() => expect(screen.getByTestId("fingerprint-copy")).toHaveTextContent("Copied"));
    expect(write).toHaveBeenLastCalledWith(receipt().source.blake3);
    write.mockRestore();
  });

  it("q08_before_the_last_byte_it_says_when_the_fingerprint_comes", async () => {
    const early = receipt({ source: { ...receipt().source, blake3: null }, hosts: [], account: null });
    await open("#/", queue({ receipt: early }));
    expect(await screen.findByText(/is here once every byte has been/)).toBeVisible();
    expect(screen.getByText("Nothing has been sent yet.")).toBeVisible();
    expect(screen.getByText("No longer connected")).toBeVisible();
  });

  it("G-17 an unreadable one says so and can be tried again", async () => {
    const { core, maker } = await open("#/", queue(), (c) => c.refuse("receipt", "The database is busy."));
    expect(await the("receipt-error")).toHaveTextContent("The database is busy.");
    core.answer("receipt", () => core.world.receipt);
    await maker.click(within(screen.getByTestId("receipt-error")).getByRole("button"));
    await screen.findByTestId("fingerprint");
  });

  it("q08_is_offered_on_published_videos", async () => {
    const { core, maker } = await openWindow("#/library", { library: [entry()] });
    await maker.dblClick(await the("entry"));
    await maker.click(await the("entry-receipt"));
    await waitFor(() => expect(core.called("receipt")).toEqual([["v1"]]));
    await maker.click(await the("receipt-close"));
    await waitFor(() => expect(screen.getByTestId("entry-receipt")).toHaveFocus());
  });

  it.each([
    [{ sessions: 1, resumed: 0, interrupted: 0 }, ["In one go, without a break."]],
    [{ sessions: 1, resumed: 2, interrupted: 0 }, [/went on twice from what YouTube already had/]],
    [
      { sessions: 3, resumed: 1, interrupted: 1 },
      [/went on once/, /YouTube dropped what it had twice/, /ended in the middle once/],
    ],
  ])("q04_how_it_went_is_told_in_plain_words %#", (upload, sentences) => {
    const told = howItWent(receipt({ upload }));
    expect(told).toHaveLength(sentences.length);
    sentences.forEach((sentence, i) => expect(told[i]).toMatch(sentence));
  });
});
