/** Time left, told calmly: smoothed by the core, kept from leaping up here, and rounded to what a person can use. */
import { t } from "./fluent.svelte";

/** How long an estimate that has grown stays as it is before it may grow again. */
const REST_MS = 10_000;

const wholeMinutes = (seconds: number): number => (seconds < 60 ? seconds : Math.floor(seconds / 60) * 60);

/**
 * The time left of one upload as it is shown. It may fall at once; it never grows by more than half of what was shown, and
 * then rests, as four events a second would otherwise make many small leaps of one large one. A moment without an estimate
 * is shown as none, and does not make the next one free to leap.
 */
export class SteadyLeft {
  #shown: number | null = null;
  #grewAtMs = -Infinity;

  /** What to show now that the core says `told`. */
  next(told: number | null, nowMs: number): number | null {
    if (told === null) return null;
    const shown = this.#shown;
    if (shown === null || told <= shown) return (this.#shown = told);
    if (nowMs - this.#grewAtMs < REST_MS) return shown;
    this.#grewAtMs = nowMs;
    // Minutes are shown whole, so half of one is rounded down; one more minute is the least that can be told.
    const seen = leftInMinutes(shown) * 60;
    const most = shown < 60 ? shown * 1.5 : Math.max(wholeMinutes(seen * 1.5), seen + 60);
    return (this.#shown = Math.min(told, most));
  }
}

/** Whole minutes as they are shown; 0 below the first. */
export const leftInMinutes = (seconds: number): number => (seconds < 50 ? 0 : Math.max(1, Math.round(seconds / 60)));

/** Such as `about 4 min`. */
export function leftInWords(seconds: number): string {
  if (seconds < 10) return t("words-left-seconds");
  const minutes = leftInMinutes(seconds);
  if (minutes === 0) return t("words-left-under-a-minute");
  if (minutes < 60) return t("words-left-minutes", { minutes });
  if (minutes >= 24 * 60) return t("words-left-days");
  const [h, m] = [Math.floor(minutes / 60), Math.round((minutes % 60) / 5) * 5];
  if (m === 60) return t("words-left-hours", { hours: h + 1 });
  return m === 0 ? t("words-left-hours", { hours: h }) : t("words-left-hours-minutes", { hours: h, minutes: m });
}
