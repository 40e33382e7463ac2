/** What can be done with the address of something published. The core knows the address; the window names the delivery. */
import Send from "@lucide/svelte/icons/send";

import type { MenuGroup } from "../components/menu-item";
import { commands, type ShareTarget } from "../ipc";
import { t } from "../words/fluent.svelte";
import type { Studio } from "./studio.svelte";

const shares = (): [ShareTarget, string][] => [
  ["EMAIL", t("app-share-email")],
  ["WHATSAPP", "WhatsApp"],
  ["TELEGRAM", "Telegram"],
  ["X", "X"],
];

/** Copies the address of what `deliveryId` published, and says so. */
export async function copyLink(app: Studio, deliveryId: string): Promise<void> {
  if (await app.attempt(() => commands.copyLink(deliveryId))) app.toasts.show(t("app-link-copied"), { tone: "good" });
}

/** The lines of a menu that hand an address to another program. */
export const shareGroup = (share: (target: ShareTarget) => unknown): MenuGroup => ({
  label: t("app-share"),
  items: shares().map(([target, label]) => ({
    label,
    icon: Send,
    testid: `share-${target.toLowerCase()}`,
    act: () => share(target),
  })),
});

/** Whether `url` leads to one video: of a post that is not public, TikTok tells only the account it is in. */
export const isOneVideo = (url: string): boolean => !/\/@[^/?#]+\/?$/.test(url);
