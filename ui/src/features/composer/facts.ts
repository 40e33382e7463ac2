/** A file's facts in words. What the header does not say is left out, never guessed. */
import type { MediaFacts, VideoType } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { length, size } from "../../words/quantity";

/** Such as `0:48`, `212 MB`, `Upright 1080 × 1920`, `H.264`, `30 fps`, `MP4`. */
export function factsInWords(facts: MediaFacts): string[] {
  const { width, height, fps } = facts;
  return [
    facts.duration_s === null ? null : length(facts.duration_s),
    facts.size_bytes === null ? null : size(facts.size_bytes),
    width === null || height === null
      ? null
      : t(`composer-fact-${shape(width, height)}`, { size: `${width} × ${height}` }),
    facts.codec,
    fps === null
      ? null
      : t("composer-fact-fps", { fps: Number(fps.toFixed(fps % 1 > 0.05 && fps % 1 < 0.95 ? 2 : 0)) }),
    facts.container === "WEBM" ? "WebM" : facts.container,
  ].filter((fact) => fact !== null);
}

const shape = (width: number, height: number) => (width === height ? "square" : width < height ? "upright" : "wide");

const WILL_BE = { SHORT: "composer-will-short", LONG: "composer-will-long", DEMO: "composer-will-demo" } as const;

/** What the video will be filed as, marked as a prediction; nothing while the header does not tell. */
export function predictionInWords(type: VideoType | null, { width, height, duration_s }: MediaFacts): string | null {
  if (type === null) return null;
  const what = t(WILL_BE[type]);
  const form = width === null || height === null ? null : t(`composer-shape-${shape(width, height)}`);
  const time = duration_s === null ? null : length(duration_s);
  const why = form && time ? t("composer-shape-and-length", { shape: form, length: time }) : (form ?? time);
  return why ? t("composer-will-because", { what, why }) : what;
}
