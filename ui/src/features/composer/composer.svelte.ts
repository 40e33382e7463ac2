/** One draft being edited: its fields, whether they are on disk, TikTok's word about the account, and publishing. */
import { tick } from "svelte";

import type { Studio } from "../../app/studio.svelte";
import {
  asAppError,
  commands,
  type AppError,
  type AttachmentView,
  type CreatorInfo,
  type DraftFields,
  type DraftView,
  type Platform,
  type PresetView,
} from "../../ipc";
import { t } from "../../words/fluent.svelte";
import { PLATFORMS } from "../../words/platform";
import { Autosave, type SaveState } from "./autosave";
import { gapsOf, type Gap } from "./gaps";
import { timesInWords } from "./schedule";
import { isSame, madeFrom, together } from "./together";

export class Composer {
  readonly id: string;
  /** What the core last told, except the fields, which live in `fields` while they are edited. */
  view = $state.raw<DraftView>();
  fields = $state<DraftFields>();
  error = $state.raw<AppError>();
  saveState = $state<SaveState>("saved");
  saveError = $state.raw<AppError>();
  creator = $state.raw<CreatorInfo>();
  creatorError = $state.raw<AppError>();
  /** The maker's express consent. Never stored: it is given anew for every post. */
  consent = $state(false);
  publishing = $state(false);
  /** Publish was pressed while something was missing: from then on the fields themselves point it out. */
  pressed = $state(false);
  refusal = $state.raw<AppError>();
  /** Why the file that was chosen last cannot be the thumbnail, or captions: until the next try, or until it is read. */
  fileRefusals = $state<Partial<Record<AttachmentView["kind"], string>>>({});
  tab = $state<Platform>("YOUTUBE");

  #app: Studio;
  #autosave: Autosave<DraftFields>;
  /** What is being written of captions, by attachment. */
  #describing = new Map<string, Autosave<{ language: string; name: string }>>();
  /** What was last handed on to be saved, or told by the core. */
  #known: DraftFields | undefined;
  /** The fields as the core has them: what was saved last, or what it has told since. */
  #kept: DraftFields | undefined;
  /** A question to TikTok that has not left yet. */
  #asking: Promise<void> | undefined;
  #isSaving = false;
  #saves = 0;
  /** The core told something while a save was under way: it is asked once more after that. */
  #missed = false;

  targets = $derived(PLATFORMS.filter((p) => this.fields?.targets.includes(p)));
  toTiktok = $derived(this.targets.includes("TIKTOK"));
  gaps = $derived<Gap[]>(
    this.fields && this.view
      ? gapsOf(
          this.view.findings,
          this.fields,
          { consent: this.consent, creator: this.creator, creatorError: this.creatorError?.message },
          this.view.attachments,
        )
      : [],
  );
  /** What is wrong with the time of one of these, as the core found it. */
  timeTrouble(platforms: Platform[]): string | undefined {
    return this.gaps.find((g) => g.field === "SCHEDULE" && g.blocks && (!g.platform || platforms.includes(g.platform)))
      ?.message;
  }

  blocked = $derived(this.gaps.some((g) => g.blocks));

