/** What is looked for in the library. */
import { daysOf, Queries, type Looked } from "../../app/queries";
import type { EntryKind, EntryState, LibraryFilter, LibraryOrder, Platform, VideoType } from "../../ipc";
import { PLATFORMS } from "../../words/platform";
import { ORDERS, STATES } from "./words";

export type Look = "grid" | "table";

export interface Query extends Looked {
  kind: EntryKind | "";
  platform: Platform | "";
  type: VideoType | "";
  state: EntryState | "";
  order: LibraryOrder;
  look: Look;
}

export const NOTHING: Query = {
  text: "",
  kind: "",
  platform: "",
  type: "",
  state: "",
  when: "",
  from: "",
  to: "",
  order: "NEWEST",
  look: "grid",
};

export const queries = new Queries<Query>("library.query", NOTHING, {
  kind: ["VIDEO", "POST", "DRAFT"],
  platform: PLATFORMS,
  type: ["SHORT", "LONG", "DEMO"],
  state: STATES,
  order: ORDERS,
  look: ["table"],
});

/** What the core is asked for. */
export const filterOf = (query: Query, today: string): LibraryFilter => ({
  text: query.text,
  kind: query.kind || null,
  platform: query.platform || null,
  video_type: query.type || null,
  state: query.state || null,
  ...daysOf(query, today),
});

/** Whether anything but the kind narrows the list down. */
export const isNarrowed = ({ text, platform, type, state, when }: Query): boolean =>
  [text.trim(), platform, type, state, when].some((part) => part !== "");
