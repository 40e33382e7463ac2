/** Sample values for tests and stories: whole and plausible, each changed by what a case is about. */
import type {
  AccountDevice,
  ActivityEntryView,
  AttachmentView,
  CalendarItem,
  ConflictView,
  ConnectionView,
  DeliveryView,
  ElsewhereView,
  DraftFields,
  DraftSummary,
  DraftView,
  EntryDetailsView,
  EntryView,
  FileView,
  LinkView,
  PendingEdit,
  PictureView,
  PostDraftView,
  PostView,
  PresetView,
  ProfileView,
  Receipt,
  ServiceView,
  SnippetView,
  StepView,
  SyncStatus,
  VideoView,
} from ".";

export const fields = (part: Partial<DraftFields> = {}): DraftFields => ({
  title: "How I oil an oak chair",
  description: "Three thin coats of hard-wax oil, a night between each.",
  tags: ["oak", "chair", "hand tools"],
  video_type: null,
  targets: ["YOUTUBE"],
  schedule: null,
  youtube: {
    title: null,
    description: null,
    privacy: null,
    made_for_kids: null,
    synthetic: null,
    category_id: null,
    quiet: false,
    playlist: null,
    schedule: null,
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
    cover_at_ms: null,
    schedule: null,
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
  attachments: [],
  predicted_type: "SHORT",
  sample: false,
  taken_back: null,
  ...part,
});

/** A use of a connection. */
export const use = (part: Partial<ActivityEntryView> = {}): ActivityEntryView => ({
  n: 12,
  at: "2026-11-22T13:58:00Z",
  platform: "YOUTUBE",
  account: "Bench & Blade",
  action: "UPLOAD",
  scope: "https://www.googleapis.com/auth/youtube.upload",
  right: "Upload your videos and set their thumbnails",
  outcome: "PUBLISHED",
  told: "Published",
  well: true,
  subject: "019a0000-0000-7000-8000-000000000001",
  hash: "5f2e19c0a1".repeat(6) + "beef",
  about: {
    delivery: "019a0000-0000-7000-8000-000000000001",
    title: "How I oil an oak chair",
    listed: false,
    entry: "p1",
    draft: null,
  },
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
  sample: false,
  ...part,
});

export const snippet = (fields: Partial<SnippetView["fields"]> = {}, part: Partial<SnippetView> = {}): SnippetView => ({
  id: "s1",
  fields: { name: "order", kind: "TEXT", text: "Made to order: write to me.", tags: [], ...fields },
  updated_at: "2026-11-22T13:58:00Z",
  ...part,
});

export const preset = (part: Partial<PresetView> = {}): PresetView => ({
  id: "p1",
  name: "Public on YouTube",
  settings: {
    targets: ["YOUTUBE"],
    video_type: null,
    youtube: { privacy: "public", made_for_kids: false, category_id: "26", quiet: false, playlist: null },
    tiktok: { to_inbox: false },
  },
  is_default: false,
  updated_at: "2026-11-22T13:58:00Z",
  ...part,
});

export const elsewhere = (part: Partial<ElsewhereView> = {}): ElsewhereView => ({
  id: "e1",
  device: "Tablet",
  platform: "TIKTOK",
  title: "A table from one board",
  state: { state: "UPLOADING" },
  explanation: null,
  as_of: "2026-11-22T13:58:00Z",
  ...part,
});

export const delivery = (part: Partial<DeliveryView> = {}): DeliveryView => ({
  id: "v1",
  publication_id: "p1",
  draft_id: "d1",
  platform: "YOUTUBE",
  account_name: "Bench & Blade",
  title: "How I oil an oak chair",
  video_type: "SHORT",
  state: { state: "UPLOADING" },
  group: "NOW",
  explanation: null,
  total_bytes: 2_000_000_000,
  confirmed_bytes: 1_240_000_000,
  speed_bytes_s: 4_200_000,
  left_s: 181,
  deadline: null,
  steps: [],
  schedule: null,
  actions: ["PAUSE", "CANCEL"],
  created_at: "2026-11-22T13:50:00Z",
  updated_at: "2026-11-22T14:00:00Z",
  ...part,
});

export const calendarItem = (part: Partial<CalendarItem> = {}): CalendarItem => ({
  key: "draft:d1:YOUTUBE",
  draft_id: "d1",
  delivery_id: null,
  video_id: null,
  title: "How I oil an oak chair",
  platforms: ["YOUTUBE"],
  at: "2026-11-24T18:00:00Z",
  wall: { date: "2026-11-24", minute: 18 * 60, zone: "UTC" },
  note: null,
  state: null,
  late_minutes: null,
  fixed: null,
  ...part,
});

export const step = (part: Partial<StepView> = {}): StepView => ({
  id: "s1",
  kind: "THUMBNAIL",
  label: "Thumbnail",
  state: { state: "WAITING", until: null },
  explanation: null,
  ...part,
});

/** A step that waits for a right that was not granted. */
export const stoppedStep = (part: Partial<StepView> = {}): StepView =>
  step({
    id: "s2",
    kind: "CAPTIONS",
    label: "Captions (fr)",
    state: {
      state: "NEEDS_ATTENTION",
      reason: {
        code: "MISSING_SCOPE",
        platform_words: "insufficientPermissions: Request had insufficient scopes.",
        noted: null,
      },
    },
    explanation: {
      what: "YouTube was connected without the right that the captions need.",
      next: "Connect again and leave that right ticked: this step then goes on by itself.",
      remedy: "CONNECT",
    },
    ...part,
  });

export const attachment = (part: Partial<AttachmentView> = {}): AttachmentView => ({
  id: "t1",
  kind: "THUMBNAIL",
  file_name: "oak-chair-cover.jpg",
  language: "",
  name: "",
  trouble: null,
  ...part,
});

export const receipt = (part: Partial<Receipt> = {}): Receipt => ({
  delivery: "v1",
  publication: "p1",
  title: "How I oil an oak chair",
  platform: "YOUTUBE",
  account: "Bench & Blade",
  state: { state: "PUBLISHED", url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE", exact: true },
  source: {
    file_name: "oak-chair-final.mp4",
    size_bytes: 2_000_000_000,
    modified_at: "2026-11-20T18:21:00Z",
    blake3: "d74981efa70a0c880b8d8c1985d075dbcbf679b99a5f9914e5aaf96b831a9e24",
  },
  hosts: [
    { host: "www.googleapis.com", requests: 14, sent_bytes: 2_004_310_122 },
    { host: "oauth2.googleapis.com", requests: 2, sent_bytes: 1_204 },
  ],
  times: {
    queued_at: "2026-11-22T13:50:00Z",
    first_byte_at: "2026-11-22T13:50:03Z",
    received_at: "2026-11-22T13:58:40Z",
    published_at: "2026-11-22T14:01:12Z",
  },
  upload: { sessions: 1, resumed: 2, interrupted: 0 },
  steps: [
    { label: "Thumbnail", state: { state: "DONE" }, at: "2026-11-22T14:01:20Z" },
    { label: "Captions (fr)", state: { state: "DONE" }, at: "2026-11-22T14:01:23Z" },
  ],
  stayed: [
    "The film itself stays where it was: no copy was made.",
    "Title, description and tags of this publication.",
    "A small picture of the film, 14 kB.",
  ],
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
  numbers: null,
  ...part,
});

/** A video on a platform. */
export const place = (part: Partial<EntryView["places"][number]> = {}): EntryView["places"][number] => ({
  platform: "YOUTUBE",
  video_id: "x1",
  delivery_id: "v1",
  url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE",
  numbers: null,
  state: { state: "PUBLISHED", url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE", exact: true },
  ...part,
});

export const entry = (part: Partial<EntryView> = {}): EntryView => ({
  id: "p1",
  kind: "VIDEO",
  title: "How I oil an oak chair",
  video_type: "SHORT",
  states: ["PUBLISHED"],
  at: "2026-11-21T09:30:00Z",
  places: [place()],
  duration_s: 48.2,
  picture: null,
  numbers: null,
  ...part,
});

export const entryDetails = (part: Partial<EntryDetailsView> = {}): EntryDetailsView => ({
  entry: entry(),
  texts: [
    {
      platform: "YOUTUBE",
      title: "How I oil an oak chair",
      description: "Three thin coats of hard-wax oil, a night between each.",
    },
  ],
  file: { name: "oak-chair-final.mp4", facts: file().facts, trouble: null, preview_url: null },
  published_from: "2026-11-21T09:20:00Z",
  deliveries: [
    {
      id: "v1",
      platform: "YOUTUBE",
      state: { state: "PUBLISHED", url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE", exact: true },
      queued_at: "2026-11-21T09:20:00Z",
      first_byte_at: "2026-11-21T09:20:03Z",
      received_at: "2026-11-21T09:28:00Z",
      published_at: "2026-11-21T09:30:00Z",
    },
  ],
  audit: [
    {
      at: "2026-11-21T09:30:00Z",
      platform: "YOUTUBE",
      account: "Bench & Blade",
      action: "UPLOAD",
      told: "Published",
    },
  ],
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

/** What captions and playlists need on top; TikTok has nothing of the kind. */
export const extras = (platform: "YOUTUBE" | "TIKTOK", granted = false): ConnectionView["extras"] =>
  platform === "TIKTOK"
    ? []
    : [
        {
          scope: "https://www.googleapis.com/auth/youtube.force-ssl",
          means: "Add captions to your videos and put them into playlists",
          granted,
        },
      ];

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
    extras: extras(platform, account !== null),
    limit: {
      uploads: platform === "YOUTUBE" ? 100 : 15,
      begun: 3,
      until: platform === "YOUTUBE" ? "2026-11-23T08:00:00Z" : null,
    },
    ...part,
  };
}

export const profile = (part: Partial<ProfileView["fields"]> = {}, view: Partial<ProfileView> = {}): ProfileView => ({
  id: "maker",
  fields: { name: "Marta Oak", bio: "", country: null, picture: null, ...part },
  trouble: null,
  picture_trouble: null,
  address: null,
  updated_at: "2026-11-22T13:58:00Z",
  ...view,
});

export const service = (part: Partial<ServiceView["fields"]> = {}, view: Partial<ServiceView> = {}): ServiceView => ({
  id: "s1",
  fields: {
    title: "Delivery in Lyon",
    description: "By cargo bicycle, up to 80 kg. I carry it to your door.",
    price: 24.5,
    currency: "EUR",
    kind: "DRIVER",
    position: "i",
    hidden: false,
    ...part,
  },
  missing: null,
  updated_at: "2026-11-22T13:58:00Z",
  ...view,
});

export const link = (part: Partial<LinkView["fields"]> = {}, view: Partial<LinkView> = {}): LinkView => ({
  id: "l1",
  fields: { platform: "Instagram", url: "https://instagram.com/marta.oak", ...part },
  trouble: null,
  shown: true,
  updated_at: "2026-11-22T13:58:00Z",
  ...view,
});

export const picture = (part: Partial<PictureView> = {}): PictureView => ({
  id: "m1",
  image: "a".repeat(64),
  alt: "Two blue mugs on an oak board",
  trouble: null,
  ...part,
});

export const postDraft = (part: Partial<PostDraftView> = {}): PostDraftView => ({
  id: "w1",
  text: "The kiln is open again.",
  pictures: [],
  published: false,
  trouble: null,
  updated_at: "2026-11-22T13:58:00Z",
  ...part,
});

export const post = (part: Partial<PostView> = {}): PostView => ({
  id: "o1",
  text: "The kiln is open again. These are the first mugs of spring.",
  pictures: [],
  changing: false,
  created_at: "2026-11-21T09:30:00Z",
  updated_at: "2026-11-21T09:30:00Z",
  ...part,
});

/** A desk that nobody has signed in on. */
export const signedOut = (part: Partial<SyncStatus> = {}): SyncStatus => ({
  state: "OFF",
  message: "Everything is on this computer only. Sign in to have it on other devices.",
  account: null,
  backend: null,
  page: null,
  device_name: "",
  waiting: 0,
  refused: 0,
  pictures_to_send: 0,
  pictures_refused: 0,
  conflicts: 0,
  last_contact: null,
  offline_since: null,
  ...part,
});

export const signedIn = (part: Partial<SyncStatus> = {}): SyncStatus =>
  signedOut({
    state: "UP_TO_DATE",
    message: "Everything is backed up.",
    account: "marta@bench.example",
    backend: "https://studio.example.com/",
    page: "https://studio.example.com/m/0193f2a1-7c44-7d1e-9a51-5d0c6f0a9e11",
    device_name: "Workshop PC",
    last_contact: "2026-11-22T14:01:00Z",
    ...part,
  });

export const pendingEdit = (part: Partial<PendingEdit> = {}): PendingEdit => ({
  id: "e1",
  table: "drafts",
  row: "d1",
  fields: ["description", "title", "updated_at"],
  at: "2026-11-22T13:59:00Z",
  refused: false,
  why: null,
  ...part,
});

export const conflict = (part: Partial<ConflictView> = {}): ConflictView => ({
  table: "drafts",
  row: "d1",
  title: "How I oil an oak chair",
  is_post: false,
  field: "description",
  shown: "Three thin coats of hard-wax oil, a night between each.",
  shown_by: { device: "Tablet", at: "2026-11-22T14:02:00Z" },
  kept: [
    {
      version: "k1",
      value: "Two thin coats of hard-wax oil, a whole day between each.",
      device: "Laptop",
      at: "2026-11-22T13:58:00Z",
    },
  ],
  can_be_two: true,
  ...part,
});

export const device = (part: Partial<AccountDevice> = {}): AccountDevice => ({
  id: "dev1",
  name: "Workshop PC",
  platform: "linux",
  last_seen_at: "2026-11-22T14:01:00Z",
  this: true,
  ...part,
});
