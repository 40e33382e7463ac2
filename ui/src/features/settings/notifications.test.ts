import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { openWindow, the } from "../../test-window";

describe("T-03 notifications", () => {
  it("T-03 each kind, the sound and the quiet hours are switched by themselves and go back", async () => {
    const { core, maker } = await openWindow("#/settings");
    expect(await the("notices-sound-switch")).not.toBeChecked();
    await maker.click(await the("notices-due_soon-switch"));
    await maker.click(await the("quiet-switch"));
    await maker.clear(await the("quiet-from"));
    await maker.type(screen.getByTestId("quiet-from"), "21.30");
    const saved = () => core.called("saveNoticeSettings").at(-1);
    const quiet = { from_minute: 21 * 60 + 30, to_minute: 7 * 60 };
    await waitFor(() =>
      expect(saved()).toEqual([{ finished: true, needs_you: true, due_soon: false, sound: false, quiet }]),
    );
    await maker.click(screen.getByTestId("notices-due_soon-reset"));
    await maker.click(screen.getByTestId("notices-quiet-reset"));
    await waitFor(() => expect(saved()).toMatchObject([{ due_soon: true, quiet: null }]));
  });

  it("T-03 what is no time is pointed out and not kept", async () => {
    const { core, maker } = await openWindow("#/settings");
    await maker.click(await the("quiet-switch"));
    const kept = core.called("saveNoticeSettings").length;
    await maker.clear(await the("quiet-to"));
    await maker.type(screen.getByTestId("quiet-to"), "noon");
    expect(within(screen.getByTestId("notices-quiet")).getByRole("alert")).toHaveTextContent("such as 09:00");
    await maker.tab();
    expect(screen.getByTestId("quiet-to")).toHaveValue("07:00");
    expect(within(screen.getByTestId("notices-quiet")).queryByRole("alert")).toBeNull();
    expect(core.called("saveNoticeSettings").length).toBe(kept);
  });

  it("T-03 what the core refuses goes back with its reason", async () => {
    const { maker } = await openWindow("#/settings", {}, (core) =>
      core.refuse("saveNoticeSettings", "The disk is full."),
    );
    const field = await the("notices-finished-switch");
    await maker.click(field);
    expect(await the("notices-finished-error")).toHaveTextContent("The disk is full.");
    expect(field).toBeChecked();
  });
});

describe("T-02 metered networks", () => {
  it("T-02 are waited on when the maker says so, where the system tells of them", async () => {
    const { core, maker } = await openWindow("#/settings", { metered: true });
    await maker.click(await the("metered-switch"));
    await waitFor(() => expect(core.world.uploads.wait_on_metered).toBe(true));
  });

  it("T-02 are no setting where the system does not tell", async () => {
    const { core } = await openWindow("#/settings", { metered: null });
    await the("start-switch");
    await waitFor(() => expect(core.called("metered").length).toBe(1));
    expect(screen.queryByTestId("metered-switch")).toBeNull();
  });
});

describe("T-02 starting with the computer", () => {
  it("T-02 is off at first, the system's to say, and refused in words", async () => {
    const { core, maker } = await openWindow("#/settings");
    const field = await the("start-switch");
    expect(field).not.toBeChecked();
    await maker.click(field);
    await waitFor(() => expect(core.called("startByItself")).toEqual([[true]]));
    core.refuse("startByItself", "Your system did not take it.");
    await maker.click(field);
    expect(await the("start-error")).toHaveTextContent("Your system did not take it.");
    expect(field).toBeChecked();
  });
});
