/** A file's facts in words. What the header does not say is left out, never guessed. */
import type { MediaFacts, VideoType } from "../../ipc";
import { length, size } from "../../words/quantity";

/** Such as `0:48`, `212 MB`, `Upright 1080 × 1920`, `H.264`, `30 fps`, `MP4`. */
export function factsInWords(facts: MediaFacts): string[] {
  const { width, height, fps } = facts;
  return [
    facts.duration_s === null ? null : length(facts.duration_s),
    facts.size_bytes === null ? null : size(facts.size_bytes),
    width === null || height === null ? null : `${shape(width, height)} ${width} × ${height}`,
    facts.codec,
    fps === null ? null : `${Number(fps.toFixed(fps % 1 > 0.05 && fps % 1 < 0.95 ? 2 : 0))} fps`,
    facts.container === "WEBM" ? "WebM" : facts.container,
  ].filter((fact) => fact !== null);
}

function shape(width: number, height: number): string {
  return width === height ? "Square" : width < height ? "Upright" : "Wide";
}

/** What the video will be filed as, marked as a prediction; nothing while the header does not tell. */
export function predictionInWords(type: VideoType | null, facts: MediaFacts): string | null {
  if (type === null) return null;
  const why = [
    facts.width !== null && facts.height !== null ? shape(facts.width, facts.height).toLowerCase() : null,
    facts.duration_s === null ? null : length(facts.duration_s),
  ].filter(Boolean);
  const what = type === "SHORT" ? "Will be a Short" : type === "LONG" ? "Will be a long video" : "Will be a demo";
  return why.length > 0 ? `${what}: ${why.join(", ")}` : what;
}
