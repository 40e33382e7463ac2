/**
 * Every key of the window, in one list. What listens for keys asks it, and the palette, the menus and the overlay of
 * shortcuts read it, so that none of them can tell of a key that does nothing.
 */
import { isRightToLeft, t, type PlainKey } from "../words/fluent.svelte";
import type { Route } from "./router.svelte";

export interface Shortcut {
  /** Each is one way: modifiers and a key, such as `Mod+K`. `Mod` is Ctrl, and Command on a Mac. */
  keys: string[];
  /** What it does, for the overlay. */
  what: PlainKey;
  /** The screens it belongs to; everywhere when there are none. */
  on?: Route["name"][];
  /** What must have the focus for it. */
  at?: PlainKey;
  /** Its keys to the left and right change places where the window is written from the right. */
  turns?: true;
}

const UPLOAD = "shortcuts-at-upload";
const SERVICE = "shortcuts-at-service";
const ENTRY = "shortcuts-at-entry";
const LINK = "shortcuts-at-link";
const PICTURE = "shortcuts-at-picture";
const DRAFT = "shortcuts-at-draft";
const DAY = "shortcuts-at-day";
const ITEM = "shortcuts-at-item";
const CELL = "shortcuts-at-cell";
const COVER = "shortcuts-at-cover";

