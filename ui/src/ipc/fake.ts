/**
 * A core that lives in memory, for tests and stories: it remembers drafts and settings, notes every call, and sends the
 * events it is told to. It decides nothing that the real core decides: lists, findings and refusals are given to it.
 */
import type {
  AccountDevice,
  ActivityCheck,
  ActivityEntryView,
  ActivityFilter,
  CalendarItem,
  CalendarTray,
  Commands,
  ConflictView,
  ConnectionView,
  CountryView,
  CreatorInfo,
  DataView,
  DoctorLine,
  DraftView,
  EntryDetailsView,
  EntryView,
  LibraryFilter,
  DeletedView,
  FieldChange,
  LinkView,
  Listen,
  NoticeSettings,
  Overview,
  PendingEdit,
  PlaylistView,
  PostDraftView,
  PostView,
  PresetView,
  ProfileView,
  Receipt,
  RowsView,
  ServiceView,
  Settings,
  Settling,
  SnippetView,
  SyncStatus,
  VersionView,
  UploadSettings,
  VideoView,
  WallTime,
  WelcomeView,
} from ".";
import { asAppError, type AddedPictures, type AddedVideos, type AppError, type Disconnected } from ".";
import {
  entryDetails,
  link,
  postDraft,
  preset,
  profile,
  receipt,
  service,
  signedIn,
  signedOut,
  snippet,
} from "./samples";

export interface World {
  overview: Overview;
  drafts: DraftView[];
  connections: ConnectionView[];
  videos: VideoView[];
  /** The library in the order it is told in. */
  library: EntryView[];
  /** What is known of its entries beyond that. */
  details: EntryDetailsView;
  posts: PostView[];
  postDrafts: PostDraftView[];
  profile: ProfileView;
  /** The picture that is chosen next; none: the dialog is closed. */
  portrait: string | null;
  services: ServiceView[];
  links: LinkView[];
  countries: CountryView[];
  /** Small pictures of posts by name. */
  photos: Record<string, string>;
  /** What becomes of pictures that are chosen next. */
  picturesAdded: Pick<AddedPictures, "added" | "refused"> & { pictures: PostDraftView["pictures"] };
  settings: Settings;
  calendar: CalendarItem[];
  tray: CalendarTray;
  uploads: UploadSettings;
  notices: NoticeSettings;
  /** Whether the program starts with the computer. */
  starts: boolean;
  /** Whether the network is metered; nothing where the system does not tell. */
  metered: boolean | null;
  playlists: PlaylistView[];
  /** Small pictures by publication. */
  stills: Record<string, string>;
  receipt: Receipt;
  doctor: DoctorLine[];
  creator: CreatorInfo;
  added: AddedVideos;
  disconnected: Disconnected | undefined;
  sync: SyncStatus;
  pending: PendingEdit[];
  conflicts: ConflictView[];
  devices: AccountDevice[];
  /** Versions of any draft, newest first, and what restoring one would do. */
  versions: VersionView[];
  changes: Record<string, FieldChange[]>;
  deleted: DeletedView[];
  data: DataView;
  /** What is found in a file of services or drafts. */
  rows: RowsView;
  snippets: SnippetView[];
  presets: PresetView[];
  /** The drafts that lie side by side. */
  together: string[];
  /** What the next times are. */
  times: WallTime[];
  /** The activity, newest first. */
  activity: ActivityEntryView[];
  chain: ActivityCheck;
  welcome: WelcomeView;
}

