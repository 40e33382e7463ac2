import { screen, waitFor } from "@testing-library/svelte";
import { beforeAll, describe, expect, it } from "vitest";

import { openWindow, the } from "../../test-window";

const DAMAGED = "The file studio.db is damaged. Restore a backup of it or move it away: it was left as it is.";
const backup = { file: "/media/b", made_at: "2026-11-21T18:40:00Z", pictures: 1, bytes: 9 };

// It is read only where it is needed, which takes longer than a test waits while many run at once.
beforeAll(() => import("./Closed.svelte"), 60_000);

describe("data that cannot be opened", () => {
  it("G-17 is one calm screen with the core's own sentence, and no window of refusals", async () => {
    const { core, maker } = await openWindow("#/", {}, (core) => core.close(DAMAGED));
    expect(await the("closed")).toHaveTextContent(DAMAGED);
    expect(screen.getAllByText(DAMAGED)).toHaveLength(1);
    expect(screen.queryByRole("navigation")).toBeNull();
    await maker.keyboard("{Control>}o{/Control}");
    expect(core.called("addVideos")).toEqual([]);
    await maker.click(screen.getByTestId("closed-folder"));
    expect(core.called("openDataFolder")).toHaveLength(1);
    await maker.click(screen.getByRole("button", { name: "Try again" }));
    expect(core.called("restart")).toHaveLength(1);
  });

  it("T-04 a backup is chosen, asked about and restored by keys alone, and the restart opens it", async () => {
    const { core, maker } = await openWindow("#/", {}, (core) =>
      core
        .close(DAMAGED)
        .answer("chooseBackup", () => backup)
        .answer("restoreBackup", () => ({ backup, kept: "/data/studio-before.db" })),
    );
    await the("closed");
    await maker.tab();
    expect(screen.getByRole("button", { name: "Try again" })).toHaveFocus();
    await maker.tab();
    await maker.keyboard("{Enter}");
    expect(await the("ask")).toHaveTextContent("nothing is published twice");
    expect(core.called("restoreBackup")).toHaveLength(0);
    await waitFor(() => expect(screen.getByTestId("ask")).toContainElement(document.activeElement as HTMLElement));
    while (document.activeElement !== screen.getByTestId("ask-yes")) await maker.tab();
    await maker.keyboard("{Enter}");
    expect(await the("closed-ready")).toHaveTextContent("/data/studio-before.db");
    await waitFor(() => expect(screen.getByRole("button", { name: "Restart now" })).toHaveFocus());
    await maker.keyboard("{Enter}");
    expect(core.called("restart")).toHaveLength(1);
  });

  it("a backup that is looked at and made ready shows how far that is", async () => {
    let end: (value: unknown) => void = () => undefined;
    const { core, maker } = await openWindow("#/", {}, (core) =>
      core
        .close(DAMAGED)
        .answer("chooseBackup", () => new Promise((done) => (end = done)))
        .answer("restoreWork", () => ({ part: "CHECKING", done: 0, total: 0 }))
        .answer("restoreBackup", () => new Promise((done) => (end = done))),
    );
    await maker.click(await the("closed-restore"));
    expect(await the("data-work")).toHaveTextContent("All of it is read and checked.");
    expect(screen.getByRole("progressbar")).not.toHaveAttribute("aria-valuenow");
    end(backup);
    await maker.click(await the("ask-yes"));
    core.answer("restoreWork", () => ({ part: "COPYING", done: 1_024_000, total: 4_096_000 }));
    await waitFor(() =>
      expect(screen.getByTestId("data-work")).toHaveTextContent("Step 2 of 4: 1.0 of 4.2 GB copied."),
    );
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "25");
    end({ backup, kept: "/data/studio-before.db" });
    expect(await the("closed-ready")).toHaveTextContent("/data/studio-before.db");
    expect(screen.queryByTestId("data-work")).toBeNull();
  });

  it("T-04 a restore that is cancelled says that nothing was changed, and can be begun again", async () => {
    let stop: (why: unknown) => void = () => undefined;
    const { core, maker } = await openWindow("#/", {}, (core) =>
      core
        .close(DAMAGED)
        .answer("chooseBackup", () => backup)
        .answer("restoreWork", () => ({ part: "FINISHING", done: 0, total: 0 }))
        .answer("restoreBackup", () => new Promise((_, refuse) => (stop = refuse))),
    );
    await maker.click(await the("closed-restore"));
    await maker.click(await the("ask-yes"));
    await maker.click(await the("data-cancel"));
    expect([core.called("cancelRestoreWork"), core.called("cancelDataWork")]).toEqual([[[]], []]);
    stop({ code: "NOT_NOW", message: "Cancelled. Nothing was changed.", field: null });
    expect(await the("closed-said")).toHaveTextContent("Cancelled. Nothing was changed.");
    await waitFor(() => expect(screen.getByTestId("closed-restore")).toHaveFocus());
  });

  it("T-04 a file that is no backup is refused where it was chosen, and another can be", async () => {
    const { core, maker } = await openWindow("#/", {}, (core) =>
      core.close(DAMAGED).refuse("chooseBackup", "This file is no backup. Choose another one."),
    );
    await maker.click(await the("closed-restore"));
    expect(await the("closed-said")).toHaveTextContent("This file is no backup. Choose another one.");
    core.answer("chooseBackup", () => backup);
    await maker.click(screen.getByTestId("closed-restore"));
    await maker.click(await the("ask-no"));
    expect(core.called("restoreBackup")).toHaveLength(0);
    await waitFor(() => expect(screen.getByTestId("closed-restore")).toBeEnabled());
  });
});
