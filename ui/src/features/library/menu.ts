/** What can be done with an entry, in its menu. */
import Copy from "@lucide/svelte/icons/copy";
import CopyPlus from "@lucide/svelte/icons/copy-plus";
import Eye from "@lucide/svelte/icons/eye";
import Info from "@lucide/svelte/icons/info";
import ListChecks from "@lucide/svelte/icons/list-checks";
import SquarePen from "@lucide/svelte/icons/square-pen";
import Trash from "@lucide/svelte/icons/trash-2";

import { inWords } from "../../app/shortcuts";
import type { MenuGroup, MenuItem } from "../../components/menu-item";
import type { EntryView } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { canUseAgain } from "./acts";

export interface EntryActs {
  open: () => unknown;
  preview: () => unknown;
  openPlace: (place: EntryView["places"][number]) => unknown;
  copy: () => unknown;
  again: () => unknown;
  select: () => unknown;
  remove: () => unknown;
}

const REMOVE = {
  VIDEO: "library-act-take-out",
  POST: "library-act-delete-post",
  DRAFT: "library-act-delete-draft",
} as const;

export function menuOfEntry(entry: EntryView, acts: EntryActs, chosen: boolean): MenuGroup[] {
  const item = (label: string, rest: Omit<MenuItem, "label">): MenuItem => ({ label, ...rest });
  const isDraft = entry.kind === "DRAFT";
  const hasLink = entry.places.some(({ url }) => url !== null);
  return [
    {
      items: [
        item(isDraft ? t("library-act-open-draft") : t("library-act-details"), {
          icon: isDraft ? SquarePen : Info,
          keys: inWords("entryOpen"),
          act: acts.open,
          testid: "entry-open",
        }),
        item(t("library-act-preview"), {
          icon: Eye,
          keys: inWords("entryPreview"),
          act: acts.preview,
          testid: "entry-preview",
        }),
        ...(hasLink
          ? [
              item(t("library-act-copy"), {
                icon: Copy,
                keys: inWords("entryCopy"),
                act: acts.copy,
                testid: "entry-copy",
              }),
            ]
          : []),
        ...(canUseAgain(entry)
          ? [
              item(t("library-act-again"), {
                icon: CopyPlus,
                keys: inWords("entryAgain"),
                act: acts.again,
                testid: "entry-again",
              }),
            ]
          : []),
        item(chosen ? t("library-act-unselect") : t("library-act-select"), {
          icon: ListChecks,
          keys: inWords("entrySelect"),
          act: acts.select,
          testid: "entry-select",
        }),
      ],
    },
    {
      items: [
        item(t(REMOVE[entry.kind]), {
          icon: Trash,
          keys: inWords("entryRemove"),
          danger: true,
          act: acts.remove,
          testid: "entry-remove",
        }),
      ],
    },
  ];
}