  constructor(id: string, app: Studio) {
    this.id = id;
    this.#app = app;
    this.#autosave = new Autosave(
      async (fields) => this.#learn(await this.#save(fields)),
      (state) => (this.saveState = state),
    );
  }

  async load(): Promise<void> {
    try {
      const saves = this.#saves;
      const view = await commands.draft(this.id);
      this.#learn(view);
      if (!this.fields) {
        this.#known = this.#kept = view.fields;
        this.fields = view.fields;
        this.tab = this.targets[0] ?? "YOUTUBE";
      } else if (this.#isSaving || this.#saves !== saves) this.#missed = true;
      else this.#takeIn(view.fields);
      if (this.#missed && !this.#isSaving) {
        this.#missed = false;
        return this.load();
      }
      this.error = undefined;
    } catch (thrown) {
      this.error = asAppError(thrown);
    }
  }

  /** Saves when the fields differ from what was last handed on. Call it from an effect. */
  noticeEdits(): void {
    const fields = $state.snapshot(this.fields) as DraftFields | undefined;
    if (!fields) return;
    if (isSame(fields, this.#known)) return;
    this.#known = fields;
    this.#autosave.touch(fields);
  }

  flush = async (): Promise<boolean> => {
    this.noticeEdits();
    const all = await Promise.all([this.#autosave, ...this.#describing.values()].map((save) => save.flush()));
    return all.every(Boolean);
  };

  /** Brings the tab in view that has a column. */
  reveal = (column: string): void => {
    const tab = PLATFORMS.find((platform) => column.startsWith(`${platform.toLowerCase()}_`));
    if (tab && this.targets.includes(tab)) this.tab = tab;
  };

  /** Makes the draft say what a version said, over what is on the screen. */
  restore = async (version: string): Promise<boolean> => {
    if (!(await this.flush())) return false;
    const shown = $state.snapshot(this.fields) as DraftFields;
    const done = await this.#app.attempt(() => commands.restoreVersion(this.id, version, shown));
    if (done) {
      await this.load();
      this.#app.toasts.show(t("composer-version-restored"), { undo: () => this.#takeBack() });
    }
    return done;
  };

  /** Puts a preset on the draft, as an edit that can be taken back. */
  use = async ({ name, settings }: PresetView): Promise<void> => {
    if (!(await this.flush())) return;
    const before = $state.snapshot(this.fields) as DraftFields;
    if (!(await this.#app.attempt(() => commands.applySettings(settings, [this.id])))) return;
    // What is agreed to must be what was seen.
    this.consent = false;
    await this.load();
    const after = $state.snapshot(this.fields) as DraftFields;
    this.tab = this.targets.includes(this.tab) ? this.tab : (this.targets[0] ?? "YOUTUBE");
    this.#app.toasts.show(t("composer-preset-used", { name }), {
      // What was chosen since then stays.
      undo: () => (this.fields = together(after, before, $state.snapshot(this.fields) as DraftFields)),
    });
  };

  async #takeBack(): Promise<void> {
    await this.flush();
    if (await this.#app.attempt(() => commands.undoStep(this.id))) await this.load();
  }

  /**
   * Asks TikTok anew what this account may do now: at every showing of its part (Content Sharing Guidelines, 1). The post
   * action and the tab ask in the same moment when both come into view: that is one question.
   */
  askCreator(): Promise<void> {
    this.#asking ??= this.#askCreator();
    return this.#asking;
  }

  async #askCreator(): Promise<void> {
    // The core answers for a draft that goes to TikTok: a tick that is not kept yet would be refused.
    await this.flush();
    this.#asking = undefined;
    try {
      this.creator = await commands.creatorInfo(this.id);
      this.creatorError = undefined;
    } catch (thrown) {
      this.creator = undefined;
      this.creatorError = asAppError(thrown);
    }
  }

  async locate(): Promise<void> {
    await this.#change(() => commands.locateFile(this.id));
  }

  addThumbnail = (): Promise<void> => this.#attach("THUMBNAIL", () => commands.addThumbnail(this.id));
  addCaptions = (): Promise<void> => this.#attach("CAPTIONS", () => commands.addCaptions(this.id));

  /** What is wrong with a chosen file stays at its field: choosing another takes longer than a message is shown. */
  async #attach(kind: AttachmentView["kind"], choose: () => Promise<DraftView>): Promise<void> {
    delete this.fileRefusals[kind];
    try {
      this.#learn(await choose());
    } catch (thrown) {
      this.fileRefusals[kind] = asAppError(thrown).message;
    }
  }

  /** Takes a file off the draft; it stays where it is on this computer. */
  async removeAttachment(id: string): Promise<void> {
    const file = this.view?.attachments.find((a) => a.id === id);
    // What it is called comes back with it.
    await this.#describing.get(id)?.flush();
    this.#describing.delete(id);
    if (!file || !(await this.#change(() => commands.removeAttachment(id)))) return;
    await tick();
    // The button that had it is gone with the file.
    if (document.activeElement === document.body)
      document.getElementById(file.kind === "THUMBNAIL" ? "thumbnail-add" : "captions-add")?.focus();
    this.#app.toasts.show(t("composer-file-taken-off", { name: file.file_name }), {
      undo: () => this.#change(() => commands.restoreAttachment(id)),
    });
  }

  /** Keeps what captions are called while it is typed, as every other text of a draft. */
  describeCaptions(id: string, language: string, name: string): void {
    let save = this.#describing.get(id);
    if (!save) {
      const keep = async (now: { language: string; name: string }) => {
        try {
          this.#learn(await commands.describeCaptions(id, now.language, now.name));
          this.saveError = undefined;
        } catch (thrown) {
          this.saveError = asAppError(thrown);
          throw thrown;
        }
      };
      this.#describing.set(id, (save = new Autosave(keep, (state) => (this.saveState = state))));
    }
    save.touch({ language, name });
  }

  async keepStill(jpegBase64: string): Promise<void> {
    // A missing picture is no reason to disturb anybody.
    await commands.setStill(this.id, jpegBase64).catch(() => undefined);
  }

  /** Leads to what a gap is about. */
  async show(gap: Gap): Promise<void> {
    if (gap.field === "CONNECTION") return this.#app.router.go({ name: "connections" });
    if (gap.tab) this.tab = gap.tab;
    await tick();
    const place = document.getElementById(gap.place);
    place?.scrollIntoView({ block: "center" });
    place?.focus();
  }

  async publish(): Promise<void> {
    if (this.publishing) return;
    this.refusal = undefined;
    // What was typed last may be what was missing.
    if (this.#describing.size > 0) await this.flush();
    if (this.publishing) return;
    const first = this.gaps.find((g) => g.blocks);
    if (first) {
      this.pressed = true;
      this.#app.say(first.message);
      return this.show(first);
    }
    this.publishing = true;
    try {
      if (!(await this.flush())) throw this.saveError;
      await commands.publish(this.id, this.toTiktok && this.consent);
      this.#app.router.go({ name: "home" });
      const later = Object.keys(timesInWords(this.fields!, this.#app.zone, this.#app.now)).length > 0;
      this.#app.toasts.show(
        t(later ? "composer-scheduled" : this.toTiktok ? "composer-sent-tiktok" : "composer-sent"),
        { tone: "good" },
      );
    } catch (thrown) {
      this.refusal = asAppError(thrown);
      await this.load();
    } finally {
      this.publishing = false;
    }
  }

  async #save(fields: DraftFields): Promise<DraftView> {
    this.#isSaving = true;
    try {
      const view = await commands.saveDraft(this.id, this.#kept ?? fields, fields);
      this.saveError = undefined;
      this.#kept = fields;
      this.#takeIn(view.fields);
      return view;
    } catch (thrown) {
      this.saveError = asAppError(thrown);
      throw thrown;
    } finally {
      this.#isSaving = false;
      this.#saves += 1;
      if (this.#missed) {
        this.#missed = false;
        void this.load();
      }
    }
  }

  /** Shows what another device, window or program wrote, and leaves what is being written here. */
  #takeIn(theirs: DraftFields): void {
    const mine = $state.snapshot(this.fields) as DraftFields;
    const base = this.#kept ?? theirs;
    const next = together(base, mine, theirs);
    this.#kept = madeFrom(base, mine, theirs);
    if (isSame(next, mine)) return;
    // Only what the maker wrote is saved: what the core told, it has already.
    if (isSame(next, theirs)) this.#known = next;
    this.fields = next;
  }

  #change(command: () => Promise<DraftView>): Promise<boolean> {
    return this.#app.attempt(async () => this.#learn(await command()));
  }

  #learn(view: DraftView): void {
    this.view = view;
  }
}
