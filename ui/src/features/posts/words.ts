/** Posts in words. */
import type { PictureView, PostDraftView, SyncStatus } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { beginningOf, LONG_LINE } from "../../words/long";

/** What a post is called in lists and by a screen reader: the beginning of its first line. */
export function nameOf(text: string): string {
  const [line = ""] = beginningOf(text.trim(), LONG_LINE).split("\n");
  const letters = [...line];
  if (letters.length === 0) return t("posts-no-text");
  return letters.length > 60 ? `${letters.slice(0, 60).join("").trimEnd()}…` : line;
}

/** What is the matter with the pictures of a post, each thing once. */
export const troubles = (pictures: PictureView[]): string[] => [...new Set(pictures.flatMap((p) => p.trouble ?? []))];

/** What pressing Publish does. */
export function whatHappens({ published, pictures }: PostDraftView, sync: SyncStatus | undefined): string {
  if (published) return t("posts-will-change");
  if (!sync || sync.state === "OFF") return t("posts-will-wait-account");
  if (sync.state === "OFFLINE") return t("posts-will-wait-network");
  return pictures.length > 0 ? t("posts-will-with-pictures") : t("posts-will");
}

/** What pressing Publish has done: where nobody else can see it yet, that is said. */
export function hasHappened(changed: boolean, sync: SyncStatus | undefined): string {
  if (sync?.state === "OFFLINE") return t(changed ? "posts-was-changed-offline" : "posts-was-published-offline");
  if (changed) return t("posts-was-changed");
  return t(!sync || sync.state === "OFF" ? "posts-will-wait-account" : "posts-was-published");
}

/** Pictures that say nothing to those who do not see them; nothing when all do. */
export function undescribed(pictures: PictureView[]): string | null {
  const silent = pictures.filter((p) => p.alt.trim() === "").length;
  if (silent === 0) return null;
  return t(silent === pictures.length ? "posts-undescribed-all" : "posts-undescribed", { count: silent });
}
