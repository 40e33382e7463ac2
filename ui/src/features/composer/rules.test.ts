import { describe, expect, it } from "vitest";

import type { Finding } from "../../ipc";
import { emptyWorld } from "../../ipc/fake";
import { fields, file } from "../../ipc/samples";
import { factsInWords, predictionInWords } from "./facts";
import { fileTroubles, gapsOf, publishLabel } from "./gaps";
import { joinTags } from "./tags";
import { disclosureMissing, isBranded, labelPrompt, privateForbidsBranded } from "./tiktok-rules";

const tiktok = (part: Partial<ReturnType<typeof fields>["tiktok"]>) => ({ ...fields().tiktok, ...part });
const { creator } = emptyWorld();

describe("C-09 TikTok's commercial content rules", () => {
  it("C-09 no prompt before a box is checked, then TikTok's exact words", () => {
    expect(labelPrompt(tiktok({ commercial: true }))).toBeNull();
    expect(labelPrompt(tiktok({ commercial: false, your_brand: true }))).toBeNull();
    expect(labelPrompt(tiktok({ commercial: true, your_brand: true }))).toBe(
      "Your photo/video will be labeled as 'Promotional content'",
    );
    const paid = "Your photo/video will be labeled as 'Paid partnership'";
    expect(labelPrompt(tiktok({ commercial: true, branded_content: true }))).toBe(paid);
    expect(labelPrompt(tiktok({ commercial: true, branded_content: true, your_brand: true }))).toBe(paid);
  });

  it("C-09 branded content and “Only me” exclude each other", () => {
    expect(isBranded(tiktok({ commercial: true, branded_content: true }))).toBe(true);
    expect(isBranded(tiktok({ commercial: false, branded_content: true }))).toBe(false);
    expect(privateForbidsBranded(tiktok({ privacy: "SELF_ONLY" }))).toBe(true);
    expect(privateForbidsBranded(tiktok({ privacy: "PUBLIC_TO_EVERYONE" }))).toBe(false);
  });

  it("C-09 a disclosure without a box is incomplete", () => {
    expect(disclosureMissing(tiktok({ commercial: true }))).toBe(true);
    expect(disclosureMissing(tiktok({ commercial: true, your_brand: true }))).toBe(false);
    expect(disclosureMissing(tiktok({}))).toBe(false);
  });
});

describe("C-11 the pre-flight list", () => {
  const at = (field: Finding["field"], platform: Finding["platform"], level: Finding["level"] = "ERROR"): Finding => ({
    field,
    platform,
    level,
    message: `${field} ${platform}`,
  });
  const ready = { consent: true, creator, creatorError: undefined };

  it("C-11 errors come first and block, warnings do not", () => {
    const gaps = gapsOf([at("FILE", "YOUTUBE", "WARNING"), at("PRIVACY", "YOUTUBE")], fields(), ready);
    expect(gaps.map((g) => g.blocks)).toEqual([true, false]);
  });

  it("C-11 each line leads to the field that is shown: the shared one, or the platform's own", () => {
    const own = fields({ youtube: { ...fields().youtube, title: "Own" } });
    expect(gapsOf([at("TITLE", "YOUTUBE")], fields(), ready)[0]).toMatchObject({ place: "title", tab: null });
    expect(gapsOf([at("TITLE", "YOUTUBE")], own, ready)[0]).toMatchObject({ place: "youtube-title", tab: "YOUTUBE" });
    expect(gapsOf([at("AI_MADE", "TIKTOK")], own, ready)[0]).toMatchObject({ place: "tiktok-ai", tab: "TIKTOK" });
  });

  it("C-11 what concerns thumbnail, captions and playlist leads to their own place", () => {
    const one = fields({ targets: ["YOUTUBE"] });
    for (const [field, place] of [
      ["THUMBNAIL", "thumbnail-add"],
      ["CAPTIONS", "captions-add"],
      ["PLAYLIST", "playlist"],
    ] as const)
      expect(gapsOf([at(field, "YOUTUBE")], one, ready)[0]).toMatchObject({ place, tab: "YOUTUBE" });
  });

  it("C-11 what the window and the core both see is said once, where it can be mended", () => {
    const begun = fields({
      targets: ["YOUTUBE"],
      youtube: { ...fields().youtube, playlist: { is: "NEW", title: " ", privacy: "private" } },
    });
    const gaps = gapsOf([at("PLAYLIST", "YOUTUBE")], begun, ready);
    expect(gaps.map((g) => g.place)).toEqual(["playlist-title"]);
  });

  it("C-11 an account that is not connected is asked for once", () => {
    const both = fields({ targets: ["YOUTUBE", "TIKTOK"] });
    const silent = { consent: true, creator: undefined, creatorError: "TikTok is not connected." };
    const gaps = gapsOf([at("CONNECTION", "TIKTOK")], both, silent);
    expect(gaps.map((g) => g.field)).toEqual(["CONNECTION"]);
    expect(gapsOf([at("CONNECTION", "YOUTUBE")], both, silent).map((g) => g.field)).toEqual(["CONNECTION", "CREATOR"]);
  });

  it("C-09 TikTok waits for consent and for its own fresh word", () => {
    const both = fields({ targets: ["YOUTUBE", "TIKTOK"] });
    const fieldsOf = (now: Parameters<typeof gapsOf>[2]) => gapsOf([], both, now).map((g) => g.field);
    expect(fieldsOf({ consent: false, creator: undefined, creatorError: undefined })).toEqual(["CREATOR", "CONSENT"]);
    expect(fieldsOf({ ...ready, consent: false })).toEqual(["CONSENT"]);
    expect(fieldsOf(ready)).toEqual([]);
    expect(gapsOf([], both, { consent: true, creator: undefined, creatorError: "Try later." })[0]?.message).toBe(
      "Try later.",
    );
  });
});

