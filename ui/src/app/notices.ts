/** The core's notices in words. The core says what is told and when; the desktop shows it. */
import { commands, type Notice } from "../ipc";
import { platformName } from "../words/platform";
import { need, t } from "../words/fluent.svelte";
import { list } from "../words/quantity";
import { momentInSentence } from "../words/time";

/** Title and text. The maker's own words stand in the title alone: a desktop reads marks in a text. */
export function noticeWords(notice: Notice, zone: string, now: Date): [title: string, text: string] {
  const { kind, title, videos: count, what } = notice;
  const platforms = list(notice.platforms.map(platformName));
  const when = notice.at === null ? "" : momentInSentence(notice.at, zone, now);
  const isOne = count === 1;
  switch (kind) {
    case "FINISHED":
      if (isOne) return [title, t("notifications-published", { platforms })];
      return [t("notifications-published-many", { count }), t("notifications-where", { platforms })];
    case "NEEDS_YOU":
      if (isOne) return [title, what ?? t("notifications-stopped", { platforms })];
      return [t("notifications-stopped-many", { count }), t("notifications-stopped-many-text")];
    case "DUE_SOON":
      if (isOne) return [title, t("notifications-due", { platforms, when })];
      return [t("notifications-due-many", { count }), t("notifications-due-many-text", { when })];
  }
}

export async function showNotice(notice: Notice, zone: string): Promise<void> {
  await need("notifications", "words");
  await commands.showNotice(notice, ...noticeWords(notice, zone, new Date()));
}
