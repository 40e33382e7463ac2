/** When each platform gets its share, and what is said of it. */
import type { DraftFields, Platform, WallTime } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { wallInSentence } from "../../words/schedule";

const own = (fields: DraftFields, platform: Platform) =>
  platform === "YOUTUBE" ? fields.youtube.schedule : fields.tiktok.schedule;

/** The time of a platform, its own or the shared one; nothing when it goes at once. */
export function goesOut(fields: DraftFields, platform: Platform): WallTime | null {
  const time = own(fields, platform);
  if (!time) return fields.schedule;
  return time.when === "AT" ? { date: time.date, minute: time.minute, zone: time.zone } : null;
}

/** As the field shows it: `undefined` follows the shared time. */
export const ownTime = (fields: DraftFields, platform: Platform): WallTime | null | undefined =>
  own(fields, platform) ? goesOut(fields, platform) : undefined;

export function setOwnTime(fields: DraftFields, platform: Platform, time: WallTime | null | undefined): void {
  const next =
    time === undefined ? null : time === null ? ({ when: "NOW" } as const) : ({ when: "AT", ...time } as const);
  if (platform === "YOUTUBE") fields.youtube.schedule = next;
  else fields.tiktok.schedule = next;
}

/** The times of the ticked platforms in words, such as `tomorrow at 18:00`. */
export function timesInWords(fields: DraftFields, zone: string, now: Date): Partial<Record<Platform, string>> {
  const words: Partial<Record<Platform, string>> = {};
  for (const platform of fields.targets) {
    const time = goesOut(fields, platform);
    if (time) words[platform] = wallInSentence(time, zone, now);
  }
  return words;
}

/** What a time means on a platform. */
export const whatHappens = (platform: Platform, time: string): string =>
  t(platform === "YOUTUBE" ? "composer-then-youtube" : "composer-then-tiktok", { time });
