import { screen, waitFor } from "@testing-library/svelte";
import { expect, it } from "vitest";

import type { DeletedView } from "../../ipc";
import { emptyWorld } from "../../ipc/fake";
import { summary } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

const deleted: DeletedView[] = [
  { kind: "DRAFT", id: "d7", title: "Ash chair", deleted_at: "2026-11-22T13:00:00Z", until: "2026-12-22T13:00:00Z" },
  { kind: "SERVICE", id: "s7", title: "Delivery", deleted_at: "2026-11-20T13:00:00Z", until: "2026-12-20T13:00:00Z" },
];

it("G-05 what was deleted is listed with its kind and until when, and comes back by keys", async () => {
  const { maker, core } = await openWindow("#/deleted", { deleted });
  await the("deleted-list");
  const rows = screen.getAllByTestId("deleted");
  expect(rows[0]).toHaveTextContent(/Ash chair.*Draft of a video.*Can come back until.*22/);
  const [first, second] = screen.getAllByTestId("restore-deleted");
  expect(second).toHaveAccessibleName("Restore the service “Delivery”");
  first?.focus();
  await maker.keyboard("{ArrowDown}");
  expect(second).toHaveFocus();
  await maker.keyboard("{ArrowUp}{Enter}");
  await waitFor(() => expect(screen.getAllByTestId("deleted")).toHaveLength(1));
  expect(core.called("restoreDeleted")).toEqual([["DRAFT", "d7"]]);
  await waitFor(() => expect(screen.getByTestId("restore-deleted")).toHaveFocus());
  await maker.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByText("Nothing was deleted")).toBeVisible());
});

it("G-16 the place says what it is for while it is empty", async () => {
  await openWindow("#/deleted");
  expect(await screen.findByText(/wait here for thirty days/)).toBeVisible();
});

it("G-05 what came back here is not offered again by the message of its deletion", async () => {
  const { core, maker } = await openWindow("#/", {
    overview: { ...emptyWorld().overview, drafts: [summary({ id: "d7", title: "Ash chair" })] },
    deleted,
  });
  await maker.click(await the("draft-delete"));
  expect(await the("toast")).toHaveTextContent("Ash chair");
  location.hash = "#/deleted";
  await maker.click((await screen.findAllByTestId("restore-deleted"))[1]!);
  await waitFor(() => expect(core.called("restoreDeleted")).toHaveLength(1));
  expect(screen.getByTestId("toast-undo")).toBeVisible();
  await maker.click(await the("restore-deleted"));
  await waitFor(() => expect(screen.queryByTestId("toast-undo")).toBeNull());
  expect(await screen.findByText("Nothing was deleted")).toBeVisible();
  expect(core.called("restoreDraft")).toEqual([]);
});