export const emptyWorld = (): World => ({
  overview: {
    deliveries: [],
    elsewhere: [],
    drafts: [],
    offline_since: null,
    waiting_uploads: 0,
    keyring: { state: "READY", message: "" },
  },
  drafts: [],
  connections: [],
  videos: [],
  library: [],
  details: entryDetails(),
  posts: [],
  postDrafts: [],
  profile: profile({ name: "My page" }),
  portrait: null,
  services: [],
  links: [],
  countries: [
    { code: "AX", name: "Åland Islands" },
    { code: "FR", name: "France" },
    { code: "DE", name: "Germany" },
    { code: "GH", name: "Ghana" },
    { code: "GB", name: "United Kingdom" },
    { code: "US", name: "United States" },
  ],
  photos: {},
  picturesAdded: { added: 0, refused: [], pictures: [] },
  settings: { theme: "SYSTEM", language: null, time_zone: null, week_start: null, slots: [], machine_zone: "UTC" },
  calendar: [],
  tray: { drafts: [], count: 0 },
  uploads: { files_at_once: 2, cap_bytes_s: null, hours: [], keep_awake: true, wait_on_metered: false },
  notices: { finished: true, needs_you: true, due_soon: true, sound: false, quiet: null },
  starts: false,
  metered: false,
  playlists: [],
  stills: {},
  receipt: receipt(),
  doctor: [],
  creator: {
    nickname: "Marta Oak",
    username: "martaoak",
    privacy_options: ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"],
    comment_disabled: false,
    duet_disabled: false,
    stitch_disabled: false,
    max_duration_s: 600,
  },
  added: { drafts: [], refused: [] },
  disconnected: undefined,
  sync: signedOut(),
  pending: [],
  conflicts: [],
  devices: [],
  versions: [],
  changes: {},
  deleted: [],
  data: {
    folder: "/home/marta/.local/share/app.makerstudio",
    database_bytes: 12_400_000,
    picture_bytes: 0,
    kept: [],
    restore_waits: false,
    is_empty: false,
    uploads: 0,
    has_account: false,
  },
  rows: { file: "services.csv", good: 0, already: 0, bad: 0, errors: [], titles: [], ignored: [] },
  snippets: [],
  presets: [],
  together: [],
  times: [],
  activity: [],
  chain: { entries: 0, broken: null, message: "Unbroken: every entry is as it was written, and none is missing." },
  welcome: { show: false, step: "HELLO", trade: null, checklist: null, sample: null },
});

/** Words, platform, use, outcome and what it is about, as far as tests and stories look for them. */
const isUse = (entry: ActivityEntryView, filter: ActivityFilter): boolean =>
  filter.words.every(
    ({ text, actions, outcomes }) =>
      [entry.account, entry.scope, entry.about?.title].some((part) =>
        part?.toLowerCase().includes(text.toLowerCase()),
      ) ||
      actions.includes(entry.action) ||
      outcomes.includes(entry.outcome),
  ) &&
  (filter.platform === null || filter.platform === entry.platform) &&
  (filter.action === null || filter.action === entry.action) &&
  (filter.outcome === null || (filter.outcome === "WELL") === entry.well) &&
  (filter.about === null || filter.about === entry.subject);

/** Words and kinds, as far as tests and stories look for them. */
const isMeant = ({ kind, title, places, video_type, states }: EntryView, filter: LibraryFilter): boolean =>
  title.toLowerCase().includes(filter.text.trim().toLowerCase()) &&
  (filter.kind === null || filter.kind === kind) &&
  (filter.platform === null || places.some(({ platform }) => platform === filter.platform)) &&
  (filter.video_type === null || filter.video_type === video_type) &&
  (filter.state === null || states.includes(filter.state));

type Name = keyof Commands;

/** What the core does also where the data cannot be opened. */
const WITHOUT_DATA: Name[] = [
  "chooseBackup",
  "restoreBackup",
  "restart",
  "openDataFolder",
  "openHelp",
  "registerLinks",
  "placePictures",
  "countries",
];

export class FakeCore {
  readonly world: World;
  /** Every call, oldest first. */
  readonly calls: { name: Name; args: unknown[] }[] = [];
  readonly commands: Commands;
  readonly listen: Listen;
  /** The present, as stamped on saved drafts. */
  now = "2026-11-22T14:02:00Z";
  #closed: AppError | undefined;
  #answers = new Map<Name, (...args: never[]) => unknown>();
  #ears = new Map<string, Set<(payload: never) => void>>();

  constructor(world: Partial<World> = {}) {
    this.world = { ...emptyWorld(), ...world };
    this.commands = this.#allCommands();
    this.listen = (name, heard) => {
      const ears = this.#ears.get(name) ?? new Set();
      this.#ears.set(name, ears.add(heard as (payload: never) => void));
      return Promise.resolve(() => void ears.delete(heard as (payload: never) => void));
    };
  }

  /** From now on `name` answers with what `answer` gives. */
  answer<N extends Name>(name: N, answer: (...args: Parameters<Commands[N]>) => unknown): this {
    this.#answers.set(name, answer as (...args: never[]) => unknown);
    return this;
  }

