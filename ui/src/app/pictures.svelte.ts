/**
 * The small pictures of publications: asked for when a row comes into view, many in one question, and kept while the
 * window is open. They do not travel with the queue, as a thousand of them would make every answer of the core heavy.
 */
import { SvelteMap } from "svelte/reactivity";

import { commands } from "../ipc";

/** As many as the core gives in one answer. */
const MOST_AT_ONCE = 100;
/** As many as are kept: a picture is about 15 kB. */
const MOST_KEPT = 600;
/** Rows that pass by in a fast scroll are asked for together. */
const GATHER_MS = 30;

export class Pictures {
  /** `null`: the core has none. */
  readonly #known = new SvelteMap<string, string | null>();
  readonly #wanted = new Set<string>();
  readonly #asked = new Set<string>();
  #isWaiting = false;

  /** The picture of a publication, as far as it is known. */
  of = (publication: string): string | null => this.#known.get(publication) ?? null;

  /** A row of this publication is in view. */
  want(publication: string): void {
    if (this.#known.has(publication) || this.#asked.has(publication)) return;
    this.#wanted.add(publication);
    this.#askSoon();
  }

  /** A row has left the view before anybody asked. */
  forget(publication: string): void {
    this.#wanted.delete(publication);
  }

  /** Something changed: what had no picture may have one by now. */
  refresh(): void {
    for (const [publication, still] of this.#known) if (still === null) this.#known.delete(publication);
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
    const batch = [...this.#wanted].slice(0, MOST_AT_ONCE);
    for (const id of batch) {
      this.#wanted.delete(id);
      this.#asked.add(id);
    }
    if (this.#wanted.size > 0) this.#askSoon();
    if (batch.length === 0) return;
    try {
      for (const { publication_id, still } of await commands.stills(batch)) this.#known.set(publication_id, still);
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
