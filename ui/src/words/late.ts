/** How much after its time something was begun. */
import { plural } from "./quantity";

/** Such as `2 hours late: this computer was not on.` */
export function lateInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const by =
    hours >= 48 ? plural(Math.floor(hours / 24), "day") : hours > 0 ? plural(hours, "hour") : plural(minutes, "minute");
  return `${by} late: this computer was not on.`;
}
