/** What a preset says, in words. */
import type { PresetSettings } from "../../ipc";
import { t } from "../../words/fluent.svelte";
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
    made_for_kids === null ? null : t(made_for_kids ? "presets-says-kids" : "presets-says-not-kids"),
    youtubeCategories().find(([id]) => id === category_id)?.[1],
    quiet ? t("presets-says-quiet") : null,
    playlist && t("presets-says-playlist", { title: playlist.title }),
    tiktok.to_inbox ? t("presets-says-inbox") : null,
  ]
    .filter(Boolean)
    .join(" · ");
}
