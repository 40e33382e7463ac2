/** The library in the states it was designed for. */
import type { EntryView } from "../src/ipc";
import { emptyWorld, type World } from "../src/ipc/fake";
import { entry, entryDetails, file, place, signedIn } from "../src/ipc/samples";
import { at, there } from "./hands";
import type { Story } from "./story";
import { CERAMIC, CHAIR, ROAD, WORKSHOP } from "./pictures";
import { full, minutesAgo } from "./worlds";

const numbers = (views: number, likes: number | null, minutes: number) => ({
  views,
  likes,
  as_of: minutesAgo(minutes),
});
const tiktok = (part: Partial<EntryView["places"][number]> = {}) =>
  place({
    platform: "TIKTOK",
    video_id: "x9",
    url: "https://www.tiktok.com/@martaoak/video/7301234567890123456",
    ...part,
  });

const library = (): EntryView[] => [
  entry({
    id: "d3",
    kind: "DRAFT",
    title: "IMG_2041.mov",
    video_type: null,
    states: ["DRAFT"],
    at: minutesAgo(4),
    places: [],
    duration_s: 12,
  }),
  entry({
    id: "p1",
    title: "Kiln opening, spring",
    at: minutesAgo(94),
    places: [place({ numbers: numbers(12_480, 391, 12) }), tiktok({ numbers: numbers(48_102, 2_204, 14) })],
  }),
  entry({
    id: "o1",
    kind: "POST",
    title:
      "The kiln is open again. These are the first mugs of spring.\nThe blue ones are gone by Saturday, I would think.",
    video_type: null,
    at: minutesAgo(1_600),
    places: [],
    duration_s: null,
    numbers: { views: null, likes: 14, as_of: minutesAgo(60) },
  }),
  entry({
    id: "p2",
    title: "Workshop tour, the long version with every drawer opened and every jig explained",
    video_type: "LONG",
    duration_s: 1_845,
    at: minutesAgo(2_900),
    states: ["PUBLISHED", "NEEDS_YOU"],
    places: [
      place({ numbers: numbers(3_012, 148, 30) }),
      tiktok({
        video_id: null,
        url: null,
        state: { state: "NEEDS_ATTENTION", reason: { code: "SIGN_IN_AGAIN", platform_words: null, noted: null } },
      }),
    ],
  }),
  entry({
    id: "p3",
    title: "Moving a piano down four floors, slowly",
    at: minutesAgo(9_000),
    states: ["PUBLISHED", "ON_ITS_WAY"],
    places: [
      tiktok({ numbers: numbers(880, null, 30) }),
      place({ video_id: null, url: null, state: { state: "UPLOADING" } }),
    ],
  }),
  entry({
    id: "d4",
    kind: "DRAFT",
    title: "From Lyon to Turin in a day",
    states: ["DRAFT"],
    at: minutesAgo(9_500),
    places: [tiktok({ video_id: null, url: null, delivery_id: null, state: null })],
    duration_s: 58,
  }),
  entry({
    id: "p4",
    title: "Demonstration of the folding bench",
    video_type: "DEMO",
    duration_s: 95,
    at: minutesAgo(60_000),
  }),
  entry({
    id: "o2",
    kind: "POST",
    title: "On Saturday I am at the market in Lyon, place Bellecour.",
    video_type: null,
    at: minutesAgo(80_000),
    places: [],
    duration_s: null,
  }),
  entry({
    id: "p5",
    title: "Three joints without glue",
    at: minutesAgo(180_000),
    places: [place({ numbers: numbers(204_331, 9_120, 90) })],
  }),
];

const covers = { p1: CERAMIC, p2: WORKSHOP, p3: ROAD, p4: WORKSHOP, p5: CHAIR, d4: ROAD };

const world = (part: Partial<World> = {}): Partial<World> => ({
  ...full(),
  library: library(),
  stills: { ...full().stills, ...covers },
  ...part,
});

const crowd = (count: number): EntryView[] =>
  Array.from({ length: count }, (_, n) => {
    const like = library()[n % 9] as EntryView;
    return { ...like, id: `${like.id}-${n}`, at: minutesAgo(n * 70), title: `${n + 1}. ${like.title}` };
  });

const all = () => [...document.querySelectorAll<HTMLElement>("[data-testid=entry]")];
const press = (element: HTMLElement | undefined, key: string) =>
  element?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const of = (id: string) => all().find((e) => e.dataset.entry === id);
