/** How a draft of the table stands, what it is called, and what is done to many at once. */
import { t } from "../../words/fluent.svelte";
import type { ColumnId } from "./cells";
import type { DraftRow } from "./row.svelte";

/** What a row consists of. */
export type Area = "picture" | ColumnId | "state";

export const titleOf = ({ fields, view }: DraftRow): string =>
  fields.title.trim() || view.file?.name || t("together-untitled");

export type Tone = "plain" | "good" | "warn" | "bad";

/** In words, what stands in its way first. */
export function standsInWords(row: DraftRow): { text: string; tone: Tone } {
  const { saveState, saveError, refusal, blocking, toTiktok } = row;
  if (saveState === "refused") return { text: t("together-not-saved", { why: saveError?.message ?? "" }), tone: "bad" };
  if (refusal) return { text: t("together-not-published", { why: refusal.message }), tone: "bad" };
  if (saveState !== "saved") return { text: t("together-saving"), tone: "plain" };
  const first = blocking[0]?.message;
  if (first)
    return {
      text: blocking.length > 1 ? t("together-things", { count: blocking.length, first }) : first,
      tone: "warn",
    };
  if (toTiktok) return { text: t("together-agree"), tone: "warn" };
  return { text: t("together-ready"), tone: "good" };
}

/** Whom something is done to: everything in the table, or what is selected of it. */
export interface Meant {
  count: number;
  isSelected: boolean;
}

const FOR_THEM = {
  settings: ["together-settings-all", "together-settings-selected"],
  times: ["together-times-all", "together-times-selected"],
  put: ["together-put-all", "together-put-selected"],
  give: ["together-give-all", "together-give-selected"],
} as const;

/** Such as `Times for all 6` or `Put on the 3 selected`. */
export function forThem(act: keyof typeof FOR_THEM, { count, isSelected }: Meant): string {
  const [all, selected] = FOR_THEM[act];
  return t(isSelected ? selected : all, { count });
}
