/** How much after its time something was begun. */
import { t } from "./fluent.svelte";

/** Such as `2 hours late: this computer was not on.` */
export function lateInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return t("words-late-days", { count: Math.floor(hours / 24) });
  return hours > 0 ? t("words-late-hours", { count: hours }) : t("words-late-minutes", { count: minutes });
}
