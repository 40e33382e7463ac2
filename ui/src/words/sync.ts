/** Sync in a few words: for the foot of the sidebar, and for a screen reader when something changes. */
import type { SyncStatus } from "../ipc";
import { plural } from "./quantity";

export type SyncTone = "plain" | "good" | "warn";

/** How sync stands, in words that fit beside an icon. `since` is a moment that ends the words. */
export interface SyncWords {
  text: string;
  since?: string;
  tone: SyncTone;
}

/** What is only on this computer, such as `3 edits` and `1 picture`. */
export const notBackedUp = ({ waiting, pictures_to_send }: SyncStatus): string[] => [
  ...(waiting > 0 ? [plural(waiting, "edit")] : []),
  ...(pictures_to_send > 0 ? [plural(pictures_to_send, "picture")] : []),
];

export function syncInWords(status: SyncStatus): SyncWords {
  const { state, waiting, offline_since, pictures_to_send, pictures_refused } = status;
  switch (state) {
    case "OFF":
      return { text: "Sign in to back up", tone: "plain" };
    case "SIGN_IN_AGAIN":
      return { text: "Sign in again", tone: "warn" };
    case "UPGRADE_REQUIRED":
      return { text: "Update needed", tone: "warn" };
    case "REFUSED":
      return {
        text: pictures_refused > 0 ? `${plural(pictures_refused, "picture")} not taken` : "Not backed up",
        tone: "warn",
      };
    case "OFFLINE":
      return offline_since
        ? { text: "Offline since", since: offline_since, tone: "plain" }
        : { text: "Offline", tone: "plain" };
    case "WAITING":
      if (waiting > 0) return { text: `${plural(waiting, "edit")} not yet backed up`, tone: "plain" };
      return {
        text: pictures_to_send > 0 ? `${plural(pictures_to_send, "picture")} to send` : "Comparing",
        tone: "plain",
      };
    case "UP_TO_DATE":
      return { text: "Backed up", tone: "good" };
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
  if (after.conflicts > before.conflicts) return "Something was edited on two devices. Both versions are kept.";
  if (after.refused > before.refused) return "An edit was refused. It is kept on this computer.";
  const lasts = (status: SyncStatus) => status.state !== "WAITING" && status.state !== "UP_TO_DATE";
  if (before.state === after.state || (!lasts(before) && !lasts(after))) return null;
  return after.message;
}
