/** Something the core tells: its last value, or why there is none. */
import { asAppError, type AppError } from "../ipc";

export class Loaded<T> {
  value = $state.raw<T>();
  error = $state.raw<AppError>();
  #load: () => Promise<T>;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Asks anew. Calls while one is under way become one more after it, so the last answer is never stale. */
  reload(): Promise<void> {
    if (this.#running) this.#again = true;
    else this.#running = this.#run().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      try {
        this.value = await this.#load();
        this.error = undefined;
      } catch (thrown) {
        this.error = asAppError(thrown);
      }
    } while (this.#again);
  }
}
