/** What can be done with a delivery, and which one act a row offers first. */
import { copyLink } from "../../app/links";
import type { Studio } from "../../app/studio.svelte";
import { commands, type DeliveryView } from "../../ipc";
import { platformName } from "../../words/platform";

export type ActName = "pause" | "resume" | "cancel" | "undo" | "retry" | "dismiss" | "open" | "copy" | "remedy";

/** The one act that fits the state; the others are in the row's menu. */
export function firstAct(delivery: DeliveryView): ActName | null {
  const can = (action: DeliveryView["actions"][number]) => delivery.actions.includes(action);
  const { state } = delivery.state;
  if (state === "PUBLISHED") return "open";
  if ((state === "NEEDS_ATTENTION" || state === "FAILED") && remedyLabel(delivery)) return "remedy";
  if (can("RESUME")) return "resume";
  if (can("PAUSE")) return "pause";
  if (can("UNDO_CANCEL")) return "undo";
  if (can("RETRY")) return "retry";
  if (can("DISMISS")) return "dismiss";
  return null;
}

/** What the remedy's button says; nothing when only reading helps. */
export function remedyLabel({ explanation, platform, draft_id }: DeliveryView): string | null {
  switch (explanation?.remedy) {
    case "CONNECT":
      return `Connect ${platformName(platform)}`;
    case "LOCATE_FILE":
      return "Locate…";
    case "EDIT_DRAFT":
      return draft_id ? "Edit draft" : null;
    case "RETRY":
      return "Try again";
    default:
      return null;
  }
}

/** Does `act` and says what came of it. */
export async function perform(app: Studio, delivery: DeliveryView, act: ActName): Promise<void> {
  const { id } = delivery;
  switch (act) {
    case "pause":
      await app.attempt(() => commands.pause(id));
      return;
    case "resume":
      await app.attempt(() => commands.resume(id));
      return;
    case "retry":
      await app.attempt(() => commands.retry(id));
      return;
    case "undo":
      await app.attempt(() => commands.undoCancel(id));
      return;
    case "dismiss":
      await app.attempt(() => commands.dismiss(id));
      return;
    case "open":
      await app.attempt(() => commands.openVideo(id));
      return;
    case "copy":
      await copyLink(app, id);
      return;
    case "cancel":
      if (await app.attempt(() => commands.cancel(id)))
        app.toasts.show(`${delivery.title} will not go to ${platformName(delivery.platform)}.`, {
          undo: () => app.attempt(() => commands.undoCancel(id)),
        });
      return;
    case "remedy":
      await mend(app, delivery);
  }
}

async function mend(app: Studio, delivery: DeliveryView): Promise<void> {
  const { id, platform, explanation } = delivery;
  switch (explanation?.remedy) {
    case "CONNECT":
      app.signIns.delete(platform);
      app.router.go({ name: "connections" });
      await app.attempt(() => commands.connect(platform));
      return;
    case "LOCATE_FILE":
      await app.attempt(() => commands.locateDelivery(id));
      return;
    case "EDIT_DRAFT":
      // What was published is spent: it comes back as a new draft for this platform alone.
      await app.attempt(async () => app.router.go({ name: "draft", id: (await commands.editAgain(id)).id }));
      return;
    case "RETRY":
      await app.attempt(() => commands.retry(id));
  }
}

/** The act of a key on a row: Space pauses and resumes, Delete cancels, R tries again. */
export function actOfKey(key: string, { actions }: DeliveryView): ActName | null {
  if (key === " ") return actions.includes("RESUME") ? "resume" : actions.includes("PAUSE") ? "pause" : null;
  if (key === "Delete" || key === "Backspace")
    return actions.includes("CANCEL") ? "cancel" : actions.includes("DISMISS") ? "dismiss" : null;
  if (key.toLowerCase() === "r") return actions.includes("RETRY") ? "retry" : null;
  return null;
}
