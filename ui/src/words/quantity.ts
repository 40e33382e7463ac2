/** Sizes, speeds and lengths as people say them. Sizes are decimal, as disks and platforms count. */

import { apart, decimal, formats, language, t, turned } from "./fluent.svelte";
import { listFormat, numberFormat } from "./intl";

const UNITS = ["bytes", "kb", "mb", "gb", "tb"] as const;

function scale(bytes: number): { divisor: number; unit: (typeof UNITS)[number] } {
  let step = 0;
  while (step < UNITS.length - 1 && bytes >= 1000 ** (step + 1)) step += 1;
  return { divisor: 1000 ** step, unit: UNITS[step] ?? "bytes" };
}

const digitsOf = (value: number, divisor: number): number =>
  divisor >= 1e9 ? 1 : divisor >= 1e6 && value < 10 ? 1 : 0;
const amount = (bytes: number, divisor: number) => decimal(bytes / divisor, digitsOf(bytes / divisor, divisor));

/** Such as `1.3 GB`. */
export function size(bytes: number): string {
  const { divisor, unit } = scale(bytes);
  return t(`words-size-${unit}`, { amount: amount(bytes, divisor) });
}

/** Such as `1.3 of 2.0 GB`, both in the unit of the whole. */
export function sizeOf(part: number, whole: number): string {
  const { divisor, unit } = scale(whole);
  return t(`words-size-of-${unit}`, { part: amount(part, divisor), whole: amount(whole, divisor) });
}

/** Such as `4.2 MB/s`. */
export const speed = (bytesPerSecond: number): string => t("words-speed", { size: size(bytesPerSecond) });

/** Such as `2 MB/s`: a speed that somebody chose, which is seldom one with a decimal. */
export function roundSpeed(bytesPerSecond: number): string {
  const { divisor, unit } = scale(bytesPerSecond);
  const value = bytesPerSecond / divisor;
  const digits = Number(value.toFixed(1)) % 1 === 0 ? 0 : digitsOf(value, divisor);
  return t("words-speed", { size: t(`words-size-${unit}`, { amount: decimal(value, digits) }) });
}

/** Such as `0:48`, `12:05` or `1:02:03`. */
export function length(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Such as `10,000`. */
export const number = (count: number): string => numberFormat(formats()).format(count);

/** Such as `1 upload` or `3 uploads`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** Such as `YouTube and TikTok`, in the direction of the language whatever that of each name is. */
export const list = (items: string[]): string => turned(listFormat(language()).format(items.map(apart)));
