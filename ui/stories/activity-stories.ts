/** The activity in the states it was designed for. */
import type { ActivityEntryView } from "../src/ipc";
import { emptyWorld, type World } from "../src/ipc/fake";
import { use } from "../src/ipc/samples";
import { at, there } from "./hands";
import type { Story } from "./story";
import { full, minutesAgo } from "./worlds";

const FAILED = "019a0000-0000-7000-8000-00000000000f";

const tiktok = { platform: "TIKTOK", account: "Marta Oak" } as const;
const plain = { about: null, outcome: "OK", told: "Done" } as const;

const uses = (): ActivityEntryView[] => [
  use({ n: 1_204, at: minutesAgo(4) }),
  use({ n: 1_203, at: minutesAgo(6), outcome: "STARTED", told: "Started" }),
  use({
    ...tiktok,
    n: 1_202,
    at: minutesAgo(31),
    scope: "video.publish",
    right: "Post videos to your account",
    outcome: "SIGN_IN_AGAIN",
    told: "TikTok no longer accepts our access.",
    well: false,
    subject: FAILED,
    about: { delivery: FAILED, title: "Dovetails by hand, slowly", listed: true, entry: null, draft: null },
  }),
  use({
    ...plain,
    n: 1_201,
    at: minutesAgo(55),
    action: "CAPTIONS",
    scope: "https://www.googleapis.com/auth/youtube.force-ssl",
    right: "Add captions, and put videos into your playlists",
    about: { delivery: "d9", title: "Kiln opening, spring", listed: false, entry: "p1", draft: null },
  }),
  use({
    ...tiktok,
    ...plain,
    n: 1_200,
    at: minutesAgo(90),
    action: "READ",
    scope: "video.list",
    right: "See the address and picture of your public posts",
    subject: "numbers",
  }),
  use({ ...plain, n: 1_199, at: minutesAgo(1_500), action: "REFRESH", scope: null, right: null, subject: "c1" }),
  use({
    ...plain,
    n: 1_198,
    at: minutesAgo(1_700),
    action: "CONNECT",
    subject: null,
    account: null,
    scope: null,
    right: null,
    outcome: "TIMED_OUT",
    told: "Nobody answered in time",
    well: false,
  }),
  use({
    n: 1_197,
    at: minutesAgo(4_000),
    outcome: "CANCELLED",
    told: "Cancelled",
    about: {
      delivery: "d4",
      title: "Workshop tour, the long version with every drawer opened and every jig explained",
      listed: false,
      entry: null,
      draft: "d3",
    },
  }),
];

/** As long a log as one has after years. */
const many = (): ActivityEntryView[] =>
  Array.from({ length: 3_000 }, (_, i) => ({
    ...(uses()[i % 8] as ActivityEntryView),
    n: 3_000 - i,
    at: minutesAgo(i * 40),
  }));

const world = (part: Partial<World> = {}): Partial<World> => ({
  ...full(),
  activity: uses(),
  chain: { entries: 1_204, broken: null, message: "" },
  ...part,
});

export const ACTIVITY_STORIES: Record<string, Story> = {
  "activity-full": { hash: "#/activity", world, until: there("activity-row") },
  "activity-many": {
    hash: "#/activity",
    world: () => world({ activity: many(), chain: { entries: 3_000, broken: null, message: "" } }),
    until: there("activity-row"),
  },
  "activity-broken": {
    hash: "#/activity",
    world: () =>
      world({
        chain: {
          entries: 811,
          broken: 812,
          message: "Broken at entry 812: it is not what was written. Somebody, or a damaged disk, has changed it.",
        },
      }),
    until: there("activity-row"),
  },
  "activity-filtered": {
    hash: `#/activity?about=${FAILED}&when=range&from=2026-11-01`,
    world,
    until: there("activity-row"),
  },
  "activity-none": { hash: "#/activity?q=walnut", world, until: there("activity-clear") },
  "activity-export": {
    hash: "#/activity",
    world,
    then: () =>
      setTimeout(
        () => at("activity-export")?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 })),
        200,
      ),
    until: there("export-csv"),
  },
  "activity-empty": { hash: "#/activity", until: there("empty") },
  "activity-loading": {
    hash: "#/activity",
    prepare: (core) => {
      core.hang("activity");
      core.hang("checkActivity");
    },
  },
  "activity-error": {
    hash: "#/activity",
    prepare: (core) => core.refuse("activity", "The database is in use by another program. Close it, then try again."),
    until: there("error"),
  },
  "activity-offline": {
    hash: "#/activity",
    world: () => world({ overview: { ...emptyWorld().overview, offline_since: minutesAgo(3), waiting_uploads: 1 } }),
    until: there("activity-row"),
  },
};
