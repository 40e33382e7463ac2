/** Several drafts written side by side: the rows, what was done to them and can be taken back, and publishing. */
import type { Studio } from "../../app/studio.svelte";
import {
  asAppError,
  commands,
  type AppError,
  type DraftFields,
  type PresetSettings,
  type Rhythm,
  type WallTime,
} from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { goesOut } from "../composer/schedule";
import { together } from "../composer/together";
import { standing } from "../page/rows.svelte";
import { columnOf, pasted, withTime, COLUMNS, type ColumnId } from "./cells";
import { DraftRow } from "./row.svelte";

interface Change {
  id: string;
  before: DraftFields;
  after: DraftFields;
}

/** Something that was done at once, to one draft or many. */
interface Act {
  /** In a sentence, in the language that is spoken when it is read. */
  what: () => string;
  changes: Change[];
}

/** Nobody takes back more. */
const MOST_ACTS = 200;
/** Changes elsewhere come in bursts while something is uploaded. */
const REST_MS = 1_000;

export class Together {
  rows = $state.raw<DraftRow[]>();
  error = $state.raw<AppError>();
  publishing = $state(false);
  #app: Studio;
  #done: Act[] = [];
  #undone: Act[] = [];
  #reading: Promise<void> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;

  ready = $derived((this.rows ?? []).filter((row) => row.isReady));
  /** They wait for the maker's agreement, which is given for each post. */
  toTiktok = $derived((this.rows ?? []).filter((row) => row.toTiktok));
  unanswered = $derived((this.rows ?? []).filter((row) => !row.toTiktok && row.blocking.length > 0));
  saved = $derived(
    standing((this.rows ?? []).map((row) => ({ saveState: row.saveState, saveError: row.saveError, view: row.view }))),
  );

  constructor(app: Studio) {
    this.#app = app;
  }

