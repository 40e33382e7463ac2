import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { emptyWorld } from "../../ipc/fake";
import { openWindow, the } from "../../test-window";

const open = async (part = {}, prepare?: Parameters<typeof openWindow>[2]) => {
  const opened = await openWindow("#/settings", { uploads: { ...emptyWorld().uploads, ...part } }, prepare);
  if (!prepare) await the("files-at-once");
  return opened;
};

describe("Settings > Uploads", () => {
  it("t02_every_part_is_applied_at_once_with_no_button_to_press", async () => {
    const { core, maker } = await open();
    await maker.selectOptions(screen.getByTestId("files-at-once-field"), "5");
    await waitFor(() => expect(core.world.uploads.files_at_once).toBe(5));
    await maker.click(screen.getByTestId("keep-awake-switch"));
    await waitFor(() => expect(core.world.uploads.keep_awake).toBe(false));
    await maker.click(screen.getByTestId("cap-on"));
    await waitFor(() => expect(core.world.uploads.cap_bytes_s).toBe(2_000_000));
    await fireEvent.input(screen.getByTestId("cap-slider"), { target: { value: "60" } });
    await waitFor(() => expect(core.world.uploads.cap_bytes_s).toBe(100_000_000));
  });

  it("t02_each_part_names_its_default_and_goes_back_to_it", async () => {
    const hours = [{ from_minute: 540, to_minute: 1_080, cap_bytes_s: 2_000_000 }];
    const { core, maker } = await open({
      files_at_once: 6,
      cap_bytes_s: 3e6,
      hours,
      keep_awake: false,
      wait_on_metered: true,
    });
    for (const [part, usual] of [
      ["files-at-once", "Default: 2."],
      ["cap", "Default: off."],
      ["hours", "Default: none."],
      ["keep-awake", "Default: on."],
      ["metered", "Default: off."],
    ] as const) {
      expect(screen.getByTestId(part)).toHaveTextContent(usual);
      await maker.click(screen.getByTestId(`${part}-reset`));
    }
    await waitFor(() => expect(core.world.uploads).toEqual(emptyWorld().uploads));
    expect(screen.queryByTestId("cap-reset")).toBeNull();
  });

  it("t02_hours_of_the_day_are_added_edited_over_midnight_and_removed", async () => {
    const { core, maker } = await open();
    await maker.click(screen.getByTestId("hours-add"));
    await waitFor(() =>
      expect(core.world.uploads.hours).toEqual([{ from_minute: 540, to_minute: 1_080, cap_bytes_s: 2_000_000 }]),
    );
    const write = async (field: string, text: string) => {
      await maker.clear(screen.getByTestId(field));
      await maker.type(screen.getByTestId(field), text);
    };
    await write("hours-from", "22");
    await write("hours-to", "6:30");
    await write("hours-cap", "0,5");
    await maker.tab();
    await waitFor(() =>
      expect(core.world.uploads.hours).toEqual([{ from_minute: 1_320, to_minute: 390, cap_bytes_s: 500_000 }]),
    );
    expect(screen.getByTestId("hours-note")).toHaveTextContent("Over midnight");
    expect(screen.getByTestId("hours-from")).toHaveValue("22:00");
    await maker.click(screen.getByTestId("hours-remove"));
    await waitFor(() => expect(core.world.uploads.hours).toEqual([]));
    await waitFor(() => expect(screen.getByTestId("hours-add")).toHaveFocus());
  });

  it("t02_what_cannot_be_a_limit_is_pointed_out_at_its_field_and_not_sent", async () => {
    const { core, maker } = await open({ cap_bytes_s: 2e6 });
    const field = screen.getByTestId("cap-field");
    await maker.clear(field);
    await maker.type(field, "0");
    expect(await the("cap-error")).toHaveTextContent("The slowest limit is");
    expect(field).toHaveAttribute("aria-invalid", "true");
    expect(field).toHaveValue("0");
    expect(core.world.uploads.cap_bytes_s).toBe(2e6);
  });

  it("t02_when_the_core_refuses_the_old_value_returns_with_the_reason_at_its_place", async () => {
    const { core, maker } = await open();
    core.refuse("saveUploadSettings", "The disk is full.");
    await maker.selectOptions(screen.getByTestId("files-at-once-field"), "5");
    expect(await the("files-at-once-error")).toHaveTextContent("The disk is full.");
    expect(screen.getByTestId("files-at-once-field")).toHaveValue("2");
    expect(screen.queryByTestId("keep-awake-error")).toBeNull();
  });

  it("t02_a_slider_that_is_dragged_sends_its_last_place_and_never_two_at_a_time", async () => {
    const { core } = await open({ cap_bytes_s: 2e6 });
    let finish: () => void = () => undefined;
    core.answer("saveUploadSettings", async (settings) => {
      await new Promise<void>((done) => (finish = done));
      return settings;
    });
    for (const value of ["10", "20", "30", "40"])
      await fireEvent.input(screen.getByTestId("cap-slider"), { target: { value } });
    expect(core.called("saveUploadSettings")).toHaveLength(1);
    finish();
    await waitFor(() => expect(core.called("saveUploadSettings")).toHaveLength(2));
    finish();
    await waitFor(() => expect(screen.getByTestId("cap-slider")).toHaveValue("40"));
    expect(core.called("saveUploadSettings")).toHaveLength(2);
  });

  it("G-17 when they cannot be read, it says so and tries again", async () => {
    const { core, maker } = await open({}, (c) => c.refuse("uploadSettings", "The database is busy."));
    expect(await the("uploads-error")).toHaveTextContent("The database is busy.");
    core.answer("uploadSettings", () => core.world.uploads);
    await maker.click(within(screen.getByTestId("uploads-error")).getByRole("button"));
    expect(await the("files-at-once")).toBeVisible();
  });
});
