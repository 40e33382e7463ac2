/** Keys that work on every screen. Single letters are left to the screens, which ignore them while someone types. */

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;

export interface Shortcuts {
  add: () => unknown;
  /** Returns false when there was nothing to take back. */
  undo: () => boolean;
}

/** Handles a key of the window. */
export function onKey(event: KeyboardEvent, { add, undo }: Shortcuts): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const key = event.key.toLowerCase();
  if (key === "o") {
    event.preventDefault();
    add();
  }
  // In a text field Ctrl+Z belongs to the text.
  if (key === "z" && !isTyping(event.target) && undo()) event.preventDefault();
}
