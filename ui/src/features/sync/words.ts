/** Tables, columns and their values as people say them. */
import { t, type PlainKey } from "../../words/fluent.svelte";
import { dayShort } from "../../words/schedule";
import { clock } from "../../words/uploads";
import { countryName } from "../../words/country";
import { length, list } from "../../words/quantity";

const ROWS: Record<string, PlainKey> = {
  makers: "sync-row-makers",
  services: "sync-row-services",
  social_connections: "sync-row-connections",
  social_links: "sync-row-links",
  drafts: "sync-row-drafts",
  draft_media: "sync-row-draft-media",
  publications: "sync-row-publications",
  deliveries: "sync-row-deliveries",
  posts: "sync-row-posts",
  post_media: "sync-row-post-media",
  videos: "sync-row-videos",
  comments: "sync-row-comments",
};

const FIELDS: Record<string, PlainKey> = {
  title: "sync-field-title",
  description: "sync-field-description",
  tags: "sync-field-tags",
  video_type: "sync-field-video-type",
  targets: "sync-field-targets",
  youtube_title: "sync-field-youtube-title",
  youtube_description: "sync-field-youtube-description",
  youtube_privacy: "sync-field-youtube-privacy",
  youtube_made_for_kids: "sync-field-youtube-kids",
  youtube_synthetic: "sync-field-youtube-synthetic",
  youtube_category_id: "sync-field-youtube-category",
  youtube_quiet: "sync-field-youtube-quiet",
  youtube_playlist: "sync-field-youtube-playlist",
  tiktok_caption: "sync-field-tiktok-caption",
  tiktok_privacy: "sync-field-tiktok-privacy",
  tiktok_allow_comment: "sync-field-tiktok-comment",
  tiktok_allow_duet: "sync-field-tiktok-duet",
  tiktok_allow_stitch: "sync-field-tiktok-stitch",
  tiktok_commercial: "sync-field-tiktok-commercial",
  tiktok_your_brand: "sync-field-tiktok-brand",
  tiktok_branded_content: "sync-field-tiktok-branded",
  tiktok_ai_generated: "sync-field-tiktok-ai",
  tiktok_to_inbox: "sync-field-tiktok-inbox",
  tiktok_cover_at_ms: "sync-field-tiktok-cover",
  schedule: "sync-field-schedule",
  youtube_schedule: "sync-field-youtube-schedule",
  tiktok_schedule: "sync-field-tiktok-schedule",
  name: "sync-field-name",
  bio: "sync-field-bio",
  country: "sync-field-country",
  picture: "sync-field-picture",
  price: "sync-field-price",
  currency: "sync-field-currency",
  type: "sync-field-kind",
  platform: "sync-field-platform",
  url: "sync-field-address",
  content: "sync-field-text",
  images: "sync-field-pictures",
  image: "sync-field-picture",
  alt: "sync-field-alt",
  hidden: "sync-field-hidden",
  position: "sync-field-position",
  status: "sync-field-state",
  file_name: "sync-field-file",
  facts: "sync-field-facts",
  state: "sync-field-state",
};

/** Columns that follow from others: naming them would tell nobody anything. */
const BOOKKEEPING = new Set([
  "created_at",
  "updated_at",
  "kind",
  "detail",
  "device",
  "draft_id",
  "publication_id",
  "post_id",
  "content_type",
]);

/** Columns that people write in their own words, which are compared word by word. */
const WRITTEN = new Set([
  "title",
  "description",
  "youtube_title",
  "youtube_description",
  "tiktok_caption",
  "name",
  "bio",
  "content",
  "alt",
]);

const CHOICES: Record<string, PlainKey> = {
  true: "components-yes",
  false: "components-no",
  public: "sync-value-everybody",
  unlisted: "sync-value-link",
  private: "sync-value-you",
  PUBLIC_TO_EVERYONE: "sync-value-everybody",
  MUTUAL_FOLLOW_FRIENDS: "sync-value-friends",
  FOLLOWER_OF_CREATOR: "sync-value-followers",
  SELF_ONLY: "sync-value-you",
  SHORT: "words-video-short",
  LONG: "sync-value-long",
  DEMO: "words-video-demo",
  DRIVER: "words-kind-driver",
  AGENT: "words-kind-agent",
  ARTISAN: "words-kind-artisan",
};

const spaced = (name: string): string => {
  const text = name.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const told = (key: PlainKey | undefined): string | undefined => key && t(key);

/** What kind of thing a row is, such as `Draft`. */
export const rowName = (table: string): string => told(ROWS[table]) ?? spaced(table);

/** What a column is called where it is filled in, such as `Caption on TikTok`. */
export const fieldName = (column: string): string => told(FIELDS[column]) ?? spaced(column);

export const isWritten = (column: string): boolean => WRITTEN.has(column);

/** The columns of an edit, at most three by name, such as `Title, Tags and 4 more`. */
export function fieldsInWords(columns: string[]): string {
  const names = columns.filter((c) => !BOOKKEEPING.has(c)).map(fieldName);
  if (names.length === 0) return t("sync-field-changed");
  return list(names.length > 4 ? [...names.slice(0, 3), t("sync-fields-more", { count: names.length - 3 })] : names);
}

/** A value as people say it; nothing when there is none. */
export function valueInWords(column: string, value: string): string | null {
  if (value === "") return null;
  if (isWritten(column)) return value;
  if (column === "country") return countryName(value);
  if (column === "tiktok_cover_at_ms") return t("sync-value-cover", { time: length(Number(value) / 1000) });
  const parsed = parse(value);
  // Their addresses say nothing to people.
  if (column === "images" && Array.isArray(parsed))
    return parsed.length === 0 ? null : t("words-pictures", { count: parsed.length });
  if (Array.isArray(parsed)) return parsed.length === 0 ? null : list(parsed.map((item) => choice(String(item))));
  if (typeof parsed === "object" && parsed !== null && "title" in parsed) return String(parsed.title);
  if (column.endsWith("schedule") && typeof parsed === "object" && parsed !== null) return timeInWords(parsed);
  return choice(value);
}

function timeInWords(time: { when?: string; date?: string; minute?: number; zone?: string }): string {
  if (time.when === "NOW" || !time.date) return t("sync-value-now");
  return t("sync-value-time", {
    day: dayShort(time.date),
    year: time.date.slice(0, 4),
    time: clock(time.minute ?? 0),
    zone: time.zone ?? "",
  });
}

const PLATFORM_NAMES: Record<string, string> = { YOUTUBE: "YouTube", TIKTOK: "TikTok" };

const choice = (value: string): string => told(CHOICES[value]) ?? PLATFORM_NAMES[value] ?? value;

function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Such as `Linux`. */
export function systemName(platform: string): string {
  const names: Record<string, string> = { linux: "Linux", macos: "macOS", windows: "Windows" };
  return names[platform.toLowerCase()] ?? platform;
}

export const waitHere = (waiting: number): string =>
  waiting === 0 ? t("sync-out-stays") : t("sync-out-waits", { count: waiting });
