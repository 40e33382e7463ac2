/**
 * Small pictures, of publications or of posts: asked for when they come into view, many in one question, and kept while
 * the window is open. They do not travel with the lists, as a thousand of them would make every answer of the core heavy.
 */
import { SvelteMap } from "svelte/reactivity";

/** As many as the core gives in one answer. */
const MOST_AT_ONCE = 100;
/** As many as are kept: a picture is about 15 kB. */
const MOST_KEPT = 600;
/** Rows that pass by in a fast scroll are asked for together. */
const GATHER_MS = 30;

/** Asks the core for the pictures of these ids. */
type Ask = (ids: string[]) => Promise<[id: string, still: string | null][]>;

export class Pictures {
  readonly #tell: Ask;
  /** `null`: the core has none. */
  readonly #known = new SvelteMap<string, string | null>();
  /** By how many: the same picture can be in view at several places. */
  readonly #wanted = new Map<string, number>();
  readonly #asked = new Set<string>();
  #isWaiting = false;

  constructor(tell: Ask) {
    this.#tell = tell;
  }

  /** The picture, as far as it is known. */
  of = (id: string): string | null => this.#known.get(id) ?? null;

  /** It is in view. */
  want(id: string): void {
    if (this.#known.has(id) || this.#asked.has(id)) return;
    this.#wanted.set(id, (this.#wanted.get(id) ?? 0) + 1);
    this.#askSoon();
  }

  /** One who wanted it has left the view before anybody asked. */
  forget(id: string): void {
    const others = (this.#wanted.get(id) ?? 0) - 1;
    if (others > 0) this.#wanted.set(id, others);
    else this.#wanted.delete(id);
  }

  /** Something changed: what had no picture may have one by now. */
  refresh(): void {
    for (const [id, still] of this.#known) if (still === null) this.#known.delete(id);
  }

  #askSoon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      void this.#ask();
    }, GATHER_MS);
  }

  async #ask(): Promise<void> {
    const batch = [...this.#wanted.keys()].slice(0, MOST_AT_ONCE);
    for (const id of batch) {
      this.#wanted.delete(id);
      this.#asked.add(id);
    }
    if (this.#wanted.size > 0) this.#askSoon();
    if (batch.length === 0) return;
    try {
      for (const [id, still] of await this.#tell(batch)) this.#known.set(id, still);
    } catch {
      // A missing picture is no reason to disturb anybody; the row asks again when it comes back into view.
    }
    for (const id of batch) this.#asked.delete(id);
    for (const id of this.#known.keys()) {
      if (this.#known.size <= MOST_KEPT) break;
      this.#known.delete(id);
    }
  }
}
