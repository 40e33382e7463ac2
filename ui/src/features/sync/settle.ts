/** Settling what was edited on two devices. */
import { tick } from "svelte";

import type { Studio } from "../../app/studio.svelte";
import { commands, type ConflictView, type DraftFields, type KeptView, type Settling } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { fieldName } from "./words";

/** Whether the value that is shown now can be brought back with one step, so that nothing needs to be asked before. */
export const canGoBack = ({ table, field, is_post }: ConflictView): boolean =>
  table === "drafts" && (is_post ? field === "description" : place(field) !== undefined);

/** Does what was chosen and says what came of it. */
export async function settle(app: Studio, conflict: ConflictView, kept: KeptView, how: Settling): Promise<void> {
  const { table, row, field, shown, is_post } = conflict;
  await app.attempt(async () => {
    const undo = how === "USE" && canGoBack(conflict) ? await wayBack(app, conflict) : undefined;
    await commands.resolveConflict(table, row, kept.version, shown, how);
    const name = fieldName(is_post && field === "description" ? "content" : field);
    if (how === "USE")
      app.toasts.show(t("sync-settled-use", { field: name, device: kept.device }), {
        tone: "good",
        ...(undo && { undo }),
      });
    if (how === "KEEP_BOTH")
      app.toasts.show(t(is_post ? "sync-settled-both-posts" : "sync-settled-both-home", { device: kept.device }), {
        tone: "good",
      });
    if (how === "DISMISS") app.toasts.show(t("sync-settled-dismiss", { field: name }));
  });
  // A refusal mostly means that it is settled already, perhaps on the other device: look again either way.
  await Promise.all([app.conflicts.reload(), app.sync.reload()]);
  await tick();
  keepPlace();
}

/** How the value that is shown now comes back. */
async function wayBack(app: Studio, { row, field, shown, is_post }: ConflictView): Promise<() => Promise<unknown>> {
  if (is_post) {
    return () => app.attempt(async () => commands.savePost(row, (await commands.postDraft(row)).text, shown));
  }
  const before = (await commands.draft(row)).fields;
  return () => bringBack(app, row, field, before);
}

async function bringBack(app: Studio, row: string, field: string, before: DraftFields): Promise<void> {
  await app.attempt(async () => {
    const { fields } = await commands.draft(row);
    await commands.saveDraft(row, fields, withField(fields, before, field));
    await app.conflicts.reload();
  });
}

/** `fields` with this one column as it is in `from`. */
function withField(fields: DraftFields, from: DraftFields, column: string): DraftFields {
  const [part, key] = place(column) ?? [];
  if (part === "youtube") return { ...fields, youtube: { ...fields.youtube, [key ?? ""]: read(from.youtube, key) } };
  if (part === "tiktok") return { ...fields, tiktok: { ...fields.tiktok, [key ?? ""]: read(from.tiktok, key) } };
  return { ...fields, [column]: read(from, column) };
}

const read = (part: object, key: string | undefined): unknown => (part as Record<string, unknown>)[key ?? ""];

const SHARED = ["title", "description", "tags", "video_type", "targets"];

/** Where a column of drafts lies in its fields. */
function place(column: string): ["shared" | "youtube" | "tiktok", string] | undefined {
  if (SHARED.includes(column)) return ["shared", column];
  const [, part, key] = /^(youtube|tiktok)_(.+)$/.exec(column) ?? [];
  return part && key ? [part as "youtube" | "tiktok", key] : undefined;
}

/** The button that was pressed is gone: the next one takes the focus, else the screen does. */
function keepPlace(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const next = document.querySelector<HTMLElement>("[data-testid=conflict] button");
  (next ?? document.querySelector("main"))?.focus();
}
