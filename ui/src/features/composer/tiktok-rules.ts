/** TikTok's rules for commercial content (Content Sharing Guidelines, points 2 to 4). */
import type { DraftFields } from "../../ipc";
import { t } from "../../words/fluent.svelte";

type Tiktok = DraftFields["tiktok"];

/** How TikTok will label the video; nothing before a box is checked. */
export function labelPrompt({ commercial, your_brand, branded_content }: Tiktok): string | null {
  if (!commercial || (!your_brand && !branded_content)) return null;
  return t(branded_content ? "composer-label-partnership" : "composer-label-promotional");
}

export const isBranded = ({ commercial, branded_content }: Tiktok): boolean => commercial && branded_content;

/** "Only me" is shut while the content is branded. */
export const brandedForbidsPrivate = isBranded;

/** "Branded content" is shut while "Only me" is chosen. */
export const privateForbidsBranded = ({ privacy }: Tiktok): boolean => privacy === "SELF_ONLY";

/** The disclosure is switched on and neither box is checked. */
export const disclosureMissing = (own: Tiktok): boolean => own.commercial && !own.your_brand && !own.branded_content;
