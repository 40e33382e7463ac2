import { screen, waitFor } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";

import { openWindow, the } from "../test-window";
import { speak } from "../words/fluent.svelte";

afterEach(async () => {
  localStorage.clear();
  await speak("en");
});

describe("G-14 the language of the window", () => {
  it("is chosen in the settings and changes at once, without a restart", async () => {
    const { core, maker } = await openWindow("#/settings");
    await maker.selectOptions(await the("language"), "Français");
    await waitFor(() => expect(screen.getByTestId("nav-home")).toHaveTextContent("Accueil"));
    // Names that come from the system follow, too.
    expect(screen.getByTestId("week-start")).toHaveTextContent("lundi");
    expect(core.called("saveSettings").at(-1)).toEqual([expect.objectContaining({ language: "fr" })]);
    expect(document.documentElement).toHaveAttribute("lang", "fr");
    expect(localStorage.getItem("language")).toBe("fr");
    await maker.selectOptions(await the("language"), "العربية");
    await waitFor(() => expect(screen.getByTestId("nav-home")).toHaveTextContent("الرئيسية"));
    expect(document.documentElement).toHaveAttribute("dir", "rtl");
  });

  it("comes back when the core does not keep it", async () => {
    const { maker } = await openWindow("#/settings", {}, (core) => core.refuse("saveSettings", "The disk is full."));
    await maker.selectOptions(await the("language"), "Français");
    expect(await the("settings-refused")).toHaveTextContent("The disk is full.");
    await waitFor(() => expect(screen.getByTestId("nav-home")).toHaveTextContent("Home"));
  });

  it("turns round the keys that move by days", async () => {
    const { pressed } = await import("./shortcuts");
    const left = new KeyboardEvent("keydown", { key: "ArrowLeft", shiftKey: true });
    expect(pressed("itemBefore", left)).toBe(true);
    await speak("ar");
    expect(pressed("itemBefore", left)).toBe(false);
    expect(pressed("itemAfter", left)).toBe(true);
  });

  it("is there with a part that is read when it is shown", async () => {
    // A window that has read no words yet.
    vi.resetModules();
    const [{ withWords }, { t }] = await Promise.all([import("./language"), import("../words/fluent.svelte")]);
    await withWords(Promise.resolve(), "onboarding");
    expect(t("onboarding-hello")).toBe("Publish your videos from your own disk");
  });
});
