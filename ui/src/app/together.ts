/** Several drafts on one screen. */
import { commands } from "../ipc";
import { t } from "../words/fluent.svelte";
import type { Studio } from "./studio.svelte";

/** As many as the core lays side by side. */
export const MOST_TOGETHER = 200;

/** Leads to where these drafts are written side by side; of very many to the first ones. */
export async function composeTogether(app: Studio, ids: string[]): Promise<void> {
  const some = ids.slice(0, MOST_TOGETHER);
  if (!(await app.attempt(() => commands.composeTogether(some)))) return;
  app.router.go({ name: "together" });
  if (ids.length > some.length)
    app.toasts.show(t("app-together-first", { first: MOST_TOGETHER, more: ids.length - some.length }));
}
