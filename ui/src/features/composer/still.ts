/** The small picture of a draft, taken from the preview that is on screen anyway. */

/** A second in: the very first frame is often black. */
export const STILL_AT_S = 1;
const WIDTH_PX = 320;

/** The frame that `video` shows, as a JPEG 320 px wide in base64; nothing when the browser does not let us read it. */
export function grabJpeg(video: HTMLVideoElement): string | null {
  if (video.videoWidth === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH_PX;
  canvas.height = Math.round((WIDTH_PX * video.videoHeight) / video.videoWidth);
  try {
    canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/jpeg", 0.8).split(",")[1] ?? null;
  } catch {
    return null;
  }
}
