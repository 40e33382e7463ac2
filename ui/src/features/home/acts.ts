/** What can be done with deliveries, and which one act a row offers first. */
import { copyLink } from "../../app/links";
import { pressed } from "../../app/shortcuts";
import type { Studio } from "../../app/studio.svelte";
import { asAppError, commands, type Action, type DeliveryView, type StepView } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { platformName } from "../../words/platform";

/** Acts that make sense for several rows at once. */
export type BulkAct = "pause" | "resume" | "retry" | "send" | "cancel" | "undo" | "dismiss";
export type MoveAct = "up" | "down";
export type ActName = BulkAct | MoveAct | "open" | "copy" | "remedy" | "receipt" | "select" | "time";

const ACTIONS: Record<BulkAct, Action> = {
  pause: "PAUSE",
  resume: "RESUME",
  retry: "RETRY",
  send: "SEND_NOW",
  cancel: "CANCEL",
  undo: "UNDO_CANCEL",
  dismiss: "DISMISS",
};

export const can = (delivery: Pick<DeliveryView, "actions">, act: BulkAct): boolean =>
  delivery.actions.includes(ACTIONS[act]);

/** The one act that fits the state; the others are in the row's menu. */
export function firstAct(delivery: DeliveryView): ActName | null {
  const { state } = delivery.state;
  if (state === "PUBLISHED") return "open";
  if ((state === "NEEDS_ATTENTION" || state === "FAILED") && remedyLabel(delivery)) return "remedy";
  return (["resume", "pause", "undo", "retry", "dismiss"] as const).find((act) => can(delivery, act)) ?? null;
}

/** What the remedy's button says; nothing when only reading helps. */
export function remedyLabel({ explanation, platform, draft_id }: DeliveryView): string | null {
  switch (explanation?.remedy) {
    case "CONNECT":
      return t("home-act-connect", { platform: platformName(platform) });
    case "LOCATE_FILE":
      return t("home-act-locate");
    case "EDIT_DRAFT":
      return draft_id ? t("home-act-edit-draft") : null;
    case "RETRY":
      return t("home-act-retry");
    default:
      return null;
  }
}

/** Whether a receipt tells anything: once something was sent, or it has ended. */
export const hasReceipt = (delivery: DeliveryView): boolean =>
  delivery.group === "DONE" || delivery.state.state === "PROCESSING" || (delivery.confirmed_bytes ?? 0) > 0;

/** Does `act` with one delivery and says what came of it. */
export async function perform(app: Studio, delivery: DeliveryView, act: Exclude<ActName, MoveAct>): Promise<void> {
  const { id } = delivery;
  switch (act) {
    case "open":
      await app.attempt(() => commands.openVideo(id));
      return;
    case "copy":
      await copyLink(app, id);
      return;
    case "time":
      app.errand = { screen: "calendar", show: id };
      app.router.go({ name: "calendar" });
      return;
    case "receipt":
      app.receipt = id;
      return;
    case "select":
      app.selection.toggle(id);
      return;
    case "remedy":
      await mend(app, delivery);
      return;
    default:
      await performAll(app, [delivery], act);
  }
}

/** Does `act` with every one of `deliveries` that allows it; several refusals are told as one. */
export async function performAll(app: Studio, deliveries: DeliveryView[], act: BulkAct): Promise<void> {
  const able = deliveries.filter((d) => can(d, act));
  const done = await each(app, able, COMMANDS[act]);
  const [first] = done;
  if (act !== "cancel" || !first) return;
  const text =
    done.length === 1
      ? t("home-will-not-go", { title: first.title, platform: platformName(first.platform) })
      : t("home-cancelled", { count: done.length });
  app.toasts.show(text, { undo: () => each(app, done, COMMANDS.undo) });
}

const COMMANDS: Record<BulkAct, (id: string) => Promise<unknown>> = {
  pause: (id) => commands.pause(id),
  resume: (id) => commands.resume(id),
  retry: (id) => commands.retry(id),
  send: (id) => commands.reschedule(id, null),
  cancel: (id) => commands.cancel(id),
  undo: (id) => commands.undoCancel(id),
  dismiss: (id) => commands.dismiss(id),
};

