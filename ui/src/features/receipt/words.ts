/** How an upload went, in plain sentences. */
import type { Receipt } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { platformName } from "../../words/platform";

export const exactBytes = (bytes: number): string => t("receipt-bytes", { count: bytes });

/** What a maker wants to know of the way there: whether it went in one go, and what was in the way. */
export function howItWent({ upload, platform, times: at }: Receipt): string[] {
  const name = platformName(platform);
  const { sessions, resumed, interrupted } = upload;
  if (sessions === 0 && at.first_byte_at === null) return [t("receipt-how-not-begun")];
  const sentences: string[] = [];
  if (resumed > 0) sentences.push(t("receipt-how-resumed", { count: resumed, platform: name }));
  if (sessions > 1) sentences.push(t("receipt-how-dropped", { count: sessions - 1, platform: name }));
  if (interrupted > 0) sentences.push(t("receipt-how-interrupted", { count: interrupted }));
  return sentences.length > 0 ? sentences : [t("receipt-how-in-one-go")];
}
