/** A workshop in full swing: the sample lists that the stories start from. */
import type { DeliveryView, Finding } from "../src/ipc";
import { emptyWorld, type World } from "../src/ipc/fake";
import { connection, delivery, draft, fields, file, summary, video } from "../src/ipc/samples";
import { CERAMIC, CHAIR, ROAD, WORKSHOP } from "./pictures";

/** The pictures of publications, which the queue asks for apart. */
export const STILLS = { chair: CHAIR, workshop: WORKSHOP, road: ROAD, ceramic: CERAMIC };

export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
export const rest = { speed_bytes_s: null, left_s: null };

export const deliveries = (): DeliveryView[] => [
  delivery({
    id: "n1",
    title: "Delivering a sideboard across the Alps",
    publication_id: "road",
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
    publication_id: "ceramic",
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
  delivery({ id: "a1", publication_id: "chair" }),
  delivery({
    id: "a2",
    publication_id: "chair",
    platform: "TIKTOK",
    account_name: "Marta Oak",
    state: { state: "PROCESSING", stage: "WORKING" },
    actions: [],
    ...rest,
  }),
  delivery({
    id: "a3",
    title: "A bench in one day",
    publication_id: "workshop",
    video_type: "LONG",
    state: { state: "UNCONFIRMED" },
    actions: [],
    ...rest,
  }),
  delivery({
    id: "w1",
    title: "Workshop tour, the long version with every drawer opened",
    publication_id: "workshop",
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
    publication_id: "ceramic",
    state: { state: "PUBLISHED", url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE", exact: true },
    group: "DONE",
    actions: ["DISMISS"],
    updated_at: minutesAgo(94),
    ...rest,
  }),
  delivery({
    id: "f2",
    title: "Kiln opening, spring",
    publication_id: "ceramic",
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
    publication_id: "chair",
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
    publication_id: "road",
    state: { state: "CANCELLED" },
    group: "DONE",
    actions: ["DISMISS"],
    updated_at: minutesAgo(1_600),
    ...rest,
  }),
];

export const drafts = () => [
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

export const full = (): Partial<World> => ({
  overview: { ...emptyWorld().overview, deliveries: deliveries(), drafts: drafts() },
  connections: [connection("YOUTUBE"), connection("TIKTOK", { status: "SIGN_IN_AGAIN" })],
  settings: { theme: "LIGHT", time_zone: null, machine_zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  stills: STILLS,
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

export const error = (field: Finding["field"], platform: Finding["platform"], message: string): Finding => ({
  level: "ERROR",
  platform,
  field,
  message,
});
export const unanswered = (): Finding[] => [
  error("PRIVACY", "YOUTUBE", "Choose who may watch on YouTube."),
  error("AUDIENCE", "YOUTUBE", "Say whether the video is made for kids: YouTube must know."),
  error("AI_MADE", "YOUTUBE", "Say whether it shows realistic altered or AI-made content: YouTube must know."),
];
export const answered = { ...fields().youtube, privacy: "public", made_for_kids: false, synthetic: false } as const;

export const composer = (part: Parameters<typeof draft>[0]): Partial<World> => ({
  ...full(),
  connections: [connection("YOUTUBE"), connection("TIKTOK")],
  drafts: [draft(part)],
});
