/** A workshop in full swing: the sample lists that the stories start from. */
import type { DeliveryView, Finding } from "../src/ipc";
import { emptyWorld, type World } from "../src/ipc/fake";
import {
  attachment,
  connection,
  delivery,
  draft,
  elsewhere,
  extras,
  fields,
  file,
  signedIn,
  step,
  stoppedStep,
  summary,
  video,
} from "../src/ipc/samples";
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
        noted: null,
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
    state: { state: "NEEDS_ATTENTION", reason: { code: "FILE_MISSING", platform_words: null, noted: null } },
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
    actions: ["RESUME", "CANCEL", "MOVE_DOWN"],
    ...rest,
  }),
  delivery({
    id: "w2",
    title: "Sharpening, start to finish",
    state: { state: "WAITING", why: "QUOTA", until: new Date(Date.now() + 5 * 3_600_000).toISOString() },
    group: "WAITING",
    confirmed_bytes: 0,
    actions: ["PAUSE", "CANCEL", "MOVE_UP"],
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
      reason: {
        code: "PROCESSING_REFUSED",
        platform_words: "uploadStatus: failed, failureReason: invalidFile",
        noted: null,
      },
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

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const done = { state: "DONE" } as const;

/** TikTok's hour in both its states: quiet while there is time, and told while something can be done. */
export const hurried = (): DeliveryView[] => [
  delivery({
    id: "h1",
    publication_id: "road",
    title: "Delivering a sideboard across the Alps",
    platform: "TIKTOK",
    account_name: "Marta Oak",
    deadline: { at: soon(51), too_slow: false },
  }),
  delivery({
    id: "h2",
    publication_id: "workshop",
    title: "Workshop tour, the long version with every drawer opened",
    platform: "TIKTOK",
    account_name: "Marta Oak",
    video_type: "LONG",
    total_bytes: 3_900_000_000,
    confirmed_bytes: 420_000_000,
    speed_bytes_s: 610_000,
    left_s: 5_700,
    deadline: { at: soon(22), too_slow: true },
  }),
  delivery({ id: "h3", publication_id: "chair" }),
];

/** Follow-up steps in every state they can be in. */
export const stepped = (): DeliveryView[] => {
  const url = (id: string) =>
    ({ state: "PUBLISHED", url: `https://www.youtube.com/watch?v=${id}`, exact: true }) as const;
  const ended: Partial<DeliveryView> = { group: "DONE", actions: ["DISMISS"], ...rest };
  return [
    delivery({
      id: "s1",
      publication_id: "chair",
      steps: [step(), step({ id: "q2", kind: "CAPTIONS", label: "Captions (en)" })],
    }),
    delivery({
      id: "s2",
      title: "Kiln opening, spring",
      publication_id: "ceramic",
      state: url("k3J9x1aQ0bE"),
      ...ended,
      updated_at: minutesAgo(4),
      steps: [
        step({ id: "q3", state: done }),
        stoppedStep({ id: "q4" }),
        step({
          id: "q5",
          kind: "PLAYLIST",
          label: "Playlist “From clay to cup”",
          state: { state: "WAITING", until: soon(310) },
        }),
      ],
    }),
    delivery({
      id: "s3",
      title: "A bench in one day",
      publication_id: "workshop",
      video_type: "LONG",
      state: url("zz81kLmP3sA"),
      ...ended,
      updated_at: minutesAgo(31),
      steps: [
        step({
          id: "q6",
          state: {
            state: "NEEDS_ATTENTION",
            reason: {
              code: "ACCOUNT_REFUSED",
              platform_words: "forbidden: The authenticated user doesn't have permissions.",
              noted: null,
            },
          },
          explanation: {
            what: "YouTube lets only verified channels set their own thumbnail.",
            next: "Verify the channel on YouTube, then try this step again. The video itself is fine.",
            remedy: "RETRY",
          },
        }),
        step({ id: "q7", kind: "PLAYLIST", label: "Playlist “Joinery”" }),
      ],
    }),
    delivery({
      id: "s4",
      title: "Ferry to the islands",
      publication_id: "road",
      state: url("p9sN2x7Ho0k"),
      ...ended,
      updated_at: minutesAgo(300),
      steps: [
        step({ id: "q8", state: done }),
        step({ id: "q9", kind: "CAPTIONS", label: "Captions (fr)", state: done }),
        step({ id: "q10", kind: "PLAYLIST", label: "Playlist “On the road”", state: done }),
      ],
    }),
  ];
};

/** A queue of so many rows: two go, most wait their turn, a tenth rests, a third is done. */
export const crowd = (count: number): DeliveryView[] => {
  const titles = ["How I oil an oak chair", "Kiln opening", "A bench in one day", "Ferry to the islands", "Glaze test"];
  const pictures = Object.keys(STILLS);
  return Array.from({ length: count }, (_, i): DeliveryView => {
    const base = delivery({
      id: `c${i}`,
      publication_id: pictures[i % pictures.length] ?? "chair",
      title: `${titles[i % titles.length]}, part ${i + 1}`,
      platform: i % 3 === 2 ? "TIKTOK" : "YOUTUBE",
      account_name: i % 3 === 2 ? "Marta Oak" : "Bench & Blade",
      steps: i % 7 === 0 && i % 3 !== 2 ? [step({ id: `c${i}-1` })] : [],
    });
    if (i < 2) return base;
    if (i % 3 === 1)
      return {
        ...base,
        ...rest,
        state: { state: "PUBLISHED", url: `https://www.youtube.com/watch?v=video${i}`, exact: true },
        group: "DONE",
        actions: ["DISMISS"],
        updated_at: minutesAgo(i),
        steps: base.steps.map((s) => ({ ...s, state: done })),
      };
    const waits: DeliveryView = {
      ...base,
      ...rest,
      state: { state: "WAITING", why: "TURN", until: null },
      group: "WAITING",
      confirmed_bytes: 0,
      actions: ["PAUSE", "CANCEL", "MOVE_UP", "MOVE_DOWN"],
    };
    return i % 10 === 0
      ? {
          ...waits,
          state: { state: "PAUSED" },
          confirmed_bytes: 1_300_000_000,
          actions: ["RESUME", "CANCEL", "MOVE_UP", "MOVE_DOWN"],
        }
      : waits;
  });
};

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

/** What the tablet is at. */
const others = () => [
  elsewhere({ as_of: minutesAgo(2) }),
  elsewhere({
    id: "e2",
    platform: "YOUTUBE",
    title: "Sharpening a plane iron, from nick to mirror",
    state: { state: "NEEDS_ATTENTION", reason: { code: "FILE_MISSING", platform_words: null, noted: null } },
    explanation: { what: "The video is no longer where it was.", next: "Show it there.", remedy: "LOCATE_FILE" },
    as_of: minutesAgo(190),
  }),
];

export const full = (): Partial<World> => ({
  sync: signedIn(),
  overview: { ...emptyWorld().overview, deliveries: deliveries(), drafts: drafts(), elsewhere: others() },
  connections: [connection("YOUTUBE"), connection("TIKTOK", { status: "SIGN_IN_AGAIN" })],
  settings: {
    theme: "LIGHT",
    time_zone: null,
    language: null,
    week_start: null,
    slots: [],
    machine_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
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
    { name: "Password store", ok: true, found: "GNOME Keyring answers", fix: null, remedy: null },
    { name: "Network", ok: true, found: "YouTube and TikTok can be reached", fix: null, remedy: null },
    { name: "Clock", ok: true, found: "Within 1 second of the platforms’ time", fix: null, remedy: null },
    {
      name: "Video preview",
      ok: false,
      found: "This computer has no decoder for H.264.",
      fix: "Install the package gstreamer1.0-libav, then start Maker Studio again.",
      remedy: null,
    },
    { name: "Database", ok: true, found: "Healthy, 2.1 MB", fix: null, remedy: null },
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

/** A workshop with this queue instead of the usual one. */
export const withQueue = (deliveries: DeliveryView[]): Partial<World> => ({
  ...full(),
  overview: { ...emptyWorld().overview, deliveries },
});

export const attachments = () => [
  attachment(),
  attachment({ id: "t2", kind: "CAPTIONS", file_name: "oak-chair.en.srt", language: "en", name: "" }),
  attachment({ id: "t3", kind: "CAPTIONS", file_name: "oak-chair.fr.vtt", language: "fr-CA", name: "Pour le Québec" }),
];

/** The YouTube channel without the right that captions and playlists need. */
export const withoutExtras = () => [
  connection("YOUTUBE", {}, { extras: extras("YOUTUBE", false) }),
  connection("TIKTOK"),
];

export const PLAYLISTS = [
  { id: "PL1", title: "From clay to cup", privacy: "public" },
  { id: "PL2", title: "Joinery without glue", privacy: "unlisted" },
  { id: "PL3", title: "For my apprentices", privacy: "private" },
] as const;
