/** How uploads behave, in words: limits, hours of the day, and what cannot be kept (the same rules as the core's `uploads`). */
import type { CapHours, UploadSettings } from "../ipc";
import { formats, t } from "./fluent.svelte";
import { numberFormat } from "./intl";
import { roundSpeed } from "./quantity";

export const DEFAULTS: UploadSettings = {
  files_at_once: 2,
  cap_bytes_s: null,
  hours: [],
  keep_awake: true,
  wait_on_metered: false,
};

/** Below it a single read would take minutes to leave. */
export const LEAST_CAP_BYTES_S = 16 * 1024;
export const MOST_HOURS = 8;
const MB = 1_000_000;

/** Such as `2 MB/s`, or `Off`. */
export const capInWords = (cap: number | null): string => (cap === null ? t("words-cap-off") : roundSpeed(cap));

/** The number in a field of megabytes a second, such as `2` or `0.25`. */
export const megabytes = (bytes: number): string =>
  numberFormat(formats(), { useGrouping: false, maximumFractionDigits: 3 }).format(
    Math.round((bytes / MB) * 1000) / 1000,
  );

/** What a maker wrote into such a field, in bytes; a comma is as good as a point. `NaN` when it is no number. */
export function bytesOf(written: string): number {
  const text = written.trim().replace(",", ".");
  return /^\d*\.?\d+$/.test(text) ? Math.round(Number(text) * MB) : NaN;
}

/** What is wrong with a limit as it was written; nothing when it can be kept. */
export function capTrouble(written: string): string | undefined {
  const bytes = bytesOf(written);
  if (Number.isNaN(bytes)) return t("words-cap-no-number");
  if (bytes < LEAST_CAP_BYTES_S) return t("words-cap-too-slow");
  return undefined;
}

/** A minute of the day, such as `09:00`. */
export function clock(minute: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The minute of the day that was written, such as `9`, `9:30`, `18.00`, `0930` or `9 h 30`; nothing when it is no time. */
export function minuteOf(written: string): number | undefined {
  const [, h, m] = /^(\d{1,2})(?: ?[:.h]? ?(\d{2})| ?h)?$/i.exec(written.trim()) ?? [];
  const [hour, minute] = [Number(h), Number(m ?? 0)];
  return h !== undefined && hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** What is worth saying of these hours beyond their own numbers. */
export function hoursNote({ from_minute, to_minute }: CapHours): string | null {
  if (from_minute < to_minute) return null;
  if (from_minute === to_minute) return t("words-hours-whole-day");
  return t("words-hours-over-midnight");
}

/** The limit that holds at a minute of the maker's day: the lowest of the hours it lies in, or the general one. */
export function capAt({ hours, cap_bytes_s }: UploadSettings, minute: number): number | null {
  const holds = (h: CapHours) =>
    h.from_minute < h.to_minute
      ? minute >= h.from_minute && minute < h.to_minute
      : minute >= h.from_minute || minute < h.to_minute;
  const caps = hours.filter(holds).flatMap((h) => h.cap_bytes_s ?? []);
  return caps.length > 0 ? Math.min(...caps) : cap_bytes_s;
}

/** The slider's places run from the slowest useful limit to a fast line, each about a tenth further than the one before. */
const SLOW = 0.1 * MB;
const FAST = 100 * MB;
export const SLIDER_STEPS = 60;

const round = (bytes: number) => {
  const digit = 10 ** (Math.floor(Math.log10(bytes)) - 1);
  return Math.round(bytes / digit) * digit;
};

export const capOfSlider = (place: number): number => round(SLOW * (FAST / SLOW) ** (place / SLIDER_STEPS));

export const sliderOfCap = (cap: number): number =>
  Math.round(Math.min(1, Math.max(0, Math.log(Math.max(cap, 1) / SLOW) / Math.log(FAST / SLOW))) * SLIDER_STEPS);
