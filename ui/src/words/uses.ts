/** What a connection is used for, in words. */
import type { AuditAction } from "../ipc";
import { t, type PlainKey } from "./fluent.svelte";

const USE_KEYS = {
  CONNECT: "activity-use-connect",
  REFRESH: "activity-use-refresh",
  UPLOAD: "activity-use-upload",
  THUMBNAIL: "activity-use-thumbnail",
  CAPTIONS: "activity-use-captions",
  PLAYLIST: "activity-use-playlist",
  READ: "activity-use-read",
  REVOKE: "activity-use-revoke",
} as const satisfies Record<AuditAction, PlainKey>;

/** All of them, in the order in which they are offered. */
export const USES = Object.keys(USE_KEYS) as AuditAction[];

export const useName = (use: AuditAction): string => t(USE_KEYS[use]);
