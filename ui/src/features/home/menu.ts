/** The rest of what a row can do, in its menu. */
import ArrowDown from "@lucide/svelte/icons/arrow-down";
import ArrowUp from "@lucide/svelte/icons/arrow-up";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import Copy from "@lucide/svelte/icons/copy";
import ExternalLink from "@lucide/svelte/icons/external-link";
import Pause from "@lucide/svelte/icons/pause";
import Play from "@lucide/svelte/icons/play";
import ReceiptText from "@lucide/svelte/icons/receipt-text";
import RotateCw from "@lucide/svelte/icons/rotate-cw";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Send from "@lucide/svelte/icons/send";
import Undo from "@lucide/svelte/icons/undo-2";
import X from "@lucide/svelte/icons/x";

import { shareGroup } from "../../app/links";
import { inWords } from "../../app/shortcuts";
import type { MenuGroup, MenuItem } from "../../components/menu-item";
import type { DeliveryView, ShareTarget } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { can, hasReceipt, type ActName } from "./acts";

type Entry = MenuItem & { name: ActName };

/** What `delivery` allows beyond its first act; empty when there is nothing more. */
export function menuOf(
  delivery: DeliveryView,
  first: ActName | null,
  act: (name: ActName) => unknown,
  share: (target: ShareTarget) => unknown,
  chosen: boolean,
): MenuGroup[] {
  const entry = (name: ActName, label: string, rest: Partial<MenuItem>): Entry => ({
    name,
    label,
    testid: `act-${name}`,
    act: () => act(name),
    ...rest,
  });
  const published = delivery.state.state === "PUBLISHED";
  const entries: [boolean, Entry][] = [
    [published, entry("open", t("home-open-in-browser"), { icon: ExternalLink })],
    [published, entry("copy", t("home-act-copy"), { icon: Copy })],
    [can(delivery, "pause"), entry("pause", t("home-act-pause"), { icon: Pause, keys: inWords("uploadPause") })],
    [can(delivery, "resume"), entry("resume", t("home-act-resume"), { icon: Play, keys: inWords("uploadPause") })],
    [can(delivery, "retry"), entry("retry", t("home-act-retry-now"), { icon: RotateCw, keys: inWords("uploadRetry") })],
    [can(delivery, "send"), entry("send", t("home-act-send"), { icon: Send })],
    [delivery.actions.includes("MOVE_TIME"), entry("time", t("home-act-time"), { icon: CalendarClock })],
    [delivery.actions.includes("MOVE_UP"), entry("up", t("home-act-up"), { icon: ArrowUp, keys: inWords("uploadUp") })],
    [
      delivery.actions.includes("MOVE_DOWN"),
      entry("down", t("home-act-down"), { icon: ArrowDown, keys: inWords("uploadDown") }),
    ],
    [can(delivery, "undo"), entry("undo", t("home-act-undo-cancel"), { icon: Undo })],
    [hasReceipt(delivery), entry("receipt", t("home-act-receipt"), { icon: ReceiptText })],
    [
      true,
      entry("select", chosen ? t("home-act-unselect") : t("home-act-select"), {
        icon: ListChecks,
        keys: inWords("uploadSelect"),
      }),
    ],
    [
      can(delivery, "cancel"),
      entry("cancel", t("home-act-cancel"), { icon: X, keys: inWords("uploadCancel"), danger: true }),
    ],
    [can(delivery, "dismiss"), entry("dismiss", t("home-act-take-off"), { icon: X, keys: inWords("uploadCancel") })],
  ];
  const shown = entries.filter(([allowed, { name }]) => allowed && name !== first).map(([, item]) => item);
  const isLast = ({ name }: Entry) => name === "cancel" || name === "dismiss";
  const isAbout = ({ name }: Entry) => name === "receipt" || name === "select";
  const exact = delivery.state.state === "PUBLISHED" && delivery.state.exact;
  return [
    { items: shown.filter((i) => !isLast(i) && !isAbout(i)) },
    ...(exact ? [shareGroup(share)] : []),
    { items: shown.filter(isAbout) },
    { items: shown.filter(isLast) },
  ].filter((group) => group.items.length > 0);
}
