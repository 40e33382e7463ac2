/** Every screen in the states it was designed for: loading, empty, error, offline and full. */
import { emptyWorld } from "../src/ipc/fake";
import { attachment, connection, delivery, fields, file, receipt } from "../src/ipc/samples";
import { CHAIR, WORKSHOP } from "./pictures";
import Design from "./design/Design.svelte";
import { liveQueue } from "./live-queue";
import { ACTIVITY_STORIES } from "./activity-stories";
import { CALENDAR_STORIES } from "./calendar-stories";
import { COMPOSE_STORIES } from "./compose-stories";
import type { Story } from "./story";
import { LIBRARY_STORIES } from "./library-stories";
import { CROWD_STORIES } from "./crowd-stories";
import { DATA_STORIES } from "./data-stories";
import { ONBOARDING_STORIES } from "./onboarding-stories";
import { PAGE_STORIES } from "./page-stories";
import { PALETTE_STORIES } from "./palette-stories";
import { POST_STORIES } from "./post-stories";
import { SYNC_STORIES } from "./sync-stories";
import { VERSION_STORIES } from "./version-stories";
import {
  answered,
  attachments,
  composer,
  crowd,
  deliveries,
  drafts,
  error,
  full,
  hurried,
  minutesAgo,
  PLAYLISTS,
  rest,
  stepped,
  unanswered,
  withoutExtras,
  withQueue,
} from "./worlds";

const there = (testid: string) => () => document.querySelector(`[data-testid=${testid}]`) !== null;
const press = (element: Element | null | undefined) =>
  element?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 }));
const click = (id: string, keys: MouseEventInit = {}) =>
  document.querySelector(`[data-delivery=${id}]`)?.dispatchEvent(new MouseEvent("click", { bubbles: true, ...keys }));
/** Opens the receipt of a published row, as its menu does. */
const openReceipt = () => {
  press(document.querySelector("[data-delivery=f1] [data-testid=delivery-menu]"));
  // The menu takes its time where much goes on.
  const choose = (): unknown => {
    const act = at("act-receipt");
    return act ? act.click() : setTimeout(choose, 60);
  };
  choose();
};
const sentVideo = () => withQueue(deliveries().filter((d) => d.id === "f1"));

const at = (testid: string) => document.querySelector<HTMLElement>(`[data-testid=${testid}]`);

