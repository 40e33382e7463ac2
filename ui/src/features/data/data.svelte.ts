/** Knows: where the maker's data is, and what becomes of it when it is taken out, brought in or put back. */
import { Loaded } from "../../app/loaded.svelte";
import type { Studio } from "../../app/studio.svelte";
import { asAppError, commands, type BackupView, type DataView, type RestoreView, type WorkView } from "../../ipc";
import { t, type PlainKey } from "../../words/fluent.svelte";
import { size } from "../../words/quantity";

/** How often the window asks how far the work is. */
const LOOK_MS = 300;

export type Work = "export" | "import" | "backup" | "look" | "restore" | "delete";

/** What was done last, or why it was not. */
export interface Said {
  tone: "good" | "warn" | "bad";
  title: string;
  text: string;
}

const said = (tone: Said["tone"], title: PlainKey, text: string): Said => ({ tone, title: t(title), text });

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
    this.#run("export", "data-not-exported", async () => {
      const done = await commands.exportData();
      if (!done) return undefined;
      const { rows, pictures, folder, missing_pictures: missing } = done;
      return missing > 0
        ? said("warn", "data-exported", t("data-exported-missing", { rows, pictures, folder, missing }))
        : said("good", "data-exported", t("data-exported-text", { rows, pictures, folder }));
    });

  importAll = () =>
    this.#run("import", "data-not-imported", async () => {
      const done = await commands.importData();
      if (!done) return undefined;
      const { rows, pictures, open_deliveries: open } = done;
      return open > 0
        ? said("warn", "data-imported", t("data-imported-open", { rows, pictures, open }))
        : said("good", "data-imported", t("data-imported-text", { rows, pictures }));
    });

  backUp = () =>
    this.#run("backup", "data-not-backed-up", async () => {
      const done = await commands.backUpData();
      if (!done) return undefined;
      const [file, bytes] = [done.file, size(done.bytes ?? 0)];
      const text =
        done.pictures > 0
          ? t("data-backed-up-pictures", { size: bytes, count: done.pictures, file })
          : t("data-backed-up-text", { size: bytes, file });
      return said("good", "data-backed-up", text);
    });

  /** Lets the maker choose a backup, which is looked at before anything is asked. */
  chooseBackup = () =>
    this.#run("look", "data-no-backup", async () => {
      this.backup = (await commands.chooseBackup()) ?? undefined;
      return undefined;
    });

  restore = () =>
    this.#run("restore", "data-not-restored", async () => {
      this.backup = undefined;
      this.ready = await commands.restoreBackup();
      return undefined;
    });

  restart = () => this.#app.attempt(() => commands.restart());

  deleteAll = () =>
    this.#run("delete", "data-not-deleted", async () => {
      await commands.deleteData();
      return undefined;
    });

  cancel = () => this.#app.attempt(() => (this.#isOfBackup ? commands.cancelRestoreWork() : commands.cancelDataWork()));

  /** A backup is looked at and made ready also where nothing else can be opened. */
  get #isOfBackup(): boolean {
    return this.work === "look" || this.work === "restore";
  }

  async #run(work: Work, refused: PlainKey, act: () => Promise<Said | undefined>): Promise<void> {
    if (this.work) return;
    [this.work, this.said] = [work, undefined];
    const looking = setInterval(() => void this.#look(), LOOK_MS);
    try {
      this.said = await act();
    } catch (thrown) {
      this.said = said("bad", refused, asAppError(thrown).message);
    } finally {
      clearInterval(looking);
      [this.work, this.progress] = [undefined, null];
      await this.loaded.reload();
    }
  }

  async #look(): Promise<void> {
    const told = await (this.#isOfBackup ? commands.restoreWork() : commands.dataWork()).catch(() => null);
    if (this.work) this.progress = told;
  }
}
