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
import Languages from "@lucide/svelte/icons/languages";
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
import { language, t, type PlainKey } from "../../words/fluent.svelte";
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
    all.push({ key: `do:${key}`, section: "ACTIONS", name, icon, run, ...rest });
  const deliveries = app.overview.value?.deliveries ?? [];
  const sync = app.sync.value;
  const undoable = app.toasts.items.findLast((toast) => toast.undo);

  if (undoable)
    add("undo", t("palette-undo"), Undo, () => app.toasts.undo(undoable.id), { hint: undoable.text, shortcut: "undo" });
  add("add-videos", t("palette-add-videos"), Plus, () => app.addVideos(), {
    words: t("palette-add-videos-words"),
    shortcut: "addVideos",
  });
  add("new-post", t("posts-new"), NotebookPen, () => newPost(app), {
    words: t("palette-new-post-words"),
    shortcut: "newPost",
  });
  add("snippets", t("palette-snippets"), TextQuote, () => (app.sheet = { name: "snippets" }), {
    words: t("palette-snippets-words"),
  });
  add("presets", t("palette-presets"), SlidersHorizontal, () => (app.sheet = { name: "presets" }), {
    words: t("palette-presets-words"),
  });
  add("new-service", t("page-service-new"), BriefcaseBusiness, () => begin(app, "services"), {
    words: t("palette-new-service-words"),
    shortcut: "newService",
  });
  add("new-link", t("palette-new-link"), Link, () => begin(app, "profile"), {
    words: t("palette-new-link-words"),
    shortcut: "newLink",
  });
  if (deliveries.some((d) => can(d, "pause")))
    add("pause-all", t("palette-pause-all"), Pause, () => performOnAll(app, "pause"), {
      words: t("palette-pause-all-words"),
    });
  if (deliveries.some((d) => can(d, "resume")))
    add("resume-all", t("palette-resume-all"), Play, () => performOnAll(app, "resume"), {
      words: t("palette-resume-all-words"),
    });
  if (sync?.state === "OFF" || sync?.state === "SIGN_IN_AGAIN")
    add("sign-in", t("palette-sign-in"), LogIn, () => go(app, { name: "sync" }), { words: t("palette-sign-in-words") });
  else if (sync) add("sync", t("palette-sync"), RefreshCw, () => syncNow(app), { words: t("palette-sync-words") });
  if (sync?.page) {
    add("open-page", t("palette-open-page"), ExternalLink, () => app.attempt(() => commands.openPage()), {
      words: t("palette-open-page-words"),
    });
    add("copy-page", t("palette-copy-page"), Copy, () => copyPage(app), { words: t("palette-copy-page-words") });
  }
  for (const { platform, set_up, connection, sign_in } of app.connections.value ?? []) {
    const again = connection?.status === "SIGN_IN_AGAIN";
    if (!set_up || sign_in || (connection && !again)) continue;
    const name = t(again ? "palette-connect-again" : "palette-connect", { platform: platformName(platform) });
    add(`connect-${platform}`, name, Plug, () => connect(app, platform), { words: t("palette-connect-words") });
  }
  const theme = app.settings.value?.theme;
  for (const [value, name, icon, words] of THEMES)
    if (theme && theme !== value) add(`theme-${value}`, t(name), icon, () => setTheme(app, value), { words: t(words) });
  add("copy-report", t("palette-copy-report"), Copy, () => copyReport(app), { words: t("palette-copy-report-words") });
  add("shortcuts", t("palette-shortcuts"), Keyboard, () => (app.layer = "shortcuts"), {
    words: t("palette-shortcuts-words"),
    shortcut: "help",
  });
  return all;
}

const THEMES: [Theme, PlainKey, Component, PlainKey][] = [
  ["LIGHT", "palette-theme-light", Sun, "palette-theme-light-words"],
  ["DARK", "palette-theme-dark", Moon, "palette-theme-dark-words"],
  ["SYSTEM", "palette-theme-system", Monitor, "palette-theme-system-words"],
];

async function copyPage(app: Studio): Promise<void> {
  if (await app.attempt(() => commands.copyPageLink())) app.toasts.show(t("app-link-copied"), { tone: "good" });
}

const SCREENS: [
  Route & { name: Exclude<Route["name"], "draft" | "post" | "together"> },
  PlainKey,
  Component,
  ShortcutId | undefined,
  PlainKey,
][] = [
  [{ name: "home" }, "app-place-home", House, "goHome", "palette-home-words"],
  [{ name: "posts" }, "app-place-posts", NotebookPen, "goPosts", "palette-posts-words"],
  [{ name: "library" }, "app-place-library", LibraryBig, "goLibrary", "palette-library-words"],
  [{ name: "calendar" }, "app-place-calendar", CalendarDays, "goCalendar", "palette-calendar-words"],
  [{ name: "services" }, "app-place-services", BriefcaseBusiness, "goServices", "palette-services-words"],
  [{ name: "profile" }, "app-place-profile", UserRound, "goProfile", "palette-profile-words"],
  [{ name: "connections" }, "app-place-connections", Plug, "goConnections", "palette-connections-words"],
  [{ name: "activity" }, "app-place-activity", ScrollText, "goActivity", "palette-activity-words"],
  [{ name: "deleted" }, "app-place-deleted", ArchiveRestore, undefined, "palette-deleted-words"],
  [{ name: "sync" }, "app-place-sync", Cloud, "goSync", "palette-sync-place-words"],
  [{ name: "settings" }, "app-place-settings", Settings, "goSettings", "palette-settings-place-words"],
];

