/** Languages by their names, for people; by their codes (BCP 47), for platforms. */
import { language } from "./fluent.svelte";
import { nameOf } from "./names";

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

/** What people call it, such as `French (Canada)`; the code itself where it has no name. */
export const languageName = (code: string): string => nameOf("language", code) ?? code;

/** Common ones, by name. */
export const languages = (): [code: string, name: string][] =>
  CODES.map((code): [string, string] => [code, languageName(code)]).sort(([, a], [, b]) =>
    a.localeCompare(b, language()),
  );

/** The code of a common language by its whole name: in the window's language, or in English. */
function commonCode(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  return CODES.find((code) =>
    [languageName(code), nameOf("language", code, "en")].some((n) => n?.toLowerCase() === text),
  );
}

/** Whether this is the whole name of a common language. */
export const isLanguageName = (written: string): boolean => commonCode(written) !== undefined;

/** The code of what was written: a name, or a code itself. Nothing when it is neither. */
export function languageCode(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  const code = commonCode(written);
  if (code) return code;
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(text)) return undefined;
  try {
    // What has no name is no language that a viewer could choose.
    const [tag] = Intl.getCanonicalLocales(text);
    return tag !== undefined && nameOf("language", tag, "en") !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}
