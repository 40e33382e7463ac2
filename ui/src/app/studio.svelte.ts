/** What the whole window knows: the core's lists, kept fresh by its events, and where the maker is. */
import { createContext } from "svelte";
import { SvelteMap } from "svelte/reactivity";

import {
  asAppError,
  commands,
  listen,
  type AddedPictures,
  type AddedVideos,
  type AppError,
  type DeliveryProgress,
  type DropHover,
  type LinkView,
  type Platform,
  type ProfileView,
  type ServiceView,
  type SignInEnded,
  type SnippetView,
  type WelcomeView,
} from "../ipc";
import { Library } from "../features/library/list.svelte";
import { Rows } from "../features/page/rows.svelte";
import { news, stepsNeedingYou } from "../words/delivery";
import { t } from "../words/fluent.svelte";
import { SteadyLeft } from "../words/left";
import { syncNews } from "../words/sync";
import { go } from "./acts";
import { composeTogether } from "./together";
import type { Errand } from "./errand.svelte";
import { applyLanguage } from "./language";
import { Loaded } from "./loaded.svelte";
import { showNotice } from "./notices";
import { Pictures } from "./pictures.svelte";
import { Router } from "./router.svelte";
import { Selection } from "./selection.svelte";
import { applyTheme, followSystemTheme } from "./theme";
import { Toasts } from "./toasts.svelte";
import { Uploads } from "./uploads.svelte";

