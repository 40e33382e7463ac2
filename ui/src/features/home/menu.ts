/** The rest of what a row can do, in its menu. */
import Copy from "@lucide/svelte/icons/copy";
import ExternalLink from "@lucide/svelte/icons/external-link";
import Pause from "@lucide/svelte/icons/pause";
import Play from "@lucide/svelte/icons/play";
import RotateCw from "@lucide/svelte/icons/rotate-cw";
import Undo from "@lucide/svelte/icons/undo-2";
import X from "@lucide/svelte/icons/x";

import { shareGroup } from "../../app/links";
import type { MenuGroup, MenuItem } from "../../components/menu-item";
import type { DeliveryView, ShareTarget } from "../../ipc";
import type { ActName } from "./acts";

type Entry = MenuItem & { name: ActName };

/** What `delivery` allows beyond its first act; empty when there is nothing more. */
export function menuOf(
  delivery: DeliveryView,
  first: ActName | null,
  act: (name: ActName) => unknown,
  share: (target: ShareTarget) => unknown,
): MenuGroup[] {
  const can = (action: DeliveryView["actions"][number]) => delivery.actions.includes(action);
  const entry = (name: ActName, label: string, rest: Partial<MenuItem>): Entry => ({
    name,
    label,
    testid: `act-${name}`,
    act: () => act(name),
    ...rest,
  });
  const published = delivery.state.state === "PUBLISHED";
  const entries: [boolean, Entry][] = [
    [published, entry("open", "Open in the browser", { icon: ExternalLink })],
    [published, entry("copy", "Copy link", { icon: Copy })],
    [can("PAUSE"), entry("pause", "Pause", { icon: Pause, keys: "Space" })],
    [can("RESUME"), entry("resume", "Resume", { icon: Play, keys: "Space" })],
    [can("RETRY"), entry("retry", "Try again", { icon: RotateCw, keys: "R" })],
    [can("UNDO_CANCEL"), entry("undo", "Undo cancel", { icon: Undo })],
    [can("CANCEL"), entry("cancel", "Cancel", { icon: X, keys: "Del", danger: true })],
    [can("DISMISS"), entry("dismiss", "Take off this list", { icon: X })],
  ];
  const shown = entries.filter(([allowed, { name }]) => allowed && name !== first).map(([, item]) => item);
  const [last, rest] = [
    shown.filter((i) => i.name === "cancel" || i.name === "dismiss"),
    shown.filter((i) => i.name !== "cancel" && i.name !== "dismiss"),
  ];
  const exact = delivery.state.state === "PUBLISHED" && delivery.state.exact;
  return [{ items: rest }, ...(exact ? [shareGroup(share)] : []), { items: last }].filter(
    (group) => group.items.length > 0,
  );
}
