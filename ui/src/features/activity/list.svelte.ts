/** The entries of the activity as far as they were read, the newest first. */
import { Parts } from "../../app/parts.svelte";
import { commands, type ActivityEntryView, type ActivityFilter } from "../../ipc";

type Part = Awaited<ReturnType<typeof commands.activity>>;

export class Activity extends Parts<ActivityFilter, ActivityEntryView, number, Part> {
  total = $state<number>();

  protected override ask = commands.activity;

  protected override told({ total, entries }: Part): void {
    this.total = total ?? entries.length;
  }
}