async function each(
  app: Studio,
  deliveries: DeliveryView[],
  command: (id: string) => Promise<unknown>,
): Promise<DeliveryView[]> {
  const answers = await Promise.allSettled(deliveries.map((d) => command(d.id)));
  const refused = answers.filter((a) => a.status === "rejected");
  const [first] = refused;
  if (first) {
    const reason = asAppError(first.reason).message;
    const count = refused.length - 1;
    app.toasts.show(count > 0 ? t("home-refused-and-others", { reason, count }) : reason, { tone: "bad" });
  }
  return deliveries.filter((_, i) => answers[i]?.status === "fulfilled");
}

/** Stops or goes on with everything, and says with how many. */
export async function performOnAll(app: Studio, act: "pause" | "resume"): Promise<void> {
  await app.attempt(async () => {
    const count = await (act === "pause" ? commands.pauseAll() : commands.resumeAll());
    app.toasts.show(t(act === "pause" ? "home-paused" : "home-resumed", { count }), { tone: "good" });
  });
}

/** Stops every other upload that is under way, so that one with little time left gets the whole line. */
export async function pauseOthers(app: Studio, delivery: DeliveryView): Promise<void> {
  const others = app.overview.value?.deliveries.filter((d) => d.id !== delivery.id && takesTheLine(d)) ?? [];
  await performAll(app, others, "pause");
}

/** Whether bytes of it are on their way or about to be. */
export const takesTheLine = (delivery: DeliveryView): boolean =>
  (delivery.state.state === "UPLOADING" || delivery.state.state === "PREPARING") && can(delivery, "pause");

async function mend(app: Studio, delivery: DeliveryView): Promise<void> {
  const { id, platform, explanation } = delivery;
  switch (explanation?.remedy) {
    case "CONNECT":
      app.signIns.delete(platform);
      app.router.go({ name: "connections" });
      await app.attempt(() => commands.connect(platform, app.hasExtras(platform)));
      return;
    case "LOCATE_FILE":
      await app.attempt(() => commands.locateDelivery(id));
      return;
    case "EDIT_DRAFT":
      // What was published is spent: it comes back as a new draft for this platform alone.
      await app.attempt(async () => {
        app.router.go({ name: "draft", id: (await commands.editAgain(id)).id });
      });
      return;
    case "RETRY":
      await app.attempt(() => commands.retry(id));
  }
}

/** What a step's own button says. */
export function stepLabel({ explanation }: StepView, platform: DeliveryView["platform"]): string | null {
  if (explanation?.remedy === "CONNECT") return t("home-act-connect", { platform: platformName(platform) });
  return explanation?.remedy === "NONE" ? null : t("home-act-retry");
}

/** Mends one step of a delivery, and leaves everything else of it alone. */
export async function mendStep(app: Studio, { platform }: DeliveryView, step: StepView): Promise<void> {
  if (step.explanation?.remedy !== "CONNECT") {
    await app.attempt(() => commands.retryStep(step.id));
    return;
  }
  app.signIns.delete(platform);
  app.router.go({ name: "connections" });
  // A step needs what captions and playlists need: without those rights the same would happen again.
  await app.attempt(() => commands.connect(platform, true));
}

/** The act of a key on rows: Space pauses or resumes, Delete cancels or clears away, R tries again. */
export function actOfKey(event: KeyboardEvent, deliveries: DeliveryView[]): BulkAct | null {
  const some = (...acts: BulkAct[]) => acts.find((act) => deliveries.some((d) => can(d, act))) ?? null;
  if (pressed("uploadPause", event)) return deliveries.length === 1 ? some("resume", "pause") : some("pause", "resume");
  if (pressed("uploadCancel", event)) return some("cancel", "dismiss");
  if (pressed("uploadRetry", event)) return some("retry");
  return null;
}
