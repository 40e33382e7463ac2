import { screen, waitFor } from "@testing-library/svelte";
import { beforeAll, describe, expect, it } from "vitest";

import type { RowsView } from "../../ipc";
import { emptyWorld } from "../../ipc/fake";
import { service } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

const data = (part = {}) => ({ data: { ...emptyWorld().data, ...part } });
const rows: RowsView = {
  file: "services.csv",
  good: 2,
  already: 1,
  bad: 100_000,
  titles: ["Delivery", "Sales"],
  ignored: [],
  errors: [{ row: 4, column: "price", message: "“12 €” is no price. Write it such as 24.50." }],
};

// It is fetched when it is opened first, which takes longer than a test waits while many run at once.
beforeAll(() => import("./ImportRows.svelte"), 60_000);

describe("Settings > Data", () => {
  it("t04_says_where_it_is_and_how_large", async () => {
    await openWindow("#/settings", data({ picture_bytes: 3_100_000 }));
    expect(await the("data-where")).toHaveTextContent("/home/marta/.local/share/app.makerstudio");
    expect(screen.getByTestId("data-where")).toHaveTextContent("12 MB, and 3.1 MB of pictures");
  });

  it("l06_an_export_shows_how_far_it_is_can_be_cancelled_and_says_where_it_went", async () => {
    let end: (value: unknown) => void = () => undefined;
    const { core, maker } = await openWindow("#/settings", data(), (core) =>
      core
        .answer("exportData", () => new Promise((done) => (end = done)))
        .answer("dataWork", () => ({ part: null, done: 50, total: 200 })),
    );
    await maker.click(await the("data-export-all"));
    expect(await the("data-work")).toHaveTextContent("50 of 200 rows");
    await maker.click(screen.getByTestId("data-back-up"));
    expect(core.called("backUpData")).toEqual([]);
    await maker.click(screen.getByTestId("data-cancel"));
    expect(core.called("cancelDataWork")).toHaveLength(1);
    end({ folder: "/media/x", rows: 200, pictures: 1, missing_pictures: 0, content: "" });
    expect(await the("data-said")).toHaveTextContent("200 rows and 1 picture are in /media/x.");
    // The button that had it is gone with the work.
    await waitFor(() => expect(screen.getByTestId("data-export-all")).toHaveFocus());
  });

  it("l06_an_import_is_offered_only_where_nothing_was_made_yet_and_its_refusal_names_the_place", async () => {
    await openWindow("#/settings", data());
    expect(await the("data-import-all")).toBeDisabled();
    document.body.innerHTML = "";
    const { maker } = await openWindow("#/settings", data({ is_empty: true }), (core) =>
      core.refuse("importData", "data/services.jsonl: line 2: `price` should be a number. Nothing was taken in."),
    );
    await maker.click(await the("data-import-all"));
    expect(await the("data-said")).toHaveTextContent("line 2: `price`");
  });

  it("t04_a_backup_is_looked_at_before_it_is_asked_and_restored_at_the_next_start", async () => {
    const backup = { file: "/media/b", made_at: "2026-11-21T18:40:00Z", pictures: 1, bytes: 9 };
    const { core, maker } = await openWindow("#/settings", data({ has_account: true }), (core) =>
      core.answer("chooseBackup", () => backup).answer("restoreBackup", () => ({ backup, kept: "/data/kept.db" })),
    );
    await maker.click(await the("data-restore"));
    expect(await the("ask")).toHaveTextContent("nothing is published twice");
    expect(screen.getByTestId("ask")).toHaveTextContent("What your account has comes back");
    expect(core.called("restoreBackup")).toHaveLength(0);
    await maker.click(screen.getByTestId("ask-yes"));
    expect(await the("data-ready")).toHaveTextContent("/data/kept.db");
    await maker.click(screen.getByTestId("data-restart"));
    expect(core.called("restart")).toHaveLength(1);
  });

  it("t04_looking_at_a_backup_and_restoring_it_can_be_cancelled", async () => {
    const backup = { file: "/media/b", made_at: null, pictures: 1, bytes: 9 };
    let end: (value: unknown) => void = () => undefined;
    const { core, maker } = await openWindow("#/settings", data(), (core) =>
      core
        .answer("chooseBackup", () => new Promise((done) => (end = done)))
        .answer("restoreWork", () => ({ part: "CHECKING", done: 0, total: 0 }))
        .answer("restoreBackup", () => new Promise((_, refuse) => (end = refuse))),
    );
    await maker.click(await the("data-restore"));
    await maker.click(await the("data-cancel"));
    end(backup);
    await maker.click(await the("ask-yes"));
    await maker.click(await the("data-cancel"));
    expect(core.called("cancelRestoreWork")).toHaveLength(2);
    end({ code: "NOT_NOW", message: "Cancelled. Nothing was changed.", field: null });
    expect(await the("data-said")).toHaveTextContent("Cancelled. Nothing was changed.");
    await waitFor(() => expect(screen.getByTestId("data-restore")).toHaveFocus());
  });

  it("g05_deleting_everything_is_asked_first_and_says_what_stops", async () => {
    const { core, maker } = await openWindow("#/settings", data({ uploads: 2 }));
    await maker.click(await the("data-delete-all"));
    expect(await the("ask")).toHaveTextContent("2 uploads on the way will stop");
    await maker.click(screen.getByTestId("ask-no"));
    expect(core.called("deleteData")).toHaveLength(0);
    await maker.click(screen.getByTestId("data-delete-all"));
    await maker.click(await the("ask-yes"));
    await waitFor(() => expect(core.called("deleteData")).toHaveLength(1));
  });

  it("g17_a_folder_that_cannot_be_read_is_said_with_a_way_to_try_again", async () => {
    const { core, maker } = await openWindow("#/settings", data(), (core) => core.refuse("data", "It cannot be read."));
    expect(await the("data-error")).toHaveTextContent("It cannot be read.");
    core.answer("data", () => emptyWorld().data);
    await maker.click(screen.getAllByText("Try again").at(-1) as HTMLElement);
    await the("data-where");
  });
});

describe("Importing rows", () => {
  it("l06_nothing_is_added_before_the_preview_was_seen", async () => {
    const { core, maker } = await openWindow("#/services", { rows });
    await maker.click(await the("import-services"));
    await maker.click(await the("rows-choose"));
    expect(await the("rows-good")).toHaveTextContent("2 can be added");
    expect(screen.getByTestId("row-errors")).toHaveTextContent("Write it such as 24.50.");
    expect(screen.getByTestId("rows-more")).toHaveTextContent("And 99,999 more rows");
    expect(core.called("takeRows")).toHaveLength(0);
    await waitFor(() => expect(screen.getByTestId("rows-take")).toHaveFocus());
    core.world.services = [service()];
    await maker.keyboard("{Enter}");
    expect(await the("toast")).toHaveTextContent("2 services added. 100,000 rows were left out.");
    expect(screen.queryByTestId("import-rows")).toBeNull();
    await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
  });

  it("l06_drafts_are_imported_from_the_library", async () => {
    const { core, maker } = await openWindow("#/library", { rows });
    await maker.click(await the("import-drafts"));
    await maker.click(await the("rows-choose"));
    await the("rows-good");
    expect(core.called("chooseRows")).toEqual([["DRAFTS"]]);
  });
});