const offline = () =>
  world({
    sync: signedIn({ state: "OFFLINE", offline_since: minutesAgo(25) }),
    overview: { ...emptyWorld().overview, offline_since: minutesAgo(25) },
  });

const details = () =>
  entryDetails({
    texts: [
      {
        platform: "YOUTUBE",
        title: "Kiln opening, spring",
        description:
          "The first firing after the winter.\n\nWhat you see: 41 mugs, 12 bowls and one that did not make it.",
      },
      { platform: "TIKTOK", title: "Kiln opening! 41 mugs, one accident #pottery", description: null },
    ],
    deliveries: [
      ...entryDetails().deliveries,
      ...entryDetails().deliveries.map((d) => ({ ...d, id: "v2", platform: "TIKTOK" as const })),
    ],
    audit: [
      { at: minutesAgo(94), platform: "TIKTOK", account: "Marta Oak", action: "UPLOAD", told: "Published" },
      ...entryDetails().audit,
    ],
  });

export const LIBRARY_STORIES: Record<string, Story> = {
  "library-full": { hash: "#/library", world, until: there("entry") },
  "library-table-full": { hash: "#/library?look=table", world, until: there("entry") },
  "library-empty": { hash: "#/library", until: there("empty") },
  "library-loading": { hash: "#/library", prepare: (core) => core.hang("library") },
  "library-error": {
    hash: "#/library",
    prepare: (core) => core.refuse("library", "The database is in use by another program. Close it, then try again."),
    until: there("error"),
  },
  "library-offline": { hash: "#/library", world: offline, until: there("entry") },
  "library-none": { hash: "#/library?q=walnut&platform=tiktok", world, until: there("library-clear") },
  "library-filters": {
    hash: "#/library?kind=video&platform=youtube&state=published&from=2025-01-01&to=2027-12-31&order=most_viewed&look=table",
    world,
    until: there("entry"),
  },
  "library-selected": {
    hash: "#/library",
    world,
    then: () => {
      const [first, , third] = all();
      first?.dispatchEvent(new MouseEvent("click", { bubbles: true, ctrlKey: true }));
      third?.dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: true }));
    },
    until: there("library-bulk"),
  },
  "library-table-selected": {
    hash: "#/library?look=table",
    world,
    then: () => {
      // As far as rows are laid out, which large text leaves fewer of.
      for (const row of all().slice(0, 3)) row.dispatchEvent(new MouseEvent("click", { bubbles: true, ctrlKey: true }));
    },
    until: there("library-bulk"),
  },
  "library-menu": {
    hash: "#/library",
    world,
    then: () => at("entry-menu")?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 })),
    until: there("entry-remove"),
  },
  "library-details": {
    hash: "#/library",
    world: () => world({ details: details() }),
    then: () => press(of("p1"), "Enter"),
    until: there("entry-deliveries"),
  },
  "library-details-elsewhere": {
    hash: "#/library",
    world: () => world({ details: entryDetails({ file: null, deliveries: [], audit: [] }) }),
    then: () => press(of("p1"), "Enter"),
    until: there("entry-text"),
  },
  "library-details-error": {
    hash: "#/library",
    world,
    prepare: (core) => core.refuse("libraryEntry", "This is no longer there."),
    then: () => press(of("p1"), "Enter"),
    until: there("entry-error"),
  },
  "library-preview": {
    hash: "#/library",
    world: () =>
      world({
        details: entryDetails({
          file: { name: "kiln.webm", facts: file().facts, trouble: null, preview_url: "/preview.webm" },
        }),
      }),
    then: () => press(of("p1"), " "),
    until: there("entry-video"),
  },
  "library-preview-moved": {
    hash: "#/library",
    world: () =>
      world({
        details: entryDetails({
          file: {
            name: "kiln.mp4",
            facts: file().facts,
            trouble: "The video is no longer where it was on this computer.",
            preview_url: null,
          },
        }),
      }),
    then: () => press(of("p1"), " "),
    until: there("entry-preview-sheet"),
  },
  "library-undo": {
    hash: "#/library",
    world,
    then: () => press(of("p1"), "Delete"),
    until: there("toast"),
  },
  "library-10000": {
    hash: "#/library?look=table",
    world: () => world({ library: crowd(10_000) }),
    until: there("entry"),
  },
};