  load(): Promise<void> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /** Something changed somewhere: asked once for all that changes within a second. */
  changed(): void {
    this.#later ??= setTimeout(() => {
      this.#later = undefined;
      void this.load();
    }, REST_MS);
  }

  end(): void {
    clearTimeout(this.#later);
  }

  flush = async (): Promise<boolean> => (await Promise.all((this.rows ?? []).map((row) => row.flush()))).every(Boolean);

  find = (id: string): DraftRow | undefined => this.rows?.find((row) => row.id === id);

  /** What was typed into one cell, while it is typed. Taking it back is {@link settle}'s. */
  type(id: string, column: ColumnId, text: string): boolean {
    const row = this.find(id);
    const next = row && columnOf(column).write(row.fields, text, this.#app.zone);
    if (next) row.edit(next);
    return next !== undefined;
  }

  /** A cell was left: what was typed since `before` becomes one step. */
  settle(id: string, before: DraftFields, column: ColumnId): void {
    const row = this.find(id);
    const what = () => t(columnOf(column).changed);
    if (row) this.#note({ what, changes: [{ id, before, after: row.fields }] });
  }

  /** Puts lines into a column from a row on, and what stands beside them into the columns beside it. */
  paste(from: string, column: ColumnId, text: string, over: string[]): void {
    const rows = this.rows ?? [];
    const lines = pasted(text);
    const [only] = lines;
    const at = rows.findIndex((row) => row.id === from);
    // One cell fills everything that is selected.
    const isOne = lines.length === 1 && only?.length === 1;
    const into = isOne ? rows.filter(({ id }) => over.includes(id)) : rows.slice(at, at + lines.length);
    const first = COLUMNS.findIndex(({ id }) => id === column);
    let wrong = "";
    const changes = into.map((row, n): Change => {
      const cells = (isOne ? only : lines[n]) ?? [];
      const after = cells.reduce((fields, cell, across) => {
        const column = COLUMNS[first + across];
        const next = column?.write(fields, cell, this.#app.zone);
        if (column && !next) wrong ||= column.wrong?.() ?? "";
        return next ?? fields;
      }, row.fields);
      return { id: row.id, before: row.fields, after };
    });
    const left = lines.length - into.length;
    const notes = [!isOne && left > 0 && t("together-left-out", { count: left }), wrong];
    const note = notes.filter(Boolean).join(" ");
    this.#make(() => t("together-pasted", { count: into.length }), changes, note);
  }

  /** Everything selected says what the first of it says; of one cell alone, what the one above says. */
  fillDown(column: ColumnId, ids: string[]): void {
    const rows = this.rows ?? [];
    const chosen = rows.filter(({ id }) => ids.includes(id));
    const above = rows[rows.findIndex(({ id }) => id === chosen[0]?.id) - 1];
    const [source, into] = chosen.length > 1 ? [chosen[0], chosen.slice(1)] : [above, chosen];
    if (!source) return this.#app.say(t("together-nothing-above"));
    const text = columnOf(column).read(source.fields, this.#app.zone);
    const changes = into.flatMap((row): Change[] => {
      const after = columnOf(column).write(row.fields, text, this.#app.zone);
      return after ? [{ id: row.id, before: row.fields, after }] : [];
    });
    this.#make(() => t("together-filled", { count: changes.length }), changes);
  }

  clear(column: ColumnId, ids: string[]): void {
    const changes = ids.flatMap((id): Change[] => {
      const row = this.find(id);
      const after = row && columnOf(column).write(row.fields, "", this.#app.zone);
      return after ? [{ id, before: row.fields, after }] : [];
    });
    this.#make(() => t("together-emptied", { count: changes.length }), changes);
  }

  /** Gives them times, one for each in their order. The sentence says why it could not. */
  async giveTimes(ids: string[], start: WallTime, every: Rhythm): Promise<string | undefined> {
    try {
      const times = await commands.stagger(ids, start, every);
      const changes = ids.flatMap((id, n): Change[] => {
        const [row, time] = [this.find(id), times[n]];
        return row && time ? [{ id, before: row.fields, after: withTime(row.fields, time) }] : [];
      });
      this.#make(() => t("together-given", { count: changes.length }), changes);
      return undefined;
    } catch (thrown) {
      return asAppError(thrown).message;
    }
  }

  /** Puts settings on them, or a preset of this name. The sentence says why it could not. */
  async use(settings: PresetSettings, ids: string[], name?: string): Promise<string | undefined> {
    if (!(await this.flush())) return this.saved.error ?? t("together-not-all-saved");
    try {
      const changes: Change[] = [];
      for (const view of await commands.applySettings(settings, ids)) {
        const row = this.find(view.id);
        if (!row) continue;
        const before = row.fields;
        row.takeIn(view);
        changes.push({ id: view.id, before, after: row.fields });
      }
      const count = changes.length;
      const what = () =>
        name === undefined ? t("together-put-settings", { count }) : t("together-put-preset", { name, count });
      this.#note({ what, changes }, true);
      return undefined;
    } catch (thrown) {
      return asAppError(thrown).message;
    }
  }

  /** Takes the latest step back, or does the one that was taken back last again. */
  step(which: "undo" | "redo"): void {
    const act = (which === "undo" ? this.#done : this.#undone).pop();
    if (!act) return this.#app.say(t(which === "undo" ? "together-undo-none" : "together-redo-none"));
    (which === "undo" ? this.#undone : this.#done).push(act);
    this.#put(act, which);
    this.#app.say(t(which === "undo" ? "together-undone" : "together-redone", { what: act.what() }));
  }

  async publish(): Promise<void> {
    if (this.publishing || this.ready.length === 0) return;
    this.publishing = true;
    try {
      if (!(await this.flush())) return;
      let [now, later] = [0, 0];
      for (const row of this.ready) {
        try {
          await commands.publish(row.id, false);
          if (row.fields.targets.some((platform) => goesOut(row.fields, platform))) later += 1;
          else now += 1;
        } catch (thrown) {
          row.refusal = asAppError(thrown);
        }
      }
      await this.load();
      const left = this.rows?.length ?? 0;
      const told = [
        (now > 0 || later === 0) && t("together-gone", { count: now }),
        later > 0 && t("together-scheduled", { count: later }),
        left > 0 && t("together-still-here", { count: left }),
      ];
      this.#app.toasts.show(told.filter(Boolean).join(" "), { tone: now + later > 0 ? "good" : "bad" });
      // Each draft that is left may still be edited, but what was published can be taken back nowhere here.
      this.#done = this.#undone = [];
      if (left === 0) this.#app.router.go({ name: "home" });
    } finally {
      this.publishing = false;
    }
  }

  /** Makes the changes, at once and as one step. */
  #make(what: Act["what"], changes: Change[], note = ""): void {
    const real = changes.filter(isChange);
    for (const { id, after } of real) this.find(id)?.edit(after);
    if (real.length > 0) this.#note({ what, changes: real }, true, note);
    else if (note) this.#app.toasts.show(note, { tone: "bad" });
  }

  #note(act: Act, isTold = false, note = ""): void {
    const changes = act.changes.filter(isChange);
    if (changes.length === 0) return;
    const real = { ...act, changes };
    this.#done = [...this.#done, real].slice(-MOST_ACTS);
    this.#undone = [];
    if (isTold)
      this.#app.toasts.show([act.what(), note].filter(Boolean).join(" "), { undo: () => this.#takeBack(real) });
  }

  /** Takes one step back, whatever was done since. */
  #takeBack(act: Act): void {
    if (!this.#done.includes(act)) return;
    this.#done = this.#done.filter((other) => other !== act);
    this.#undone = [...this.#undone, act];
    this.#put(act, "undo");
  }

  /** What was changed since then in other fields stays. */
  #put({ changes }: Act, which: "undo" | "redo"): void {
    for (const { id, before, after } of changes) {
      const [from, to] = which === "undo" ? [after, before] : [before, after];
      const row = this.find(id);
      if (row) row.edit(together(from, to, row.fields));
    }
  }

  async #read(): Promise<void> {
    try {
      const saves = new Map(this.rows?.map((row) => [row.id, row.saves]));
      const views = await commands.together();
      this.rows = views.map((view) => {
        const row = this.find(view.id);
        // What was told while it is being saved says nothing of that: it is asked for once more.
        if (!row) return new DraftRow(view);
        if (saves.get(row.id) === row.saves && row.saves % 2 === 0) row.takeIn(view);
        else this.changed();
        return row;
      });
      this.error = undefined;
    } catch (thrown) {
      this.error = asAppError(thrown);
    }
  }
}

const isChange = ({ before, after }: Change): boolean => JSON.stringify(before) !== JSON.stringify(after);
