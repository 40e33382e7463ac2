/** The entries of the library as far as they were read. It outlives the screen, so coming back finds it. */
import { Parts } from "../../app/parts.svelte";
import { Selection } from "../../app/selection.svelte";
import { commands, type EntryView, type LibraryFilter, type LibraryOrder } from "../../ipc";

interface Wanted {
  filter: LibraryFilter;
  order: LibraryOrder;
}
type Part = Awaited<ReturnType<typeof commands.library>>;
type Next = NonNullable<Part["next"]>;

export class Library extends Parts<Wanted, EntryView, Next, Part> {
  counts = $state.raw<{ videos: number; posts: number; drafts: number }>();
  readonly selection = new Selection();

  protected override ask({ filter, order }: Wanted, next: Next | null, count: number): Promise<Part> {
    return commands.library(filter, order, next, count);
  }

  protected override told({ counts }: Part): void {
    if (counts) this.counts = counts;
  }

  override show(wanted: Wanted): boolean {
    // Nothing may be done with what is chosen and no longer to be seen.
    const { filter } = this.wanted ?? wanted;
    if (JSON.stringify(wanted.filter) !== JSON.stringify(filter)) this.selection.clear();
    return super.show(wanted);
  }

  /** Chooses everything that is wanted, read or not. */
  async all(): Promise<void> {
    if (!this.wanted) return;
    const { asked } = this;
    const ids = await commands.libraryIds(this.wanted.filter, this.wanted.order);
    if (asked === this.asked) this.selection.all(ids);
  }

  protected override take(entries: EntryView[], next: Next | null): void {
    const before = this.entries?.map(({ id }) => id) ?? [];
    // What has come into a later part since is where it was.
    super.take([...new Map(entries.map((entry) => [entry.id, entry])).values()], next);
    const here = this.entries?.map(({ id }) => id) ?? [];
    const { selection } = this;
    // While parts are missing, what is chosen may be among those.
    const chosen = next ? [...selection.chosen] : [];
    selection.settle(before, here);
    for (const id of chosen) selection.chosen.add(id);
  }
}
