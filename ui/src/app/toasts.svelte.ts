/** Short messages that go by themselves, and the one way back (Undo) that some of them carry. */

export type Tone = "plain" | "good" | "bad";

export interface Toast {
  id: number;
  text: string;
  tone: Tone;
  undo?: () => unknown;
}

/** As long as the core keeps the way back open. */
export const UNDO_MS = 10_000;
const READ_MS = 6_000;

export class Toasts {
  items = $state.raw<Toast[]>([]);
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #next = 1;

  show(text: string, { tone = "plain", undo }: { tone?: Tone; undo?: () => unknown } = {}): void {
    const id = this.#next++;
    this.items = [...this.items.slice(-3), { id, text, tone, ...(undo ? { undo } : {}) }];
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

  /** Takes back what this toast, or the latest one with a way back, is about. False when there is none. */
  undo(id = this.items.findLast((t) => t.undo)?.id): boolean {
    const toast = this.items.find((t) => t.id === id);
    if (!toast?.undo) return false;
    this.dismiss(toast.id);
    toast.undo();
    return true;
  }
}