export const STORIES: Record<string, Story> = {
  ...LIBRARY_STORIES,
  ...CROWD_STORIES,
  ...ACTIVITY_STORIES,
  ...CALENDAR_STORIES,
  ...COMPOSE_STORIES,
  ...ONBOARDING_STORIES,
  ...PAGE_STORIES,
  ...PALETTE_STORIES,
  ...POST_STORIES,
  ...VERSION_STORIES,
  ...DATA_STORIES,
  ...SYNC_STORIES,
  "design-full": { hash: "#/", page: Design },
  "home-full": { hash: "#/", world: full },
  "home-elsewhere": {
    hash: "#/",
    world: () => ({ ...full(), overview: { ...full().overview!, deliveries: deliveries().slice(-1) } }),
  },
  "home-empty": { hash: "#/" },
  "home-loading": { hash: "#/", prepare: (core) => core.hang("overview") },
  "home-error": {
    hash: "#/",
    prepare: (core) => core.refuse("overview", "The database is in use by another program. Close it, then try again."),
  },
  "home-offline": {
    hash: "#/",
    world: () => ({
      ...full(),
      overview: {
        ...emptyWorld().overview,
        deliveries: [
          ...deliveries().filter((d) => ["a1", "w1"].includes(d.id)),
          delivery({
            id: "o1",
            title: "Sharpening, start to finish",
            publication_id: "workshop",
            state: { state: "WAITING", why: "NETWORK", until: null },
            group: "WAITING",
            actions: ["PAUSE", "CANCEL"],
            ...rest,
          }),
        ].map((d) =>
          d.id === "a1"
            ? { ...d, ...rest, state: { state: "WAITING", why: "NETWORK", until: null }, group: "WAITING" }
            : d,
        ),
        drafts: drafts(),
        offline_since: minutesAgo(25),
        waiting_uploads: 3,
        keyring: { state: "READY", message: "" },
      },
    }),
  },
  "home-keyring": {
    hash: "#/",
    world: () => ({
      ...full(),
      overview: {
        ...emptyWorld().overview,
        drafts: drafts(),
        keyring: {
          state: "UNAVAILABLE",
          message:
            "Your system has no password store running, so we cannot stay signed in. Start GNOME Keyring or KWallet, then check again.",
        },
      },
    }),
  },
  "home-menu": {
    hash: "#/",
    world: full,
    then: () => press(document.querySelectorAll("[data-testid=delivery-menu]")[1]),
  },
  "home-deadline": { hash: "#/", world: () => withQueue(hurried()) },
  "home-steps": {
    hash: "#/",
    world: () => withQueue(stepped()),
    then: () => document.querySelector<HTMLElement>("[data-testid=step] summary")?.click(),
  },
  "home-selected": {
    hash: "#/",
    world: full,
    prepare: liveQueue,
    then: () => {
      // As far as rows are laid out, which large text leaves fewer of.
      const rows = [...document.querySelectorAll<HTMLElement>("[data-testid=delivery-row]")];
      click(rows[0]?.dataset.delivery ?? "", { ctrlKey: true });
      click(rows[Math.min(4, rows.length - 1)]?.dataset.delivery ?? "", { shiftKey: true });
    },
    until: there("bulk-bar"),
  },
  "home-1000": { hash: "#/", world: () => withQueue(crowd(1_000)), prepare: liveQueue },
  "home-2000": { hash: "#/", world: () => withQueue(crowd(2_000)), prepare: liveQueue },
  "home-speed": {
    hash: "#/",
    world: () => ({ ...full(), uploads: { ...emptyWorld().uploads, cap_bytes_s: 2_500_000 } }),
    then: () => at("speed-limit")?.click(),
    until: there("speed-panel"),
  },
  "receipt-full": { hash: "#/", world: sentVideo, then: openReceipt, until: there("fingerprint") },
  "receipt-early": {
    hash: "#/",
    world: () => ({
      ...sentVideo(),
      receipt: receipt({
        state: { state: "PAUSED" },
        account: null,
        source: { ...receipt().source, blake3: null },
        hosts: [{ host: "www.googleapis.com", requests: 3, sent_bytes: 1_300_000_000 }],
        times: { queued_at: minutesAgo(40), first_byte_at: minutesAgo(39), received_at: null, published_at: null },
        upload: { sessions: 2, resumed: 3, interrupted: 1 },
        steps: [],
      }),
    }),
    then: openReceipt,
    until: there("receipt-how"),
  },
  "receipt-loading": {
    hash: "#/",
    world: sentVideo,
    prepare: (core) => core.hang("receipt"),
    then: openReceipt,
    until: there("receipt"),
  },
  "receipt-error": {
    hash: "#/",
    world: sentVideo,
    prepare: (core) => core.refuse("receipt", "The database is in use by another program. Close it, then try again."),
    then: openReceipt,
    until: there("receipt-error"),
  },
  "home-drop": {
    hash: "#/",
    world: full,
    then: (core) => core.emit("dropHover", { videos: 3, pictures: 0, others: 2 }),
  },
  "home-refused": {
    hash: "#/",
    world: full,
    then: (core) =>
      core.emit("videosAdded", {
        drafts: [],
        refused: [
          {
            name: "holiday.avi",
            message: "This is an AVI, which no platform takes from us. Export it as MP4 and drop it here.",
          },
        ],
      }),
  },
  // The cards without a picture get one from their previews, by the browser's own decoder.
  "home-stills": {
    hash: "#/",
    world: () => ({
      ...full(),
      overview: {
        ...emptyWorld().overview,
        drafts: drafts().map((d) => ({
          ...d,
          still: null,
          preview_url: d.id === "d2" ? "/none.webm" : "/preview.webm",
        })),
      },
    }),
    prepare: (core) =>
      core.answer("setStill", (id, jpeg) => {
        const { overview } = core.world;
        overview.drafts = overview.drafts.map((d) =>
          d.id === id ? { ...d, still: `data:image/jpeg;base64,${jpeg}` } : d,
        );
        core.emit("changed", { tables: ["drafts"] });
      }),
    // Of large text fewer cards are in view, and only those are drawn.
    until: () => {
      const drawable = [...document.querySelectorAll("[data-item]:not([data-item=d2]) [data-testid=draft-row]")];
      return drawable.length > 0 && drawable.every((card) => card.querySelector("img"));
    },
  },
  "home-undo": { hash: "#/", world: full, then: () => at("draft-delete")?.click() },
  "connections-full": { hash: "#/connections", world: full },
  "connections-empty": {
    hash: "#/connections",
    world: () => ({ connections: [connection("YOUTUBE", null), connection("TIKTOK", null, { set_up: false })] }),
  },
  "connections-none": { hash: "#/connections" },
  "connections-loading": { hash: "#/connections", prepare: (core) => core.hang("connections") },
  "connections-error": {
    hash: "#/connections",
    prepare: (core) =>
      core.refuse("connections", "The database is in use by another program. Close it, then try again."),
  },
  "connections-offline": {
    hash: "#/connections",
    world: () => ({ ...full(), overview: { ...emptyWorld().overview, offline_since: minutesAgo(25) } }),
  },
  "connections-waiting": {
    hash: "#/connections",
    world: () => ({
      connections: [
        connection("YOUTUBE", null, {
          sign_in: {
            id: "s1",
            platform: "YOUTUBE",
            authorize_url: "https://accounts.example/o/oauth2",
            expires_at: new Date(Date.now() + 540_000).toISOString(),
          },
        }),
        connection("TIKTOK", { rights: connection("TIKTOK").asks.map((r, i) => ({ ...r, granted: i !== 1 })) }),
      ],
    }),
  },
  "connections-outcomes": {
    hash: "#/connections",
    world: () => ({ connections: [connection("YOUTUBE", null), connection("TIKTOK", null)] }),
    then: (core) => {
      core.emit("signInEnded", {
        id: "s1",
        platform: "YOUTUBE",
        outcome: "REFUSED",
        message: "You did not allow it on Google’s page. Nothing was connected; you can try again.",
      });
      core.emit("signInEnded", {
        id: "s2",
        platform: "TIKTOK",
        outcome: "TIMED_OUT",
        message: "Nobody answered in the browser for 10 minutes. Connect again when you are ready.",
      });
    },
  },
  "connections-extras": { hash: "#/connections", world: () => ({ connections: withoutExtras() }) },
  "connections-disconnected": {
    hash: "#/connections",
    world: () => ({
      connections: [connection("YOUTUBE"), connection("TIKTOK")],
      disconnected: {
        platform: "YOUTUBE",
        stopped: 2,
        revoked: false,
        message: "2 uploads stopped. Google could not be reached to take the rights back; you can do it on its page.",
        link: "GOOGLE_CONNECTIONS",
      },
    }),
    then: () => at("disconnect-youtube")?.click(),
  },
  "connections-ask": { hash: "#/connections", world: full, then: () => at("disconnect-youtube")?.click() },
  "settings-full": { hash: "#/settings", world: full },
  "settings-uploads": {
    hash: "#/settings",
    world: () => ({
      ...full(),
      uploads: {
        files_at_once: 4,
        cap_bytes_s: 6_000_000,
        hours: [
          { from_minute: 540, to_minute: 1_080, cap_bytes_s: 2_000_000 },
          { from_minute: 1_320, to_minute: 360, cap_bytes_s: 40_000_000 },
        ],
        keep_awake: false,
        wait_on_metered: true,
      },
    }),
    then: () => at("uploads-settings")?.scrollIntoView(),
  },
  "settings-notifications": {
    hash: "#/settings",
    world: () => ({
      ...full(),
      notices: {
        finished: true,
        needs_you: true,
        due_soon: false,
        sound: false,
        quiet: { from_minute: 1_320, to_minute: 420 },
      },
    }),
    then: () => at("notifications-settings")?.scrollIntoView(),
  },
  "settings-uploads-refused": {
    hash: "#/settings",
    world: () => ({ ...full(), uploads: { ...emptyWorld().uploads, cap_bytes_s: 6_000_000 } }),
    then: () => {
      const field = at("cap-field") as HTMLInputElement | null;
      if (field) field.value = "fast";
      field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
      at("uploads-settings")?.scrollIntoView();
    },
    until: there("cap-error"),
  },
  "settings-uploads-error": {
    hash: "#/settings",
    world: full,
    prepare: (core) =>
      core.refuse("uploadSettings", "The database is in use by another program. Close it, then try again."),
  },
  "settings-loading": { hash: "#/settings", prepare: (core) => core.hang("settings") },
  "settings-error": {
    hash: "#/settings",
    prepare: (core) => core.refuse("settings", "The database is in use by another program. Close it, then try again."),
  },
  "composer-start": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({ title: "", description: "", tags: [] }),
        file: file({ still: CHAIR }),
        findings: [error("TITLE", "YOUTUBE", "YouTube needs a title."), ...unanswered()],
      }),
  },
  "composer-full": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({ targets: ["YOUTUBE", "TIKTOK"] }),
        file: file({ still: CHAIR, preview_url: "/preview.webm" }),
        findings: [...unanswered(), error("PRIVACY", "TIKTOK", "Choose who may watch on TikTok.")],
      }),
  },
  "composer-ready": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({ youtube: answered }),
        file: file({
          still: WORKSHOP,
          facts: { ...file().facts, width: 3840, height: 2160, duration_s: 1_300, fps: 23.976, codec: "H.265" },
        }),
        predicted_type: "LONG",
      }),
  },
  "composer-over": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({
          title:
            "How I oil an oak chair with three thin coats of hard-wax oil, and why I never wipe it dry before the second coat",
          targets: ["YOUTUBE", "TIKTOK"],
          tags: ["oak", "chair", "hand tools", "hard-wax oil", "woodwork", "finishing"],
          youtube: { ...answered, description: "Tools and oils that I use are listed on my page. ".repeat(95) },
        }),
        file: file({ still: CHAIR, facts: { ...file().facts, fps: 120 } }),
        findings: [
          error("FILE", "TIKTOK", "TikTok: 120 fps, 60 at most. Export it with 60 or fewer."),
          {
            level: "WARNING",
            platform: "YOUTUBE",
            field: "FILE",
            message: "Longer than 15 minutes: YouTube takes it only from channels with a confirmed phone number.",
          },
        ],
      }),
  },
  "composer-tiktok": {
    hash: "#/draft/d1",
    world: () => ({
      ...composer({
        fields: fields({
          targets: ["TIKTOK"],
          tiktok: {
            ...fields().tiktok,
            commercial: true,
            branded_content: true,
            your_brand: true,
            ai_generated: false,
          },
        }),
        file: file({ still: CHAIR }),
        findings: [error("PRIVACY", "TIKTOK", "Choose who may watch on TikTok.")],
      }),
      creator: { ...emptyWorld().creator, duet_disabled: true },
    }),
  },
  "composer-tiktok-refused": {
    hash: "#/draft/d1",
    world: () => composer({ fields: fields({ targets: ["TIKTOK"] }), file: file({ still: CHAIR }) }),
    prepare: (core) =>
      core.refuse(
        "creatorInfo",
        "TikTok takes no more posts from this account today. Try again tomorrow, or post in the TikTok app.",
        { code: "TRY_LATER" },
      ),
  },
  "composer-pressed": {
    hash: "#/draft/d1",
    world: () => composer({ file: file({ still: CHAIR }), findings: unanswered() }),
    then: () => at("publish")?.click(),
  },
  "composer-moved": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        file: file({
          trouble:
            "The video is no longer where it was on this computer. Show where it is now: everything else is kept.",
        }),
        findings: [error("FILE", null, "The video is no longer where it was on this computer.")],
      }),
  },
  "composer-loading": { hash: "#/draft/d1", prepare: (core) => core.hang("draft") },
  "composer-error": {
    hash: "#/draft/d1",
    prepare: (core) => core.refuse("draft", "The database is in use by another program. Close it, then try again."),
  },
  "composer-gone": { hash: "#/draft/none" },
  "composer-offline": {
    hash: "#/draft/d1",
    world: () => ({
      ...composer({ fields: fields({ youtube: answered }), file: file({ still: CHAIR }) }),
      overview: { ...emptyWorld().overview, offline_since: minutesAgo(3), waiting_uploads: 1 },
    }),
  },
  "composer-attachments": {
    hash: "#/draft/d1",
    world: () => ({
      ...composer({
        fields: fields({ youtube: { ...answered, playlist: { is: "EXISTING", ...PLAYLISTS[0] } } }),
        file: file({ still: CHAIR }),
        attachments: attachments(),
      }),
      playlists: [...PLAYLISTS],
    }),
    then: () => at("thumbnail")?.scrollIntoView(),
  },
  "composer-attachments-trouble": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({ youtube: { ...answered, playlist: { is: "NEW", title: "", privacy: "private" } } }),
        file: file({ still: CHAIR }),
        attachments: [
          attachment({ trouble: "This picture is no longer where it was. Put it back, or choose another." }),
          attachment({ id: "t2", kind: "CAPTIONS", file_name: "captions.srt" }),
        ],
      }),
    prepare: (core) => core.refuse("playlists", "YouTube cannot be reached. What you chose is kept."),
    then: () => {
      for (const id of ["caption-language", "playlist-title"]) {
        at(id)?.focus();
        at(id)?.blur();
      }
      at("thumbnail")?.scrollIntoView();
    },
  },
  "composer-playlists-loading": {
    hash: "#/draft/d1",
    world: () => composer({ fields: fields({ youtube: answered }), file: file({ still: CHAIR }) }),
    prepare: (core) => core.hang("playlists"),
    then: () => at("thumbnail")?.scrollIntoView(),
  },
  "composer-playlists-empty": {
    hash: "#/draft/d1",
    world: () => composer({ fields: fields({ youtube: answered }), file: file({ still: CHAIR }) }),
    then: () => at("thumbnail")?.scrollIntoView(),
  },
  "composer-extras": {
    hash: "#/draft/d1",
    world: () => ({
      ...composer({ fields: fields({ youtube: answered }), file: file({ still: CHAIR }) }),
      connections: withoutExtras(),
    }),
    then: () => at("thumbnail")?.scrollIntoView(),
  },
  "composer-cover": {
    hash: "#/draft/d1",
    world: () =>
      composer({
        fields: fields({ targets: ["TIKTOK"], tiktok: { ...fields().tiktok, cover_at_ms: 1_300 } }),
        file: file({ still: CHAIR, preview_url: "/preview.webm", facts: { ...file().facts, duration_s: 3 } }),
      }),
    then: () => at("cover")?.scrollIntoView({ block: "center" }),
  },
  "composer-cover-blind": {
    hash: "#/draft/d1",
    world: () => composer({ fields: fields({ targets: ["TIKTOK"] }), file: file({ still: CHAIR }) }),
    then: () => at("cover")?.scrollIntoView({ block: "center" }),
  },
};