const ALL = {
  palette: { keys: ["Mod+K"], what: "shortcuts-palette" },
  help: { keys: ["?"], what: "shortcuts-help" },
  addVideos: { keys: ["Mod+O"], what: "shortcuts-add-videos" },
  undo: { keys: ["Mod+Z"], what: "shortcuts-undo" },
  goHome: { keys: ["Mod+1"], what: "shortcuts-go-home" },
  goPosts: { keys: ["Mod+2"], what: "shortcuts-go-posts" },
  goLibrary: { keys: ["Mod+3"], what: "shortcuts-go-library" },
  goServices: { keys: ["Mod+4"], what: "shortcuts-go-services" },
  goProfile: { keys: ["Mod+5"], what: "shortcuts-go-profile" },
  goConnections: { keys: ["Mod+6"], what: "shortcuts-go-connections" },
  goSync: { keys: ["Mod+7"], what: "shortcuts-go-sync" },
  goCalendar: { keys: ["Mod+8"], what: "shortcuts-go-calendar" },
  goActivity: { keys: ["Mod+9"], what: "shortcuts-go-activity" },
  goSettings: { keys: ["Mod+,"], what: "shortcuts-go-settings" },

  newPost: { keys: ["N"], what: "shortcuts-new-post", on: ["posts"] },
  calendarToday: { keys: ["T"], what: "shortcuts-calendar-today", on: ["calendar"] },
  calendarNew: { keys: ["N"], what: "shortcuts-calendar-new", on: ["calendar"] },
  calendarMonth: { keys: ["M"], what: "shortcuts-calendar-month", on: ["calendar"] },
  calendarWeek: { keys: ["W"], what: "shortcuts-calendar-week", on: ["calendar"] },
  calendarList: { keys: ["L"], what: "shortcuts-calendar-list", on: ["calendar"] },
  calendarBefore: { keys: ["PageUp"], what: "shortcuts-calendar-before", on: ["calendar"] },
  calendarAfter: { keys: ["PageDown"], what: "shortcuts-calendar-after", on: ["calendar"] },
  dayGo: {
    keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
    what: "shortcuts-day-go",
    on: ["calendar"],
    at: DAY,
  },
  dayOpen: { keys: ["Enter"], what: "shortcuts-day-open", on: ["calendar"], at: DAY },
  itemBefore: { keys: ["Shift+ArrowLeft"], what: "shortcuts-item-before", on: ["calendar"], at: ITEM, turns: true },
  itemAfter: { keys: ["Shift+ArrowRight"], what: "shortcuts-item-after", on: ["calendar"], at: ITEM, turns: true },
  itemWeekBefore: { keys: ["Shift+ArrowUp"], what: "shortcuts-item-week-before", on: ["calendar"], at: ITEM },
  itemWeekAfter: { keys: ["Shift+ArrowDown"], what: "shortcuts-item-week-after", on: ["calendar"], at: ITEM },
  newService: { keys: ["N"], what: "shortcuts-new-service", on: ["services"] },
  newLink: { keys: ["N"], what: "shortcuts-new-link", on: ["profile"] },

  uploadGo: { keys: ["ArrowUp", "ArrowDown"], what: "shortcuts-go-above-below", on: ["home"], at: UPLOAD },
  uploadAct: { keys: ["Enter"], what: "shortcuts-upload-act", on: ["home"], at: UPLOAD },
  uploadPause: { keys: ["Space"], what: "shortcuts-upload-pause", on: ["home"], at: UPLOAD },
  uploadRetry: { keys: ["R"], what: "shortcuts-upload-retry", on: ["home"], at: UPLOAD },
  uploadCancel: { keys: ["Delete", "Backspace"], what: "shortcuts-upload-cancel", on: ["home"], at: UPLOAD },
  uploadUp: { keys: ["Alt+ArrowUp"], what: "shortcuts-upload-up", on: ["home"], at: UPLOAD },
  uploadDown: { keys: ["Alt+ArrowDown"], what: "shortcuts-upload-down", on: ["home"], at: UPLOAD },
  uploadSelect: { keys: ["Ctrl+Space"], what: "shortcuts-select", on: ["home"], at: UPLOAD },
  uploadExtend: {
    keys: ["Shift+ArrowUp", "Shift+ArrowDown"],
    what: "shortcuts-select-more",
    on: ["home"],
    at: UPLOAD,
  },
  uploadAll: { keys: ["Mod+A"], what: "shortcuts-select-all", on: ["home"], at: UPLOAD },
  uploadNone: { keys: ["Escape"], what: "shortcuts-select-none", on: ["home"], at: UPLOAD },

  librarySearch: { keys: ["/", "Mod+F"], what: "shortcuts-library-search", on: ["library"] },
  libraryLook: { keys: ["V"], what: "shortcuts-library-look", on: ["library"] },
  entryGo: {
    keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"],
    what: "shortcuts-go-beside",
    on: ["library"],
    at: ENTRY,
  },
  entryOpen: { keys: ["Enter"], what: "shortcuts-entry-open", on: ["library"], at: ENTRY },
  entryPreview: { keys: ["Space"], what: "shortcuts-entry-preview", on: ["library"], at: ENTRY },
  entryAgain: { keys: ["U"], what: "shortcuts-entry-again", on: ["library"], at: ENTRY },
  entryCopy: { keys: ["C"], what: "shortcuts-entry-copy", on: ["library"], at: ENTRY },
  entryRemove: { keys: ["Delete", "Backspace"], what: "shortcuts-entry-remove", on: ["library"], at: ENTRY },
  entrySelect: { keys: ["Ctrl+Space"], what: "shortcuts-select", on: ["library"], at: ENTRY },
  entryExtend: {
    keys: ["Shift+ArrowUp", "Shift+ArrowDown"],
    what: "shortcuts-select-more",
    on: ["library"],
    at: ENTRY,
  },
  entryAll: { keys: ["Mod+A"], what: "shortcuts-select-all", on: ["library"], at: ENTRY },
  entryNone: { keys: ["Escape"], what: "shortcuts-select-none", on: ["library"], at: ENTRY },

  activitySearch: { keys: ["/", "Mod+F"], what: "shortcuts-activity-search", on: ["activity"] },
  activityGo: { keys: ["ArrowUp", "ArrowDown"], what: "shortcuts-go-above-below", on: ["activity"], at: ENTRY },
  activityOpen: { keys: ["Enter"], what: "shortcuts-activity-open", on: ["activity"], at: ENTRY },

  settingsSearch: { keys: ["/", "Mod+F"], what: "shortcuts-settings-search", on: ["settings"] },

  undoEdit: { keys: ["Mod+Z"], what: "shortcuts-undo-edit", on: ["draft", "together", "post"], at: DRAFT },
  redoEdit: {
    keys: ["Mod+Shift+Z", "Mod+Y"],
    what: "shortcuts-redo-edit",
    on: ["draft", "together", "post"],
    at: DRAFT,
  },
  snippet: { keys: ["/"], what: "shortcuts-snippet", on: ["draft", "together", "post"], at: DRAFT },
  versions: { keys: ["Mod+Shift+H"], what: "shortcuts-versions", on: ["draft", "post"] },
  closeEditor: { keys: ["Escape"], what: "shortcuts-close-editor", on: ["draft", "post"] },
  coverMove: { keys: ["ArrowLeft", "ArrowRight"], what: "shortcuts-cover-move", on: ["draft"], at: COVER },
  previewPlatform: { keys: ["P"], what: "shortcuts-preview-platform", on: ["draft"] },
  previewShape: { keys: ["W"], what: "shortcuts-preview-shape", on: ["draft"] },
  previewSafe: { keys: ["S"], what: "shortcuts-preview-safe", on: ["draft"] },
  cellGo: {
    keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
    what: "shortcuts-cell-go",
    on: ["together"],
    at: CELL,
  },
  cellEdit: { keys: ["Enter", "F2"], what: "shortcuts-cell-edit", on: ["together"], at: CELL },
  cellLeave: { keys: ["Escape"], what: "shortcuts-cell-leave", on: ["together"], at: CELL },
  cellExtend: { keys: ["Shift+ArrowUp", "Shift+ArrowDown"], what: "shortcuts-select-more", on: ["together"], at: CELL },
  cellFill: { keys: ["Mod+D"], what: "shortcuts-cell-fill", on: ["together"], at: CELL },
  cellCopy: { keys: ["Mod+C"], what: "shortcuts-cell-copy", on: ["together"], at: CELL },
  cellPaste: { keys: ["Mod+V"], what: "shortcuts-cell-paste", on: ["together"], at: CELL },
  cellClear: { keys: ["Delete", "Backspace"], what: "shortcuts-cell-clear", on: ["together"], at: CELL },
  pictureMove: { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], what: "shortcuts-move", on: ["post"], at: PICTURE },

  closeService: { keys: ["Escape"], what: "shortcuts-close-service", on: ["services"] },
  serviceOpen: { keys: ["Enter"], what: "shortcuts-service-open", on: ["services"], at: SERVICE },
  serviceUp: { keys: ["Alt+ArrowUp"], what: "shortcuts-move-up", on: ["services"], at: SERVICE },
  serviceDown: { keys: ["Alt+ArrowDown"], what: "shortcuts-move-down", on: ["services"], at: SERVICE },
  serviceDelete: { keys: ["Delete"], what: "shortcuts-delete", on: ["services"], at: SERVICE },

  linkMove: { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], what: "shortcuts-move", on: ["profile"], at: LINK },
  linkDelete: { keys: ["Delete"], what: "shortcuts-link-delete", on: ["profile"], at: LINK },
} satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof ALL;

