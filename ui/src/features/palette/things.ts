/** Everything that can be found: what can be done now, where one can go, and what the window's lists know by name. */
import ArchiveRestore from "@lucide/svelte/icons/archive-restore";
import BriefcaseBusiness from "@lucide/svelte/icons/briefcase-business";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import CloudUpload from "@lucide/svelte/icons/cloud-upload";
import Clock from "@lucide/svelte/icons/clock";
import Cloud from "@lucide/svelte/icons/cloud";
import Copy from "@lucide/svelte/icons/copy";
import ExternalLink from "@lucide/svelte/icons/external-link";
import FileText from "@lucide/svelte/icons/file-text";
import Film from "@lucide/svelte/icons/film";
import Gauge from "@lucide/svelte/icons/gauge";
import HardDrive from "@lucide/svelte/icons/hard-drive";
import House from "@lucide/svelte/icons/house";
import Keyboard from "@lucide/svelte/icons/keyboard";
import LibraryBig from "@lucide/svelte/icons/library-big";
import Link from "@lucide/svelte/icons/link-2";
import LogIn from "@lucide/svelte/icons/log-in";
import Monitor from "@lucide/svelte/icons/monitor";
import Moon from "@lucide/svelte/icons/moon";
import NotebookPen from "@lucide/svelte/icons/notebook-pen";
import Pause from "@lucide/svelte/icons/pause";
import Play from "@lucide/svelte/icons/play";
import Plug from "@lucide/svelte/icons/plug";
import Plus from "@lucide/svelte/icons/plus";
import RefreshCw from "@lucide/svelte/icons/refresh-cw";
import ScrollText from "@lucide/svelte/icons/scroll-text";
import Settings from "@lucide/svelte/icons/settings-2";
import SlidersHorizontal from "@lucide/svelte/icons/sliders-horizontal";
import Stethoscope from "@lucide/svelte/icons/stethoscope";
import Sun from "@lucide/svelte/icons/sun";
import TextQuote from "@lucide/svelte/icons/text-quote";
import Undo from "@lucide/svelte/icons/undo-2";
import UserRound from "@lucide/svelte/icons/user-round";
import type { Component } from "svelte";

import { begin, connect, go, newPost, syncNow } from "../../app/acts";
import type { Route } from "../../app/router.svelte";
import type { ShortcutId } from "../../app/shortcuts";
import type { Studio } from "../../app/studio.svelte";
import { setTheme } from "../../app/theme-choice";
import { commands, type Theme } from "../../ipc";
import { kindName } from "../../words/page";
import { platformName, videoTypeName } from "../../words/platform";
import { copyReport } from "../settings/report";
import { can, performOnAll } from "../home/acts";
import { nameOf } from "../posts/words";
import type { Thing } from "./find";

type Rest = Partial<Pick<Thing, "hint" | "words" | "shortcut">>;