it("C-10 the button says what happens", () => {
  expect(publishLabel(["YOUTUBE"], false)).toBe("Publish to YouTube now");
  expect(publishLabel(["YOUTUBE", "TIKTOK"], false)).toBe("Publish to YouTube and TikTok now");
  expect(publishLabel(["YOUTUBE", "TIKTOK"], true)).toBe("Publish to YouTube, send to your TikTok inbox now");
  expect(publishLabel(["TIKTOK"], true)).toBe("Send to your TikTok inbox now");
  expect(publishLabel([], false)).toBe("Publish");
});

it("C-04 facts that the header does not tell are left out", () => {
  expect(factsInWords(file().facts)).toEqual(["0:48", "212 MB", "Upright 1080 × 1920", "H.264", "30 fps", "MP4"]);
  expect(
    factsInWords({ ...file().facts, duration_s: null, width: null, codec: null, fps: 23.976, container: "WEBM" }),
  ).toEqual(["212 MB", "24 fps", "WebM"]);
  expect(factsInWords({ ...file().facts, fps: 29.5 })).toContain("29.5 fps");
});

it("C-05 a predicted Short says why", () => {
  expect(predictionInWords("SHORT", file().facts)).toBe("Will be a Short: upright, 0:48");
  expect(predictionInWords(null, file().facts)).toBeNull();
});

it("C-04 a file fits until a finding or TikTok's fresh limit says otherwise", () => {
  const long = { duration_s: 700 };
  expect(fileTroubles("YOUTUBE", [], long, creator)).toEqual([]);
  expect(fileTroubles("TIKTOK", [], long, creator)).toEqual(["TikTok takes 10:00 from this account: cut the video."]);
});

it("tags are parted at commas, without #, each once", () => {
  expect(joinTags(["oak"], " #chair, oak ,,hand tools\n")).toEqual(["oak", "chair", "hand tools"]);
  expect(joinTags([], "خشب، كرسي，木")).toEqual(["خشب", "كرسي", "木"]);
});

it("C-10 the button says what goes now and what goes when", () => {
  const six = "tomorrow at 18:00";
  expect(publishLabel(["YOUTUBE", "TIKTOK"], false, { TIKTOK: "at 18:00" })).toBe(
    "Publish to YouTube now, to TikTok at 18:00",
  );
  expect(publishLabel(["YOUTUBE", "TIKTOK"], false, { YOUTUBE: six, TIKTOK: six })).toBe(
    "Publish to YouTube and TikTok tomorrow at 18:00",
  );
  expect(publishLabel(["YOUTUBE", "TIKTOK"], false, { YOUTUBE: six })).toBe(
    "Publish to TikTok now, to YouTube tomorrow at 18:00",
  );
  expect(publishLabel(["YOUTUBE", "TIKTOK"], true, { TIKTOK: six })).toBe(
    "Publish to YouTube now, send to your TikTok inbox tomorrow at 18:00",
  );
  expect(publishLabel(["YOUTUBE", "TIKTOK"], true, { YOUTUBE: six })).toBe(
    "Send to your TikTok inbox now, publish to YouTube tomorrow at 18:00",
  );
  expect(publishLabel(["TIKTOK"], true, { TIKTOK: six })).toBe("Send to your TikTok inbox tomorrow at 18:00");
});
