/** Names of countries, languages and currencies, as the system knows them. */
import { language } from "./fluent.svelte";

const known = new Map<string, Intl.DisplayNames>();

/** The name of a code in the window's language, or in another one; nothing where it has none. */
export function nameOf(
  type: "region" | "language" | "currency",
  code: string,
  tongue: string = language(),
): string | undefined {
  const key = `${tongue} ${type}`;
  const names = known.get(key) ?? new Intl.DisplayNames([tongue, "en"], { type, fallback: "none" });
  known.set(key, names);
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
}
