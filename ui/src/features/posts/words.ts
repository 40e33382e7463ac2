/** Posts in words. */
import type { PictureView, PostDraftView, SyncStatus } from "../../ipc";
import { plural } from "../../words/quantity";

/** What a post is called in lists and by a screen reader: the beginning of its first line. */
export function nameOf(text: string): string {
  const [line = ""] = text.trim().split("\n");
  const letters = [...line];
  if (letters.length === 0) return "No text yet";
  return letters.length > 60 ? `${letters.slice(0, 60).join("").trimEnd()}…` : line;
}

/** What is the matter with the pictures of a post, each thing once. */
export const troubles = (pictures: PictureView[]): string[] => [...new Set(pictures.flatMap((p) => p.trouble ?? []))];

/** What pressing Publish does. */
export function whatHappens({ published, pictures }: PostDraftView, sync: SyncStatus | undefined): string {
  if (published) return "Your post changes to this for everybody.";
  if (!sync || sync.state === "OFF") return "Published on this computer. It goes on your page when you sign in.";
  if (sync.state === "OFFLINE") return "It goes on your page as soon as you are back online.";
  return pictures.length > 0
    ? "It goes on your page with its pictures, for everybody to see."
    : "It goes on your page, for everybody to read.";
}

/** Pictures that say nothing to those who do not see them; nothing when all do. */
export function undescribed(pictures: PictureView[]): string | null {
  const silent = pictures.filter((p) => p.alt.trim() === "").length;
  if (silent === 0) return null;
  const all = silent === pictures.length;
  return `${plural(silent, "picture")} ${silent === 1 ? "has" : "have"} no description${all ? "" : " yet"}: who does not see ${silent === 1 ? "it" : "them"} will miss what ${silent === 1 ? "it shows" : "they show"}.`;
}
