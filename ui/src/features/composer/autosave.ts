/**
 * Keeps what is typed on disk without a Save button: 200 ms after the first change that is not there yet, however fast
 * somebody types on, at once when told to flush, and never two saves at a time, so an older text cannot land after a newer
 * one. A refused save keeps its text and says so.
 */
export type SaveState = "saved" | "waiting" | "saving" | "refused";

/** Leaves 200 ms of the promised 400 for the core and the disk, which other programs may keep busy. */
export const PAUSE_MS = 200;

export class Autosave<T> {
  #save: (value: T) => Promise<void>;
  #tell: (state: SaveState) => void;
  #pending: { value: T } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  /** `save` stores a value and rejects when it cannot; `tell` hears of every change of state. */
  constructor(save: (value: T) => Promise<void>, tell: (state: SaveState) => void) {
    this.#save = save;
    this.#tell = tell;
  }

  /** The value has changed. */
  touch(value: T): void {
    this.#pending = { value };
    this.#tell("waiting");
    this.#timer ??= setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Saves what is pending now; resolves when nothing is under way. True when everything is on disk. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running ??= this.#drain().finally(() => (this.#running = undefined));
    await this.#running;
    return this.#pending === undefined;
  }

  async #drain(): Promise<void> {
    while (this.#pending) {
      const taken = this.#pending;
      this.#tell("saving");
      try {
        await this.#save(taken.value);
      } catch {
        this.#tell("refused");
        return;
      }
      if (this.#pending === taken) {
        this.#pending = undefined;
        this.#tell("saved");
      }
    }
  }
}
