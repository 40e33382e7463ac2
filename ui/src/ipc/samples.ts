/** Sample values for tests and stories: whole and plausible, each changed by what a case is about. */
import type { ConnectionView, DeliveryView, DraftFields, DraftSummary, DraftView, FileView, VideoView } from ".";

export const fields = (part: Partial<DraftFields> = {}): DraftFields => ({
  title: "How I oil an oak chair",
  description: "Three thin coats of hard-wax oil, a night between each.",
  tags: ["oak", "chair", "hand tools"],
  video_type: null,
  targets: ["YOUTUBE"],
  youtube: {
    title: null,
    description: null,
    privacy: null,
    made_for_kids: null,
    synthetic: null,
    category_id: null,
    quiet: false,
  },
  tiktok: {
    caption: null,
    privacy: null,
    allow_comment: false,
    allow_duet: false,
    allow_stitch: false,
    commercial: false,
    your_brand: false,
    branded_content: false,
    ai_generated: null,
    to_inbox: false,
  },
  ...part,
});

export const file = (part: Partial<FileView> = {}): FileView => ({
  name: "oak-chair-final.mp4",
  facts: {
    container: "MP4",
    size_bytes: 212_400_000,
    duration_s: 48.2,
    width: 1080,
    height: 1920,
    codec: "H.264",
    fps: 30,
  },
  trouble: null,
  preview_url: null,
  still: null,
  ...part,
});

export const draft = (part: Partial<DraftView> = {}): DraftView => ({
  id: "d1",
  fields: fields(),
  file: file(),
  updated_at: "2026-11-22T13:58:00Z",
  findings: [],
  predicted_type: "SHORT",
  ...part,
});

export const summary = (part: Partial<DraftSummary> = {}): DraftSummary => ({
  id: "d1",
  title: "How I oil an oak chair",
  file_name: "oak-chair-final.mp4",
  still: null,
  preview_url: null,
  targets: ["YOUTUBE"],
  updated_at: "2026-11-22T13:58:00Z",
  ...part,
});

export const delivery = (part: Partial<DeliveryView> = {}): DeliveryView => ({
  id: "v1",
  publication_id: "p1",
  draft_id: "d1",
  platform: "YOUTUBE",
  account_name: "Bench & Blade",
  title: "How I oil an oak chair",
  still: null,
  video_type: "SHORT",
  state: { state: "UPLOADING" },
  group: "NOW",
  explanation: null,
  total_bytes: 2_000_000_000,
  confirmed_bytes: 1_240_000_000,
  speed_bytes_s: 4_200_000,
  left_s: 181,
  actions: ["PAUSE", "CANCEL"],
  created_at: "2026-11-22T13:50:00Z",
  updated_at: "2026-11-22T14:00:00Z",
  ...part,
});

export const video = (part: Partial<VideoView> = {}): VideoView => ({
  id: "x1",
  delivery_id: "v1",
  title: "How I oil an oak chair",
  url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE",
  thumbnail_url: "https://i.ytimg.com/vi/k3J9x1aQ0bE/hqdefault.jpg",
  still: null,
  duration_s: 48.2,
  platform: "YOUTUBE",
  video_type: "SHORT",
  created_at: "2026-11-21T09:30:00Z",
  ...part,
});

const RIGHTS = {
  YOUTUBE: [
    ["https://www.googleapis.com/auth/youtube.upload", "Upload videos to your channel"],
    ["https://www.googleapis.com/auth/youtube.readonly", "Read your channel’s name and how an upload stands"],
  ],
  TIKTOK: [
    ["user.info.basic", "Read your name on TikTok"],
    ["video.publish", "Post videos to your account"],
    ["video.upload", "Put videos in your TikTok inbox"],
  ],
} as const;

export function connection(
  platform: "YOUTUBE" | "TIKTOK",
  account: Partial<NonNullable<ConnectionView["connection"]>> | null = {},
  part: Partial<ConnectionView> = {},
): ConnectionView {
  const rights = RIGHTS[platform].map(([scope, means]) => ({ scope, means, granted: true }));
  return {
    platform,
    set_up: true,
    connection: account && {
      id: `c-${platform}`,
      account_name: platform === "YOUTUBE" ? "Bench & Blade" : "Marta Oak",
      status: "CONNECTED",
      rights,
      connected_at: "2026-10-03T08:12:00Z",
      last_used_at: "2026-11-22T13:41:00Z",
      renew_by: platform === "TIKTOK" ? "2027-10-03T08:12:00Z" : null,
      ...account,
    },
    sign_in: null,
    asks: rights.map((r) => ({ ...r, granted: false })),
    ...part,
  };
}
