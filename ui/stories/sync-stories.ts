/** The account, how sync stands, and what was edited on two devices. */
import { conflict, device, fields, file, pendingEdit, signedIn, signedOut, summary } from "../src/ipc/samples";
import { emptyWorld } from "../src/ipc/fake";
import { CHAIR } from "./pictures";
import { at, there } from "./hands";
import type { Story } from "./story";
import { answered, composer, drafts, error, full, minutesAgo } from "./worlds";

const devices = () => [
  device({ last_seen_at: minutesAgo(1) }),
  device({ id: "dev2", name: "Marta’s laptop", platform: "macos", last_seen_at: minutesAgo(95), this: false }),
  device({
    id: "dev3",
    name: "The old computer behind the band saw, which nobody has switched on since spring",
    platform: "windows",
    last_seen_at: "2026-04-02T08:10:00Z",
    this: false,
  }),
];

const pending = () => [
  pendingEdit({ id: "e1", row: "d2", at: minutesAgo(4) }),
  pendingEdit({
    id: "e2",
    table: "services",
    fields: ["price", "title"],
    at: minutesAgo(12),
    why: "The backend is busy.",
  }),
  pendingEdit({
    id: "e3",
    table: "posts",
    fields: ["content"],
    at: minutesAgo(120),
    refused: true,
    why: "A text has at most 256 KB. Shorten it: the edit then goes up as a new one.",
  }),
];

const inStep = () => signedIn({ last_contact: minutesAgo(1) });
const away = () =>
  signedIn({
    state: "OFFLINE",
    message: "Offline. 3 edits not yet backed up.",
    waiting: 3,
    refused: 1,
    offline_since: minutesAgo(25),
    last_contact: minutesAgo(25),
  });

const conflicts = () => [
  conflict({
    kept: [
      {
        version: "k1",
        value: "Two thin coats of hard-wax oil, a whole day between each. Links to the tools are below.",
        device: "Marta’s laptop",
        at: minutesAgo(64),
      },
    ],
  }),
  conflict({
    field: "youtube_privacy",
    shown: "public",
    kept: [{ version: "k2", value: "private", device: "Marta’s laptop", at: minutesAgo(65) }],
  }),
  conflict({
    table: "services",
    row: "s1",
    title: "A chair oiled at your place",
    field: "price",
    shown: "120",
    kept: [{ version: "k3", value: "95", device: "Phone", at: minutesAgo(300) }],
    can_be_two: false,
  }),
];

const twice = () => ({
  ...composer({ fields: fields({ youtube: answered }), file: file({ still: CHAIR }) }),
  sync: signedIn({ conflicts: 2 }),
  conflicts: conflicts().slice(0, 2),
});

/** Types nothing and presses the button. */
const send = () => at("account-send")?.click();

