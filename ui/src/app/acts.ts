/** What can be begun from anywhere in the window, by a key or out of the palette. */
import { commands, type Platform } from "../ipc";
import { t } from "../words/fluent.svelte";
import type { Route } from "./router.svelte";
import { hashOf } from "./router.svelte";
import type { WindowActs } from "./shortcuts";
import type { Studio } from "./studio.svelte";

/** What the keys of the window do. */
export const windowActs = (app: Studio): WindowActs => ({
  palette: () => toggle(app, "palette"),
  help: () => toggle(app, "shortcuts"),
  addVideos: () => {
    app.layer = null;
    void app.addVideos();
  },
  undo: () => app.toasts.undo(),
  goHome: () => go(app, { name: "home" }),
  goPosts: () => go(app, { name: "posts" }),
  goLibrary: () => go(app, { name: "library" }),
  goCalendar: () => go(app, { name: "calendar" }),
  goServices: () => go(app, { name: "services" }),
  goProfile: () => go(app, { name: "profile" }),
  goConnections: () => go(app, { name: "connections" }),
  goSync: () => go(app, { name: "sync" }),
  goActivity: () => go(app, { name: "activity" }),
  goSettings: () => go(app, { name: "settings" }),
  newPost: () => void newPost(app),
  newService: () => begin(app, "services"),
  newLink: () => begin(app, "profile"),
});

/** Whether a question waits for its answer: nothing else can be begun until then. */
const isAsked = (): boolean => document.querySelector("[role=alertdialog]") !== null;

function toggle(app: Studio, layer: "palette" | "shortcuts"): boolean {
  if (isAsked()) return false;
  app.layer = app.layer === layer ? null : layer;
  return true;
}

/** Leads to a screen, and there to one of its things. What lies over the screen gives way. */
export function go(app: Studio, route: Route, show?: string): boolean {
  if (isAsked()) return false;
  app.layer = null;
  app.receipt = null;
  app.entry = null;
  app.sheet = null;
  app.errand = show === undefined ? undefined : { screen: route.name, show };
  if (hashOf(route) !== hashOf(app.router.route)) app.router.go(route);
  return true;
}

/** Leads to a screen and begins something new there. */
export function begin(app: Studio, screen: "services" | "profile"): void {
  if (go(app, { name: screen })) app.errand = { screen };
}

export async function newPost(app: Studio): Promise<void> {
  await app.attempt(async () => go(app, { name: "post", id: (await commands.newPost()).id }));
}

/** Opens the platform's sign-in in the browser; how it goes is on the screen of connections. */
export async function connect(app: Studio, platform: Platform): Promise<void> {
  app.signIns.delete(platform);
  go(app, { name: "connections" });
  await app.attempt(() => commands.connect(platform, app.hasExtras(platform)));
  await app.connections.reload();
}

export async function syncNow(app: Studio): Promise<void> {
  const done = await app.attempt(async () => (app.sync.value = await commands.syncNow()));
  if (done) app.toasts.show(t("app-in-step"), { tone: "good" });
  else void app.sync.reload();
}
