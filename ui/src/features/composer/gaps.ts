/** What still stands between a draft and its publication, and where in the composer it is mended. */
import type { AttachmentView, CreatorInfo, DraftFields, Field, Finding, Platform } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { length, list } from "../../words/quantity";
import { platformName } from "../../words/platform";

export interface Gap {
  message: string;
  blocks: boolean;
  field: Field | "CONSENT" | "CREATOR" | "CAPTIONS" | "PLAYLIST";
  platform: Platform | null;
  /** The tab to open first. */
  tab: Platform | null;
  /** The id of the element to go to. */
  place: string;
}

/** What only the window knows: the consent that is never stored and TikTok's fresh word. */
export interface TiktokNow {
  consent: boolean;
  creator: CreatorInfo | undefined;
  creatorError: string | undefined;
}

/** The core's findings and what the window adds, errors first. */
export function gapsOf(
  findings: Finding[],
  fields: DraftFields,
  now: TiktokNow,
  attachments: AttachmentView[] = [],
): Gap[] {
  const begun = fields.targets.includes("YOUTUBE") ? youtubeGaps(fields, attachments) : [];
  // What the window sees at once it also knows the exact place of; the core's word for the same is left out.
  const told = findings.filter((finding) => !begun.some((gap) => gap.field === finding.field));
  const gaps: Gap[] = told.map((finding) => ({
    message: finding.message,
    blocks: finding.level === "ERROR",
    field: finding.field,
    platform: finding.platform,
    ...placeOf(finding, fields),
  }));
  gaps.push(...begun);
  const isConnected = !told.some((finding) => finding.field === "CONNECTION" && finding.platform === "TIKTOK");
  if (fields.targets.includes("TIKTOK")) gaps.push(...tiktokGaps(fields, now, isConnected));
  return gaps.sort((a, b) => Number(b.blocks) - Number(a.blocks));
}

/** What was begun on YouTube's tab and is not whole yet. */
function youtubeGaps({ youtube }: DraftFields, attachments: AttachmentView[]): Gap[] {
  const own = { blocks: true, platform: "YOUTUBE", tab: "YOUTUBE" } as const;
  const gaps: Gap[] = attachments
    .filter((a) => a.kind === "CAPTIONS" && a.language === "")
    .map((a) => ({
      ...own,
      message: t("composer-captions-tell", { name: a.file_name }),
      field: "CAPTIONS",
      place: `language-${a.id}`,
    }));
  if (youtube.playlist?.is === "NEW" && youtube.playlist.title.trim() === "")
    gaps.push({ ...own, message: t("composer-playlist-tell"), field: "PLAYLIST", place: "playlist-title" });
  return gaps;
}

function tiktokGaps(fields: DraftFields, { consent, creator, creatorError }: TiktokNow, isConnected: boolean): Gap[] {
  const gap = (field: Gap["field"], message: string, place: string, tab: Platform | null): Gap => ({
    message,
    blocks: true,
    field,
    platform: "TIKTOK",
    tab,
    place,
  });
  const gaps: Gap[] = [];
  // An account that is not connected is asked for once, and cannot be asked about.
  if (isConnected && !fields.tiktok.to_inbox && !creator)
    gaps.push(gap("CREATOR", creatorError ?? t("composer-tiktok-silent"), "tiktok-account", "TIKTOK"));
  if (!consent) gaps.push(gap("CONSENT", t("composer-agree-first"), "tiktok-consent", null));
  return gaps;
}

function placeOf({ platform, field }: Finding, fields: DraftFields): { place: string; tab: Platform | null } {
  const own = (place: string) => ({ place, tab: platform });
  switch (field) {
    case "TITLE":
      return fields.youtube.title === null ? { place: "title", tab: null } : own("youtube-title");
    case "DESCRIPTION":
      return fields.youtube.description === null ? { place: "description", tab: null } : own("youtube-description");
    case "CAPTION":
      return fields.tiktok.caption === null ? { place: "description", tab: null } : own("tiktok-caption");
    case "TAGS":
      return { place: "tags", tab: null };
    case "PRIVACY":
      return own(platform === "TIKTOK" ? "tiktok-privacy" : "youtube-privacy");
    case "AUDIENCE":
      return own("youtube-kids");
    case "AI_MADE":
      return own(platform === "TIKTOK" ? "tiktok-ai" : "youtube-synthetic");
    case "DISCLOSURE":
      return own("tiktok-commercial");
    case "THUMBNAIL":
      return own("thumbnail-add");
    case "CAPTIONS":
      return own("captions-add");
    case "PLAYLIST":
      return own("playlist");
    case "SCHEDULE":
      return scheduleOf(platform, fields);
    case "TARGETS":
      return { place: "target-youtube", tab: null };
    default:
      return { place: "file", tab: null };
  }
}

/** A platform's own time is in its tab. */
function scheduleOf(
  platform: Platform | null,
  { youtube, tiktok }: DraftFields,
): { place: string; tab: Platform | null } {
  const own = platform === "YOUTUBE" ? youtube.schedule : platform === "TIKTOK" ? tiktok.schedule : null;
  if (!own) return { place: "schedule", tab: null };
  return { place: `${platform === "YOUTUBE" ? "youtube" : "tiktok"}-schedule`, tab: platform };
}

/**
 * What the button will do, such as `Publish to YouTube now, to TikTok at 18:00`. `times` has the words for those that go
 * later.
 */
export function publishLabel(
  targets: Platform[],
  toInbox: boolean,
  times: Partial<Record<Platform, string>> = {},
): string {
  const timeOf = (platform: Platform) => times[platform] ?? t("composer-now");
  const isInbox = (platform: Platform) => platform === "TIKTOK" && toInbox;
  // What goes now is said first.
  const [first, second] = [...targets].sort((a, b) => Number(a in times) - Number(b in times));
  if (!first) return t("composer-publish");
  const [time, later] = [timeOf(first), timeOf(second ?? first)];
  const posts = targets.filter((platform) => !isInbox(platform)).map(platformName);
  const [post = ""] = posts;
  if (posts.length === 0) return t("composer-publish-inbox", { time });
  if (posts.length < targets.length) {
    if (time === later) return t("composer-publish-and-inbox", { platform: post, time });
    return t(isInbox(first) ? "composer-publish-after-inbox" : "composer-publish-then-inbox", {
      platform: post,
      time,
      later,
    });
  }
  if (!second || time === later) return t("composer-publish-to", { platforms: list(posts), time });
  return t("composer-publish-parted", { first: platformName(first), time, second: platformName(second), later });
}

/** Per platform: what is wrong with the file, or nothing when it fits. */
export function fileTroubles(
  platform: Platform,
  findings: Finding[],
  facts: { duration_s: number | null },
  creator: CreatorInfo | undefined,
): string[] {
  const told = findings
    .filter((f) => f.field === "FILE" && f.level === "ERROR" && f.platform === platform)
    .map((f) => f.message);
  const longest = creator?.max_duration_s;
  if (platform === "TIKTOK" && told.length === 0 && longest && (facts.duration_s ?? 0) > longest)
    told.push(t("composer-file-too-long", { length: length(longest) }));
  return told;
}
