/** The entries of the activity as far as they were read, part after part. */
import { asAppError, commands, type ActivityEntryView, type ActivityFilter, type AppError } from "../../ipc";

/** As many entries are asked for at once. */
export const PART = 100;
const MOST = 500;
/** Changes that follow each other closely are read together. */
const GATHER_MS = 300;

export class Activity {
  entries = $state.raw<ActivityEntryView[]>();
  total = $state<number>();
  error = $state.raw<AppError>();
  /** Whether another part is there to be read. */
  hasMore = $state(false);

  #wanted: ActivityFilter | undefined;
  #next: number | null = null;
  /** Counts what was asked, so that an answer to an older question is not taken for one to the newest. */
  #asked = 0;
  #isReading = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  show(wanted: ActivityFilter): void {
    this.#wanted = wanted;
    void this.reload(PART);
  }

  /** Something was written: there may be newer entries. */
  changed(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.reload(), GATHER_MS);
  }

  end = (): void => clearTimeout(this.#soon);

  /** Reads everything anew that was read, from the newest. */
  async reload(count = Math.max(PART, this.entries?.length ?? 0)): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted) return;
    const asked = ++this.#asked;
    try {
      const entries: ActivityEntryView[] = [];
      let next: number | null = null;
      let total: number | null = null;
      do {
        const answer = await commands.activity(wanted, next, Math.min(MOST, count - entries.length));
        if (asked !== this.#asked) return;
        entries.push(...answer.entries);
        total ??= answer.total;
        next = answer.next;
      } while (next !== null && entries.length < count);
      this.entries = entries;
      this.total = total ?? entries.length;
      this.#next = next;
      this.hasMore = next !== null;
      this.error = undefined;
    } catch (thrown) {
      if (asked === this.#asked) this.error = asAppError(thrown);
    }
  }

  /** Reads the next part, of what is older. */
  async more(): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted || this.#next === null || this.#isReading) return;
    const asked = this.#asked;
    this.#isReading = true;
    try {
      const answer = await commands.activity(wanted, this.#next, PART);
      if (asked !== this.#asked) return;
      this.entries = [...(this.entries ?? []), ...answer.entries];
      this.#next = answer.next;
      this.hasMore = answer.next !== null;
    } catch (thrown) {
      if (asked === this.#asked) this.error = asAppError(thrown);
    } finally {
      this.#isReading = false;
    }
  }
}
