/** Where in a text a `/` asks for a snippet, and what takes its place. */
import type { SnippetView } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { hashtag } from "../../words/mentions";

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Nobody writes more to find one. */
const LONGEST = 40;

/** Whether a word begins at this place: inside one, and in an address, a slash is a slash. */
const beginsWord = (text: string, at: number): boolean => at === 0 || /[\s([{"'“‘«¿¡]/u.test(text[at - 1] ?? "");

/** Where the slash stands that was typed just now and asks for a snippet; nothing for any other input. */
export function askedAt(event: Event): { field: TextField; from: number } | undefined {
  const field = event.target;
  // An input method writes what it is composing: that is not typed yet.
  if (!(event instanceof InputEvent) || event.isComposing || event.data !== "/") return undefined;
  const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text");
  if (!isText || field.readOnly || field.dataset.noSnippets !== undefined) return undefined;
  const from = (field.selectionStart ?? 0) - 1;
  return field.value[from] === "/" && beginsWord(field.value, from) ? { field, from } : undefined;
}

/** What was typed behind the slash at `from`; nothing once the cursor has left it. */
export function queryAt(text: string, from: number, caret: number): string | undefined {
  const query = text.slice(from + 1, caret);
  if (text[from] !== "/" || caret <= from || query.length > LONGEST) return undefined;
  return /^\s|[\n/]/.test(query) ? undefined : query;
}

/** A snippet without a name is called as it begins. */
export const nameOf = ({ fields }: Pick<SnippetView, "fields">): string =>
  fields.name.trim() || beginningOf(fields) || t("snippets-untitled");

/** How it goes on, in a line. */
export const beginningOf = ({ kind, text, tags }: SnippetView["fields"]): string =>
  kind === "TAGS" ? tags.join(", ") : text.trim().replaceAll(/\s+/g, " ").slice(0, 200);

/** Whether a field is one for tags. */
export const isForTags = (field: TextField): boolean => field.dataset.tags !== undefined;

/** What a snippet becomes in a field: tags become hashtags where a text is written, and lines a line where there is but one. */
export function wordsFor({ fields }: Pick<SnippetView, "fields">, field: TextField): string {
  if (fields.kind === "TAGS")
    return isForTags(field) ? `${fields.tags.join(", ")}, ` : fields.tags.map(hashtag).join(" ");
  return field instanceof HTMLInputElement ? fields.text.trim().replaceAll(/\s*\n\s*/g, " ") : fields.text;
}

/** Writes over a part of a field as if it were typed. */
export function write(field: TextField, from: number, to: number, words: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Where the field has a history of its own, the web view's way of writing is the only one that it can take back.
  const isOwn = field.dataset.ownUndo !== undefined && typeof document.execCommand === "function";
  if (isOwn && document.execCommand("insertText", false, words)) return;
  field.setRangeText(words, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: words }));
}

/**
 * Where a place in the text of a field is on the screen: measured on a copy of the field, as no web view tells.
 */
export function placeIn(field: TextField, at: number): { left: number; top: number; bottom: number } {
  const box = field.getBoundingClientRect();
  const style = getComputedStyle(field);
  const copy = document.createElement("div");
  Object.assign(copy.style, {
    position: "fixed",
    visibility: "hidden",
    left: "0",
    top: "0",
    boxSizing: "border-box",
    width: `${box.width}px`,
    font: style.font,
    letterSpacing: style.letterSpacing,
    padding: style.padding,
    border: style.border,
    whiteSpace: field instanceof HTMLTextAreaElement ? "pre-wrap" : "pre",
    overflowWrap: "break-word",
    direction: style.direction,
  });
  const mark = document.createElement("span");
  mark.textContent = "/";
  copy.append(field.value.slice(0, at), mark);
  document.body.append(copy);
  const { left, top, bottom } = mark.getBoundingClientRect();
  copy.remove();
  const [x, y] = [box.left - field.scrollLeft, box.top - field.scrollTop];
  // Of one line that is higher than its letters, the letters stand in the middle.
  const off = field instanceof HTMLInputElement ? (box.height - copy.offsetHeight) / 2 : 0;
  return { left: x + left, top: y + top + off, bottom: Math.min(y + bottom + off, box.bottom) };
}