  /** From now on `name` is refused. */
  refuse(name: Name, message: string, rest: Partial<AppError> = {}): this {
    const error: AppError = { code: "INTERNAL", field: null, message, ...rest };
    return this.answer(name, () => Promise.reject(asAppError(error)));
  }

  /** The data cannot be opened: whatever needs it is refused with the same sentence. */
  close(message: string): this {
    this.#closed = asAppError({ code: "NEEDS_MAKER", field: null, message });
    return this;
  }

  /** From now on `name` never answers. */
  hang(name: Name): this {
    return this.answer(name, () => new Promise(() => undefined));
  }

  emit: (name: Parameters<Listen>[0], payload: unknown) => void = (name, payload) =>
    this.#ears.get(name)?.forEach((heard) => heard(payload as never));

  called = (name: Name): unknown[][] => this.calls.filter((c) => c.name === name).map((c) => c.args);

  #allCommands(): Commands {
    const standard = this.#standard();
    return new Proxy({} as Commands, {
      get:
        (_, name: Name) =>
        async (...args: unknown[]) => {
          this.calls.push({ name, args });
          if (this.#closed && !WITHOUT_DATA.includes(name)) throw this.#closed;
          const answer = this.#answers.get(name) ?? standard[name];
          return structuredClone(await (answer as ((...a: unknown[]) => unknown) | undefined)?.(...args)) ?? null;
        },
    });
  }

