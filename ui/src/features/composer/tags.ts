/** What parts tags: lines, and the commas of Latin, Arabic and Chinese keyboards. */
const PARTS = /[,\u060C\uFF0C\n]/;

/** Whether a tag is whole, and the next one begins. */
export const endsTag = (typed: string): boolean => PARTS.test(typed);

/** `tags` with what was typed: parted at commas and lines, without `#`, each once. */
export function joinTags(tags: string[], typed: string): string[] {
  const next = typed
    .split(PARTS)
    .map((tag) => tag.trim().replace(/^#+/, ""))
    .filter(Boolean);
  return [...new Set([...tags, ...next])];
}
