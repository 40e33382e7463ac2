/** The entries of the library as far as they were read, part after part. It outlives the screen, so coming back finds it. */
import { asAppError, commands, type AppError, type EntryView, type LibraryFilter, type LibraryOrder } from "../../ipc";
import { Selection } from "../../app/selection.svelte";

/** As many entries are asked for at once. */
export const PART = 100;
const MOST = 500;
/** Changes that follow each other closely are read together. */
const GATHER_MS = 150;

interface Wanted {
  filter: LibraryFilter;
  order: LibraryOrder;
}
type Counts = { videos: number; posts: number; drafts: number };
type Next = Awaited<ReturnType<typeof commands.library>>["next"];

export class Library {
  entries = $state.raw<EntryView[]>();
  counts = $state.raw<Counts>();
  error = $state.raw<AppError>();
  /** Whether another part is there to be read. */
  hasMore = $state(false);
  readonly selection = new Selection();

  #wanted: Wanted | undefined;
  #next: Next = null;
  /** Counts what was asked, so that an answer to an older question is not taken for one to the newest. */
  #asked = 0;
  #isReading = false;
  #watching = 0;
  #isStale = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  /** Shows what is wanted, and says whether that is another list than before. */
  show(wanted: Wanted): boolean {
    if (JSON.stringify(wanted) === JSON.stringify(this.#wanted) && !this.error) {
      if (this.#isStale) void this.reload();
      return false;
    }
    const isOther = JSON.stringify(wanted.filter) !== JSON.stringify(this.#wanted?.filter);
    // Nothing may be done with what is chosen and no longer to be seen.
    if (isOther && this.#wanted) this.selection.clear();
    this.#wanted = wanted;
    void this.reload(PART);
    return true;
  }

  /** A screen shows it: what changes is read at once. Returns what ends that. */
  watch(): () => void {
    this.#watching += 1;
    return () => void (this.#watching -= 1);
  }

  /** Something of it was written. */
  changed(): void {
    this.#isStale = true;
    if (this.#watching === 0) return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.reload(), GATHER_MS);
  }

  /** Reads everything anew that was read, from the beginning. */
  async reload(count = Math.max(PART, this.entries?.length ?? 0)): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted) return;
    const asked = ++this.#asked;
    this.#isStale = false;
    try {
      const entries: EntryView[] = [];
      let next: Next = null;
      let counts: Counts | null = null;
      do {
        const part = Math.min(MOST, count - entries.length);
        const answer = await commands.library(wanted.filter, wanted.order, next, part);
        if (asked !== this.#asked) return;
        entries.push(...answer.entries);
        counts ??= answer.counts;
        next = answer.next;
      } while (next && entries.length < count);
      this.#take(entries, next);
      if (counts) this.counts = counts;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.error = asAppError(thrown);
      this.#isStale = true;
    }
  }

  /** Reads the next part. */
  async more(): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted || !this.#next || this.#isReading) return;
    const asked = this.#asked;
    this.#isReading = true;
    try {
      const answer = await commands.library(wanted.filter, wanted.order, this.#next, PART);
      if (asked !== this.#asked) return;
      const known = new Set(this.entries?.map(({ id }) => id));
      this.#take([...(this.entries ?? []), ...answer.entries.filter(({ id }) => !known.has(id))], answer.next);
    } catch (thrown) {
      if (asked === this.#asked) this.error = asAppError(thrown);
    } finally {
      this.#isReading = false;
    }
  }

  /** Chooses everything that is wanted, read or not. */
  async all(): Promise<void> {
    if (!this.#wanted) return;
    const asked = this.#asked;
    const ids = await commands.libraryIds(this.#wanted.filter, this.#wanted.order);
    if (asked === this.#asked) this.selection.all(ids);
  }

  #take(entries: EntryView[], next: Next): void {
    const before = this.entries?.map(({ id }) => id) ?? [];
    this.entries = entries;
    this.#next = next;
    this.hasMore = next !== null;
    this.error = undefined;
    const { selection } = this;
    // While parts are missing, what is chosen may be among those.
    const here = entries.map(({ id }) => id);
    const chosen = next ? [...selection.chosen] : [];
    selection.settle(before, here);
    for (const id of chosen) selection.chosen.add(id);
  }
}
