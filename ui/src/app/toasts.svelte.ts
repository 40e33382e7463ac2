/** Short messages that go by themselves, and the one way back (Undo) that some of them carry. */

import type { DeletedView } from "../ipc";

export type Tone = "plain" | "good" | "bad";

/** Something that was deleted. What has no row under "Recently deleted", a video, comes back by its message alone. */
export interface Gone {
  kind: DeletedView["kind"] | "VIDEO";
  id: string;
}

export interface Toast {
  id: number;
  text: string;
  tone: Tone;
  undo?: () => unknown;
  /** What Undo would bring back, as far as that can also come back in another way. */
  gone: readonly Gone[];
}

/** As long as the core keeps the way back open. */
export const UNDO_MS = 10_000;
const READ_MS = 6_000;

export class Toasts {
  items = $state.raw<Toast[]>([]);
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #next = 1;

  show(
    text: string,
    { tone = "plain", undo, gone = [] }: { tone?: Tone; undo?: () => unknown; gone?: readonly Gone[] } = {},
  ): void {
    const id = this.#next++;
    this.items = [...this.items.slice(-3), { id, text, tone, gone, ...(undo ? { undo } : {}) }];
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), undo || tone === "bad" ? UNDO_MS : READ_MS),
    );
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.items = this.items.filter((t) => t.id !== id);
  }

  /** It came back in another way: a message that would bring back nothing else offers nothing any more. */
  isBack({ kind, id }: Gone): void {
    const left = (t: Toast) => t.gone.filter((thing) => thing.kind !== kind || thing.id !== id);
    const done = this.items.filter((t) => t.gone.length > 0 && left(t).length === 0);
    this.items = this.items.map((t) => ({ ...t, gone: left(t) }));
    for (const { id } of done) this.dismiss(id);
  }

  /** Takes back what this toast, or the latest one with a way back, is about. False when there is none. */
  undo(id = this.items.findLast((t) => t.undo)?.id): boolean {
    const toast = this.items.find((t) => t.id === id);
    if (!toast?.undo) return false;
    this.dismiss(toast.id);
    toast.undo();
    return true;
  }
}
