/** A draft in the table: what the core last told, and what stands on the screen. Saved as the composer saves it. */
import { asAppError, commands, type AppError, type DraftFields, type DraftView } from "../../ipc";
import { Autosave, type SaveState } from "../composer/autosave";
import { gapsOf, type Gap } from "../composer/gaps";
import { madeFrom, together } from "../composer/together";

/** TikTok's questions are the draft's own: the table neither asks nor answers them. */
const NOT_ASKED = { consent: true, creator: undefined, creatorError: "" };

export class DraftRow {
  readonly id: string;
  view = $state.raw() as DraftView;
  fields = $state.raw() as DraftFields;
  saveState = $state<SaveState>("saved");
  saveError = $state.raw<AppError>();
  /** Why it was not published, as the core said. */
  refusal = $state.raw<AppError>();
  /** Counts saves that have begun or ended: what was asked for before one says nothing of it. */
  saves = 0;
  #kept: DraftFields;
  #autosave: Autosave<DraftFields>;

  /** What stands in its way, but for what TikTok asks at the press of Publish. */
  gaps: Gap[] = $derived(
    gapsOf(this.view.findings, this.fields, NOT_ASKED, this.view.attachments).filter((gap) => gap.field !== "CREATOR"),
  );
  blocking = $derived(this.gaps.filter((gap) => gap.blocks));
  toTiktok = $derived(this.fields.targets.includes("TIKTOK"));
  /** It can be published from here: everything is answered, and nothing has to be agreed to. */
  isReady = $derived(this.saveState === "saved" && this.blocking.length === 0 && !this.toTiktok);

  constructor(view: DraftView) {
    this.id = view.id;
    this.view = view;
    this.fields = view.fields;
    this.#kept = view.fields;
    this.#autosave = new Autosave(
      async (fields) => {
        this.saves += 1;
        try {
          const view = await commands.saveDraft(this.id, this.#kept, fields);
          this.#kept = fields;
          this.saveError = undefined;
          this.takeIn(view);
        } catch (thrown) {
          this.saveError = asAppError(thrown);
          throw thrown;
        } finally {
          this.saves += 1;
        }
      },
      (state) => (this.saveState = state),
    );
  }

  edit(fields: DraftFields): void {
    if (JSON.stringify(fields) === JSON.stringify(this.fields)) return;
    this.fields = fields;
    this.refusal = undefined;
    this.#autosave.touch(fields);
  }

  flush = (): Promise<boolean> => this.#autosave.flush();

  /** Shows what another window, device or program wrote, and leaves what is being written here. */
  takeIn(view: DraftView): void {
    const [base, mine] = [this.#kept, this.fields];
    this.view = view;
    this.fields = together(base, mine, view.fields);
    this.#kept = madeFrom(base, mine, view.fields);
  }
}
