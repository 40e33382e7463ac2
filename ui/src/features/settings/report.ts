/** The report of the checks, and what only the window can tell for it. */
import type { Studio } from "../../app/studio.svelte";
import { commands } from "../../ipc";
import { t } from "../../words/fluent.svelte";

/** What most cameras and phones make. */
const USUAL = 'video/mp4; codecs="avc1.42E01E, mp4a.40.2"';

export const playsVideo = (): boolean => document.createElement("video").canPlayType(USUAL) !== "";

export async function copyReport(app: Studio): Promise<void> {
  if (await app.attempt(() => commands.copyReport(playsVideo())))
    app.toasts.show(t("settings-report-copied"), { tone: "good" });
}
