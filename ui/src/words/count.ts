/** How long a text is by each platform's own way of counting; the same rules as the core's `text` module. */

/** Unicode code points: how YouTube counts a title. Counted at every key, so nothing is made of the text. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at += 1) {
    // The second half of a pair counts with the first one. Halves without the other one count by themselves.
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (isPair) count -= 1;
  }
  return count;
}

/** UTF-16 code units: how TikTok counts a caption. */
export const utf16Units = (text: string): number => text.length;

/** UTF-8 bytes: how YouTube counts a description. */
export const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;

/** YouTube's counting of tags: one comma between each two, two quotation marks for a tag with a space. */
export function tagsLength(tags: string[]): number {
  const words = tags.reduce((sum, tag) => sum + codePoints(tag) + (tag.includes(" ") ? 2 : 0), 0);
  return words + Math.max(0, tags.length - 1);
}

export const LIMITS = {
  youtubeTitle: 100,
  youtubeDescriptionBytes: 5_000,
  youtubeTags: 500,
  tiktokCaption: 2_200,
  post: 5_000,
  pictureDescription: 1_000,
  picturesOfAPost: 20,
  profileName: 100,
  profileBio: 900,
} as const;

export type Tightness = "ok" | "near" | "over";

export interface Measure {
  count: number;
  limit: number;
  /** `near` within the last tenth, `over` beyond the limit. */
  tightness: Tightness;
  /** How many to take away; 0 while it fits. */
  cut: number;
}

/** Where `count` stands against `limit`. */
export function measure(count: number, limit: number): Measure {
  const cut = Math.max(0, count - limit);
  const tightness = cut > 0 ? "over" : count > limit * 0.9 ? "near" : "ok";
  return { count, limit, tightness, cut };
}

/** The caption that TikTok gets: its own, or the shared title and description with an empty line between. */
export function tiktokCaption(own: string | null, title: string, description: string): string {
  if (own !== null) return own;
  return [title.trim(), description.trim()].filter(Boolean).join("\n\n");
}
