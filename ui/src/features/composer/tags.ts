/** `tags` with what was typed: parted at commas and lines, without `#`, each once. */
export function joinTags(tags: string[], typed: string): string[] {
  const next = typed
    .split(/[,\n]/)
    .map((tag) => tag.trim().replace(/^#+/, ""))
    .filter(Boolean);
  return [...new Set([...tags, ...next])];
}
