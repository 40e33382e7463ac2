/** What connections were used for. */
import type { ActivityCheck, ActivityEntryView, ActivityFilter } from "..";
import type { Answers, Core } from "./core";

/** Words, platform, use, outcome and what it is about, as far as tests and stories look for them. */
const isUse = (entry: ActivityEntryView, filter: ActivityFilter): boolean =>
  filter.words.every(
    ({ text, actions, outcomes }) =>
      [entry.account, entry.scope, entry.about?.title].some((part) =>
        part?.toLowerCase().includes(text.toLowerCase()),
      ) ||
      actions.includes(entry.action) ||
      outcomes.includes(entry.outcome),
  ) &&
  (filter.platform === null || filter.platform === entry.platform) &&
  (filter.action === null || filter.action === entry.action) &&
  (filter.outcome === null || (filter.outcome === "WELL") === entry.well) &&
  (filter.about === null || filter.about === entry.subject);

export interface ActivityWorld {
  /** The activity, newest first. */
  activity: ActivityEntryView[];
  chain: ActivityCheck;
}

export const emptyActivity = (): ActivityWorld => ({
  activity: [],
  chain: { entries: 0, broken: null, message: "Unbroken: every entry is as it was written, and none is missing." },
});

export function activityAnswers(core: Core): Answers {
  const { world } = core;
  return {
    activity: (filter: ActivityFilter, before: number | null, limit: number) => {
      const all = world.activity.filter((entry) => isUse(entry, filter));
      const older = all.filter(({ n }) => before === null || n < before);
      const entries = older.slice(0, limit);
      return {
        entries,
        next: older.length > limit ? entries.at(-1)?.n : null,
        total: before === null ? all.length : null,
      };
    },
    checkActivity: () => world.chain,
    exportActivity: (filter: ActivityFilter) => world.activity.filter((entry) => isUse(entry, filter)).length,
  };
}
