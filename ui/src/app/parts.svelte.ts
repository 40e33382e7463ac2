/** A list of the core as far as it was read, part after part. */
import { asAppError, type AppError } from "../ipc";

/** As many entries are asked for at once. */
export const PART = 100;
const MOST = 500;
/** Changes that follow each other closely are read together. */
const GATHER_MS = 150;

interface Part<E, N> {
  entries: E[];
  /** Where the next part begins, if there is one. */
  next: N | null;
}

export abstract class Parts<W, E, N, P extends Part<E, N>> {
  entries = $state.raw<E[]>();
  error = $state.raw<AppError>();
  /** Whether another part is there to be read. */
  hasMore = $state(false);

  protected wanted: W | undefined;
  /** Counts what was asked, so that an answer to an older question is not taken for one to the newest. */
  protected asked = 0;
  #next: N | null = null;
  #isReading = false;
  #watching = 0;
  #isStale = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  /** Asks the core for so many, from `next` on or from the beginning. */
  protected abstract ask(wanted: W, next: N | null, count: number): Promise<P>;

  /** Takes in what the first part tells of all of them. */
  protected abstract told(first: P): void;

  /** Shows what is wanted, and says whether that is another list than before. */
  show(wanted: W): boolean {
    if (JSON.stringify(wanted) === JSON.stringify(this.wanted) && !this.error) {
      if (this.#isStale) void this.reload();
      return false;
    }
    this.wanted = wanted;
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
    this.#soon = setTimeout(() => this.#watching > 0 && void this.reload(), GATHER_MS);
  }

  /** Reads everything anew that was read, from the beginning. */
  async reload(count = Math.max(PART, this.entries?.length ?? 0)): Promise<void> {
    const { wanted } = this;
    if (wanted === undefined) return;
    const asked = ++this.asked;
    this.#isStale = false;
    try {
      const entries: E[] = [];
      let first: P | undefined;
      let next: N | null = null;
      do {
        const part: P = await this.ask(wanted, next, Math.min(MOST, count - entries.length));
        if (asked !== this.asked) return;
        first ??= part;
        entries.push(...part.entries);
        next = part.next;
      } while (next !== null && entries.length < count);
      this.take(entries, next);
      this.told(first);
    } catch (thrown) {
      if (asked === this.asked) this.error = asAppError(thrown);
    }
  }

  /** Reads the next part. */
  async more(): Promise<void> {
    const { wanted, asked } = this;
    if (wanted === undefined || this.#next === null || this.#isReading) return;
    this.#isReading = true;
    try {
      const part = await this.ask(wanted, this.#next, PART);
      if (asked === this.asked) this.take([...(this.entries ?? []), ...part.entries], part.next);
    } catch (thrown) {
      if (asked === this.asked) this.error = asAppError(thrown);
    } finally {
      this.#isReading = false;
    }
  }

  protected take(entries: E[], next: N | null): void {
    this.entries = entries;
    this.#next = next;
    this.hasMore = next !== null;
    this.error = undefined;
  }
}
