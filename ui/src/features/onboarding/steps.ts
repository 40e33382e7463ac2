/** What the first minutes do beyond being looked at. */
import type { Studio } from "../../app/studio.svelte";
import { commands, type WelcomeStep } from "../../ipc";
import { t } from "../../words/fluent.svelte";

interface Change {
  step?: WelcomeStep;
  done?: boolean;
  dismiss_list?: boolean;
  trade?: string;
}

/** Keeps how far the newcomer is: the next start begins there. */
export async function goOn(app: Studio, { step, done, dismiss_list, trade }: Change): Promise<void> {
  await app.attempt(async () => {
    app.newcomer.value = await commands.changeWelcome({
      step: step ?? null,
      done: done ?? false,
      dismiss_list: dismiss_list ?? false,
      trade: trade ?? null,
    });
  });
}

/** Fills a draft with the sample and opens it. */
export async function trySample(app: Studio): Promise<void> {
  await app.attempt(async () => {
    const { id } = await commands.addSample();
    await app.newcomer.reload();
    app.router.go({ name: "draft", id });
  });
}

/** Takes the sample away, with its file. */
export async function removeSample(app: Studio): Promise<void> {
  const gone = await app.attempt(async () => {
    await commands.removeSample();
    await Promise.all([app.newcomer.reload(), app.overview.reload()]);
  });
  if (!gone) return;
  if (app.router.route.name === "draft") app.router.go({ name: "home" });
  app.toasts.show(t("home-sample-gone"), { tone: "good" });
}
