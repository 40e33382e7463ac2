/** A draft that is written, in every state. */
import { emptyWorld } from "../src/ipc/fake";
import { attachment, fields, file } from "../src/ipc/samples";
import { at } from "./hands";
import { CHAIR, WORKSHOP } from "./pictures";
import type { Story } from "./story";
import { answered, attachments, composer, error, minutesAgo, PLAYLISTS, unanswered, withoutExtras } from "./worlds";

export const COMPOSER_STORIES: Record<string, Story> = {
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
  "composer-attachments-refused": {
    hash: "#/draft/d1",
    world: () =>
      composer({ fields: fields({ youtube: answered }), file: file({ still: CHAIR }), attachments: [attachment()] }),
    prepare: (core) =>
      core
        .refuse("addThumbnail", "“oak-chair-cover.png” is larger than the 2 MB YouTube takes: make it smaller.")
        .refuse("addCaptions", "“oak.srt”, line 7: between the two times of a caption stands -->, with two hyphens."),
    then: () => {
      at("thumbnail-add")?.click();
      at("captions-add")?.click();
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
