/** Rows that are edited where they are listed: services, links, the one row of the profile. Saved while they are typed. */
import { asAppError, type AppError } from "../../ipc";
import { Autosave, type SaveState } from "../composer/autosave";
import { rowMadeFrom, rowTogether } from "../composer/together";

/** A row as the core tells it. */
export interface RowView<F> {
  id: string;
  fields: F;
  updated_at: string;
}

/** One of them: what the core last told, and what stands on the screen. */
export class Row<V extends RowView<object>> {
  readonly id: string;
  view = $state.raw() as V;
  fields = $state.raw() as V["fields"];
  saveState = $state<SaveState>("saved");
  saveError = $state.raw<AppError>();
  /** What the screen was made from: what was saved last, or what the core has told since. */
  #kept: V["fields"];
  #autosave: Autosave<V["fields"]>;

  constructor(view: V, save: (shown: V["fields"], fields: V["fields"]) => Promise<V>) {
    this.id = view.id;
    this.view = view;
    this.fields = view.fields;
    this.#kept = view.fields;
    const keep = async (fields: V["fields"]) => {
      try {
        const view = await save(this.#kept, fields);
        this.#kept = fields;
        this.saveError = undefined;
        this.takeIn(view);
      } catch (thrown) {
        this.saveError = asAppError(thrown);
        throw thrown;
      }
    };
    this.#autosave = new Autosave(keep, (state) => (this.saveState = state));
  }

  /** What the maker typed or chose. */
  edit(part: Partial<V["fields"]>): void {
    this.fields = { ...this.fields, ...part };
    this.#autosave.touch(this.fields);
  }

  flush = (): Promise<boolean> => this.#autosave.flush();

  /** Shows what another device, window or program wrote, and leaves what is being written here. */
  takeIn(view: V): void {
    const [base, mine] = [this.#kept, this.fields];
    this.view = view;
    this.fields = rowTogether(base, mine, view.fields);
    this.#kept = rowMadeFrom(base, mine, view.fields);
  }
}

export class Rows<V extends RowView<object>> {
  /** In their order; nothing until the core has told. */
  list = $state.raw<Row<V>[]>();
  error = $state.raw<AppError>();
  #load: () => Promise<V[]>;
  #save: (id: string, shown: V["fields"], fields: V["fields"]) => Promise<V>;
  /** Saves that have begun or ended: what was asked for before one says nothing of it. */
  #saves = 0;
  #saving = 0;
  /** The core told something while a save was under way: it is asked once more after that. */
  #missed = false;

  constructor(load: () => Promise<V[]>, save: (id: string, shown: V["fields"], fields: V["fields"]) => Promise<V>) {
    this.#load = load;
    this.#save = save;
  }

  async load(): Promise<void> {
    const saves = this.#saves;
    try {
      const views = await this.#load();
      if (this.#saving > 0) this.#missed = true;
      else if (saves !== this.#saves) return this.load();
      else this.#takeIn(views);
      this.error = undefined;
    } catch (thrown) {
      this.error = asAppError(thrown);
    }
  }

  find = (id: string): Row<V> | undefined => this.list?.find((row) => row.id === id);

  /** Shows another order before the core has it; the next answer says what is true. */
  arrange(ids: string[]): void {
    this.list = ids.flatMap((id) => this.find(id) ?? []);
  }

  /** Everything is on disk. */
  flush = async (): Promise<boolean> => {
    const all = await Promise.all((this.list ?? []).map((row) => row.flush()));
    return all.every(Boolean);
  };

  #takeIn(views: V[]): void {
    const before = this.list ?? [];
    this.list = views.map((view) => {
      const row = before.find((row) => row.id === view.id);
      row?.takeIn(view);
      return row ?? new Row<V>(view, (shown, fields) => this.#keep(view.id, shown, fields));
    });
  }

  async #keep(id: string, shown: V["fields"], fields: V["fields"]): Promise<V> {
    this.#saves += 1;
    this.#saving += 1;
    try {
      return await this.#save(id, shown, fields);
    } finally {
      this.#saves += 1;
      this.#saving -= 1;
      if (this.#missed && this.#saving === 0) {
        this.#missed = false;
        void this.load();
      }
    }
  }
}

/** What is told of a row while it is saved. */
export type Kept = Pick<Row<RowView<object>>, "saveState" | "saveError"> & { view: { updated_at: string } };

/** How several rows stand together: the worst of them, and when the last one was edited. */
export function standing(rows: Kept[]): { state: SaveState; at: string; error?: string } {
  const at = rows.reduce((latest, { view }) => (view.updated_at > latest ? view.updated_at : latest), "");
  const refused = rows.find((row) => row.saveState === "refused");
  if (refused) return { state: "refused", at, ...(refused.saveError && { error: refused.saveError.message }) };
  return { state: rows.find((row) => row.saveState !== "saved")?.saveState ?? "saved", at };
}
