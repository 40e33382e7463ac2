/** Sizes, speeds and lengths as people say them. Sizes are decimal, as disks and platforms count. */

const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

function scale(bytes: number): { divisor: number; unit: (typeof UNITS)[number] } {
  let step = 0;
  while (step < UNITS.length - 1 && bytes >= 1000 ** (step + 1)) step += 1;
  return { divisor: 1000 ** step, unit: UNITS[step] ?? "bytes" };
}

function amount(bytes: number, divisor: number): string {
  const value = bytes / divisor;
  const digits = divisor >= 1e9 ? 1 : divisor >= 1e6 && value < 10 ? 1 : 0;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Such as `1.3 GB`. */
export function size(bytes: number): string {
  const { divisor, unit } = scale(bytes);
  return `${amount(bytes, divisor)} ${unit}`;
}

/** Such as `1.3 of 2.0 GB`, both in the unit of the whole. */
export function sizeOf(part: number, whole: number): string {
  const { divisor, unit } = scale(whole);
  return `${amount(part, divisor)} of ${amount(whole, divisor)} ${unit}`;
}

/** Such as `4.2 MB/s`. */
export const speed = (bytesPerSecond: number): string => `${size(bytesPerSecond)}/s`;

/** Such as `0:48`, `12:05` or `1:02:03`. */
export function length(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Such as `1 upload` or `3 uploads`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** Such as `YouTube and TikTok`. */
export const list = (items: string[]): string =>
  new Intl.ListFormat("en", { style: "long", type: "conjunction" }).format(items);