export const SHORTCUTS: Record<ShortcutId, Shortcut> = ALL;

/** What a key of the whole window does. Returns false when there was nothing to do. */
export type WindowActs = Partial<Record<ShortcutId, () => unknown>>;

const isMac = navigator.userAgent.includes("Mac");

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;

/** Whether something lies over the screen that keys belong to: a menu, a question or a dialog. */
export const inLayer = (): boolean => document.querySelector("[role=menu], [role=alertdialog], [role=dialog]") !== null;

/** The key of an event as the list names it; where letters are not Latin, what a Latin keyboard has in its place. */
function keyOf({ key, code }: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (key === " ") return "Space";
  if (key.length > 1) return key;
  if (/^[!-~]$/.test(key)) return key.toUpperCase();
  return digit ?? /^Key([A-Z])$/.exec(code)?.[1] ?? key;
}

function fits(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+");
  const wanted = parts.at(-1);
  const has = (modifier: string) => parts.includes(modifier);
  if (event.ctrlKey !== (has("Ctrl") || (!isMac && has("Mod"))) || event.metaKey !== (isMac && has("Mod")))
    return false;
  if (event.altKey !== has("Alt")) return false;
  // A digit can stand on its key beside another sign, and a sign can need Shift: the key is what counts, not how.
  if (/^\d$/.test(wanted ?? "")) return event.code === `Digit${wanted}` || event.key === wanted;
  if (event.shiftKey !== has("Shift") && !/^[^A-Za-z0-9]$/.test(wanted ?? "")) return false;
  return keyOf(event) === wanted;
}

