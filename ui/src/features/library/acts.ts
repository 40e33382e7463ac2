/** What can be done with entries of the library. */
import { go } from "../../app/acts";
import type { Studio } from "../../app/studio.svelte";
import { commands, type EntryView } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { platformName } from "../../words/platform";
import { list } from "../../words/quantity";
import { nameOfEntry } from "./words";

/** Opens what an entry is about: a draft where it is written, everything else with what is known of it. */
export function openEntry(app: Studio, { id, kind }: Pick<EntryView, "id" | "kind">): void {
  if (kind === "DRAFT") go(app, { name: "draft", id });
  else app.entry = { id, preview: false };
}

export function previewEntry(app: Studio, { id }: Pick<EntryView, "id">): void {
  app.entry = { id, preview: true };
}

export async function openPlace(app: Studio, entry: EntryView, place: EntryView["places"][number]): Promise<void> {
  await app.attempt(() => commands.openPlace(entry.id, place.platform));
}

/** Copies the addresses of entries, one a line. */
export async function copyLinks(app: Studio, ids: string[]): Promise<void> {
  await app.attempt(async () => {
    const count = await commands.copyLinks(ids);
    app.toasts.show(t("library-links-copied", { count }), { tone: "good" });
  });
}

/** So many new drafts are made at once: who asks for more has pressed the wrong key. */
const MOST_AGAIN = 20;

export const canUseAgain = ({ kind }: Pick<EntryView, "kind">): boolean => kind !== "DRAFT";

/** Makes new drafts of old entries. One opens at once, with what to know before it is published. */
export async function useAgain(app: Studio, entries: Pick<EntryView, "id" | "kind">[]): Promise<void> {
  const old = entries.filter(canUseAgain);
  const [only] = old;
  if (!only) return;
  if (old.length > MOST_AGAIN) {
    app.toasts.show(t("library-again-most", { limit: MOST_AGAIN }), { tone: "bad" });
    return;
  }
  await app.attempt(async () => {
    const warnings: string[] = [];
    let made = 0;
    for (const { id } of old) {
      const { draft_id, post_id, warning } = await commands.useAgain(id);
      made += 1;
      if (warning) warnings.push(warning);
      if (old.length > 1) continue;
      if (draft_id) go(app, { name: "draft", id: draft_id });
      else if (post_id) go(app, { name: "post", id: post_id });
    }
    const [first] = warnings;
    if (old.length === 1) {
      if (first) app.toasts.show(first);
    } else {
      const warned = warnings.length;
      const said = { count: made };
      const text = warned > 0 ? t("library-again-made-look", { ...said, warned }) : t("library-again-made", said);
      app.toasts.show(text, { tone: "good" });
    }
  });
}

/** Takes entries out, and says what that means for what is on the platforms. */
export async function removeEntries(app: Studio, ids: string[], known: EntryView[]): Promise<void> {
  await app.attempt(async () => {
    const removed = await commands.removeEntries(ids);
    for (const id of removed) app.library.selection.chosen.delete(id);
    if (removed.length === 0) return;
    const gone = new Set(removed);
    app.toasts.show(
      removedWords(
        removed.length,
        known.filter(({ id }) => gone.has(id)),
      ),
      {
        undo: () => app.attempt(() => commands.restoreEntries(removed)),
        gone: removed.map((id) => ({ kind: known.find((entry) => entry.id === id)?.kind ?? "VIDEO", id })),
      },
    );
  });
}

/** Such as `“Oak chair” is out of your library and off your page. The video stays on YouTube.` */
export function removedWords(count: number, known: EntryView[]): string {
  const platforms = [...new Set(known.filter(isVideo).flatMap(({ places }) => places.filter(isThere)))];
  const names = list([...new Set(platforms.map(({ platform }) => platformName(platform)))].sort());
  const [only] = known;
  if (count === 1 && only) {
    const name = nameOfEntry(only);
    if (only.kind === "DRAFT") return t("library-removed-draft", { name });
    if (only.kind === "POST") return t("library-removed-post", { name });
    return t("library-removed-video", { name, platforms: names });
  }
  if (names !== "") return t("library-removed-stay", { count, platforms: names });
  return known.length === count ? t("library-removed", { count }) : t("library-removed-stay-somewhere", { count });
}

const isVideo = ({ kind }: EntryView): boolean => kind === "VIDEO";
const isThere = ({ video_id }: EntryView["places"][number]): boolean => video_id !== null;
