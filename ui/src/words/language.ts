/** Languages by their names, for people; by their codes (BCP 47), for platforms. */

const CODES = [
  "ar",
  "bg",
  "bn",
  "ca",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "en-GB",
  "en-US",
  "es",
  "es-419",
  "et",
  "eu",
  "fa",
  "fi",
  "fil",
  "fr",
  "fr-CA",
  "gl",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "is",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "ms",
  "nb",
  "nl",
  "pl",
  "pt-BR",
  "pt-PT",
  "ro",
  "ru",
  "sk",
  "sl",
  "sr",
  "sv",
  "sw",
  "ta",
  "te",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh-Hans",
  "zh-Hant",
];

const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** What people call it, such as `French (Canada)`; the code itself where it has no name. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Common ones, by name. */
export const LANGUAGES: [code: string, name: string][] = CODES.map((code): [string, string] => [
  code,
  languageName(code),
]).sort(([, a], [, b]) => a.localeCompare(b, "en"));

/** Whether this is the whole name of a common language. */
export const isLanguageName = (written: string): boolean =>
  LANGUAGES.some(([, name]) => name.toLowerCase() === written.trim().toLowerCase());

/** The code of what was written: a name, or a code itself. Nothing when it is neither. */
export function languageCode(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  const [code] = LANGUAGES.find(([, name]) => name.toLowerCase() === text) ?? [];
  if (code) return code;
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(text)) return undefined;
  try {
    // What has no name is no language that a viewer could choose.
    const [tag] = Intl.getCanonicalLocales(text);
    return tag !== undefined && names.of(tag) !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}
