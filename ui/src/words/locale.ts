/** The languages that the window speaks. */

export interface Locale {
  /** What its speakers call it. */
  name: string;
  dir: "ltr" | "rtl";
  /** By whose customs numbers, dates and lists are written. */
  formats: string;
}

export const LOCALES = {
  en: { name: "English", dir: "ltr", formats: "en-GB" },
  fr: { name: "Français", dir: "ltr", formats: "fr" },
  // The digits that people also type here, and the calendar that platforms publish by.
  ar: { name: "العربية", dir: "rtl", formats: "ar-u-ca-gregory-nu-latn" },
  // English, longer and with accents, made by the program: what is written by hand or has no room is seen at once.
  "en-XA": { name: "[Pseudo]", dir: "ltr", formats: "en-GB" },
} as const satisfies Record<string, Locale>;

export type Language = keyof typeof LOCALES;

/** What a maker can choose. The pseudo-language is for those who build the program. */
export const CHOICES: Language[] = import.meta.env.DEV ? ["en", "fr", "ar", "en-XA"] : ["en", "fr", "ar"];

export const isLanguage = (code: string): code is Language => Object.hasOwn(LOCALES, code);

/** The language to speak: the chosen one, or the first of the system's that is spoken here. */
export function languageFor(chosen: string | null, system: readonly string[] = navigator.languages): Language {
  if (chosen !== null && isLanguage(chosen)) return chosen;
  for (const tag of system) {
    const [code = ""] = tag.toLowerCase().split(/[-_.]/);
    if (isLanguage(code)) return code;
  }
  return "en";
}
