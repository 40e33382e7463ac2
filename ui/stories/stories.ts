/** Every screen in the states it was designed for: loading, empty, error, offline and full. */
import type { FakeCore, World } from "../src/ipc/fake";
import { emptyWorld } from "../src/ipc/fake";
import { connection, delivery, draft, fields, file, summary, video } from "../src/ipc/samples";
import type { DeliveryView, Finding } from "../src/ipc";
import { CERAMIC, CHAIR, ROAD, WORKSHOP } from "./pictures";

export interface Story {
  hash: string;
  world?: () => Partial<World>;
  prepare?: (core: FakeCore) => void;
  /** What happens once the window is there. */
  then?: (core: FakeCore) => void;
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const rest = { speed_bytes_s: null, left_s: null };

const deliveries = (): DeliveryView[] => [
  delivery({
    id: "n1",
    title: "Delivering a sideboard across the Alps",
    still: ROAD,
    platform: "TIKTOK",
    account_name: "Marta Oak",
    state: {
      state: "NEEDS_ATTENTION",
      reason: {
        code: "SIGN_IN_AGAIN",
        platform_words: "access_token_invalid: The access token is invalid or not found in the request.",
      },
    },
    group: "NEEDS_YOU",
    explanation: {
      what: "TikTok no longer accepts our access.",
      next: "Reconnect: your drafts and what was sent are kept.",
      remedy: "CONNECT",
    },
    actions: ["CANCEL", "RETRY"],
    ...rest,
  }),
  delivery({
    id: "n2",
    title: "Glaze test, batch 14",
    still: CERAMIC,
    video_type: "DEMO",
    state: { state: "NEEDS_ATTENTION", reason: { code: "FILE_MISSING", platform_words: null } },
    group: "NEEDS_YOU",
    confirmed_bytes: 650_000_000,
    explanation: {
      what: "The video is no longer where it was on this computer.",
      next: "Show where it is now: everything else is kept.",
      remedy: "LOCATE_FILE",
    },
    actions: ["CANCEL", "RETRY"],
    ...rest,
  }),
  delivery({ id: "a1", still: CHAIR }),
  delivery({
    id: "a2",
    still: CHAIR,
    platform: "TIKTOK",
    account_name: "Marta Oak",
    state: { state: "PROCESSING", stage: "WORKING" },
    actions: [],
    ...rest,
  }),
  delivery({
    id: "a3",
    title: "A bench in one day",
    still: WORKSHOP,
    video_type: "LONG",
    state: { state: "UNCONFIRMED" },
    actions: [],
    ...rest,
  }),
  delivery({
    id: "w1",
    title: "Workshop tour, the long version with every drawer opened",
    still: WORKSHOP,
    video_type: "LONG",
    state: { state: "PAUSED" },
    group: "WAITING",
    confirmed_bytes: 1_300_000_000,
    actions: ["RESUME", "CANCEL"],
    ...rest,
  }),
  delivery({
    id: "w2",
    title: "Sharpening, start to finish",
    state: { state: "WAITING", why: "QUOTA", until: new Date(Date.now() + 5 * 3_600_000).toISOString() },
    group: "WAITING",
    confirmed_bytes: 0,
    actions: ["PAUSE", "CANCEL"],
    ...rest,
  }),
  delivery({
    id: "f1",
    title: "Kiln opening, spring",
    still: CERAMIC,
    state: { state: "PUBLISHED", url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE", exact: true },
    group: "DONE",
    actions: ["DISMISS"],
    updated_at: minutesAgo(94),
    ...rest,
  }),
  delivery({
    id: "f2",
    title: "Kiln opening, spring",
    still: CERAMIC,
    platform: "TIKTOK",
    account_name: "Marta Oak",
    state: { state: "PUBLISHED", url: "https://www.tiktok.com/@martaoak", exact: false },
    group: "DONE",
    actions: ["DISMISS"],
    updated_at: minutesAgo(92),
    ...rest,
  }),
  delivery({
    id: "f3",
    title: "Old varnish off in ten minutes",
    still: CHAIR,
    state: {
      state: "FAILED",
      reason: { code: "PROCESSING_REFUSED", platform_words: "uploadStatus: failed, failureReason: invalidFile" },
    },
    group: "DONE",
    explanation: {
      what: "YouTube could not make a video of this file.",
      next: "Export it again as MP4 with H.264 and publish the new file.",
      remedy: "EDIT_DRAFT",
    },
    actions: ["DISMISS"],
    ...rest,
  }),
  delivery({
    id: "f4",
    title: "Ferry to the islands",
    still: ROAD,
    state: { state: "CANCELLED" },
    group: "DONE",
    actions: ["DISMISS"],
    updated_at: minutesAgo(1_600),
    ...rest,
  }),
];

const drafts = () => [
  summary({
    id: "d1",
    title: "How I oil an oak chair",
    still: CHAIR,
    targets: ["YOUTUBE", "TIKTOK"],
    updated_at: minutesAgo(4),
  }),
  summary({ id: "d2", title: "Three joints without glue", still: WORKSHOP, updated_at: minutesAgo(190) }),
  summary({ id: "d3", title: "IMG_2041.mov", still: null, targets: [], updated_at: minutesAgo(1_500) }),
  summary({
    id: "d4",
    title: "From Lyon to Turin in a day",
    still: ROAD,
    targets: ["TIKTOK"],
    updated_at: minutesAgo(2_900),
  }),
];

const full = (): Partial<World> => ({
  overview: { ...emptyWorld().overview, deliveries: deliveries(), drafts: drafts() },
  connections: [connection("YOUTUBE"), connection("TIKTOK", { status: "SIGN_IN_AGAIN" })],
  settings: { theme: "LIGHT", time_zone: null, machine_zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  drafts: [draft({ file: file({ still: CHAIR }) })],
  videos: [
    video({ still: CERAMIC, title: "Kiln opening, spring" }),
    video({
      id: "x2",
      still: CERAMIC,
      title: "Kiln opening, spring",
      platform: "TIKTOK",
      url: "https://www.tiktok.com/@martaoak/video/7301234567890123456",
    }),
    video({
      id: "x3",
      still: WORKSHOP,
      title: "Workshop tour",
      video_type: "LONG",
      duration_s: 1_845,
      created_at: "2026-10-02T16:00:00Z",
      url: "https://www.youtube.com/watch?v=zz81kLmP3sA",
    }),
    video({
      id: "x4",
      still: ROAD,
      title: "Moving a piano down four floors, slowly",
      created_at: "2025-12-02T16:00:00Z",
      url: "https://www.youtube.com/shorts/p9sN2x7Ho0k",
    }),
    video({
      id: "x5",
      still: null,
      title: "Demonstration of the folding bench",
      video_type: "DEMO",
      duration_s: 95,
      created_at: "2025-11-12T10:00:00Z",
      url: "https://www.youtube.com/watch?v=u7Rq1tXw55E",
    }),
  ],
  doctor: [
    { name: "Password store", ok: true, found: "GNOME Keyring answers", fix: null },
    { name: "Network", ok: true, found: "YouTube and TikTok can be reached", fix: null },
    { name: "Clock", ok: true, found: "Within 1 second of the platforms’ time", fix: null },
    {
      name: "Video preview",
      ok: false,
      found: "This computer has no decoder for H.264.",
      fix: "Install the package gstreamer1.0-libav, then start Maker Studio again.",
    },
    { name: "Database", ok: true, found: "Healthy, 2.1 MB", fix: null },
  ],
});

const error = (field: Finding["field"], platform: Finding["platform"], message: string): Finding => ({
  level: "ERROR",
  platform,
  field,
  message,
});
const unanswered = (): Finding[] => [
  error("PRIVACY", "YOUTUBE", "Choose who may watch on YouTube."),
  error("AUDIENCE", "YOUTUBE", "Say whether the video is made for kids: YouTube must know."),
  error("AI_MADE", "YOUTUBE", "Say whether it shows realistic altered or AI-made content: YouTube must know."),
];
const answered = { ...fields().youtube, privacy: "public", made_for_kids: false, synthetic: false } as const;

const composer = (part: Parameters<typeof draft>[0]): Partial<World> => ({
  ...full(),
  connections: [connection("YOUTUBE"), connection("TIKTOK")],
  drafts: [draft(part)],
});

const at = (testid: string) => document.querySelector<HTMLElement>(`[data-testid=${testid}]`);

export const STORIES: Record<string, Story> = {
  "home-full": { hash: "#/", world: full },
  "home-empty": { hash: "#/" },
  "home-loading": { hash: "#/", prepare: (core) => core.hang("overview") },
  "home-error": {
    hash: "#/",
    prepare: (core) => core.refuse("overview", "The database is in use by another program. Close it, then try again."),
  },
  "home-offline": {
    hash: "#/",
    world: () => ({
      ...full(),
      overview: {
        deliveries: [
          ...deliveries().filter((d) => ["a1", "w1"].includes(d.id)),
          delivery({
            id: "o1",
            title: "Sharpening, start to finish",
            still: WORKSHOP,
            state: { state: "WAITING", why: "NETWORK", until: null },
            group: "WAITING",
            actions: ["PAUSE", "CANCEL"],
            ...rest,
          }),
        ].map((d) =>
          d.id === "a1"
            ? { ...d, ...rest, state: { state: "WAITING", why: "NETWORK", until: null }, group: "WAITING" }
            : d,
        ),
        drafts: drafts(),
        offline_since: minutesAgo(25),
        waiting_uploads: 3,
        keyring: { state: "READY", message: "" },
      },
    }),
  },
  "home-keyring": {
    hash: "#/",
    world: () => ({
      ...full(),
      overview: {
        ...emptyWorld().overview,
        drafts: drafts(),
        keyring: {
          state: "UNAVAILABLE",
          message:
            "Your system has no password store running, so we cannot stay signed in. Start GNOME Keyring or KWallet, then check again.",
        },
      },
    }),
  },
  "home-menu": {
    hash: "#/",
    world: full,
    then: () =>
      document
        .querySelectorAll<HTMLElement>("[data-testid=delivery-menu]")[3]
        ?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 })),
  },
  "home-drop": { hash: "#/", world: full, then: (core) => core.emit("dropHover", { videos: 3, others: 2 }) },
  "home-refused": {
    hash: "#/",
    world: full,
    then: (core) =>
      core.emit("videosAdded", {
        drafts: [],
        refused: [
          {
            name: "holiday.avi",
            message: "This is an AVI, which no platform takes from us. Export it as MP4 and drop it here.",
          },
        ],
      }),
  },
  "home-undo": { hash: "#/", world: full, then: () => at("draft-delete")?.click() },
  "videos-full": { hash: "#/videos", world: full },
  "videos-empty": { hash: "#/videos" },
  "videos-loading": { hash: "#/videos", prepare: (core) => core.hang("videos") },
  "videos-error": {
    hash: "#/videos",
    prepare: (core) => core.refuse("videos", "The database is in use by another program. Close it, then try again."),
  },
  "videos-offline": {
    hash: "#/videos",
    world: () => ({ ...full(), overview: { ...emptyWorld().overview, offline_since: minutesAgo(25) } }),
  },
  "connections-full": { hash: "#/connections", world: full },
  "connections-empty": {
    hash: "#/connections",
    world: () => ({ connections: [connection("YOUTUBE", null), connection("TIKTOK", null, { set_up: false })] }),
  },
  "connections-none": { hash: "#/connections" },
  "connections-loading": { hash: "#/connections", prepare: (core) => core.hang("connections") },
  "connections-error": {
    hash: "#/connections",
    prepare: (core) =>
      core.refuse("connections", "The database is in use by another program. Close it, then try again."),
  },
  "connections-offline": {
    hash: "#/connections",
    world: () => ({ ...full(), overview: { ...emptyWorld().overview, offline_since: minutesAgo(25) } }),
  },
  "connections-waiting": {
    hash: "#/connections",
    world: () => ({
      connections: [
        connection("YOUTUBE", null, {
          sign_in: {
            id: "s1",
            platform: "YOUTUBE",
            authorize_url: "https://accounts.example/o/oauth2",
            expires_at: new Date(Date.now() + 540_000).toISOString(),
          },
        }),
        connection("TIKTOK", { rights: connection("TIKTOK").asks.map((r, i) => ({ ...r, granted: i !== 1 })) }),
      ],
    }),
  },
  "connections-outcomes": {
    hash: "#/connections",
    world: () => ({ connections: [connection("YOUTUBE", null), connection("TIKTOK", null)] }),
    then: (core) => {
      core.emit("signInEnded", {
        id: "s1",
        platform: "YOUTUBE",
        outcome: "REFUSED",
        message: "You did not allow it on Google’s page. Nothing was connected; you can try again.",
      });
      core.emit("signInEnded", {
        id: "s2",
        platform: "TIKTOK",
        outcome: "TIMED_OUT",
        message: "Nobody answered in the browser for 10 minutes. Connect again when you are ready.",
      });
    },
  },
  "connections-disconnected": {
    hash: "#/connections",
    world: () => ({
      connections: [connection("YOUTUBE"), connection("TIKTOK")],
      disconnected: {
        platform: "YOUTUBE",
        stopped: 2,
        revoked: false,
        message: "2 uploads stopped. Google could not be reached to take the rights back; you can do it on its page.",
        link: "GOOGLE_CONNECTIONS",
      },
    }),
    then: () => at("disconnect-youtube")?.click(),
  },
  "connections-ask": { hash: "#/connections", world: full, then: () => at("disconnect-youtube")?.click() },
  "settings-full": { hash: "#/settings", world: full },
  "settings-loading": { hash: "#/settings", prepare: (core) => core.hang("settings") },
  "settings-error": {
    hash: "#/settings",
    prepare: (core) => core.refuse("settings", "The database is in use by another program. Close it, then try again."),
  },
  "composer-start": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({ title: "", description: "", tags: [] }),
        file: file({ still: CHAIR }),
        findings: [error("TITLE", "YOUTUBE", "YouTube needs a title."), ...unanswered()],
      }),
  },
  "composer-full": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({ targets: ["YOUTUBE", "TIKTOK"] }),
        file: file({ still: CHAIR, preview_url: "/preview.webm" }),
        findings: [...unanswered(), error("PRIVACY", "TIKTOK", "Choose who may watch on TikTok.")],
      }),
  },
  "composer-ready": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({ youtube: answered }),
        file: file({
          still: WORKSHOP,
          facts: { ...file().facts, width: 3840, height: 2160, duration_s: 1_300, fps: 23.976, codec: "H.265" },
        }),
        predicted_type: "LONG",
      }),
  },
  "composer-over": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({
          title:
            "How I oil an oak chair with three thin coats of hard-wax oil, and why I never wipe it dry before the second coat",
          targets: ["YOUTUBE", "TIKTOK"],
          tags: ["oak", "chair", "hand tools", "hard-wax oil", "woodwork", "finishing"],
          youtube: { ...answered, description: "Tools and oils that I use are listed on my page. ".repeat(95) },
        }),
        file: file({ still: CHAIR, facts: { ...file().facts, fps: 120 } }),
        findings: [
          error("FILE", "TIKTOK", "TikTok: 120 fps, 60 at most. Export it with 60 or fewer."),
          {
            level: "WARNING",
            platform: "YOUTUBE",
            field: "FILE",
            message: "Longer than 15 minutes: YouTube takes it only from channels with a confirmed phone number.",
          },
        ],
      }),
  },
  "composer-tiktok": {
    hash: "#/draft/d1",
    world: () => ({
      ...composer({
        fields: fields({
          targets: ["TIKTOK"],
          tiktok: {
            ...fields().tiktok,
            commercial: true,
            branded_content: true,
            your_brand: true,
            ai_generated: false,
          },
        }),
        file: file({ still: CHAIR }),
        findings: [error("PRIVACY", "TIKTOK", "Choose who may watch on TikTok.")],
      }),
      creator: { ...emptyWorld().creator, duet_disabled: true },
    }),
  },
  "composer-tiktok-refused": {
    hash: "#/draft/d1",
    world: () => composer({ fields: fields({ targets: ["TIKTOK"] }), file: file({ still: CHAIR }) }),
    prepare: (core) =>
      core.refuse(
        "creatorInfo",
        "TikTok takes no more posts from this account today. Try again tomorrow, or post in the TikTok app.",
        { code: "TRY_LATER" },
      ),
  },
  "composer-pressed": {
    hash: "#/draft/d1",
    world: () => composer({ file: file({ still: CHAIR }), findings: unanswered() }),
    then: () => at("publish")?.click(),
  },
  "composer-moved": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        file: file({
          trouble:
            "The video is no longer where it was on this computer. Show where it is now: everything else is kept.",
        }),
        findings: [error("FILE", null, "The video is no longer where it was on this computer.")],
      }),
  },
  "composer-loading": { hash: "#/draft/d1", prepare: (core) => core.hang("draft") },
  "composer-error": {
    hash: "#/draft/d1",
    prepare: (core) => core.refuse("draft", "The database is in use by another program. Close it, then try again."),
  },
  "composer-gone": { hash: "#/draft/none" },
  "composer-offline": {
    hash: "#/draft/d1",
    world: () => ({
      ...composer({ fields: fields({ youtube: answered }), file: file({ still: CHAIR }) }),
      overview: { ...emptyWorld().overview, offline_since: minutesAgo(3), waiting_uploads: 1 },
    }),
  },
};
