/** Entries of the library in words. */
import type { EntryDetailsView, EntryState, EntryView, LibraryOrder } from "../../ipc";
import { stateWords } from "../../words/delivery";
import { t, type PlainKey } from "../../words/fluent.svelte";
import { platformName, videoTypeName } from "../../words/platform";
import { useName } from "../../words/uses";

/** What an entry is called. */
export function nameOfEntry({ title, kind }: Pick<EntryView, "title" | "kind">): string {
  const [line = ""] = title.trim().split("\n");
  if (line) return line;
  if (kind === "POST") return t("library-untitled-post");
  return kind === "DRAFT" ? t("library-untitled-draft") : t("library-untitled");
}

const KINDS = { VIDEO: "library-kind-video", POST: "library-kind-post", DRAFT: "library-kind-draft" } as const;

export const kindName = (kind: EntryView["kind"]): string => t(KINDS[kind]);

const STATE_KEYS = {
  PUBLISHED: "library-state-published",
  ON_ITS_WAY: "library-state-on-its-way",
  NEEDS_YOU: "library-state-needs-you",
  DRAFT: "library-state-draft",
} as const satisfies Record<EntryState, PlainKey>;
const ORDER_KEYS = {
  NEWEST: "library-order-newest",
  OLDEST: "library-order-oldest",
  TITLE: "library-order-title",
  MOST_VIEWED: "library-order-viewed",
} as const satisfies Record<LibraryOrder, PlainKey>;

/** What can be chosen, in the order in which it is offered. */
export const STATES: EntryState[] = ["PUBLISHED", "ON_ITS_WAY", "NEEDS_YOU", "DRAFT"];
export const ORDERS: LibraryOrder[] = ["NEWEST", "OLDEST", "TITLE", "MOST_VIEWED"];

export const stateName = (state: EntryState): string => t(STATE_KEYS[state]);
export const orderName = (order: LibraryOrder): string => t(ORDER_KEYS[order]);

/** What it is, such as `Short`, `Post` or `Draft · Long`. */
export const whatItIs = ({ kind, video_type }: EntryView): string =>
  [kind === "VIDEO" && video_type ? "" : kindName(kind), video_type ? videoTypeName(video_type) : ""]
    .filter(Boolean)
    .join(" · ");

type Place = EntryView["places"][number];

/** How it stands on a platform, for its chip; nothing more to say where it simply is there. */
export function placeWords({ platform, state, video_id }: Place): string {
  if (video_id !== null) return "";
  return state ? stateWords({ state, platform }).text : "";
}

/** A platform's chip read aloud, such as `Open on YouTube`. */
export const placeName = (place: Place): string =>
  place.url
    ? t("library-open-on", { platform: platformName(place.platform) })
    : t("library-place-state", { platform: platformName(place.platform), state: placeWords(place) });

export interface Sum {
  views: number | null;
  likes: number | null;
  /** The oldest of the answers that are added up. */
  as_of: string;
}

/** Views and likes over all platforms; nothing while none has told. */
export function sumOf({ places, numbers }: EntryView): Sum | null {
  const told = [...places.map((place) => place.numbers), numbers].filter((n) => n !== null);
  if (told.length === 0) return null;
  const add = (pick: (n: (typeof told)[number]) => number | null) => {
    const known = told.map(pick).filter((n) => n !== null);
    return known.length > 0 ? known.reduce((sum, n) => sum + n, 0) : null;
  };
  const as_of = told.map((n) => n.as_of).sort()[0];
  const [views, likes] = [add((n) => n.views), add((n) => n.likes)];
  return as_of === undefined || (views === null && likes === null) ? null : { views, likes, as_of };
}

/** Such as `12,480 views · 31 likes`, which breaks between the two only. */
export const countsOf = ({ views, likes }: Pick<Sum, "views" | "likes">): string =>
  [
    views === null ? "" : t("library-views", { count: views }),
    likes === null ? "" : t("library-likes", { count: likes }),
  ]
    .filter(Boolean)
    .map((count) => count.replaceAll(" ", "\u00a0"))
    .join(" · ");

type AuditLine = EntryDetailsView["audit"][number];

/** An entry of the audit log in words, and whose it is. */
export function auditLine(line: AuditLine): string {
  const platform = platformName(line.platform);
  const what = t("library-audit-outcome", { what: useName(line.action), told: line.told });
  return line.account
    ? t("library-audit-line-account", { platform, account: line.account, what })
    : t("library-audit-line", { platform, what });
}
