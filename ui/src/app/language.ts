/** The language in force. `public/theme.js` tells the page of it before the first paint. */
import { need, speak, type Area } from "../words/fluent.svelte";
import { isLanguage, languageFor } from "../words/locale";
import { AREAS } from "../words/messages";
import type { Route } from "./router.svelte";

/** What every screen shows. */
const FRAME: Area[] = ["components", "app", "words"];

const AREAS_OF: Record<Route["name"], Area[]> = {
  home: ["home"],
  draft: [],
  together: [],
  posts: ["posts"],
  post: ["posts"],
  library: ["library"],
  calendar: ["calendar"],
  services: ["page"],
  profile: ["page"],
  connections: ["connections"],
  activity: ["library"],
  deleted: ["deleted"],
  sync: ["sync"],
  settings: ["settings", "notifications"],
};

/** Reads the first words in the language of the last time, or in the system's. */
export async function firstWords(): Promise<void> {
  const { lang } = document.documentElement;
  await speak(isLanguage(lang) ? lang : languageFor(null));
  await need(...FRAME, ...AREAS_OF.home);
}

export const screenWords = (screen: Route["name"]): Promise<void> => need(...AREAS_OF[screen]);

/** Reads all other words: of dialogs, and of what is told of other screens. */
export const otherWords = (): Promise<void> => need(...AREAS);

/** Speaks the chosen language, or the system's, and remembers it for the next start's first paint. */
export async function applyLanguage(chosen: string | null): Promise<void> {
  const language = languageFor(chosen);
  try {
    localStorage.setItem("language", language);
  } catch {
    // Without storage the next start begins in the system's language and changes it when the settings are read.
  }
  await speak(language);
}
