/**
 * The system's formatters. To make one takes WebKit as long as hundreds of uses of it, and a screen asks for the same few in
 * every row and day: each is made once.
 */
const known = new Map<string, unknown>();

function once<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const made = known.get(key) as T | undefined;
  if (made !== undefined) return made;
  const fresh = make();
  known.set(key, fresh);
  return fresh;
}

/** Throws what `Intl` throws, such as for a zone that nobody knows. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once("date", locale, options, () => new Intl.DateTimeFormat(locale, options));

/** Throws what `Intl` throws, such as for a currency that is none. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  once("number", locale, options, () => new Intl.NumberFormat(locale, options));

/** Distances such as `in 3 hours`. */
export const relativeFormat = (locale: string): Intl.RelativeTimeFormat =>
  once("relative", locale, {}, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

/** Lists such as `YouTube and TikTok`. */
export const listFormat = (locale: string): Intl.ListFormat =>
  once("list", locale, {}, () => new Intl.ListFormat(locale, { style: "long", type: "conjunction" }));

/** Names of what codes stand for. */
export const displayNames = (locale: string, type: "region" | "language" | "currency"): Intl.DisplayNames =>
  once("names", locale, { type }, () => new Intl.DisplayNames([locale, "en"], { type, fallback: "none" }));