/** The ways of a shortcut as the window is written now. */
export function keysOf(id: ShortcutId): string[] {
  const { keys, turns } = SHORTCUTS[id];
  return turns && isRightToLeft()
    ? keys.map((way) =>
        way.replace(/ArrowLeft|ArrowRight/, (key) => (key === "ArrowLeft" ? "ArrowRight" : "ArrowLeft")),
      )
    : keys;
}

/** Whether `event` is a press of this shortcut, wherever the focus is. */
export const pressed = (id: ShortcutId, event: KeyboardEvent): boolean => keysOf(id).some((keys) => fits(keys, event));

/** A key without a modifier writes a letter in a field, and does something in a menu or a dialog. */
const needsFreeKeys = (id: ShortcutId): boolean => !SHORTCUTS[id].keys.some((keys) => keys.includes("Mod+"));

/** Handles a key of the window, on the screen that is shown. */
export function onKey(event: KeyboardEvent, screen: Route["name"], acts: WindowActs): void {
  if (event.defaultPrevented || event.isComposing) return;
  for (const [id, act] of Object.entries(acts) as [ShortcutId, () => unknown][]) {
    const { on } = SHORTCUTS[id];
    if ((on && !on.includes(screen)) || !pressed(id, event)) continue;
    if (needsFreeKeys(id) && (isTyping(event.target) || inLayer())) return;
    // In a text field Ctrl+Z belongs to the text.
    if (id === "undo" && isTyping(event.target)) return;
    // A key that is held down asks once.
    if (event.repeat && id !== "undo") event.preventDefault();
    else if (act() !== false) event.preventDefault();
    return;
  }
}

/** What belongs to this screen, and what holds everywhere, each in groups by what must have the focus. */
export function shortcutsOf(screen: Route["name"]): { here: ShortcutGroup[]; everywhere: ShortcutGroup[] } {
  const all = Object.entries(SHORTCUTS) as [ShortcutId, Shortcut][];
  return {
    here: grouped(all.filter(([, { on }]) => on?.includes(screen))),
    everywhere: grouped(all.filter(([, { on }]) => !on)),
  };
}

export interface ShortcutGroup {
  at: PlainKey | undefined;
  rows: ({ id: ShortcutId } & Shortcut)[];
}

function grouped(entries: [ShortcutId, Shortcut][]): ShortcutGroup[] {
  const places = [...new Set(entries.map(([, { at }]) => at))];
  return places.map((at) => ({
    at,
    rows: entries.filter(([, shortcut]) => shortcut.at === at).map(([id, shortcut]) => ({ id, ...shortcut })),
  }));
}

const MAC_CAPS: Record<string, string> = { Mod: "⌘", Ctrl: "⌃", Alt: "⌥", Shift: "⇧", Backspace: "⌫", Delete: "⌦" };
const CAPS: Record<string, string> = {
  Mod: "Ctrl",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** Keys that are called otherwise on the keyboards of other languages. */
const NAMED: Record<string, PlainKey> = {
  Shift: "components-key-shift",
  Space: "components-key-space",
  Enter: "components-key-enter",
  Escape: "components-key-escape",
  Delete: "components-key-delete",
  Backspace: "components-key-backspace",
  PageUp: "components-key-page-up",
  PageDown: "components-key-page-down",
};

function capOf(key: string, mac: boolean): string {
  const named = NAMED[key];
  return (mac ? MAC_CAPS[key] : undefined) ?? CAPS[key] ?? (named ? t(named) : key);
}

/** What is written on the keys of one way: `["Ctrl", "K"]`, on a Mac `["⌘", "K"]`. */
export const caps = (keys: string, mac = isMac): string[] => keys.split("+").map((key) => capOf(key, mac));

/** The first way of a shortcut in a line of text: `Ctrl+K`, on a Mac `⌘K`. */
export const inWords = (id: ShortcutId, between = "+", mac = isMac): string =>
  caps(keysOf(id)[0] ?? "", mac).join(mac ? "" : between);

/** The shortcuts as `aria-keyshortcuts` has them. */
export const ariaKeys = (...ids: ShortcutId[]): string =>
  ids
    .flatMap(keysOf)
    .map((keys) => keys.replace("Mod", isMac ? "Meta" : "Control").replace("Ctrl", "Control"))
    .join(" ");
