/** The platforms' and their settings' names for people. */
import type { Platform, VideoType, YoutubePrivacy } from "../ipc";

/** In the order the window shows them. */
export const PLATFORMS: Platform[] = ["YOUTUBE", "TIKTOK"];

export const platformName = (platform: Platform): string => ({ YOUTUBE: "YouTube", TIKTOK: "TikTok" })[platform];

/** The form in test ids and addresses. */
export const slug = (platform: Platform): string => platform.toLowerCase();

export const videoTypeName = (type: VideoType): string => ({ SHORT: "Short", LONG: "Long", DEMO: "Demo" })[type];

/** TikTok's privacy levels as TikTok's own app words them; one we do not know is shown as it is. */
export function tiktokPrivacyName(level: string): string {
  const names: Record<string, string> = {
    PUBLIC_TO_EVERYONE: "Everyone",
    MUTUAL_FOLLOW_FRIENDS: "Friends (followers you follow back)",
    FOLLOWER_OF_CREATOR: "Followers",
    SELF_ONLY: "Only me",
  };
  return names[level] ?? level;
}

/** YouTube's privacy levels, of videos and of playlists. */
export const YOUTUBE_PRIVACIES: [YoutubePrivacy, string][] = [
  ["public", "Everybody (public)"],
  ["unlisted", "Whoever has the link (unlisted)"],
  ["private", "Only me (private)"],
];

/** YouTube's assignable categories (Data API v3, `videoCategories.list`). */
export const YOUTUBE_CATEGORIES: [id: string, name: string][] = [
  ["1", "Film & Animation"],
  ["2", "Autos & Vehicles"],
  ["10", "Music"],
  ["15", "Pets & Animals"],
  ["17", "Sports"],
  ["19", "Travel & Events"],
  ["20", "Gaming"],
  ["22", "People & Blogs"],
  ["23", "Comedy"],
  ["24", "Entertainment"],
  ["25", "News & Politics"],
  ["26", "Howto & Style"],
  ["27", "Education"],
  ["28", "Science & Technology"],
  ["29", "Nonprofits & Activism"],
];
