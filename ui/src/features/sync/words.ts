/** Tables, columns and their values as people say them. */
import { dayShort } from "../../words/schedule";
import { clock } from "../../words/uploads";
import { countryName } from "../../words/country";
import { length, list, plural } from "../../words/quantity";

const ROWS: Record<string, string> = {
  makers: "Profile",
  services: "Service",
  social_connections: "Connection",
  social_links: "Link",
  drafts: "Draft",
  draft_media: "Video of a draft",
  publications: "Publication",
  deliveries: "Upload",
  posts: "Post",
  post_media: "Picture of a post",
  videos: "Published video",
  comments: "Comment",
};

const FIELDS: Record<string, string> = {
  title: "Title",
  description: "Description",
  tags: "Tags",
  video_type: "Kind of video",
  targets: "Where it goes",
  youtube_title: "Title on YouTube",
  youtube_description: "Description on YouTube",
  youtube_privacy: "Who may watch on YouTube",
  youtube_made_for_kids: "Made for kids",
  youtube_synthetic: "Made or changed by AI, on YouTube",
  youtube_category_id: "Category on YouTube",
  youtube_quiet: "No notice to subscribers",
  youtube_playlist: "Playlist",
  tiktok_caption: "Caption on TikTok",
  tiktok_privacy: "Who may watch on TikTok",
  tiktok_allow_comment: "Comments on TikTok",
  tiktok_allow_duet: "Duets on TikTok",
  tiktok_allow_stitch: "Stitches on TikTok",
  tiktok_commercial: "Commercial content on TikTok",
  tiktok_your_brand: "Your own brand, on TikTok",
  tiktok_branded_content: "Paid partnership, on TikTok",
  tiktok_ai_generated: "Made by AI, on TikTok",
  tiktok_to_inbox: "To the TikTok inbox",
  tiktok_cover_at_ms: "Cover moment on TikTok",
  schedule: "When it goes out",
  youtube_schedule: "When it goes to YouTube",
  tiktok_schedule: "When it goes to TikTok",
  name: "Name",
  bio: "About you",
  country: "Country",
  price: "Price",
  currency: "Currency",
  type: "Kind",
  platform: "Platform",
  url: "Address",
  content: "Text",
  images: "Pictures",
  image: "Picture",
  alt: "Description of the picture",
  hidden: "Hidden",
  position: "Place in the list",
  status: "State",
  file_name: "Video file",
  facts: "Facts of the video",
  state: "State",
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

const CHOICES: Record<string, string> = {
  true: "Yes",
  false: "No",
  public: "Everybody",
  unlisted: "Whoever has the link",
  private: "Only you",
  PUBLIC_TO_EVERYONE: "Everybody",
  MUTUAL_FOLLOW_FRIENDS: "Friends",
  FOLLOWER_OF_CREATOR: "Followers",
  SELF_ONLY: "Only you",
  YOUTUBE: "YouTube",
  TIKTOK: "TikTok",
  SHORT: "Short",
  LONG: "Long video",
  DEMO: "Demo",
  DRIVER: "Delivery and transport",
  AGENT: "Sales and representation",
  ARTISAN: "Craft and creative work",
};

const spaced = (name: string): string => {
  const text = name.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** What kind of thing a row is, such as `Draft`. */
export const rowName = (table: string): string => ROWS[table] ?? spaced(table);

/** What a column is called where it is filled in, such as `Caption on TikTok`. */
export const fieldName = (column: string): string => FIELDS[column] ?? spaced(column);

export const isWritten = (column: string): boolean => WRITTEN.has(column);

/** The columns of an edit, at most three by name, such as `Title, Tags and 4 more`. */
export function fieldsInWords(columns: string[]): string {
  const names = columns.filter((c) => !BOOKKEEPING.has(c)).map(fieldName);
  if (names.length === 0) return "When it was changed";
  return list(names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names);
}

/** A value as people say it; nothing when there is none. */
export function valueInWords(column: string, value: string): string | null {
  if (value === "") return null;
  if (isWritten(column)) return value;
  if (column === "country") return countryName(value);
  if (column === "tiktok_cover_at_ms") return `At ${length(Number(value) / 1000)}`;
  const parsed = parse(value);
  // Their addresses say nothing to people.
  if (column === "images" && Array.isArray(parsed))
    return parsed.length === 0 ? null : plural(parsed.length, "picture");
  if (Array.isArray(parsed)) return parsed.length === 0 ? null : list(parsed.map((item) => choice(String(item))));
  if (typeof parsed === "object" && parsed !== null && "title" in parsed) return String(parsed.title);
  if (column.endsWith("schedule") && typeof parsed === "object" && parsed !== null) return timeInWords(parsed);
  return choice(value);
}

function timeInWords(time: { when?: string; date?: string; minute?: number; zone?: string }): string {
  if (time.when === "NOW" || !time.date) return "When Publish is pressed";
  return `${dayShort(time.date)} ${time.date.slice(0, 4)}, ${clock(time.minute ?? 0)}, ${time.zone ?? ""}`;
}

const choice = (value: string): string => CHOICES[value] ?? value;

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
  waiting === 0
    ? "Everything stays on this computer, and you can go on working."
    : `Everything stays on this computer. ${plural(waiting, "edit")} not yet backed up ${waiting === 1 ? "waits" : "wait"} here until you sign in again.`;
