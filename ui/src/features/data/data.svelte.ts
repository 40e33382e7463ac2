/** Knows: where the maker's data is, and what becomes of it when it is taken out, brought in or put back. */
import { Loaded } from "../../app/loaded.svelte";
import type { Studio } from "../../app/studio.svelte";
import { asAppError, commands, type BackupView, type DataView, type RestoreView, type WorkView } from "../../ipc";
import { plural, size } from "../../words/quantity";

/** How often the window asks how far the work is. */
const LOOK_MS = 300;

export type Work = "export" | "import" | "backup" | "restore" | "delete";

/** What was done last, or why it was not. */
export interface Said {
  tone: "good" | "warn" | "bad";
  title: string;
  text: string;
}

export class MakerData {
  readonly loaded = new Loaded<DataView>(() => commands.data());
  /** What is under way. */
  work = $state<Work>();
  progress = $state.raw<WorkView | null>(null);
  said = $state.raw<Said>();
  /** A backup that was chosen and looked at. */
  backup = $state.raw<BackupView>();
  /** One that takes the database's place at the next start. */
  ready = $state.raw<RestoreView>();

  #app: Studio;

  constructor(app: Studio) {
    this.#app = app;
  }

  exportAll = () =>
    this.#run("export", "This could not be exported", async () => {
      const done = await commands.exportData();
      if (!done) return undefined;
      const missing =
        done.missing_pictures > 0
          ? ` ${plural(done.missing_pictures, "picture is", "pictures are")} on another device only and not in it.`
          : "";
      return {
        tone: missing ? ("warn" as const) : ("good" as const),
        title: "Everything is exported",
        text: `${plural(done.rows, "row")} and ${plural(done.pictures, "picture")} are in ${done.folder}.${missing}`,
      };
    });

  importAll = () =>
    this.#run("import", "This export was not taken in", async () => {
      const done = await commands.importData();
      if (!done) return undefined;
      const open = done.open_deliveries;
      return {
        tone: open > 0 ? ("warn" as const) : ("good" as const),
        title: "The export is here",
        text:
          `${plural(done.rows, "row")} and ${plural(done.pictures, "picture")} were taken in.` +
          (open > 0
            ? ` ${plural(open, "upload")} had not ended there. Home shows ${open === 1 ? "it" : "them"}: nothing is sent before you have looked.`
            : ""),
      };
    });

  backUp = () =>
    this.#run("backup", "The backup was not written", async () => {
      const done = await commands.backUpData();
      if (!done) return undefined;
      const pictures = done.pictures > 0 ? ` with ${plural(done.pictures, "picture")}` : "";
      return {
        tone: "good",
        title: "The backup is written and checked",
        text: `${size(done.bytes ?? 0)}${pictures} in ${done.file}.`,
      };
    });

  /** Lets the maker choose a backup, which is looked at before anything is asked. */
  chooseBackup = () =>
    this.#run("restore", "This file cannot be restored", async () => {
      this.backup = (await commands.chooseBackup()) ?? undefined;
      return undefined;
    });

  restore = () =>
    this.#run("restore", "The backup could not be made ready", async () => {
      this.backup = undefined;
      this.ready = await commands.restoreBackup();
      return undefined;
    });

  restart = () => this.#app.attempt(() => commands.restart());

  deleteAll = () =>
    this.#run("delete", "Nothing was deleted", async () => {
      await commands.deleteData();
      return undefined;
    });

  cancel = () => this.#app.attempt(() => commands.cancelDataWork());

  async #run(work: Work, refused: string, act: () => Promise<Said | undefined>): Promise<void> {
    if (this.work) return;
    [this.work, this.said] = [work, undefined];
    const looking = setInterval(() => void this.#look(), LOOK_MS);
    try {
      this.said = await act();
    } catch (thrown) {
      this.said = { tone: "bad", title: refused, text: asAppError(thrown).message };
    } finally {
      clearInterval(looking);
      [this.work, this.progress] = [undefined, null];
      await this.loaded.reload();
    }
  }

  async #look(): Promise<void> {
    const told = await commands.dataWork().catch(() => null);
    if (this.work) this.progress = told;
  }
}
