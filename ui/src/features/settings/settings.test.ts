import { screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";

import type { DoctorLine } from "../../ipc";
import { emptyWorld } from "../../ipc/fake";
import { openWindow, the } from "../../test-window";
import { speak } from "../../words/fluent.svelte";

const doctor = [
  { name: "Network", ok: true, found: "YouTube and TikTok can be reached", fix: null, remedy: null },
] as DoctorLine[];

afterEach(async () => {
  localStorage.clear();
  await speak("en");
});

describe("diagnostics", () => {
  it("T-05 the report is copied by the core, and said to hold no secret", async () => {
    const { core, maker } = await openWindow("#/settings", { doctor });
    await maker.click(await the("doctor-copy"));
    await waitFor(() => expect(core.called("copyReport")).toEqual([[expect.any(Boolean)]]));
    expect(await the("toast")).toHaveTextContent("Report copied. It holds no secret.");
  });

  it("T-05 when it cannot be copied, the reason is told and the lines stay to be selected", async () => {
    const { maker } = await openWindow("#/settings", { doctor }, (core) =>
      core.refuse("copyReport", "The clipboard cannot be reached. Select the lines and copy them by hand."),
    );
    await maker.click(await the("doctor-copy"));
    expect(await the("toast")).toHaveTextContent("The clipboard cannot be reached.");
    expect(screen.getByTestId("doctor")).toHaveTextContent("YouTube and TikTok can be reached");
  });
});

describe("looking for a setting", () => {
  const shown = () =>
    [...document.querySelectorAll("section.setting")]
      .filter((section) => !section.closest("[hidden]"))
      .map((section) => section.getAttribute("aria-label"));

  it("T-01 what is typed leaves the settings that are called so, or that people call so", async () => {
    const { maker } = await openWindow("#/settings", { doctor });
    await the("files-at-once");
    const field = await the("settings-search");
    for (const [typed, found] of [
      ["dark", ["Colours"]],
      ["bandwidth", ["Speed limit", "Hours of the day"]],
      ["monday", ["First day of the week"]],
      ["SLEEP", ["Keep the computer awake"]],
    ] as const) {
      await maker.clear(field);
      await maker.type(field, typed);
      await waitFor(() => expect(shown()).toEqual(found));
    }
    await maker.clear(field);
    await maker.type(field, "keyring");
    await waitFor(() => expect(screen.getByTestId("doctor")).toBeVisible());
    expect(shown()).toEqual([]);
  });

  it("T-01 a setting is found by the words of the language that the window speaks", async () => {
    const { maker } = await openWindow("#/settings", {
      doctor,
      settings: { ...emptyWorld().settings, language: "fr" },
    });
    const field = await the("settings-search");
    await waitFor(() => expect(shown()).toContain("Langue"));
    for (const [typed, found] of [
      ["sombres", ["Couleurs"]],
      ["debit", ["Limite de vitesse", "Heures de la journée"]],
      ["dimanche", ["Premier jour de la semaine"]],
      ["bandwidth", []],
    ] as const) {
      await maker.clear(field);
      await maker.type(field, typed);
      await waitFor(() => expect(shown()).toEqual(found));
    }
  });

  it("T-01 nothing found says so and leads back to all of them", async () => {
    const { maker } = await openWindow("#/settings", { doctor });
    await maker.type(await the("settings-search"), "zzz");
    await maker.click(await the("settings-all"));
    await waitFor(() => expect(shown().length).toBeGreaterThan(4));
    expect(screen.getByTestId("settings-search")).toHaveFocus();
  });

  it("T-01 Ctrl+F goes to the search", async () => {
    const { maker } = await openWindow("#/settings", { doctor });
    await the("settings-search");
    await maker.keyboard("{Control>}f{/Control}");
    expect(screen.getByTestId("settings-search")).toHaveFocus();
  });

  it("T-01 each names its default and goes back to it", async () => {
    const settings = {
      ...emptyWorld().settings,
      theme: "DARK" as const,
      time_zone: "Africa/Nairobi",
      week_start: 7,
      slots: [{ weekday: 5, minute: 1_080 }],
    };
    const { core, maker } = await openWindow("#/settings", { doctor, settings });
    for (const part of ["appearance", "time-zone-setting", "week-start-setting", "slots"])
      await maker.click(await the(`${part}-reset`));
    await waitFor(() =>
      expect(core.world.settings).toMatchObject({ theme: "SYSTEM", time_zone: null, week_start: null, slots: [] }),
    );
  });

  it("K-06 a time of a slot is kept once its field is left, and pointed out while it is none", async () => {
    const settings = { ...emptyWorld().settings, slots: [{ weekday: 5, minute: 1_080 }] };
    const { core, maker } = await openWindow("#/settings", { doctor, settings });
    const field = await the("slot-time");
    await maker.clear(field);
    await maker.type(field, "soon");
    expect(within(screen.getByTestId("slot")).getByRole("alert")).toHaveTextContent("such as 09:00");
    await maker.clear(field);
    await maker.type(field, "9h30");
    expect(core.called("saveSettings")).toHaveLength(0);
    await maker.tab();
    await waitFor(() => expect(core.world.settings.slots).toEqual([{ weekday: 5, minute: 570 }]));
  });
});

describe("what the doctor found", () => {
  it("T-05 a line that is not well has words and the button that mends it", async () => {
    const ill: DoctorLine[] = [
      { name: "Links", ok: false, found: "not registered", fix: "Register Maker Studio.", remedy: "REGISTER_LINKS" },
      { name: "YouTube: connection", ok: false, found: "no access", fix: "Connect again.", remedy: "CONNECTIONS" },
    ];
    const { core, maker } = await openWindow("#/settings", { doctor: ill });
    await maker.click(await the("remedy-register-links"));
    await waitFor(() => expect(core.called("registerLinks")).toHaveLength(1));
    await waitFor(() => expect(core.called("doctor").length).toBeGreaterThan(1));
    await maker.click(screen.getByTestId("remedy-connections"));
    await waitFor(() => expect(location.hash).toBe("#/connections"));
  });
});
