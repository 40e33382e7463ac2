/** The platforms' and their settings' names for people. */
import type { Platform, VideoType, YoutubePrivacy } from "../ipc";
import { t, type PlainKey } from "./fluent.svelte";

/** In the order the window shows them. */
export const PLATFORMS: Platform[] = ["YOUTUBE", "TIKTOK"];

export const platformName = (platform: Platform): string => ({ YOUTUBE: "YouTube", TIKTOK: "TikTok" })[platform];

/** The form in test ids and addresses. */
export const slug = (platform: Platform): string => platform.toLowerCase();

const TYPES = { SHORT: "words-video-short", LONG: "words-video-long", DEMO: "words-video-demo" } as const;

export const videoTypeName = (type: VideoType): string => t(TYPES[type]);

const PRIVACIES: Record<string, PlainKey> = {
  PUBLIC_TO_EVERYONE: "words-privacy-everyone",
  MUTUAL_FOLLOW_FRIENDS: "words-privacy-friends",
  FOLLOWER_OF_CREATOR: "words-privacy-followers",
  SELF_ONLY: "words-privacy-me",
};

/** TikTok's privacy levels as TikTok's own app words them; one we do not know is shown as it is. */
export function tiktokPrivacyName(level: string): string {
  const key = PRIVACIES[level];
  return key ? t(key) : level;
}

/** YouTube's privacy levels, of videos and of playlists. */
export const youtubePrivacies = (): [YoutubePrivacy, string][] => [
  ["public", t("words-privacy-public")],
  ["unlisted", t("words-privacy-unlisted")],
  ["private", t("words-privacy-private")],
];

/** YouTube's assignable categories (Data API v3, `videoCategories.list`). */
export const youtubeCategories = (): [id: string, name: string][] => [
  ["1", t("words-category-film")],
  ["2", t("words-category-autos")],
  ["10", t("words-category-music")],
  ["15", t("words-category-animals")],
  ["17", t("words-category-sports")],
  ["19", t("words-category-travel")],
  ["20", t("words-category-gaming")],
  ["22", t("words-category-people")],
  ["23", t("words-category-comedy")],
  ["24", t("words-category-entertainment")],
  ["25", t("words-category-news")],
  ["26", t("words-category-howto")],
  ["27", t("words-category-education")],
  ["28", t("words-category-science")],
  ["29", t("words-category-nonprofits")],
];
