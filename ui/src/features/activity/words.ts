/** The activity in words. Codes are stored; what is typed into the search is looked for in the words shown for them. */
import type { ActivityEntryView, ActivityFilter, OutcomeKind } from "../../ipc";
import { language, t, type PlainKey } from "../../words/fluent.svelte";
import { useName, USES } from "../../words/uses";

export const OUTCOMES: readonly OutcomeKind[] = ["WELL", "TROUBLE"];

export const outcomeName = (outcome: OutcomeKind): string =>
  t(outcome === "WELL" ? "activity-went-well" : "activity-trouble");

/** The outcomes that are no reasons of an upload, for what is typed. */
const TOLD: Record<string, PlainKey> = {
  OK: "activity-told-ok",
  STARTED: "activity-told-started",
  PUBLISHED: "activity-told-published",
  CANCELLED: "activity-told-cancelled",
  NO_ANSWER: "activity-told-no-answer",
  REFUSED: "activity-told-refused",
  NOT_REVOKED: "activity-told-not-revoked",
  TIMED_OUT: "activity-told-timed-out",
  NO_NETWORK: "activity-told-no-network",
  KEYRING: "activity-told-keyring",
  PLATFORM_REFUSED: "activity-told-platform-refused",
};

/** What was read, where a use is no upload. */
const READ: Record<string, PlainKey> = {
  numbers: "activity-read-numbers",
  creator_info: "activity-read-creator",
  playlists: "activity-read-playlists",
};

const MOST_WORDS = 12;

/** What is typed, word by word, with the codes whose words it is in. */
export function wordsOf(typed: string): ActivityFilter["words"] {
  const small = (text: string) => text.toLocaleLowerCase(language());
  return typed
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((text) => {
      const isIn = (shown: string) => small(shown).includes(small(text));
      return {
        text,
        actions: USES.filter((use) => isIn(useName(use))),
        outcomes: Object.entries(TOLD).flatMap(([code, key]) => (isIn(t(key)) ? code : [])),
      };
    });
}

/** What a use was about, such as `How I oil an oak chair` or `views and likes`; nothing for a sign-in. */
export function aboutWords({ about, subject }: ActivityEntryView): string {
  if (about) return about.title.trim() || t("activity-untitled");
  const read = READ[subject ?? ""];
  return read ? t(read) : "";
}
