/** How an upload went, in plain sentences. */
import type { Receipt } from "../../ipc";
import { platformName } from "../../words/platform";

export const exactBytes = (bytes: number): string => `${bytes.toLocaleString("en")} bytes`;

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

/** What a maker wants to know of the way there: whether it went in one go, and what was in the way. */
export function howItWent({ upload, platform, times: at }: Receipt): string[] {
  const name = platformName(platform);
  const { sessions, resumed, interrupted } = upload;
  if (sessions === 0 && at.first_byte_at === null) return ["It has not begun."];
  const sentences: string[] = [];
  if (resumed > 0)
    sentences.push(
      `It went on ${times(resumed)} from what ${name} already had, after a pause, a broken line or a restart.`,
    );
  if (sessions > 1)
    sentences.push(`${name} dropped what it had ${times(sessions - 1)}, so the upload began again from the start.`);
  if (interrupted > 0)
    sentences.push(
      `Maker Studio ended in the middle ${times(interrupted)}. What it sent in its last seconds is not counted above.`,
    );
  return sentences.length > 0 ? sentences : ["In one go, without a break."];
}
