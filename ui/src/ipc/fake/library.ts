/** What is published and what is being written, in one list. */
import type { EntryDetailsView, EntryView, LibraryFilter, VideoView } from "..";
import { entryDetails } from "../samples";
import { row, type Answers, type Core } from "./core";

/** Words and kinds, as far as tests and stories look for them. */
const isMeant = ({ kind, title, places, video_type, states }: EntryView, filter: LibraryFilter): boolean =>
  title.toLowerCase().includes(filter.text.trim().toLowerCase()) &&
  (filter.kind === null || filter.kind === kind) &&
  (filter.platform === null || places.some(({ platform }) => platform === filter.platform)) &&
  (filter.video_type === null || filter.video_type === video_type) &&
  (filter.state === null || states.includes(filter.state));

export interface LibraryWorld {
  videos: VideoView[];
  /** The library in the order it is told in. */
  library: EntryView[];
  /** What is known of its entries beyond that. */
  details: EntryDetailsView;
  /** Small pictures by publication. */
  stills: Record<string, string>;
}

export const emptyLibrary = (): LibraryWorld => ({
  videos: [],
  library: [],
  details: entryDetails(),
  stills: {},
});

export function libraryAnswers(core: Core): Answers {
  const { world } = core;
  let taken: EntryView[] = [];
  return {
    videos: () => world.videos,
    library: (filter: LibraryFilter, _order: string, after: { n: number } | null, limit: number) => {
      const fitting = world.library.filter((entry) => isMeant(entry, { ...filter, kind: null }));
      const all = fitting.filter((entry) => isMeant(entry, filter));
      const begin = after?.n ?? 0;
      const of = (kind: EntryView["kind"]) => fitting.filter((entry) => entry.kind === kind).length;
      return {
        entries: all.slice(begin, begin + limit),
        next: begin + limit < all.length ? { value: "", n: begin + limit } : null,
        counts: after ? null : { videos: of("VIDEO"), posts: of("POST"), drafts: of("DRAFT") },
      };
    },
    libraryIds: (filter: LibraryFilter) => world.library.filter((e) => isMeant(e, filter)).map((e) => e.id),
    libraryStills: (ids: string[]) => ids.map((id) => ({ id, still: world.stills[id] ?? null })),
    libraryEntry: (id: string) => ({ ...world.details, entry: row(world.library, id) }),
    useAgain: (id: string) =>
      row(world.library, id).kind === "POST"
        ? { draft_id: null, post_id: world.postDrafts[0]?.id ?? "w1", warning: null }
        : { draft_id: world.drafts[0]?.id ?? "d1", post_id: null, warning: null },
    copyLinks: (ids: string[]) =>
      world.library.filter((e) => ids.includes(e.id)).reduce((sum, e) => sum + e.places.length, 0),
    removeEntries: (ids: string[]) => {
      taken = world.library;
      world.library = world.library.filter((e) => !ids.includes(e.id));
      core.emit("changed", { tables: ["videos"] });
      return ids;
    },
    restoreEntries: (ids: string[]) => {
      world.library = taken;
      core.emit("changed", { tables: ["videos"] });
      return ids.length;
    },
    stills: (ids: string[]) => ids.map((id) => ({ publication_id: id, still: world.stills[id] ?? null })),
  };
}
