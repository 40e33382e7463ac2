/** Where an entry of the activity leads. */
import { go } from "../../app/acts";
import type { Studio } from "../../app/studio.svelte";
import { commands, type ActivityEntryView, type ActivityFilter, type ExportFormat } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { platformName } from "../../words/platform";

/** What opening an entry leads to, in words; nothing where what it was about is no longer here. */
export function leadsTo({ about, action, platform, subject }: ActivityEntryView): string | null {
  if (about?.listed) return t("activity-show-upload");
  if (about?.entry) return t("activity-show-video");
  if (about?.draft) return t("activity-open-draft");
  if (about) return null;
  if (action === "READ") return subject === "numbers" ? t("activity-show-library") : null;
  return t("activity-show-connection", { platform: platformName(platform) });
}

export function openSubject(app: Studio, entry: ActivityEntryView): void {
  const { about, action } = entry;
  if (leadsTo(entry) === null) return;
  if (about?.listed) go(app, { name: "home" }, about.delivery);
  else if (about?.entry) app.entry = { id: about.entry, preview: false };
  else if (about?.draft) go(app, { name: "draft", id: about.draft });
  else if (action === "READ") go(app, { name: "library" });
  else go(app, { name: "connections" });
}

/** Keeps everything that is meant as a file, where the maker chooses. */
export async function exportActivity(app: Studio, filter: ActivityFilter, format: ExportFormat): Promise<void> {
  await app.attempt(async () => {
    const count = await commands.exportActivity(filter, format);
    if (count !== null) app.toasts.show(t("activity-kept", { count }), { tone: "good" });
  });
}
