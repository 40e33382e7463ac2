/**
 * Texts that are longer than any platform takes. They are kept whole, saved whole and counted whole; what only shows them
 * stops somewhere, so that a letter costs in a megabyte what it costs anywhere else.
 */

/** As much as any platform takes. */
export const LONG = 5_000;

/** More than a title or a name shows of itself anywhere. */
export const LONG_LINE = 1_000;

/** A text for showing: of a longer one the beginning. */
export function beginningOf(text: string, most = LONG): string {
  if (text.length <= most) return text;
  const isParted = /[\uD800-\uDBFF]/.test(text[most - 1] ?? "");
  return `${text.slice(0, isParted ? most - 1 : most)}…`;
}
