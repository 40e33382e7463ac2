/** The language in force. `public/theme.js` tells the page of it before the first paint. */
import { untrack } from "svelte";

import { need, speak, type Area } from "../words/fluent.svelte";
import { isLanguage, languageFor } from "../words/locale";
import { AREAS } from "../words/messages";
import type { Route } from "./router.svelte";

/** What every screen shows. */
const FRAME: Area[] = ["components", "app", "words"];

const AREAS_OF: Record<Route["name"], Area[]> = {
  home: ["home"],
  draft: ["composer", "presets", "snippets", "onboarding"],
  together: ["together", "composer", "presets", "snippets"],
  posts: ["posts"],
  post: ["posts", "composer", "snippets"],
  library: ["library", "data"],
  calendar: ["calendar"],
  services: ["page", "composer", "data"],
  profile: ["page", "composer"],
  connections: ["connections"],
  activity: ["activity", "library"],
  deleted: ["deleted"],
  sync: ["sync"],
  settings: ["settings", "data", "notifications"],
};

/** Reads the first words in the language of the last time, or in the system's. */
export async function firstWords(): Promise<void> {
  const { lang } = document.documentElement;
  await speak(isLanguage(lang) ? lang : languageFor(null));
  await need(...FRAME, ...AREAS_OF.home);
}

export const screenWords = (screen: Route["name"]): Promise<void> => need(...AREAS_OF[screen]);

/** A part of a screen that is read when it is shown: it comes with its words. */
export async function withWords<T>(part: Promise<T>, ...areas: Area[]): Promise<T> {
  // Whoever shows it is not to read it anew in another language: its words change by themselves.
  const [read] = await Promise.all([part, untrack(() => need(...areas))]);
  return read;
}

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
