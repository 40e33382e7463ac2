/** Time left, told calmly: smoothed by the core, kept from leaping up here, and rounded to what a person can use. */

/**
 * What to show after `shown` when the core says `told`: an estimate may fall at once but never grows by more than half
 * from one showing to the next.
 */
export function steadyLeft(shown: number | null, told: number | null): number | null {
  if (told === null || shown === null) return told;
  return Math.min(told, shown * 1.5);
}

/** Such as `about 4 min`. */
export function leftInWords(seconds: number): string {
  if (seconds < 10) return "a few seconds";
  if (seconds < 50) return "less than a minute";
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${Math.max(1, minutes)} min`;
  if (minutes >= 24 * 60) return "more than a day";
  const [h, m] = [Math.floor(minutes / 60), Math.round((minutes % 60) / 5) * 5];
  if (m === 60) return `about ${h + 1} h`;
  return m === 0 ? `about ${h} h` : `about ${h} h ${m} min`;
}
