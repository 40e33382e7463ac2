/**
 * The screens of the window. Home comes with it; the others are read with their words right after its first frame, so that
 * they are there when somebody goes to one.
 */
import type { Component } from "svelte";
import { SvelteMap } from "svelte/reactivity";

import HomeScreen from "../features/home/HomeScreen.svelte";
import { screenWords } from "./language";
import type { Route } from "./router.svelte";

type Name = Route["name"];
type Screen = Component<Record<string, unknown>>;

const FILES: Record<Exclude<Name, "home">, () => Promise<{ default: unknown }>> = {
  draft: () => import("../features/composer/ComposerScreen.svelte"),
  post: () => import("../features/posts/PostScreen.svelte"),
  together: () => import("../features/together/TogetherScreen.svelte"),
  posts: () => import("../features/posts/PostsScreen.svelte"),
  library: () => import("../features/library/LibraryScreen.svelte"),
  calendar: () => import("../features/calendar/CalendarScreen.svelte"),
  services: () => import("../features/page/ServicesScreen.svelte"),
  profile: () => import("../features/page/ProfileScreen.svelte"),
  connections: () => import("../features/connections/ConnectionsScreen.svelte"),
  activity: () => import("../features/activity/ActivityScreen.svelte"),
  deleted: () => import("../features/deleted/DeletedScreen.svelte"),
  sync: () => import("../features/sync/SyncScreen.svelte"),
  settings: () => import("../features/settings/SettingsScreen.svelte"),
};

const read = new SvelteMap<Name, Screen>([["home", HomeScreen as unknown as Screen]]);

/** The screen of a route; nothing while it is read. */
export const screenOf = (name: Name): Screen | undefined => read.get(name);

/** Reads a screen and its words. */
export async function readScreen(name: Name): Promise<void> {
  if (name === "home" || read.has(name)) return;
  const [{ default: screen }] = await Promise.all([FILES[name](), screenWords(name)]);
  read.set(name, screen as Screen);
}

/** Reads all of them. */
export const readScreens = async (): Promise<void> => {
  await Promise.all((Object.keys(FILES) as Name[]).map(readScreen));
};
