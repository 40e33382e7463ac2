/** TikTok's exact wordings and rules for commercial content (Content Sharing Guidelines, points 2 to 4). */
import type { DraftFields } from "../../ipc";

type Tiktok = DraftFields["tiktok"];

export const BRANDED_NOT_PRIVATE = "Branded content visibility cannot be set to private.";
export const DISCLOSURE_MISSING = "You need to indicate if your content promotes yourself, a third party, or both.";

/** How TikTok will label the video; nothing before a box is checked. */
export function labelPrompt({ commercial, your_brand, branded_content }: Tiktok): string | null {
  if (!commercial || (!your_brand && !branded_content)) return null;
  return branded_content
    ? "Your photo/video will be labeled as 'Paid partnership'"
    : "Your photo/video will be labeled as 'Promotional content'";
}

export const isBranded = ({ commercial, branded_content }: Tiktok): boolean => commercial && branded_content;

/** "Only me" is shut while the content is branded. */
export const brandedForbidsPrivate = isBranded;

/** "Branded content" is shut while "Only me" is chosen. */
export const privateForbidsBranded = ({ privacy }: Tiktok): boolean => privacy === "SELF_ONLY";

/** The disclosure is switched on and neither box is checked. */
export const disclosureMissing = (own: Tiktok): boolean => own.commercial && !own.your_brand && !own.branded_content;
