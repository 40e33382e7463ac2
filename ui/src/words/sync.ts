/** Sync in a few words: for the foot of the sidebar, and for a screen reader when something changes. */
import type { SyncStatus } from "../ipc";
import { t } from "./fluent.svelte";

export type SyncTone = "plain" | "good" | "warn";

/** How sync stands, in words that fit beside an icon. `since` is a moment that ends the words. */
export interface SyncWords {
  text: string;
  since?: string;
  tone: SyncTone;
}

/** What is only on this computer, such as `3 edits` and `1 picture`. */
export const notBackedUp = ({ waiting, pictures_to_send }: SyncStatus): string[] => [
  ...(waiting > 0 ? [t("words-edits", { count: waiting })] : []),
  ...(pictures_to_send > 0 ? [t("words-pictures", { count: pictures_to_send })] : []),
];

/** The same with what the backend refused: what is lost with this computer's data. */
export const onlyHere = (status: SyncStatus): string[] =>
  notBackedUp({
    ...status,
    waiting: status.waiting + status.refused,
    pictures_to_send: status.pictures_to_send + status.pictures_refused,
  });

export function syncInWords(status: SyncStatus): SyncWords {
  const { state, waiting, offline_since, pictures_to_send, pictures_refused } = status;
  switch (state) {
    case "OFF":
      return { text: t("words-sync-off"), tone: "plain" };
    case "SIGN_IN_AGAIN":
      return { text: t("words-sync-sign-in-again"), tone: "warn" };
    case "UPGRADE_REQUIRED":
      return { text: t("words-sync-upgrade"), tone: "warn" };
    case "REFUSED":
      return {
        text:
          pictures_refused > 0
            ? t("words-sync-pictures-refused", { count: pictures_refused })
            : t("words-sync-refused"),
        tone: "warn",
      };
    case "OFFLINE":
      return offline_since
        ? { text: t("words-sync-offline-since"), since: offline_since, tone: "plain" }
        : { text: t("words-sync-offline"), tone: "plain" };
    case "WAITING":
      if (waiting > 0) return { text: t("words-sync-edits", { count: waiting }), tone: "plain" };
      return {
        text: pictures_to_send > 0 ? t("words-sync-pictures", { count: pictures_to_send }) : t("words-sync-comparing"),
        tone: "plain",
      };
    case "UP_TO_DATE":
      return { text: t("words-sync-up-to-date"), tone: "good" };
  }
}

/** Fields to settle, edits and pictures to look at: what the number beside the words counts. */
export const syncNeedsYou = ({ conflicts, refused, pictures_refused }: SyncStatus): number =>
  conflicts + refused + pictures_refused;

/**
 * What to say of a change, or nothing. Edits that go up while somebody types come and go every second: only what holds
 * longer is worth interrupting for.
 */
export function syncNews(before: SyncStatus, after: SyncStatus): string | null {
  if (after.conflicts > before.conflicts) return t("words-sync-news-conflict");
  if (after.refused > before.refused) return t("words-sync-news-refused");
  const lasts = (status: SyncStatus) => status.state !== "WAITING" && status.state !== "UP_TO_DATE";
  if (before.state === after.state || (!lasts(before) && !lasts(after))) return null;
  return after.message;
}
