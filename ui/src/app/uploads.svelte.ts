/**
 * How uploads behave on this computer. A change is shown and sent at once; while one is being kept, later ones wait and
 * only the last of them is sent, so a slider that is dragged never floods the core and its last place is what counts.
 */
import { asAppError, commands, type UploadSettings } from "../ipc";
import { Loaded } from "./loaded.svelte";

export class Uploads {
  readonly loaded = new Loaded(async () => {
    const told = await commands.uploadSettings();
    // What the maker has just set is newer than any answer.
    return this.#wanted ?? told;
  });
  /** Why the last change was not kept, and which part it was about. */
  refusal = $state.raw<{ part: keyof UploadSettings; message: string }>();
  #kept: UploadSettings | undefined;
  #wanted: UploadSettings | undefined;
  #running: Promise<void> | undefined;

  get value(): UploadSettings | undefined {
    return this.loaded.value;
  }

  reload = (): Promise<void> => this.loaded.reload();

  change(part: Partial<UploadSettings>): Promise<void> {
    const before = this.loaded.value;
    if (!before) return Promise.resolve();
    if (!this.#wanted) this.#kept = before;
    this.refusal = undefined;
    this.loaded.value = this.#wanted = { ...before, ...part };
    const [changed] = Object.keys(part) as (keyof UploadSettings)[];
    this.#running ??= this.#keep(changed ?? "cap_bytes_s").finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #keep(part: keyof UploadSettings): Promise<void> {
    while (this.#wanted) {
      const wanted = this.#wanted;
      try {
        const told = await commands.saveUploadSettings(wanted);
        this.#kept = told;
        if (this.#wanted !== wanted) continue;
        this.loaded.value = told;
      } catch (thrown) {
        if (this.#wanted !== wanted) continue;
        this.loaded.value = this.#kept;
        this.refusal = { part, message: asAppError(thrown).message };
      }
      this.#wanted = undefined;
    }
  }
}
