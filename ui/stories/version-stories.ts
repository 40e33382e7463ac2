/** Versions of drafts, and what was deleted. */
import type { DeletedView, FieldChange, VersionView } from "../src/ipc";
import { fields, file, postDraft } from "../src/ipc/samples";
import { CHAIR } from "./pictures";
import type { Story } from "./story";
import { composer, full, minutesAgo } from "./worlds";

const version = (id: string, minutes: number, line: string, elsewhere = false): VersionView => ({
  id,
  until: minutesAgo(minutes),
  line,
  elsewhere,
});

const versions: VersionView[] = [
  version("v6", 3, "Description, 12 words more"),
  version("v5", 9, "Title, 2 words changed; Tags, 1 word more", true),
  version("v4", 31, "Made for kids: No"),
  version("v3", 95, "Description, 4 words added and 31 taken away; Title on YouTube, 6 words more; 2 more fields"),
  version("v2", 1_600, "Caption on TikTok, signs only"),
  version("v1", 4_000, "Title, 3 words more"),
];

const changes: FieldChange[] = [
  {
    field: "Title",
    added: 2,
    removed: 1,
    choice: false,
    pieces: [
      { fate: "SAME", text: "How I " },
      { fate: "REMOVED", text: "oil" },
      { fate: "ADDED", text: "wax and polish" },
      { fate: "SAME", text: " an oak chair" },
    ],
  },
  {
    field: "Description",
    added: 14,
    removed: 9,
    choice: false,
    pieces: [
      { fate: "SAME", text: "Linseed oil, a rag, and patience.\n\n" },
      { fate: "REMOVED", text: "Three thin coats, a day between each of them." },
      { fate: "ADDED", text: "Two coats. Let the first one dry until it no longer smells, and rub it down with wool." },
      { fate: "SAME", text: "\nThe chair is from the workshop in Lyon." },
    ],
  },
  {
    field: "Made for kids",
    added: 1,
    removed: 1,
    choice: true,
    pieces: [
      { fate: "REMOVED", text: "No" },
      { fate: "ADDED", text: "Yes" },
    ],
  },
];

const deleted: DeletedView[] = [
  {
    kind: "DRAFT",
    id: "d7",
    title: "How I steam ash for the backrest of a chair",
    deleted_at: minutesAgo(4),
    until: minutesAgo(4 - 43_200),
  },
  {
    kind: "POST_DRAFT",
    id: "w7",
    title: "The kiln is open again",
    deleted_at: minutesAgo(70),
    until: minutesAgo(70 - 43_200),
  },
  {
    kind: "POST",
    id: "o7",
    title:
      "Market day in Lyon on Saturday, place Bellecour, from eight until everything is sold, with the small stools and three of the folding benches",
    deleted_at: minutesAgo(1_600),
    until: minutesAgo(1_600 - 43_200),
  },
  {
    kind: "SERVICE",
    id: "s7",
    title: "Delivery in Lyon",
    deleted_at: minutesAgo(9_000),
    until: minutesAgo(9_000 - 43_200),
  },
  {
    kind: "LINK",
    id: "l7",
    title: "https://www.instagram.com/marta.oak",
    deleted_at: minutesAgo(40_000),
    until: minutesAgo(40_000 - 43_200),
  },
];

const openVersions = (): void => document.querySelector<HTMLElement>("[data-testid$=-versions]")?.click();
const isOpen = (): boolean => document.querySelector("[data-testid=versions]") !== null;

const opened = () => ({
  ...composer({ fields: fields(), file: file({ still: CHAIR }) }),
  versions,
  changes: Object.fromEntries(versions.map(({ id }) => [id, changes])),
});

export const VERSION_STORIES: Record<string, Story> = {
  "versions-full": { hash: "#/draft/d1", world: opened, then: openVersions, until: isOpen },
  "versions-empty": {
    hash: "#/draft/d1",
    world: () => ({ ...opened(), versions: [] }),
    then: openVersions,
    until: isOpen,
  },
  "versions-loading": {
    hash: "#/draft/d1",
    world: opened,
    prepare: (core) => core.hang("versions"),
    then: openVersions,
    until: isOpen,
  },
  "versions-error": {
    hash: "#/draft/d1",
    world: opened,
    prepare: (core) => core.refuse("versions", "The disk cannot be read. Look at Diagnostics in the settings."),
    then: openVersions,
    until: isOpen,
  },
  "versions-post": {
    hash: "#/post/w1",
    world: () => ({ ...full(), postDrafts: [postDraft({ id: "w1" })], versions, changes: { v6: changes.slice(1, 2) } }),
    then: openVersions,
    until: isOpen,
  },
  "deleted-full": { hash: "#/deleted", world: () => ({ ...full(), deleted }) },
  "deleted-empty": { hash: "#/deleted", world: full },
  "deleted-loading": { hash: "#/deleted", world: full, prepare: (core) => core.hang("deleted") },
  "deleted-error": {
    hash: "#/deleted",
    world: full,
    prepare: (core) => core.refuse("deleted", "The disk cannot be read. Look at Diagnostics in the settings."),
  },
};
