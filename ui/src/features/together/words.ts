/** How a draft of the table stands, and what it is called. */
import { plural } from "../../words/quantity";
import type { ColumnId } from "./cells";
import type { DraftRow } from "./row.svelte";

/** What a row consists of. */
export type Area = "picture" | ColumnId | "state";

export const titleOf = ({ fields, view }: DraftRow): string => fields.title.trim() || view.file?.name || "Untitled";

export type Tone = "plain" | "good" | "warn" | "bad";

/** In words, what stands in its way first. */
export function standsInWords(row: DraftRow): { text: string; tone: Tone } {
  const { saveState, saveError, refusal, blocking, toTiktok } = row;
  if (saveState === "refused") return { text: `Not saved. ${saveError?.message ?? ""}`, tone: "bad" };
  if (refusal) return { text: `Not published. ${refusal.message}`, tone: "bad" };
  if (saveState !== "saved") return { text: "Saving…", tone: "plain" };
  const first = blocking[0]?.message;
  if (first)
    return {
      text: blocking.length > 1 ? `${plural(blocking.length, "thing")} to answer. ${first}` : first,
      tone: "warn",
    };
  if (toTiktok) return { text: "Open it to agree to TikTok’s terms", tone: "warn" };
  return { text: "Ready", tone: "good" };
}
