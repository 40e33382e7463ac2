/** What is written again and again: snippets and presets. */
import type { PresetView, SnippetView } from "..";
import { preset, snippet } from "../samples";
import { moved, row, type Answers, type Core } from "./core";

export interface TextsWorld {
  snippets: SnippetView[];
  presets: PresetView[];
}

export const emptyTexts = (): TextsWorld => ({
  snippets: [],
  presets: [],
});

export function textsAnswers(core: Core): Answers {
  const { world } = core;
  let [thrown, dropped]: [SnippetView[], PresetView[]] = [[], []];
  return {
    snippets: () => world.snippets,
    newSnippet: (fields: SnippetView["fields"]) => {
      const begun = snippet(fields, { id: `new${world.snippets.length}` });
      world.snippets = [...world.snippets, begun];
      return begun;
    },
    saveSnippet: (id: string, fields: SnippetView["fields"]) =>
      Object.assign(row(world.snippets, id), { fields, updated_at: core.now }),
    moveSnippet: (id: string, before: string | null) => (world.snippets = moved(world.snippets, id, before)),
    deleteSnippet: (id: string) => {
      thrown = world.snippets;
      world.snippets = world.snippets.filter((other) => other.id !== id);
    },
    restoreSnippet: () => {
      world.snippets = thrown;
      core.emit("changed", { tables: ["snippets"] });
    },
    presets: () => world.presets,
    newPreset: (name: string, settings: PresetView["settings"]) => {
      const made = preset({ id: `new${world.presets.length}`, name, settings });
      world.presets = [...world.presets, made];
      return made;
    },
    presetOfDraft: (_draft: string, name: string) => {
      const made = preset({ id: `new${world.presets.length}`, name });
      world.presets = [...world.presets, made];
      return made;
    },
    savePreset: (id: string, name: string, settings: PresetView["settings"]) =>
      Object.assign(row(world.presets, id), { name, settings, updated_at: core.now }),
    setDefaultPreset: (id: string | null) =>
      void (world.presets = world.presets.map((each) => ({ ...each, is_default: each.id === id }))),
    deletePreset: (id: string) => {
      dropped = world.presets;
      world.presets = world.presets.filter((other) => other.id !== id);
    },
    restorePreset: () => {
      world.presets = dropped;
      core.emit("changed", { tables: ["presets"] });
    },
  };
}
