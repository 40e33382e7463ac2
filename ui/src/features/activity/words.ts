/** The activity in words. Codes are stored; what is typed into the search is looked for in the words shown for them. */
import type { ActivityEntryView, ActivityFilter, AuditAction, OutcomeKind } from "../../ipc";
import { platformName } from "../../words/platform";
import type { When } from "./query";

export const USE_NAMES: Record<AuditAction, string> = {
  CONNECT: "Sign-in",
  REFRESH: "Access renewed",
  UPLOAD: "Upload",
  THUMBNAIL: "Thumbnail",
  CAPTIONS: "Captions",
  PLAYLIST: "Playlist",
  READ: "Read",
  REVOKE: "Rights given back",
};

export const OUTCOME_NAMES: Record<OutcomeKind, string> = { WELL: "Went well", TROUBLE: "Trouble" };

export const WHEN_NAMES: Record<When, string> = {
  "": "Date",
  "7": "Last 7 days",
  "30": "Last 30 days",
  "365": "Last 365 days",
  range: "From … to …",
};

/** The outcomes that are no reasons of an upload, for what is typed. */
const OUTCOMES: Record<string, string> = {
  OK: "Done",
  STARTED: "Started",
  PUBLISHED: "Published",
  CANCELLED: "Cancelled",
  NO_ANSWER: "No answer",
  REFUSED: "Refused",
  NOT_REVOKED: "Disconnected here; the platform could not be told",
  TIMED_OUT: "Nobody answered in time",
  NO_NETWORK: "No network",
  KEYRING: "The password store did not take the keys",
  PLATFORM_REFUSED: "The platform refused",
};

/** What was read, where a use is no upload. */
const READ: Record<string, string> = {
  numbers: "views and likes",
  creator_info: "what the account may post",
  playlists: "playlists",
};

const MOST_WORDS = 12;

/** What is typed, word by word, with the codes whose words it is in. */
export function wordsOf(typed: string): ActivityFilter["words"] {
  return typed
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((text) => {
      const isIn = (shown: string) => shown.toLocaleLowerCase().includes(text.toLocaleLowerCase());
      return {
        text,
        actions: (Object.keys(USE_NAMES) as AuditAction[]).filter((use) => isIn(USE_NAMES[use])),
        outcomes: Object.keys(OUTCOMES).filter((code) => isIn(OUTCOMES[code] ?? "")),
      };
    });
}

/** What a use was about, such as `How I oil an oak chair` or `views and likes`; nothing for a sign-in. */
export const aboutWords = ({ about, subject }: ActivityEntryView): string =>
  about ? about.title.trim() || "Untitled" : (READ[subject ?? ""] ?? "");

/** Read aloud, such as `Upload: How I oil an oak chair. YouTube, Bench & Blade. Published.` */
export function inOneLine(entry: ActivityEntryView): string {
  const about = aboutWords(entry);
  const who = [platformName(entry.platform), entry.account].filter(Boolean).join(", ");
  return `${USE_NAMES[entry.action]}${about ? `: ${about}` : ""}. ${who}. ${entry.told}`;
}
