/** The queue, drafts and receipts, in every state. */
import { emptyWorld } from "../src/ipc/fake";
import { delivery, receipt } from "../src/ipc/samples";
import { at, there } from "./hands";
import { liveQueue } from "./live-queue";
import type { Story } from "./story";
import { crowd, deliveries, drafts, full, hurried, minutesAgo, rest, stepped, withQueue } from "./worlds";

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

export const HOME_STORIES: Record<string, Story> = {
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
};