export const SYNC_STORIES: Record<string, Story> = {
  "sync-full": {
    hash: "#/sync",
    world: () => ({
      ...full(),
      sync: signedIn({
        state: "WAITING",
        message: "2 edits not yet backed up.",
        waiting: 2,
        refused: 1,
        conflicts: 3,
        last_contact: minutesAgo(1),
      }),
      pending: pending(),
      conflicts: conflicts(),
      devices: devices(),
    }),
    until: there("device"),
  },
  "sync-in-step": {
    hash: "#/sync",
    world: () => ({ ...full(), sync: inStep(), devices: devices() }),
    until: there("device"),
  },
  "sync-foot": {
    hash: "#/sync",
    world: () => ({ ...full(), sync: inStep(), pending: pending(), devices: devices() }),
    then: () => at("sign-out")?.scrollIntoView(),
    until: there("device"),
  },
  "sync-signed-out": { hash: "#/sync" },
  "sync-signed-out-again": {
    hash: "#/sync",
    world: () => ({
      sync: signedOut({
        message: "Signed out. 2 edits will be backed up after the next sign-in.",
        account: "marta@bench.example",
        backend: "https://studio.example.com/",
        waiting: 2,
      }),
      pending: pending().slice(0, 2),
    }),
  },
  "sync-new-account": {
    hash: "#/sync",
    then: () => {
      at("mode-new")?.click();
      setTimeout(send, 20);
    },
    until: () => document.querySelectorAll("[aria-invalid=true]").length === 3,
  },
  "sync-another-backend": {
    hash: "#/sync",
    then: () => at("other-backend")?.click(),
    until: there("account-backend"),
  },
  "sync-sign-in-refused": {
    hash: "#/sync",
    world: () => ({ sync: signedOut({ account: "marta@bench.example", backend: "https://studio.example.com/" }) }),
    prepare: (core) =>
      core.refuse("accountSignIn", "Address and password do not go together. Check both, then try again.", {
        code: "BAD_INPUT",
      }),
    then: () => {
      const field = at("account-password") as HTMLInputElement | null;
      if (field) field.value = "three coats of oil";
      field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
      setTimeout(send, 20);
    },
    until: there("account-refused"),
  },
  "sync-sign-in-again": {
    hash: "#/sync",
    world: () => ({
      ...full(),
      sync: signedIn({
        state: "SIGN_IN_AGAIN",
        message: "The backend no longer accepts this sign-in. Sign in again: 2 edits waiting here.",
        waiting: 2,
      }),
      pending: pending().slice(0, 2),
    }),
  },
  "sync-update-needed": {
    hash: "#/sync",
    world: () => ({
      ...full(),
      sync: signedIn({
        state: "UPGRADE_REQUIRED",
        message: "The backend needs a newer Maker Studio. Update the app: 2 edits waiting here.",
        waiting: 2,
      }),
      pending: pending().slice(0, 2),
      devices: devices(),
    }),
  },
  "sync-not-backed-up": {
    hash: "#/sync",
    world: () => ({
      ...full(),
      sync: signedIn({
        state: "REFUSED",
        message: "The workspace is full: 2 edits not backed up. Delete something you no longer need.",
        waiting: 2,
      }),
      pending: pending().slice(0, 2),
      devices: devices(),
    }),
  },
  "sync-offline": {
    hash: "#/sync",
    world: () => ({
      ...full(),
      overview: { ...emptyWorld().overview, drafts: drafts(), offline_since: minutesAgo(25), waiting_uploads: 1 },
      sync: away(),
      pending: pending(),
    }),
    prepare: (core) => core.refuse("accountDevices", "The backend cannot be reached.", { code: "TRY_LATER" }),
    until: there("devices-error"),
  },
  "sync-syncing": {
    hash: "#/sync",
    world: () => ({
      ...full(),
      sync: signedIn({ state: "WAITING", message: "12 edits not yet backed up.", waiting: 12 }),
      devices: devices(),
    }),
    prepare: (core) => core.hang("syncNow"),
    then: (core) => {
      at("sync-now")?.click();
      core.world.sync = signedIn({ state: "WAITING", message: "5 edits not yet backed up.", waiting: 5 });
      core.emit("changed", { tables: ["sync"] });
    },
    until: () => document.querySelector("[role=progressbar][aria-valuenow='58']") !== null,
  },
  "sync-loading": { hash: "#/sync", prepare: (core) => core.hang("syncStatus") },
  "sync-parts-loading": {
    hash: "#/sync",
    world: () => ({ ...full(), sync: signedIn({ conflicts: 1 }) }),
    prepare: (core) => core.hang("pendingEdits").hang("accountDevices").hang("conflicts"),
  },
  "sync-error": {
    hash: "#/sync",
    prepare: (core) =>
      core.refuse("syncStatus", "The database is in use by another program. Close it, then try again."),
  },
  "sync-parts-error": {
    hash: "#/sync",
    world: () => ({ ...full(), sync: inStep(), devices: devices() }),
    prepare: (core) => {
      const message = "The database is in use by another program. Close it, then try again.";
      core.refuse("pendingEdits", message).refuse("conflicts", message);
    },
    until: there("pending-error"),
  },
  "sync-ask-discard": {
    hash: "#/sync",
    world: () => ({ ...full(), sync: signedIn({ refused: 1 }), pending: pending(), devices: devices() }),
    then: () => at("pending-discard")?.click(),
    until: there("ask"),
  },
  "sync-ask-sign-out": {
    hash: "#/sync",
    world: () => ({ ...full(), sync: signedIn({ state: "WAITING", waiting: 2 }), devices: devices() }),
    then: () => at("sign-out")?.click(),
    until: there("ask"),
  },
  "sync-ask-sign-out-delete-full": {
    hash: "#/sync",
    world: () => ({
      ...full(),
      sync: signedIn({ state: "WAITING", waiting: 2, pictures_to_send: 1 }),
      devices: devices(),
      data: { ...emptyWorld().data, uploads: 2 },
    }),
    then: () => at("sign-out")?.click(),
    until: () => {
      at("sign-out-delete")?.click();
      return there("sign-out-delete")();
    },
  },
  "composer-conflict": { hash: "#/draft/d1", world: twice, until: there("row-conflicts") },
  "composer-conflict-compared": {
    hash: "#/draft/d1",
    world: twice,
    then: () => at("conflict-compare")?.click(),
    until: there("comparison"),
  },
  "composer-elsewhere": {
    hash: "#/draft/d1",
    world: () => ({
      ...composer({
        fields: fields({ youtube: answered }),
        file: null,
        findings: [
          error(
            "FILE",
            null,
            "The video “oak-chair-final.mp4” is on Marta’s laptop. Publish it there, or choose the file on this computer.",
          ),
        ],
      }),
      sync: inStep(),
      overview: { ...emptyWorld().overview, drafts: [summary()] },
    }),
    until: there("no-file"),
  },
};
