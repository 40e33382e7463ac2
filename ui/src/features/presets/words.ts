/** What a preset says, in words. */
import type { PresetSettings } from "../../ipc";
import { platformName, videoTypeName, youtubeCategories, youtubePrivacies } from "../../words/platform";

/** A preset that says nothing. */
export const NOTHING: PresetSettings = {
  targets: null,
  video_type: null,
  youtube: { privacy: null, made_for_kids: null, category_id: null, quiet: null, playlist: null },
  tiktok: { to_inbox: null },
};

export const saysNothing = (settings: PresetSettings): boolean => presetInWords(settings) === "";

/** Such as `YouTube · Everybody (public) · Not made for kids`. */
export function presetInWords({ targets, video_type, youtube, tiktok }: PresetSettings): string {
  const { privacy, made_for_kids, category_id, quiet, playlist } = youtube;
  return [
    ...(targets ?? []).map(platformName),
    video_type && videoTypeName(video_type),
    youtubePrivacies().find(([value]) => value === privacy)?.[1],
    made_for_kids === null ? null : made_for_kids ? "Made for kids" : "Not made for kids",
    youtubeCategories().find(([id]) => id === category_id)?.[1],
    quiet ? "Subscribers are not told" : null,
    playlist && `Playlist ${playlist.title}`,
    tiktok.to_inbox ? "To the TikTok inbox" : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** What TikTok wants chosen for each post, so that nobody wonders why a preset does not have it. */
export const TIKTOK_ASKS =
  "TikTok wants its audience, its switches, its disclosure and your consent chosen for each post: no preset holds them.";
