/** The small picture of a video: which of its frames, and how it becomes a JPEG. */

const WIDTH_PX = 320;
const QUALITY = 0.8;

/** Where to take the picture, in seconds: the very first frame is often black, and a short clip has no later one. */
export const stillTime = (durationS: number): number => Math.min(0.5, (durationS || Infinity) / 10);

/** The frame that `video` shows, as a JPEG 320 px wide in base64; nothing when the browser does not let us read it. */
export function grabJpeg(video: HTMLVideoElement): string | null {
  if (video.videoWidth === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH_PX;
  canvas.height = Math.round((WIDTH_PX * video.videoHeight) / video.videoWidth);
  try {
    canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/jpeg", QUALITY).split(",")[1] || null;
  } catch {
    return null;
  }
}