const SETTINGS: [part: string, name: PlainKey, icon: Component, words: PlainKey][] = [
  ["appearance", "palette-settings-appearance", Sun, "palette-settings-appearance-words"],
  ["language", "palette-settings-language", Languages, "palette-settings-language-words"],
  ["time-zone", "palette-settings-time-zone", Clock, "palette-settings-time-zone-words"],
  ["week-start", "palette-settings-week-start", CalendarDays, "palette-settings-week-start-words"],
  ["slots", "palette-settings-slots", CalendarDays, "palette-settings-slots-words"],
  ["uploads", "palette-settings-uploads", Gauge, "palette-settings-uploads-words"],
  ["data", "palette-settings-data", HardDrive, "palette-settings-data-words"],
  ["diagnostics", "palette-settings-diagnostics", Stethoscope, "palette-settings-diagnostics-words"],
];

/** Where one can go. */
export const places = (app: Studio): Thing[] => [
  ...SCREENS.map(([route, name, icon, shortcut, words]) => ({
    key: `go:${route.name}`,
    section: "GO_TO" as const,
    name: t(name),
    icon,
    words: t(words),
    ...(shortcut && { shortcut }),
    run: () => go(app, route),
  })),
  ...SETTINGS.map(([part, name, icon, words]) => ({
    key: `go:settings/${part}`,
    section: "GO_TO" as const,
    name: t(name),
    icon,
    words: t(words),
    run: () => go(app, { name: "settings" }, part),
  })),
];

let made = new WeakMap<readonly object[], Thing[]>();
/** The language in which they were made. */
let madeIn = "";

/** A long list is gone through once, and not at every opening: the core's next answer is another list. */
function once<T extends object>(list: readonly T[] | undefined, make: (row: T) => Thing): Thing[] {
  if (!list) return [];
  if (madeIn !== language()) {
    made = new WeakMap();
    madeIn = language();
  }
  let things = made.get(list);
  if (!things) made.set(list, (things = list.map(make)));
  return things;
}

/** What the maker has made, by name. It says nothing of what the window has not read yet. */
export const named = (app: Studio): Thing[] => [
  ...once(app.overview.value?.drafts, ({ id, title, file_name }) => ({
    key: `draft:${id}`,
    section: "DRAFTS" as const,
    name: title,
    icon: FileText,
    ...(file_name && file_name !== title && { hint: file_name, words: file_name }),
    run: () => go(app, { name: "draft", id }),
  })),
  ...once(app.posts.value?.drafts, ({ id, text, published }) => ({
    key: `post-draft:${id}`,
    section: "POSTS" as const,
    name: nameOf(text),
    icon: NotebookPen,
    hint: published ? t("palette-post-change") : t("palette-post-draft"),
    run: () => go(app, { name: "post", id }),
  })),
  ...once(app.posts.value?.posts, ({ id, text }) => ({
    key: `post:${id}`,
    section: "POSTS" as const,
    name: nameOf(text),
    icon: NotebookPen,
    hint: t("palette-post-published"),
    run: () => go(app, { name: "posts" }, id),
  })),
  ...once(app.overview.value?.deliveries, ({ id, title, platform }) => ({
    key: `upload:${id}`,
    section: "UPLOADS" as const,
    name: title,
    icon: CloudUpload,
    hint: platformName(platform),
    run: () => go(app, { name: "home" }, id),
  })),
  ...once(app.videos.value, ({ id, title, platform, video_type }) => ({
    key: `video:${id}`,
    section: "PUBLISHED" as const,
    name: title,
    icon: Film,
    hint: t("palette-video-hint", { platform: platformName(platform), type: videoTypeName(video_type) }),
    run: () => go(app, { name: "library" }, id),
  })),
  ...(app.services.list ?? []).map(({ id, fields }) => ({
    key: `service:${id}`,
    section: "SERVICES" as const,
    name: fields.title.trim() || t("page-service-untitled"),
    icon: BriefcaseBusiness,
    hint: kindName(fields.kind) ?? fields.kind,
    run: () => go(app, { name: "services" }, id),
  })),
  ...(app.links.list ?? []).map(({ id, fields }) => ({
    key: `link:${id}`,
    section: "LINKS" as const,
    name: fields.platform.trim() || fields.url,
    icon: Link,
    ...(fields.platform.trim() && { hint: fields.url.replace(/^https?:\/\/(www\.)?/, ""), words: fields.url }),
    run: () => go(app, { name: "profile" }, id),
  })),
];
