/** Names of countries, languages and currencies, as the system knows them. */
import { language } from "./fluent.svelte";
import { displayNames } from "./intl";

/** The name of a code in the window's language, or in another one; nothing where it has none. */
export function nameOf(
  type: "region" | "language" | "currency",
  code: string,
  tongue: string = language(),
): string | undefined {
  try {
    return displayNames(tongue, type).of(code);
  } catch {
    return undefined;
  }
}
