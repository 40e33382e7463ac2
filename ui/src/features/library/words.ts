/** Entries of the library in words. */
import type { EntryState, EntryView, LibraryOrder } from "../../ipc";
import { stateWords } from "../../words/delivery";
import { platformName, videoTypeName } from "../../words/platform";
import { plural } from "../../words/quantity";
import type { When } from "./query";

/** What an entry is called. */
export function nameOfEntry({ title, kind }: Pick<EntryView, "title" | "kind">): string {
  const [line = ""] = title.trim().split("\n");
  if (line) return line;
  return kind === "POST" ? "Post with pictures only" : kind === "DRAFT" ? "Untitled draft" : "Untitled";
}

export const KIND_NAMES = { VIDEO: "Video", POST: "Post", DRAFT: "Draft" } as const;

export const STATE_NAMES: Record<EntryState, string> = {
  PUBLISHED: "Published",
  ON_ITS_WAY: "On its way",
  NEEDS_YOU: "Needs you",
  DRAFT: "Draft",
};

export const ORDER_NAMES: Record<LibraryOrder, string> = {
  NEWEST: "Newest first",
  OLDEST: "Oldest first",
  TITLE: "Title",
  MOST_VIEWED: "Most viewed",
};

export const WHEN_NAMES: Record<When, string> = {
  "": "Date",
  "7": "Last 7 days",
  "30": "Last 30 days",
  "365": "Last 365 days",
  range: "From … to …",
};

/** What it is, such as `Short`, `Post` or `Draft · Long`. */
export const whatItIs = ({ kind, video_type }: EntryView): string =>
  [kind === "VIDEO" && video_type ? "" : KIND_NAMES[kind], video_type ? videoTypeName(video_type) : ""]
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
  place.url ? `Open on ${platformName(place.platform)}` : `${platformName(place.platform)}: ${placeWords(place)}`;

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

/** Such as `12,480 views · 31 likes`. */
export const countsOf = ({ views, likes }: Pick<Sum, "views" | "likes">): string =>
  [views === null ? "" : plural(views, "view"), likes === null ? "" : plural(likes, "like")]
    .filter(Boolean)
    .join(" · ");

const ACTIONS: Record<string, string> = {
  CONNECT: "Signed in",
  REFRESH: "Access renewed",
  UPLOAD: "Upload",
  THUMBNAIL: "Thumbnail",
  CAPTIONS: "Captions",
  PLAYLIST: "Playlist",
  READ: "Read",
  REVOKE: "Gave the rights back",
};

/** An entry of the audit log in words. */
export const auditWords = ({ action, outcome }: { action: string; outcome: string }): string =>
  `${ACTIONS[action] ?? action}${outcome === "OK" ? "" : `: ${outcome.toLowerCase().replaceAll("_", " ")}`}`;
