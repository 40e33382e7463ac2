/** Videos that are written: drafts, what hangs on them, what they said before. */
import type { AddedVideos, DeletedView, DraftView, FieldChange, PresetView, VersionView, WallTime } from "..";
import { row, type Answers, type Core } from "./core";

export interface DraftsWorld {
  drafts: DraftView[];
  added: AddedVideos;
  /** Versions of any draft, newest first, and what restoring one would do. */
  versions: VersionView[];
  changes: Record<string, FieldChange[]>;
  deleted: DeletedView[];
  /** The drafts that lie side by side. */
  together: string[];
  /** What the next times are. */
  times: WallTime[];
}

export const emptyDrafts = (): DraftsWorld => ({
  drafts: [],
  added: { drafts: [], refused: [] },
  versions: [],
  changes: {},
  deleted: [],
  together: [],
  times: [],
});

export function draftsAnswers(core: Core): Answers {
  const { world } = core;
  const takenOff = new Map<string, Pick<DraftView, "attachments"> & { view: DraftView }>();
  const draft = (id: string): DraftView => row(world.drafts, id, "This draft was published or deleted.");
  const holder = (attachment: string): DraftView => {
    const found = world.drafts.find((d) => d.attachments.some((a) => a.id === attachment));
    return found ?? draft("");
  };
  return {
    draft,
    locateFile: draft,
    addVideos: () => world.added,
    saveDraft: (id: string, _shown: DraftView["fields"], fields: DraftView["fields"]) =>
      Object.assign(draft(id), { fields, updated_at: core.now }),
    addThumbnail: draft,
    addCaptions: draft,
    describeCaptions: (id: string, language: string, name: string) => {
      const view = holder(id);
      view.attachments = view.attachments.map((a) => (a.id === id ? { ...a, language, name } : a));
      return view;
    },
    removeAttachment: (id: string) => {
      const view = holder(id);
      takenOff.set(id, { view, attachments: view.attachments });
      view.attachments = view.attachments.filter((a) => a.id !== id);
      return view;
    },
    restoreAttachment: (id: string) => {
      const { view, attachments } = takenOff.get(id)!;
      return Object.assign(view, { attachments });
    },
    versions: (_id: string, after: string | null) => {
      const from = after === null ? 0 : world.versions.findIndex((v) => v.id === after) + 1;
      return { versions: world.versions.slice(from, from + 50), more: world.versions.length > from + 50 };
    },
    compareVersion: (_id: string, version: string) => world.changes[version] ?? [],
    undoStep: () => null,
    redoStep: () => null,
    lastPlace: () => null,
    deleted: () => world.deleted,
    restoreDeleted: (kind: string, id: string) =>
      void (world.deleted = world.deleted.filter((thing) => thing.kind !== kind || thing.id !== id)),
    composeTogether: (ids: string[]) => void (world.together = ids),
    together: () => world.together.flatMap((id) => world.drafts.find((d) => d.id === id) ?? []),
    stagger: (ids: string[]) => world.times.slice(0, ids.length),
    // What a preset does to a draft is the core's rule: here only the privacy, as far as tests look.
    applySettings: (settings: PresetView["settings"], ids: string[]) =>
      ids.map((id) => {
        const view = draft(id);
        const privacy = settings.youtube.privacy ?? view.fields.youtube.privacy;
        return Object.assign(view, {
          fields: { ...view.fields, youtube: { ...view.fields.youtube, privacy } },
          updated_at: core.now,
        });
      }),
  };
}
