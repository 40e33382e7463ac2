/** Which draft gets its small picture next: one at a time, and each at most once while the window is open. */
import type { DraftSummary } from "../../ipc";

export type Wanting = Pick<DraftSummary, "id"> & { preview_url: string };

export class StillQueue {
  /** The draft whose preview is being loaded now. */
  current = $state.raw<Wanting>();
  #waiting: Wanting[] = [];
  #tried = new Set<string>();

  /** Takes the latest list: drafts that are gone or have a picture by now leave the queue. */
  want(drafts: readonly Pick<DraftSummary, "id" | "still" | "preview_url">[]): void {
    this.#waiting = drafts.flatMap(({ id, still, preview_url }) =>
      still === null && preview_url !== null && !this.#tried.has(id) ? [{ id, preview_url }] : [],
    );
    if (!this.current) this.next();
  }

  /** Leaves the current draft, with or without a picture, for the next. */
  next(): void {
    this.current = this.#waiting.shift();
    if (this.current) this.#tried.add(this.current.id);
  }
}
