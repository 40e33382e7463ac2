/** The first minutes, and what is looked for in the settings, in the states they were designed for. */
import { emptyWorld, type World } from "../src/ipc/fake";
import { connection, draft, file, profile, summary } from "../src/ipc/samples";
import { CHAIR } from "./pictures";
import { at, there } from "./hands";
import type { Story } from "./story";
import { full, minutesAgo } from "./worlds";

const fresh = (part: Partial<World["welcome"]> = {}): Partial<World> => ({
  welcome: { show: true, step: "HELLO", trade: null, checklist: null, sample: null, ...part },
  profile: profile({ name: "My page", bio: "", country: null }),
  connections: [connection("YOUTUBE", null), connection("TIKTOK", null)],
});
const list = { profile: true, service: false, connection: true, publication: false };

const sample = (): Partial<World> => ({
  ...fresh({ show: false, checklist: { ...list, profile: false, connection: false }, sample: "s1" }),
  overview: {
    ...emptyWorld().overview,
    drafts: [summary({ id: "s1", title: "Sample: an oak bowl in four seconds", still: CHAIR, sample: true })],
  },
  drafts: [
    draft({
      id: "s1",
      sample: true,
      file: file({ name: "Sample video.mp4", still: CHAIR }),
      fields: { ...draft().fields, title: "Sample: an oak bowl in four seconds" },
    }),
  ],
});

const look = (text: string) => () => {
  const field = at<HTMLInputElement>("settings-search");
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};
export const ONBOARDING_STORIES: Record<string, Story> = {
  "welcome-hello": { hash: "#/", world: fresh, until: there("welcome-start") },
  "welcome-you": { hash: "#/", world: () => fresh({ step: "YOU", trade: "ARTISAN" }), until: there("welcome-name") },
  "welcome-you-loading": {
    hash: "#/",
    world: () => fresh({ step: "YOU" }),
    prepare: (core) => core.hang("profile"),
    until: there("welcome-next"),
  },
  "welcome-you-error": {
    hash: "#/",
    world: () => fresh({ step: "YOU" }),
    prepare: (core) => core.refuse("profile", "The database is in use by another program. Close it, then try again."),
    until: there("welcome-next"),
  },
  "welcome-connect": { hash: "#/", world: () => fresh({ step: "CONNECT" }), until: there("welcome-finish") },
  "welcome-offline": {
    hash: "#/",
    world: () => ({ ...fresh(), overview: { ...emptyWorld().overview, offline_since: minutesAgo(3) } }),
    until: there("welcome-start"),
  },
  "home-first-steps": {
    hash: "#/",
    world: () => ({ ...full(), welcome: { ...emptyWorld().welcome, checklist: list } }),
    until: there("checklist"),
  },
  "home-first-steps-empty": {
    hash: "#/",
    world: () => fresh({ show: false, checklist: { ...list, profile: false } }),
    until: there("checklist"),
  },
  "home-sample": { hash: "#/", world: sample, until: there("draft-row") },
  "composer-sample": { hash: "#/draft/s1", world: sample, until: there("sample-note") },
  "settings-found": {
    hash: "#/settings",
    world: full,
    then: look("limit"),
    until: () => at<HTMLInputElement>("settings-found")?.textContent?.includes("found") ?? false,
  },
  "settings-none-found": {
    hash: "#/settings",
    world: full,
    then: look("walnut"),
    until: there("settings-all"),
  },
  "settings-ill": {
    hash: "#/settings",
    world: () => ({
      ...full(),
      doctor: [
        { name: "Data folder", ok: true, found: "can be written", fix: null, remedy: null },
        {
          name: "Password store",
          ok: false,
          found: "not running",
          fix: "Your system has no password store running, so we cannot stay signed in. Install and start GNOME Keyring or KWallet.",
          remedy: "CHECK_AGAIN",
        },
        { name: "Network: YouTube", ok: true, found: "can be reached", fix: null, remedy: null },
        {
          name: "Clock",
          ok: false,
          found: "14 minutes fast",
          fix: "Let your system set its clock by itself: sign-ins fail and uploads go out at the wrong time otherwise.",
          remedy: "CHECK_AGAIN",
        },
        {
          name: "Video preview",
          ok: false,
          found: "this system cannot play MP4 with H.264",
          fix: "Install gstreamer1.0-libav and gstreamer1.0-plugins-good, then start Maker Studio again. Uploads go without them.",
          remedy: null,
        },
        {
          name: "Links",
          ok: false,
          found: "not registered",
          fix: "Sign-ins by the backend end in a link that no program takes. Register Maker Studio for it.",
          remedy: "REGISTER_LINKS",
        },
      ],
    }),
    then: () => at<HTMLInputElement>("doctor")?.scrollIntoView({ block: "end" }),
    until: there("doctor"),
  },
};
