/** What was used last, newest first, kept for the next start. Only keys are kept, never names. */

const PLACE = "palette.recent";
const KEPT = 20;
const KEY_LETTERS = 100;

/** The keys of what was used; nothing that is no key, whatever the place holds. */
export function recentKeys(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    if (!Array.isArray(kept)) return [];
    const keys = kept.slice(0, 10 * KEPT).filter((key) => typeof key === "string" && key.length <= KEY_LETTERS);
    return [...new Set(keys as string[])].slice(0, KEPT);
  } catch {
    return [];
  }
}

/** Puts `key` first. Without storage nothing is recent. */
export function remember(key: string): void {
  try {
    const keys = [key, ...recentKeys().filter((other) => other !== key)].slice(0, KEPT);
    localStorage.setItem(PLACE, JSON.stringify(keys));
  } catch {
    // The next time it is found by its name, as it was now.
  }
}