export class Studio {
  readonly router = new Router();
  readonly toasts = new Toasts();
  readonly overview = new Loaded(() => this.#tellNews());
  readonly connections = new Loaded(() => commands.connections());
  readonly settings = new Loaded(() => commands.settings());
  /** What a newcomer is shown on Home. */
  readonly newcomer = new Loaded(() => commands.welcome());
  readonly videos = new Loaded(() => commands.videos());
  readonly posts = new Loaded(() => commands.posts());
  /** What the maker's page says of them: one row. */
  readonly profile = new Rows<ProfileView>(
    async () => [await commands.profile()],
    (_, shown, fields) => commands.saveProfile(shown, fields),
  );
  readonly services = new Rows<ServiceView>(
    () => commands.services(),
    (id, shown, fields) => commands.saveService(id, shown, fields),
  );
  readonly links = new Rows<LinkView>(
    () => commands.links(),
    (id, shown, fields) => commands.saveLink(id, shown, fields),
  );
  /** What the maker writes again and again; read when it is first asked for. */
  readonly snippets = new Rows<SnippetView>(
    () => commands.snippets(),
    (id, _, fields) => commands.saveSnippet(id, fields),
  );
  /** Named sets of platform settings; read when they are first asked for. */
  readonly presets = new Loaded(() => commands.presets());
  /** How this desk stands with the backend. */
  readonly sync = new Loaded(() => this.#tellSync());
  /** What was edited on two devices and is not settled. */
  readonly conflicts = new Loaded(() => commands.conflicts());
  readonly uploads = new Uploads();
  /** The stills of publications. */
  readonly pictures = new Pictures(async (ids) => (await commands.stills(ids)).map((s) => [s.publication_id, s.still]));
  /** The pictures of posts, made small. */
  readonly photos = new Pictures(async (ids) => (await commands.pictureStills(ids)).map((s) => [s.image, s.still]));
  /** Everything that is published or being written, as far as it was looked through. */
  readonly library = new Library();
  /** The small pictures of its entries. */
  readonly covers = new Pictures(async (ids) => (await commands.libraryStills(ids)).map((s) => [s.id, s.still]));
  /** The rows of the queue that the maker has picked. */
  readonly selection = new Selection();

  /** The drafts on Home that the maker has picked. */
  readonly picked = new Selection();

  /** The latest progress of each upload, with the time left held steady. */
  readonly progress = new SvelteMap<string, DeliveryProgress>();
  readonly #left = new Map<string, SteadyLeft>();
  /** Why the data folder could not be opened: then every command that needs it is refused alike. */
  closed = $state.raw<AppError>();
  /** The delivery whose receipt is open. */
  receipt = $state<string | null>(null);
  /** The entry of the library that lies open, or is only previewed. */
  entry = $state.raw<{ id: string; preview: boolean } | null>(null);
  /** What lies over the whole window: the palette, or the list of shortcuts. */
  layer = $state<"palette" | "shortcuts" | null>(null);
  /** What is chosen from or put in order in a sheet of its own. */
  sheet = $state.raw<{ name: "snippets" } | { name: "presets"; draft?: string } | null>(null);
  /** What the screen that is opened was opened for, until it has done so. */
  errand = $state.raw<Errand>();
  /** How the last sign-in of each platform ended, until the next begins. */
  readonly signIns = new SvelteMap<Platform, SignInEnded>();
  /** What hangs over the window, about to be dropped. */
  hover = $state.raw<DropHover>();
  /** Files that could not be taken, until the maker has read it. */
  refused = $state.raw<AddedVideos["refused"]>([]);
  /** Does what a line of the system's menu says, by the shortcut that does the same. */
  menu: (shortcut: string) => unknown = () => undefined;
  /** What a screen reader says next. */
  said = $state("");
  /** Grows by one when a table changed, so screens with data of their own can ask anew. */
  changes = $state(0);
  /** The present, by the minute: what "today" and "in 3 hours" are measured from. */
  now = $state.raw(new Date());

  zone = $derived(this.settings.value?.time_zone ?? this.settings.value?.machine_zone ?? "UTC");
  machineZone = $derived(this.settings.value?.machine_zone ?? this.zone);
  /** Deliveries that wait for the maker, and steps of published ones that do. */
  needsYou = $derived(
    this.overview.value?.deliveries.reduce((sum, d) => sum + Number(d.group === "NEEDS_YOU") + stepsNeedingYou(d), 0) ??
      0,
  );
  signInsNeeded = $derived(this.connections.value?.filter((c) => c.connection?.status === "SIGN_IN_AGAIN").length ?? 0);

  /** Loads everything and listens; returns what ends it. */
  start(): () => void {
    const ends = [this.router.follow(), followSystemTheme(() => this.settings.value?.theme ?? "SYSTEM")];
    const clock = setInterval(() => (this.now = new Date()), 30_000);
    const ears = [
      listen("changed", ({ tables }) => this.#reload(tables)),
      listen("progress", ({ items }) => items.forEach((item) => this.#move(item))),
      listen("dropHover", (hover) => (this.hover = hover)),
      listen("dropLeave", () => (this.hover = undefined)),
      listen("videosAdded", (added) => this.welcome(added)),
      listen("picturesAdded", (added) => this.takePictures(added)),
      listen("signInEnded", (ended) => this.#endSignIn(ended)),
      listen("noticeDue", (notice) => void showNotice(notice, this.zone).catch(() => undefined)),
      listen("noticeChosen", ({ delivery }) => go(this, { name: "home" }, delivery ?? undefined)),
      listen("menuChosen", ({ shortcut }) => this.menu(shortcut)),
    ];
    // Asks the database nothing, so that it is refused only where there is none.
    commands.dataWork().catch((thrown: unknown) => (this.closed = asAppError(thrown)));
    // Listening comes first: a change between the first answer and the listener would be missed.
    void Promise.all(ears).then(() => this.#reload());
    return () => {
      clearInterval(clock);
      ends.forEach((end) => end());
      ears.forEach((ear) => void ear.then((stop) => stop()));
    };
  }

  /** Runs a command; a refusal becomes a message. Returns whether it went through. */
  async attempt(command: () => Promise<unknown>): Promise<boolean> {
    try {
      await command();
      return true;
    } catch (thrown) {
      this.toasts.show(asAppError(thrown).message, { tone: "bad" });
      return false;
    }
  }

  async addVideos(): Promise<void> {
    await this.attempt(async () => this.welcome(await commands.addVideos()));
  }

  /** Leads to what was added: one video opens its draft, several lie side by side. */
  welcome({ drafts, refused }: AddedVideos): void {
    this.hover = undefined;
    this.refused = refused;
    const [first] = drafts;
    if (!first) return;
    if (drafts.length === 1) this.router.go({ name: "draft", id: first.id });
    else
      void composeTogether(
        this,
        drafts.map(({ id }) => id),
      );
  }

  /** What became of pictures that were dropped or chosen for a post. */
  takePictures({ added, refused }: AddedPictures): void {
    this.hover = undefined;
    this.refused = refused;
    if (added > 0) this.say(t("app-pictures-added", { count: added }));
  }

  /** Whether a connection has the rights for captions and playlists: signing in again must not lose them. */
  hasExtras(platform: Platform): boolean {
    return this.connections.value?.find((c) => c.platform === platform)?.extras.some((r) => r.granted) ?? false;
  }

  say(text: string): void {
    this.said = text;
  }

  async #tellNews() {
    const before = this.overview.value?.deliveries;
    const overview = await commands.overview();
    const told = before ? news(before, overview.deliveries) : [];
    if (told.length > 0) this.say(told.join(" "));
    // An upload that rests begins its estimate anew when it goes on.
    const running = new Set(overview.deliveries.flatMap((d) => (d.state.state === "UPLOADING" ? d.id : [])));
    for (const id of this.#left.keys()) if (!running.has(id)) this.#left.delete(id);
    for (const id of this.progress.keys()) if (!running.has(id)) this.progress.delete(id);
    return overview;
  }

  async #tellSync() {
    const before = this.sync.value;
    const status = await commands.syncStatus();
    const told = before && syncNews(before, status);
    if (told) this.say(told);
    return status;
  }

  #reload(tables?: string[]): void {
    const touches = (...names: string[]) => !tables || tables.some((t) => names.includes(t));
    this.changes += 1;
    void this.overview.reload();
    if (this.newcomer.value === undefined || isOf(this.newcomer.value)) void this.newcomer.reload();
    if (touches("social_connections", "connections", "sign_ins")) void this.connections.reload();
    if (touches("sync")) {
      void this.sync.reload();
      void this.conflicts.reload();
    }
    if (touches("videos")) void this.videos.reload();
    if (touches("videos", "posts", "drafts", "deliveries", "sync")) this.library.changed();
    if (touches("makers", "sync")) void this.profile.load();
    if (touches("services", "sync")) void this.services.load();
    if (touches("social_links", "sync")) void this.links.load();
    // Nobody waits for what was never asked for.
    if (touches("snippets") && this.snippets.list) void this.snippets.load();
    if (touches("presets") && this.presets.value) void this.presets.reload();
    if (touches("posts", "drafts")) void this.posts.reload();
    if (touches("posts", "sync")) this.photos.refresh();
    if (touches("drafts", "publications", "stills")) {
      this.pictures.refresh();
      this.covers.refresh();
    }
    if (touches("settings", "upload_settings")) void this.uploads.reload();
    if (touches("settings"))
      void this.settings.reload().then(() => {
        if (!this.settings.value) return;
        applyTheme(this.settings.value.theme);
        void applyLanguage(this.settings.value.language).catch(() => undefined);
      });
  }

  #move(item: DeliveryProgress): void {
    let left = this.#left.get(item.id);
    if (!left) {
      this.#left.set(item.id, (left = new SteadyLeft()));
      // What the list said before the first of these is what the maker has read.
      left.next(this.overview.value?.deliveries.find((d) => d.id === item.id)?.left_s ?? null, 0);
    }
    this.progress.set(item.id, { ...item, left_s: left.next(item.left_s, performance.now()) });
  }

  #endSignIn(ended: SignInEnded): void {
    this.signIns.set(ended.platform, ended);
    this.say(ended.message);
    void this.connections.reload();
    if (this.router.route.name !== "connections")
      this.toasts.show(ended.message, { tone: ended.outcome === "CONNECTED" ? "good" : "plain" });
  }
}

/** Whether any of it is to be seen: who has seen all of it is asked for nothing more. */
const isOf = ({ show, checklist, sample }: WelcomeView): boolean => show || checklist !== null || sample !== null;

export const [studio, provideStudio] = createContext<Studio>();