/** What can be done at this moment. */
export function actions(app: Studio): Thing[] {
  const all: Thing[] = [];
  const add = (key: string, name: string, icon: Component, run: () => unknown, rest: Rest = {}) =>
    all.push({ key: `do:${key}`, section: "Actions", name, icon, run, ...rest });
  const deliveries = app.overview.value?.deliveries ?? [];
  const sync = app.sync.value;
  const undoable = app.toasts.items.findLast((toast) => toast.undo);

  if (undoable)
    add("undo", "Undo", Undo, () => app.toasts.undo(undoable.id), { hint: undoable.text, shortcut: "undo" });
  add("add-videos", "Add videos…", Plus, () => app.addVideos(), {
    words: "upload import file film draft",
    shortcut: "addVideos",
  });
  add("new-post", "New post", NotebookPen, () => newPost(app), { words: "write text picture", shortcut: "newPost" });
  add("snippets", "Snippets…", TextQuote, () => (app.sheet = { name: "snippets" }), {
    words: "text tags template slash",
  });
  add("presets", "Presets…", SlidersHorizontal, () => (app.sheet = { name: "presets" }), {
    words: "settings template privacy audience category",
  });
  add("new-service", "New service", BriefcaseBusiness, () => begin(app, "services"), {
    words: "offer price",
    shortcut: "newService",
  });
  add("new-link", "Add a link", Link, () => begin(app, "profile"), {
    words: "new address website",
    shortcut: "newLink",
  });
  if (deliveries.some((d) => can(d, "pause")))
    add("pause-all", "Pause all uploads", Pause, () => performOnAll(app, "pause"), { words: "stop" });
  if (deliveries.some((d) => can(d, "resume")))
    add("resume-all", "Resume all uploads", Play, () => performOnAll(app, "resume"), { words: "continue start" });
  if (sync?.state === "OFF" || sync?.state === "SIGN_IN_AGAIN")
    add("sign-in", "Sign in to your account…", LogIn, () => go(app, { name: "sync" }), { words: "sync backup log" });
  else if (sync) add("sync", "Sync now", RefreshCw, () => syncNow(app), { words: "backup refresh" });
  if (sync?.page) {
    add("open-page", "Open your page in the browser", ExternalLink, () => app.attempt(() => commands.openPage()), {
      words: "public website",
    });
    add("copy-page", "Copy your page’s link", Copy, () => copyPage(app), { words: "address share" });
  }
  for (const { platform, set_up, connection, sign_in } of app.connections.value ?? []) {
    const again = connection?.status === "SIGN_IN_AGAIN";
    if (!set_up || sign_in || (connection && !again)) continue;
    const name = `${again ? "Sign in again to" : "Connect"} ${platformName(platform)}…`;
    add(`connect-${platform}`, name, Plug, () => connect(app, platform), { words: "connect account sign in" });
  }
  const theme = app.settings.value?.theme;
  for (const [value, name, icon, words] of THEMES)
    if (theme && theme !== value) add(`theme-${value}`, name, icon, () => setTheme(app, value), { words });
  add("copy-report", "Copy the diagnostics report", Copy, () => copyReport(app), { words: "support doctor problem" });
  add("shortcuts", "Show the keyboard shortcuts", Keyboard, () => (app.layer = "shortcuts"), {
    words: "keys help",
    shortcut: "help",
  });
  return all;
}

const THEMES: [Theme, string, Component, string][] = [
  ["LIGHT", "Use light colours", Sun, "theme appearance day colors"],
  ["DARK", "Use dark colours", Moon, "theme appearance night colors"],
  ["SYSTEM", "Use the system’s colours", Monitor, "theme appearance automatic colors"],
];

async function copyPage(app: Studio): Promise<void> {
  if (await app.attempt(() => commands.copyPageLink())) app.toasts.show("Link copied.", { tone: "good" });
}

const SCREENS: [
  Route & { name: Exclude<Route["name"], "draft" | "post" | "together"> },
  string,
  Component,
  ShortcutId | undefined,
  string,
][] = [
  [{ name: "home" }, "Home", House, "goHome", "queue uploads drafts"],
  [{ name: "posts" }, "Posts", NotebookPen, "goPosts", "texts"],
  [{ name: "library" }, "Library", LibraryBig, "goLibrary", "videos published posts views search"],
  [{ name: "calendar" }, "Calendar", CalendarDays, "goCalendar", "schedule plan month week dates times"],
  [{ name: "services" }, "Services", BriefcaseBusiness, "goServices", "offers prices"],
  [{ name: "profile" }, "Profile & links", UserRound, "goProfile", "name about country page"],
  [{ name: "connections" }, "Connections", Plug, "goConnections", "youtube tiktok accounts platforms disconnect"],
  [{ name: "activity" }, "Activity", ScrollText, "goActivity", "audit log history uses export chain"],
  [{ name: "deleted" }, "Recently deleted", ArchiveRestore, undefined, "bin trash restore bring back undelete"],
  [{ name: "sync" }, "Account & sync", Cloud, "goSync", "devices conflicts sign out pending backup"],
  [{ name: "settings" }, "Settings", Settings, "goSettings", "preferences options"],
];

