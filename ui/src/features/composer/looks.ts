/**
 * How a video looks on a platform: what is laid over it, and how much of its text is seen in a feed.
 *
 * The platforms publish no such figures for ordinary posts, and change their apps as they like. These are the ones that
 * are widely published for their apps of 2026 (for an upright film of 1080 x 1920: TikTok 130 px from the top, 484 from
 * the bottom, 60 and 140 from the sides; Shorts 288, 672, 48 and 192, as for advertisements there). They are drawn to keep
 * faces and words away from the edges, and decide nothing.
 */
import type { Platform } from "../../ipc";
import type { PlainKey } from "../../words/fluent.svelte";

export type Shape = "UPRIGHT" | "WIDE";

/** Hundredths of the frame that are covered at each edge; left and right change places in an app that is written from the right. */
export interface Covered {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Look {
  covered: Covered;
  /** Characters of the text that are seen before it is cut. */
  seen: number;
  /** Where it is cut there. */
  where: PlainKey;
}

const TIKTOK: Record<Shape, Look> = {
  UPRIGHT: {
    covered: { top: 7, bottom: 25, left: 6, right: 13 },
    seen: 80,
    where: "composer-cut-caption",
  },
  WIDE: {
    covered: { top: 0, bottom: 12, left: 0, right: 0 },
    seen: 100,
    where: "composer-cut-caption-wide",
  },
};

const SHORT: Record<Shape, Look> = {
  UPRIGHT: {
    covered: { top: 15, bottom: 35, left: 4, right: 18 },
    seen: 40,
    where: "composer-cut-short",
  },
  WIDE: {
    covered: { top: 0, bottom: 15, left: 0, right: 0 },
    seen: 40,
    where: "composer-cut-short",
  },
};

const LONG: Record<Shape, Look> = {
  UPRIGHT: {
    covered: { top: 0, bottom: 12, left: 0, right: 0 },
    seen: 70,
    where: "composer-cut-title-phone",
  },
  WIDE: {
    covered: { top: 0, bottom: 12, left: 0, right: 0 },
    seen: 70,
    where: "composer-cut-title",
  },
};

export const lookOf = (platform: Platform, shape: Shape, isShort: boolean): Look =>
  (platform === "TIKTOK" ? TIKTOK : isShort ? SHORT : LONG)[shape];

/** A text as a feed shows it: what is seen of it, and what is cut. A word that would be parted goes as a whole. */
export function cutAt(text: string, seen: number): { seen: string; rest: string } {
  const whole = text.trim();
  let letters = 0;
  let end = 0;
  // No letter is looked at that is not seen.
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(whole)) {
    if (letters === seen) break;
    letters += 1;
    end += segment.length;
  }
  const head = whole.slice(0, end);
  if (head === whole) return { seen: whole, rest: "" };
  const space = /\s\S*$/.exec(head)?.index ?? -1;
  // A single long word is parted, as a feed does.
  const at = space > head.length / 2 ? space : head.length;
  return { seen: head.slice(0, at).trimEnd(), rest: whole.slice(at).trimStart() };
}
