/** Undo and redo in a draft. The steps are the core's, so that they outlive the window; here they are asked for. */
import { tick } from "svelte";

import { pressed } from "../../app/shortcuts";
import type { Studio } from "../../app/studio.svelte";
import { commands } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { list } from "../../words/quantity";

/** What is edited: it is saved before a step, and asked for anew after it. */
interface Edited {
  readonly id: string;
  flush: () => Promise<boolean>;
  load(): Promise<void>;
  /** Brings the part of the screen in view that has a column. */
  reveal?: (column: string) => void;
}

/** Where a column is on the screen, where it is not the element of its own name. */
const PLACES: Record<string, string[]> = {
  description: ["description", "post-text"],
  video_type: ["video-type"],
};

const NAMES: Record<string, string> = { video_type: "kind of video", targets: "platforms" };

/** `youtube_made_for_kids` as people say it. */
const nameOf = (column: string): string =>
  NAMES[column] ?? column.replaceAll("_", " ").replace("youtube", "YouTube").replace("tiktok", "TikTok");

/**
 * In a field of the draft Ctrl+Z is ours and never the web view's: its own history knows the letters of one field since it
 * was opened, and is lost or wrong as soon as something else writes into the field. Fields that are no part of the draft yet
 * (a tag that is being typed, a description) say `data-own-undo` and keep theirs.
 */
export class Steps {
  #app: Studio;
  #edited: Edited;
  /** Steps follow each other: a key that is held down must not overtake itself. */
  #last: Promise<void> = Promise.resolve();

  constructor(app: Studio, edited: Edited) {
    this.#app = app;
    this.#edited = edited;
  }

  onkeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const undo = pressed("undoEdit", event);
    if (!undo && !pressed("redoEdit", event)) return;
    if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
    const text = event.target instanceof Element ? event.target.closest("input[type=text], textarea") : null;
    if (text?.hasAttribute("data-own-undo")) return;
    // Outside of texts, what the last message offers to undo is the latest thing that was done.
    if (undo && !text && this.#app.toasts.items.some((toast) => toast.undo)) return;
    event.preventDefault();
    this.go(undo ? "undo" : "redo");
  };

  /** The web view's menu has Undo too. */
  onbeforeinput = (event: InputEvent): void => {
    const which = { historyUndo: "undo", historyRedo: "redo" }[event.inputType] as "undo" | "redo" | undefined;
    if (!which || (event.target instanceof Element && event.target.hasAttribute("data-own-undo"))) return;
    event.preventDefault();
    this.go(which);
  };

  go(which: "undo" | "redo"): void {
    this.#last = this.#last.then(() => this.#go(which));
  }

  async #go(which: "undo" | "redo"): Promise<void> {
    const { id } = this.#edited;
    await this.#app.attempt(async () => {
      // What was typed last is a step too. What cannot be saved stays on the screen.
      if (!(await this.#edited.flush())) return;
      const columns = await (which === "undo" ? commands.undoStep(id) : commands.redoStep(id));
      if (!columns) return this.#app.say(t(which === "undo" ? "versions-nothing-to-undo" : "versions-nothing-to-redo"));
      if (columns[0]) this.#edited.reveal?.(columns[0]);
      await tick();
      const before = new Map(fieldsOf(columns).map((field) => [field, field.value]));
      await this.#edited.load();
      await tick();
      this.#app.say(
        t(which === "undo" ? "versions-undone" : "versions-done-again", { fields: list(columns.map(nameOf)) }),
      );
      for (const field of fieldsOf(columns)) {
        const was = before.get(field);
        if (was === undefined || was === field.value) continue;
        field.focus();
        const at = endOfChange(was, field.value);
        field.setSelectionRange(at, at);
        break;
      }
    });
  }
}

function fieldsOf(columns: string[]): (HTMLInputElement | HTMLTextAreaElement)[] {
  const ids = columns.flatMap((column) => PLACES[column] ?? [column, column.replaceAll("_", "-")]);
  return ids.map((id) => document.getElementById(id)).filter(isText);
}

const isText = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === "text");

/** Where the place ends that `is` and `was` differ in. */
export function endOfChange(was: string, is: string): number {
  let same = 0;
  const most = Math.min(was.length, is.length);
  while (same < most && was.at(-1 - same) === is.at(-1 - same)) same += 1;
  return is.length - same;
}
