/**
 * Every key of the window, in one list. What listens for keys asks it, and the palette, the menus and the overlay of
 * shortcuts read it, so that none of them can tell of a key that does nothing.
 */
import type { Route } from "./router.svelte";

export interface Shortcut {
  /** Each is one way: modifiers and a key, such as `Mod+K`. `Mod` is Ctrl, and Command on a Mac. */
  keys: string[];
  /** What it does, for the overlay. */
  what: string;
  /** The screens it belongs to; everywhere when there are none. */
  on?: Route["name"][];
  /** What must have the focus for it. */
  at?: string;
}

const UPLOAD = "On an upload";
const SERVICE = "On a service";
const ENTRY = "On an entry";
const ACTIVITY = "On an entry";
const LINK = "On the handle of a link";
const PICTURE = "On a picture";
const DRAFT = "In what is written";
const DAY = "On a day";
const ITEM = "On something in the calendar";
const CELL = "On a cell of the table";
const COVER = "On the slider of the cover";

const ALL = {
  palette: { keys: ["Mod+K"], what: "Search, or do something" },
  help: { keys: ["?"], what: "Show the shortcuts" },
  addVideos: { keys: ["Mod+O"], what: "Add videos" },
  undo: { keys: ["Mod+Z"], what: "Undo what the last message offers to undo" },
  goHome: { keys: ["Mod+1"], what: "Go to Home" },
  goPosts: { keys: ["Mod+2"], what: "Go to Posts" },
  goLibrary: { keys: ["Mod+3"], what: "Go to Library" },
  goServices: { keys: ["Mod+4"], what: "Go to Services" },
  goProfile: { keys: ["Mod+5"], what: "Go to Profile & links" },
  goConnections: { keys: ["Mod+6"], what: "Go to Connections" },
  goSync: { keys: ["Mod+7"], what: "Go to Account & sync" },
  goCalendar: { keys: ["Mod+8"], what: "Go to Calendar" },
  goActivity: { keys: ["Mod+9"], what: "Go to Activity" },
  goSettings: { keys: ["Mod+,"], what: "Go to Settings" },

  newPost: { keys: ["N"], what: "New post", on: ["posts"] },
  calendarToday: { keys: ["T"], what: "Go to today", on: ["calendar"] },
  calendarNew: { keys: ["N"], what: "New draft on this day", on: ["calendar"] },
  calendarMonth: { keys: ["M"], what: "Show the month", on: ["calendar"] },
  calendarWeek: { keys: ["W"], what: "Show the week", on: ["calendar"] },
  calendarList: { keys: ["L"], what: "Show the list", on: ["calendar"] },
  calendarBefore: { keys: ["PageUp"], what: "The month or week before", on: ["calendar"] },
  calendarAfter: { keys: ["PageDown"], what: "The month or week after", on: ["calendar"] },
  dayGo: {
    keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
    what: "Go to the day beside, above or below",
    on: ["calendar"],
    at: DAY,
  },
  dayOpen: { keys: ["Enter"], what: "Open what is on it", on: ["calendar"], at: DAY },
  itemBefore: { keys: ["Shift+ArrowLeft"], what: "Move it a day back", on: ["calendar"], at: ITEM },
  itemAfter: { keys: ["Shift+ArrowRight"], what: "Move it a day on", on: ["calendar"], at: ITEM },
  itemWeekBefore: { keys: ["Shift+ArrowUp"], what: "Move it a week back", on: ["calendar"], at: ITEM },
  itemWeekAfter: { keys: ["Shift+ArrowDown"], what: "Move it a week on", on: ["calendar"], at: ITEM },
  newService: { keys: ["N"], what: "New service", on: ["services"] },
  newLink: { keys: ["N"], what: "Add a link", on: ["profile"] },

  uploadGo: { keys: ["ArrowUp", "ArrowDown"], what: "Go to the one above or below", on: ["home"], at: UPLOAD },
  uploadAct: { keys: ["Enter"], what: "Do what its button says", on: ["home"], at: UPLOAD },
  uploadPause: { keys: ["Space"], what: "Pause or resume", on: ["home"], at: UPLOAD },
  uploadRetry: { keys: ["R"], what: "Try again now", on: ["home"], at: UPLOAD },
  uploadCancel: { keys: ["Delete", "Backspace"], what: "Cancel, or take off the list", on: ["home"], at: UPLOAD },
  uploadUp: { keys: ["Alt+ArrowUp"], what: "Move up the queue", on: ["home"], at: UPLOAD },
  uploadDown: { keys: ["Alt+ArrowDown"], what: "Move down the queue", on: ["home"], at: UPLOAD },
  uploadSelect: { keys: ["Ctrl+Space"], what: "Select, or take out of the selection", on: ["home"], at: UPLOAD },
  uploadExtend: {
    keys: ["Shift+ArrowUp", "Shift+ArrowDown"],
    what: "Select more of them",
    on: ["home"],
    at: UPLOAD,
  },
  uploadAll: { keys: ["Mod+A"], what: "Select all", on: ["home"], at: UPLOAD },
  uploadNone: { keys: ["Escape"], what: "Select none", on: ["home"], at: UPLOAD },

  librarySearch: { keys: ["/", "Mod+F"], what: "Search the library", on: ["library"] },
  libraryLook: { keys: ["V"], what: "Grid or table", on: ["library"] },
  entryGo: {
    keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"],
    what: "Go to the one beside it",
    on: ["library"],
    at: ENTRY,
  },
  entryOpen: { keys: ["Enter"], what: "Open its details; a draft opens", on: ["library"], at: ENTRY },
  entryPreview: { keys: ["Space"], what: "Preview", on: ["library"], at: ENTRY },
  entryAgain: { keys: ["U"], what: "Use again, as a new draft", on: ["library"], at: ENTRY },
  entryCopy: { keys: ["C"], what: "Copy its link", on: ["library"], at: ENTRY },
  entryRemove: { keys: ["Delete", "Backspace"], what: "Take out of the library", on: ["library"], at: ENTRY },
  entrySelect: { keys: ["Ctrl+Space"], what: "Select, or take out of the selection", on: ["library"], at: ENTRY },
  entryExtend: { keys: ["Shift+ArrowUp", "Shift+ArrowDown"], what: "Select more of them", on: ["library"], at: ENTRY },
  entryAll: { keys: ["Mod+A"], what: "Select all", on: ["library"], at: ENTRY },
  entryNone: { keys: ["Escape"], what: "Select none", on: ["library"], at: ENTRY },

  activitySearch: { keys: ["/", "Mod+F"], what: "Search the activity", on: ["activity"] },
  activityGo: {
    keys: ["ArrowUp", "ArrowDown"],
    what: "Go to the one above or below",
    on: ["activity"],
    at: ACTIVITY,
  },
  activityOpen: { keys: ["Enter"], what: "Show what it is about", on: ["activity"], at: ACTIVITY },

  settingsSearch: { keys: ["/", "Mod+F"], what: "Search the settings", on: ["settings"] },

  undoEdit: {
    keys: ["Mod+Z"],
    what: "Take back what was typed or chosen",
    on: ["draft", "together", "post"],
    at: DRAFT,
  },
  redoEdit: { keys: ["Mod+Shift+Z", "Mod+Y"], what: "Do it again", on: ["draft", "together", "post"], at: DRAFT },
  snippet: { keys: ["/"], what: "Put in a snippet", on: ["draft", "together", "post"], at: DRAFT },
  versions: { keys: ["Mod+Shift+H"], what: "See what it said before", on: ["draft", "post"] },
  closeEditor: { keys: ["Escape"], what: "Close and keep", on: ["draft", "post"] },
  coverMove: { keys: ["ArrowLeft", "ArrowRight"], what: "Choose the moment", on: ["draft"], at: COVER },
  previewPlatform: { keys: ["P"], what: "Preview on the other platform", on: ["draft"] },
  previewShape: { keys: ["W"], what: "Preview upright or wide", on: ["draft"] },
  previewSafe: { keys: ["S"], what: "Show what the platform covers", on: ["draft"] },
  cellGo: {
    keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
    what: "Go to the cell beside, above or below",
    on: ["together"],
    at: CELL,
  },
  cellEdit: { keys: ["Enter", "F2"], what: "Write in it; Enter again goes on below", on: ["together"], at: CELL },
  cellLeave: { keys: ["Escape"], what: "Leave it as it was", on: ["together"], at: CELL },
  cellExtend: { keys: ["Shift+ArrowUp", "Shift+ArrowDown"], what: "Select more of them", on: ["together"], at: CELL },
  cellFill: { keys: ["Mod+D"], what: "Fill down", on: ["together"], at: CELL },
  cellCopy: { keys: ["Mod+C"], what: "Copy", on: ["together"], at: CELL },
  cellPaste: { keys: ["Mod+V"], what: "Paste; several lines fill the cells below", on: ["together"], at: CELL },
  cellClear: { keys: ["Delete", "Backspace"], what: "Empty it", on: ["together"], at: CELL },
  pictureMove: { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], what: "Move it", on: ["post"], at: PICTURE },

  closeService: { keys: ["Escape"], what: "Close the open service", on: ["services"] },
  serviceOpen: { keys: ["Enter"], what: "Open or close it", on: ["services"], at: SERVICE },
  serviceUp: { keys: ["Alt+ArrowUp"], what: "Move it up", on: ["services"], at: SERVICE },
  serviceDown: { keys: ["Alt+ArrowDown"], what: "Move it down", on: ["services"], at: SERVICE },
  serviceDelete: { keys: ["Delete"], what: "Delete it", on: ["services"], at: SERVICE },

  linkMove: { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], what: "Move it", on: ["profile"], at: LINK },
  linkDelete: { keys: ["Delete"], what: "Take it off your page", on: ["profile"], at: LINK },
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

/** Whether `event` is a press of this shortcut, wherever the focus is. */
export const pressed = (id: ShortcutId, event: KeyboardEvent): boolean =>
  SHORTCUTS[id].keys.some((keys) => fits(keys, event));

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
  at: string | undefined;
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
  Escape: "Esc",
  Delete: "Del",
};

/** What is written on the keys of one way: `["Ctrl", "K"]`, on a Mac `["⌘", "K"]`. */
export const caps = (keys: string, mac = isMac): string[] =>
  keys.split("+").map((key) => (mac ? MAC_CAPS[key] : undefined) ?? CAPS[key] ?? key);

/** The first way of a shortcut in a line of text: `Ctrl+K`, on a Mac `⌘K`. */
export const inWords = (id: ShortcutId, between = "+", mac = isMac): string =>
  caps(SHORTCUTS[id].keys[0] ?? "", mac).join(mac ? "" : between);

/** The shortcuts as `aria-keyshortcuts` has them. */
export const ariaKeys = (...ids: ShortcutId[]): string =>
  ids
    .flatMap((id) => SHORTCUTS[id].keys)
    .map((keys) => keys.replace("Mod", isMac ? "Meta" : "Control").replace("Ctrl", "Control"))
    .join(" ");