  #standard(): Partial<Record<Name, (...args: never[]) => unknown>> {
    const { world } = this;
    const draft = (id: string): DraftView => {
      const found = world.drafts.find((d) => d.id === id);
      if (found) return found;
      throw { code: "NOT_FOUND", message: "This draft was published or deleted.", field: null } satisfies AppError;
    };
    const holder = (attachment: string): DraftView => {
      const found = world.drafts.find((d) => d.attachments.some((a) => a.id === attachment));
      return found ?? draft("");
    };
    const written = (id: string): PostDraftView => {
      const found = world.postDrafts.find((d) => d.id === id);
      if (found) return found;
      throw { code: "NOT_FOUND", message: "This is no longer there.", field: null } satisfies AppError;
    };
    const changed = (id: string, part: Partial<PostDraftView>): PostDraftView => {
      const next = { ...written(id), updated_at: this.now, ...part };
      world.postDrafts = world.postDrafts.map((d) => (d.id === id ? next : d));
      return next;
    };
    const row = <T extends { id: string }>(rows: T[], id: string): T => {
      const found = rows.find((row) => row.id === id);
      if (found) return found;
      throw { code: "NOT_FOUND", message: "This is no longer there.", field: null } satisfies AppError;
    };
    const saved = <T extends ServiceView | LinkView>(rows: T[], id: string, fields: T["fields"]): T =>
      Object.assign(row(rows, id), { fields, updated_at: this.now });
    const moved = <T extends { id: string }>(rows: T[], id: string, before: string | null): T[] => {
      const others = rows.filter((other) => other.id !== id);
      const at = before === null ? others.length : others.findIndex((other) => other.id === before);
      return others.toSpliced(at, 0, row(rows, id));
    };
    let taken: EntryView[] = [];
    const gone: Record<string, ServiceView | LinkView> = {};
    let [thrown, dropped]: [SnippetView[], PresetView[]] = [[], []];
    return {
      snippets: () => world.snippets,
      newSnippet: (fields: SnippetView["fields"]) => {
        const begun = snippet(fields, { id: `new${world.snippets.length}` });
        world.snippets = [...world.snippets, begun];
        return begun;
      },
      saveSnippet: (id: string, fields: SnippetView["fields"]) =>
        Object.assign(row(world.snippets, id), { fields, updated_at: this.now }),
      moveSnippet: (id: string, before: string | null) => (world.snippets = moved(world.snippets, id, before)),
      deleteSnippet: (id: string) => {
        thrown = world.snippets;
        world.snippets = world.snippets.filter((other) => other.id !== id);
      },
      restoreSnippet: () => {
        world.snippets = thrown;
        this.emit("changed", { tables: ["snippets"] });
      },
      presets: () => world.presets,
      newPreset: (name: string, settings: PresetView["settings"]) => {
        const made = preset({ id: `new${world.presets.length}`, name, settings });
        world.presets = [...world.presets, made];
        return made;
      },
      presetOfDraft: (_draft: string, name: string) => {
        const made = preset({ id: `new${world.presets.length}`, name });
        world.presets = [...world.presets, made];
        return made;
      },
      savePreset: (id: string, name: string, settings: PresetView["settings"]) =>
        Object.assign(row(world.presets, id), { name, settings, updated_at: this.now }),
      setDefaultPreset: (id: string | null) =>
        void (world.presets = world.presets.map((each) => ({ ...each, is_default: each.id === id }))),
      deletePreset: (id: string) => {
        dropped = world.presets;
        world.presets = world.presets.filter((other) => other.id !== id);
      },
      restorePreset: () => {
        world.presets = dropped;
        this.emit("changed", { tables: ["presets"] });
      },
      composeTogether: (ids: string[]) => void (world.together = ids),
      together: () => world.together.flatMap((id) => world.drafts.find((d) => d.id === id) ?? []),
      stagger: (ids: string[]) => world.times.slice(0, ids.length),
      // What a preset does to a draft is the core's rule: here only the privacy, as far as tests look.
      applySettings: (settings: PresetView["settings"], ids: string[]) =>
        ids.map((id) => {
          const view = draft(id);
          const privacy = settings.youtube.privacy ?? view.fields.youtube.privacy;
          return Object.assign(view, {
            fields: { ...view.fields, youtube: { ...view.fields.youtube, privacy } },
            updated_at: this.now,
          });
        }),
      activity: (filter: ActivityFilter, before: number | null, limit: number) => {
        const all = world.activity.filter((entry) => isUse(entry, filter));
        const older = all.filter(({ n }) => before === null || n < before);
        const entries = older.slice(0, limit);
        return {
          entries,
          next: older.length > limit ? entries.at(-1)?.n : null,
          total: before === null ? all.length : null,
        };
      },
      checkActivity: () => world.chain,
      exportActivity: (filter: ActivityFilter) => world.activity.filter((entry) => isUse(entry, filter)).length,
      welcome: () => world.welcome,
      changeWelcome: (
        change: Partial<{ step: WelcomeView["step"]; done: boolean; dismiss_list: boolean; trade: string }>,
      ) => {
        const { step, done, dismiss_list, trade } = change;
        world.welcome = {
          ...world.welcome,
          ...(step && { step }),
          ...(trade && { trade }),
          ...(done && { show: false }),
          ...(dismiss_list && { checklist: null }),
        };
        return world.welcome;
      },
      profile: () => world.profile,
      chooseProfilePicture: () => {
        const picture = world.portrait ?? world.profile.fields.picture;
        return Object.assign(world.profile, { fields: { ...world.profile.fields, picture }, updated_at: this.now });
      },
      saveProfile: (_shown: ProfileView["fields"], fields: ProfileView["fields"]) =>
        Object.assign(world.profile, { fields, updated_at: this.now }),
      countries: () => world.countries,
      services: () => world.services,
      newService: () => {
        const begun = service(
          { title: "", description: null, price: 0, kind: "ARTISAN", hidden: true },
          { id: `new${world.services.length}`, missing: "Give it a title, so that people know what it is." },
        );
        world.services = [...world.services, begun];
        return begun;
      },
      saveService: (id: string, _shown: unknown, fields: ServiceView["fields"]) => saved(world.services, id, fields),
      duplicateService: (id: string) => {
        const { fields } = row(world.services, id);
        const copy = service({ ...fields, title: `${fields.title} (copy)`, hidden: true }, { id: `${id}copy` });
        world.services = world.services.flatMap((other) => (other.id === id ? [other, copy] : other));
        return copy;
      },
      moveService: (id: string, before: string | null) => (world.services = moved(world.services, id, before)),
      deleteService: (id: string) => {
        gone[id] = row(world.services, id);
        world.services = world.services.filter((other) => other.id !== id);
      },
      restoreService: (id: string) => {
        world.services = [...world.services, gone[id] as ServiceView];
        this.emit("changed", { tables: ["services"] });
      },
      leaveService: (id: string) =>
        void (world.services = world.services.filter((other) => other.id !== id || other.fields.title !== "")),
      links: () => world.links,
      addLink: (url: string) => {
        const added = link({ platform: "Instagram", url }, { id: `new${world.links.length}` });
        world.links = [...world.links, added];
        return added;
      },
      saveLink: (id: string, _shown: unknown, fields: LinkView["fields"]) => saved(world.links, id, fields),
      moveLink: (id: string, before: string | null) => (world.links = moved(world.links, id, before)),
      deleteLink: (id: string) => {
        gone[id] = row(world.links, id);
        world.links = world.links.filter((other) => other.id !== id);
      },
      restoreLink: (id: string) => {
        world.links = [...world.links, gone[id] as LinkView];
        this.emit("changed", { tables: ["social_links"] });
      },
      posts: () => ({ posts: world.posts, drafts: world.postDrafts }),
      postDraft: written,
      newPost: () => {
        const begun = postDraft({ id: `new${world.postDrafts.length}`, text: "" });
        world.postDrafts = [begun, ...world.postDrafts];
        return begun;
      },
      editPost: (id: string) => {
        const { text = "", pictures = [] } = world.posts.find((p) => p.id === id) ?? {};
        world.postDrafts = [postDraft({ id, text, pictures, published: true }), ...world.postDrafts];
        return written(id);
      },
      savePost: (id: string, _shown: string, text: string) => changed(id, { text }),
      addPictures: (id: string) => {
        const { pictures, ...rest } = world.picturesAdded;
        return { ...rest, draft: changed(id, { pictures: [...written(id).pictures, ...pictures] }) };
      },
      pastePicture: (id: string) =>
        changed(id, { pictures: [...written(id).pictures, ...world.picturesAdded.pictures] }),
      movePicture: (id: string, which: string, before: string | null) => {
        const { pictures } = written(id);
        const moved = pictures.filter((p) => p.id === which);
        const others = pictures.filter((p) => p.id !== which);
        const at = before === null ? others.length : others.findIndex((p) => p.id === before);
        return changed(id, { pictures: others.toSpliced(at, 0, ...moved) });
      },
      describePicture: (id: string, which: string, _shown: string, alt: string) =>
        changed(id, { pictures: written(id).pictures.map((p) => (p.id === which ? { ...p, alt } : p)) }),
      removePicture: (id: string, which: string) =>
        changed(id, { pictures: written(id).pictures.filter((p) => p.id !== which) }),
      restorePicture: written,
      publishPost: (id: string) => {
        world.postDrafts = world.postDrafts.filter((d) => d.id !== id);
        return world.posts[0];
      },
      deletePost: (id: string) => void (world.posts = world.posts.filter((p) => p.id !== id)),
      deletePostDraft: (id: string) => void (world.postDrafts = world.postDrafts.filter((d) => d.id !== id)),
      pictureStills: (names: string[]) => names.map((image) => ({ image, still: world.photos[image] ?? null })),
      overview: () => world.overview,
      videos: () => world.videos,
      library: (filter: LibraryFilter, _order: string, after: { n: number } | null, limit: number) => {
        const fitting = world.library.filter((entry) => isMeant(entry, { ...filter, kind: null }));
        const all = fitting.filter((entry) => isMeant(entry, filter));
        const begin = after?.n ?? 0;
        const of = (kind: EntryView["kind"]) => fitting.filter((entry) => entry.kind === kind).length;
        return {
          entries: all.slice(begin, begin + limit),
          next: begin + limit < all.length ? { value: "", n: begin + limit } : null,
          counts: after ? null : { videos: of("VIDEO"), posts: of("POST"), drafts: of("DRAFT") },
        };
      },
      libraryIds: (filter: LibraryFilter) => world.library.filter((e) => isMeant(e, filter)).map((e) => e.id),
      libraryStills: (ids: string[]) => ids.map((id) => ({ id, still: world.stills[id] ?? null })),
      libraryEntry: (id: string) => ({ ...world.details, entry: row(world.library, id) }),
      useAgain: (id: string) =>
        row(world.library, id).kind === "POST"
          ? { draft_id: null, post_id: world.postDrafts[0]?.id ?? "w1", warning: null }
          : { draft_id: world.drafts[0]?.id ?? "d1", post_id: null, warning: null },
      copyLinks: (ids: string[]) =>
        world.library.filter((e) => ids.includes(e.id)).reduce((sum, e) => sum + e.places.length, 0),
      removeEntries: (ids: string[]) => {
        taken = world.library;
        world.library = world.library.filter((e) => !ids.includes(e.id));
        this.emit("changed", { tables: ["videos"] });
        return ids;
      },
      restoreEntries: (ids: string[]) => {
        world.library = taken;
        this.emit("changed", { tables: ["videos"] });
        return ids.length;
      },
      calendar: (from: string, to: string) => world.calendar.filter(({ at }) => from <= at && at < to),
      calendarTray: () => world.tray,
      nextSlot: () => null,
      connections: () => world.connections,
      settings: () => world.settings,
      doctor: () => world.doctor,
      creatorInfo: () => world.creator,
      addVideos: () => world.added,
      draft,
      locateFile: draft,
      saveDraft: (id: string, _shown: DraftView["fields"], fields: DraftView["fields"]) =>
        Object.assign(draft(id), { fields, updated_at: this.now }),
      saveSettings: (settings: Settings) => Object.assign(world.settings, settings),
      disconnect: () => world.disconnected,
      stills: (ids: string[]) => ids.map((id) => ({ publication_id: id, still: world.stills[id] ?? null })),
      receipt: (id: string) => ({ ...world.receipt, delivery: id }),
      saveReceipt: () => true,
      playlists: () => world.playlists,
      uploadSettings: () => world.uploads,
      saveUploadSettings: (settings: UploadSettings) => Object.assign(world.uploads, settings),
      noticeSettings: () => world.notices,
      saveNoticeSettings: (settings: NoticeSettings) => Object.assign(world.notices, settings),
      metered: () => world.metered,
      startsByItself: () => world.starts,
      startByItself: (on: boolean) => (world.starts = on),
      pauseAll: () => world.overview.deliveries.filter((d) => d.actions.includes("PAUSE")).length,
      resumeAll: () => world.overview.deliveries.filter((d) => d.actions.includes("RESUME")).length,
      addThumbnail: draft,
      addCaptions: draft,
      describeCaptions: (id: string, language: string, name: string) => {
        const view = holder(id);
        view.attachments = view.attachments.map((a) => (a.id === id ? { ...a, language, name } : a));
        return view;
      },
      removeAttachment: (id: string) => {
        const view = holder(id);
        view.attachments = view.attachments.filter((a) => a.id !== id);
        return view;
      },
      publish: () => [],
      syncStatus: () => world.sync,
      syncNow: () => world.sync,
      openPage: () => null,
      copyPageLink: () => null,
      pendingEdits: () => world.pending,
      discardRefused: (id: string) => void (world.pending = world.pending.filter((e) => e.id !== id)),
      conflicts: () => world.conflicts,
      resolveConflict: (_table: string, _row: string, version: string, _seen: string, how: Settling) => {
        world.conflicts = world.conflicts.flatMap((c) => {
          const kept = c.kept.filter((k) => k.version !== version);
          return kept.length > 0 ? { ...c, kept } : [];
        });
        return how === "KEEP_BOTH" ? "second" : null;
      },
      accountSignIn: ({ email }: { email: string }) => (world.sync = signedIn({ account: email })),
      accountSignUp: ({ email }: { email: string }) => (world.sync = signedIn({ account: email })),
      accountSignOut: () => (world.sync = signedOut({ account: world.sync.account, backend: world.sync.backend })),
      versions: (_id: string, after: string | null) => {
        const from = after === null ? 0 : world.versions.findIndex((v) => v.id === after) + 1;
        return { versions: world.versions.slice(from, from + 50), more: world.versions.length > from + 50 };
      },
      compareVersion: (_id: string, version: string) => world.changes[version] ?? [],
      undoStep: () => null,
      redoStep: () => null,
      lastPlace: () => null,
      deleted: () => world.deleted,
      restoreDeleted: (kind: string, id: string) =>
        void (world.deleted = world.deleted.filter((thing) => thing.kind !== kind || thing.id !== id)),
      data: () => world.data,
      dataWork: () => null,
      chooseRows: () => world.rows,
      takeRows: () => ({ added: world.rows.good, already: world.rows.already, bad: world.rows.bad }),
      accountDevices: () => world.devices,
      revokeDevice: (id: string) => void (world.devices = world.devices.filter((d) => d.id !== id)),
    };
  }
}