const SETTINGS: [part: string, name: string, icon: Component, words: string][] = [
  ["appearance", "Settings: Appearance", Sun, "theme dark light colours colors"],
  ["time-zone", "Settings: Time zone", Clock, "hours city"],
  ["week-start", "Settings: First day of the week", CalendarDays, "monday sunday calendar"],
  ["slots", "Settings: When you like to publish", CalendarDays, "slots times week calendar schedule"],
  ["uploads", "Settings: Uploads", Gauge, "speed limit cap hours files at once keep awake"],
  ["data", "Settings: Data", HardDrive, "backup back up restore export import delete folder disk"],
  ["diagnostics", "Settings: Diagnostics", Stethoscope, "doctor check keyring network report"],
];

/** Where one can go. */
export const places = (app: Studio): Thing[] => [
  ...SCREENS.map(([route, name, icon, shortcut, words]) => ({
    key: `go:${route.name}`,
    section: "Go to" as const,
    name,
    icon,
    words,
    ...(shortcut && { shortcut }),
    run: () => go(app, route),
  })),
  ...SETTINGS.map(([part, name, icon, words]) => ({
    key: `go:settings/${part}`,
    section: "Go to" as const,
    name,
    icon,
    words,
    run: () => go(app, { name: "settings" }, part),
  })),
];

const made = new WeakMap<readonly object[], Thing[]>();

/** A long list is gone through once, and not at every opening: the core's next answer is another list. */
function once<T extends object>(list: readonly T[] | undefined, make: (row: T) => Thing): Thing[] {
  if (!list) return [];
  let things = made.get(list);
  if (!things) made.set(list, (things = list.map(make)));
  return things;
}

/** What the maker has made, by name. It says nothing of what the window has not read yet. */
export const named = (app: Studio): Thing[] => [
  ...once(app.overview.value?.drafts, ({ id, title, file_name }) => ({
    key: `draft:${id}`,
    section: "Drafts" as const,
    name: title,
    icon: FileText,
    ...(file_name && file_name !== title && { hint: file_name, words: file_name }),
    run: () => go(app, { name: "draft", id }),
  })),
  ...once(app.posts.value?.drafts, ({ id, text, published }) => ({
    key: `post-draft:${id}`,
    section: "Posts" as const,
    name: nameOf(text),
    icon: NotebookPen,
    hint: published ? "Change being written" : "Draft",
    run: () => go(app, { name: "post", id }),
  })),
  ...once(app.posts.value?.posts, ({ id, text }) => ({
    key: `post:${id}`,
    section: "Posts" as const,
    name: nameOf(text),
    icon: NotebookPen,
    hint: "Published",
    run: () => go(app, { name: "posts" }, id),
  })),
  ...once(app.overview.value?.deliveries, ({ id, title, platform }) => ({
    key: `upload:${id}`,
    section: "Uploads" as const,
    name: title,
    icon: CloudUpload,
    hint: platformName(platform),
    run: () => go(app, { name: "home" }, id),
  })),
  ...once(app.videos.value, ({ id, title, platform, video_type }) => ({
    key: `video:${id}`,
    section: "Published" as const,
    name: title,
    icon: Film,
    hint: `${platformName(platform)} · ${videoTypeName(video_type)}`,
    run: () => go(app, { name: "library" }, id),
  })),
  ...(app.services.list ?? []).map(({ id, fields }) => ({
    key: `service:${id}`,
    section: "Services" as const,
    name: fields.title.trim() || "Untitled service",
    icon: BriefcaseBusiness,
    hint: kindName(fields.kind) ?? fields.kind,
    run: () => go(app, { name: "services" }, id),
  })),
  ...(app.links.list ?? []).map(({ id, fields }) => ({
    key: `link:${id}`,
    section: "Links" as const,
    name: fields.platform.trim() || fields.url,
    icon: Link,
    ...(fields.platform.trim() && { hint: fields.url.replace(/^https?:\/\/(www\.)?/, ""), words: fields.url }),
    run: () => go(app, { name: "profile" }, id),
  })),
];
