import { describe, expect, it, vi } from "vitest";

import { ariaKeys, caps, inWords, onKey, pressed, SHORTCUTS, shortcutsOf, type ShortcutId } from "./shortcuts";
import { speak } from "../words/fluent.svelte";

const key = (key: string, rest: KeyboardEventInit = {}) =>
  new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...rest });

/** Presses a key in an element of this kind, on this screen. */
function press(event: KeyboardEvent, markup: string, acts: Parameters<typeof onKey>[2], screen = "posts" as const) {
  document.body.innerHTML = markup;
  const target = document.querySelector("[data-here]") ?? document.body;
  target.addEventListener("keydown", (e) => onKey(e as KeyboardEvent, screen, acts));
  target.dispatchEvent(event);
}

describe("keys of the window", () => {
  it("G-06 the palette opens from anywhere, also while typing", () => {
    for (const markup of [
      "<div data-here></div>",
      "<textarea data-here></textarea>",
      '<input type="text" data-here>',
    ]) {
      const palette = vi.fn();
      press(key("k", { ctrlKey: true }), markup, { palette });
      expect(palette).toHaveBeenCalledTimes(1);
    }
  });

  it.each([
    "<textarea data-here></textarea>",
    '<input type="text" data-here>',
    "<select data-here></select>",
    '<div contenteditable="true"><b data-here></b></div>',
  ])("G-07 a single letter or sign never fires while typing: %s", (markup) => {
    const [help, newPost] = [vi.fn(), vi.fn()];
    press(key("?", { shiftKey: true }), markup, { help });
    press(key("n"), markup, { newPost });
    expect(help).not.toHaveBeenCalled();
    expect(newPost).not.toHaveBeenCalled();
  });

  it.each(["menu", "dialog", "alertdialog"])("G-07 a single letter rests while there is a %s", (role) => {
    const newPost = vi.fn();
    press(key("n"), `<div role="${role}"><button data-here>One</button></div>`, { newPost });
    expect(newPost).not.toHaveBeenCalled();
  });

  it("G-07 a single letter fires where nothing is typed, on its own screen alone", () => {
    const [newPost, newService] = [vi.fn(), vi.fn()];
    const event = key("n");
    press(event, "<button data-here>One</button>", { newPost, newService });
    expect(newPost).toHaveBeenCalledTimes(1);
    expect(newService).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(true);
  });

  it("G-07 a key that writes a sign by an input method, or is held down, does nothing", () => {
    const palette = vi.fn();
    press(key("k", { ctrlKey: true, isComposing: true }), "<div data-here></div>", { palette });
    press(key("k", { ctrlKey: true, repeat: true }), "<div data-here></div>", { palette });
    expect(palette).not.toHaveBeenCalled();
  });

  it("G-07 keys are found on keyboards with other letters, and digits that need Shift", () => {
    expect(pressed("palette", key("л", { code: "KeyK", ctrlKey: true }))).toBe(true);
    expect(pressed("goHome", key("&", { code: "Digit1", ctrlKey: true }))).toBe(true);
    // On this keyboard K is elsewhere: the letter counts, not the place.
    expect(pressed("palette", key("t", { code: "KeyK", ctrlKey: true }))).toBe(false);
  });

  it("G-07 one modifier more is another key", () => {
    expect(pressed("palette", key("k", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(pressed("palette", key("k", { ctrlKey: true, altKey: true }))).toBe(false);
    expect(pressed("uploadRetry", key("r", { ctrlKey: true }))).toBe(false);
    expect(pressed("uploadRetry", key("r"))).toBe(true);
  });
});

describe("the list of shortcuts", () => {
  const entries = Object.entries(SHORTCUTS) as [ShortcutId, (typeof SHORTCUTS)[ShortcutId]][];

  it("G-07 no screen has two meanings for one key in one place", () => {
    for (const screen of [...new Set(entries.flatMap(([, { on }]) => on ?? []))]) {
      const { here, everywhere } = shortcutsOf(screen);
      const used = [...here, ...everywhere].flatMap(({ at, rows }) =>
        rows.flatMap(({ keys }) => keys.map((k) => `${at ?? ""} ${k}`)),
      );
      expect(new Set(used).size).toBe(used.length);
    }
  });

  it("G-07 every shortcut is told on some screen or everywhere", () => {
    const told = new Set(
      (
        [
          "home",
          "draft",
          "together",
          "posts",
          "post",
          "library",
          "calendar",
          "services",
          "profile",
          "activity",
          "settings",
        ] as const
      ).flatMap((screen) => {
        const { here, everywhere } = shortcutsOf(screen);
        return [...here, ...everywhere].flatMap(({ rows }) => rows.map(({ id }) => id));
      }),
    );
    expect([...told].sort()).toEqual(entries.map(([id]) => id).sort());
  });

  it("G-06 keys are called what stands on the keyboard", async () => {
    await speak("fr");
    expect([inWords("closeEditor"), inWords("serviceDelete"), inWords("itemBefore")]).toEqual([
      "Échap",
      "Suppr",
      "Maj+←",
    ]);
    await speak("en");
    expect([inWords("closeEditor"), inWords("serviceDelete"), inWords("itemBefore")]).toEqual([
      "Esc",
      "Del",
      "Shift+←",
    ]);
  });

  it("G-06 a Mac shows its own signs", () => {
    expect(caps("Mod+K", true)).toEqual(["⌘", "K"]);
    expect(caps("Mod+K", false)).toEqual(["Ctrl", "K"]);
    expect(inWords("addVideos", "+", true)).toBe("⌘O");
    expect(inWords("uploadUp", "+", false)).toBe("Alt+↑");
    expect(ariaKeys("uploadUp", "palette")).toBe("Alt+ArrowUp Control+K");
  });
});
