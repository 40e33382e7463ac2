/** The state of an item by a sign and a word. */
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CircleAlert from "@lucide/svelte/icons/circle-alert";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import CirclePause from "@lucide/svelte/icons/circle-pause";
import CircleX from "@lucide/svelte/icons/circle-x";
import LoaderCircle from "@lucide/svelte/icons/loader-circle";
import PencilLine from "@lucide/svelte/icons/pencil-line";
import type { Component } from "svelte";

import type { CalendarItem } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { list } from "../../words/quantity";
import { platformName } from "../../words/platform";
import { minuteIn } from "../../words/time";
import { clock } from "../../words/uploads";

export interface ItemLook {
  icon: Component;
  word: string;
  tone: "plain" | "good" | "warn" | "bad" | "accent";
}

export function lookOf({ state }: Pick<CalendarItem, "state">): ItemLook {
  switch (state?.state) {
    case undefined:
      return { icon: PencilLine, word: t("calendar-state-draft"), tone: "plain" };
    case "PUBLISHED":
      return { icon: CircleCheck, word: t("calendar-state-published"), tone: "good" };
    case "NEEDS_ATTENTION":
      return { icon: CircleAlert, word: t("calendar-state-needs-you"), tone: "warn" };
    case "FAILED":
      return { icon: CircleX, word: t("calendar-state-failed"), tone: "bad" };
    case "PAUSED":
      return { icon: CirclePause, word: t("calendar-state-paused"), tone: "plain" };
    case "WAITING":
      return {
        icon: CalendarClock,
        word: state.why === "SCHEDULE" ? t("calendar-state-scheduled") : t("calendar-state-waiting"),
        tone: "accent",
      };
    case "PROCESSING":
      if (state.stage === "SCHEDULED")
        return { icon: CalendarClock, word: t("calendar-state-scheduled"), tone: "accent" };
      return { icon: LoaderCircle, word: t("calendar-state-on-its-way"), tone: "accent" };
    default:
      return { icon: LoaderCircle, word: t("calendar-state-on-its-way"), tone: "accent" };
  }
}

/** Such as `18:00`, by the maker's clocks. */
export const timeOf = (item: CalendarItem, zone: string): string => clock(minuteIn(new Date(item.at), zone));

export const platformsOf = ({ platforms }: Pick<CalendarItem, "platforms">): string =>
  list(platforms.map(platformName)) || t("calendar-no-platform");
