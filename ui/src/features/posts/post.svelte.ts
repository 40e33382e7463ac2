/** One post being written: its text and its pictures, whether they are on disk, and publishing. */
import { tick } from "svelte";
import { SvelteMap } from "svelte/reactivity";

import type { Studio } from "../../app/studio.svelte";
import { asAppError, commands, type AppError, type PictureView, type PostDraftView } from "../../ipc";
import { codePoints, LIMITS, measure } from "../../words/count";
import { t } from "../../words/fluent.svelte";
import { Autosave, type SaveState } from "../composer/autosave";
import { hasHappened } from "./words";

export class PostComposer {
  readonly id: string;
  /** What the core last told, except the text, which lives in `text` while it is edited. */
  view = $state.raw<PostDraftView>();
  text = $state<string>();
  error = $state.raw<AppError>();
  saveState = $state<SaveState>("saved");
  saveError = $state.raw<AppError>();
  refusal = $state.raw<AppError>();
  publishing = $state(false);
  /** Descriptions as they are being typed, by picture. */
  readonly #typed = new SvelteMap<string, string>();

  #app: Studio;
  #autosave: Autosave<string>;
  #describing = new Map<string, Autosave<string>>();
  /** The text that what is on the screen was made from: what was saved last, or what the core has told since. */
  #kept = "";
  /** Counts what was handed to the core, so that an answer from before it is known. */
  #saves = 0;

  count = $derived(measure(codePoints(this.text ?? ""), LIMITS.post));
  pictures = $derived(this.view?.pictures ?? []);
  room = $derived(LIMITS.picturesOfAPost - this.pictures.length);
  /** What stands in the way of publishing, as far as it can be told before it is saved. */
  trouble = $derived(
    (this.text ?? "").trim() === ""
      ? t("posts-text-first")
      : this.count.cut > 0
        ? t("posts-cut-first", { count: this.count.cut })
        : null,
  );

  constructor(id: string, app: Studio) {
    this.id = id;
    this.#app = app;
    this.#autosave = new Autosave(
      (text) => this.#keep(() => this.#save(text)),
      (state) => (this.saveState = state),
    );
  }

  async load(): Promise<void> {
    const saves = this.#saves;
    try {
      const view = await commands.postDraft(this.id);
      // What was told before the last save says nothing of it.
      if (saves !== this.#saves) return this.load();
      this.view = view;
      this.error = undefined;
      this.#takeIn(view.text);
    } catch (thrown) {
      // What was typed since is saved as a change of what somebody has published: nothing typed goes from the screen.
      const isTyping = this.text !== undefined && this.text !== this.#kept;
      if (saves === this.#saves && !isTyping) this.error = asAppError(thrown);
    }
  }

  /** Saves when the text differs from what was last handed on. Call it from an effect. */
  noticeEdits(): void {
    if (this.text !== undefined && this.text !== this.#noticed) {
      const first = this.#noticed === undefined;
      this.#noticed = this.text;
      if (!first && this.text !== this.#kept) this.#autosave.touch(this.text);
    }
  }
  #noticed: string | undefined;

  flush = async (): Promise<boolean> => {
    this.noticeEdits();
    const all = await Promise.all([this.#autosave, ...this.#describing.values()].map((save) => save.flush()));
    return all.every(Boolean);
  };

  /** Makes the text what a version said, over what is on the screen. Pictures stay as they are. */
  restore = async (version: string): Promise<boolean> => {
    if (!(await this.flush())) return false;
    const shown = { description: this.text ?? "" };
    const done = await this.#app.attempt(() => commands.restoreVersion(this.id, version, shown));
    if (done) {
      await this.load();
      this.#app.toasts.show(t("posts-version-restored"), { undo: () => this.#takeBack() });
    }
    return done;
  };

  async #takeBack(): Promise<void> {
    await this.flush();
    if (await this.#app.attempt(() => commands.undoStep(this.id))) await this.load();
  }

  /** What a picture's description is on the screen. */
  altOf = ({ id, alt }: PictureView): string => this.#typed.get(id) ?? alt;

  /** Keeps a description while it is typed, as the text itself. */
  describe({ id, alt: shown }: PictureView, alt: string): void {
    this.#typed.set(id, alt);
    let save = this.#describing.get(id);
    if (!save) {
      let kept = shown;
      const keep = (alt: string) =>
        this.#keep(async () => {
          await this.#learn(commands.describePicture(this.id, id, kept, alt));
          kept = alt;
        });
      this.#describing.set(id, (save = new Autosave(keep, (state) => (this.saveState = state))));
    }
    save.touch(alt);
  }

  addPictures = async (): Promise<boolean> => {
    if (this.room <= 0) return false;
    return this.#app.attempt(async () => {
      const added = await commands.addPictures(this.id);
      this.#saves += 1;
      this.view = added.draft;
      this.#app.takePictures(added);
    });
  };

  /** Adds what was pasted. False when it is not for us. */
  paste(data: DataTransfer | null): boolean {
    const files = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    // A browser puts a picture beside the text that was copied; whoever pastes into a text means the text.
    if (files.length === 0 || data?.getData("text/plain")) return false;
    void (async () => {
      for (const file of files) {
        const done = await this.#app.attempt(async () =>
          this.#learn(commands.pastePicture(this.id, await base64(file))),
        );
        if (done) this.#app.say(t("posts-picture-added"));
      }
    })();
    return true;
  }

  /** Puts a picture at another place, and says where it is now. */
  async move(picture: string, to: number): Promise<void> {
    const others = this.pictures.filter((p) => p.id !== picture);
    const from = this.pictures.findIndex((p) => p.id === picture);
    const place = Math.max(0, Math.min(to, others.length));
    if (from < 0 || place === from) return;
    const before = others[place]?.id ?? null;
    const moved = this.pictures[from];
    // At once on the screen; the core's answer says the same, or an error brings the old order back.
    if (this.view && moved) this.view = { ...this.view, pictures: others.toSpliced(place, 0, moved) };
    if (await this.#app.attempt(() => this.#learn(commands.movePicture(this.id, picture, before))))
      this.#app.say(t("posts-picture-moved", { place: place + 1, count: this.pictures.length }));
    else await this.load();
  }

  /** Takes a picture off. The file it came from stays. */
  async remove(picture: string): Promise<void> {
    await this.#describing.get(picture)?.flush();
    this.#describing.delete(picture);
    if (!(await this.#app.attempt(() => this.#learn(commands.removePicture(this.id, picture))))) return;
    this.#typed.delete(picture);
    this.#app.toasts.show(t("posts-picture-taken-off"), {
      undo: () => this.#app.attempt(() => this.#learn(commands.restorePicture(this.id, picture))),
    });
  }

  async publish(): Promise<void> {
    if (this.publishing) return;
    this.refusal = undefined;
    if (this.trouble) {
      this.#app.say(this.trouble);
      await tick();
      document.getElementById("post-text")?.focus();
      return;
    }
    this.publishing = true;
    try {
      if (!(await this.flush())) throw this.saveError;
      const changed = this.view?.published === true;
      await commands.publishPost(this.id);
      this.#app.router.go({ name: "posts" });
      this.#app.toasts.show(hasHappened(changed, this.#app.sync.value), { tone: "good" });
    } catch (thrown) {
      this.refusal = asAppError(thrown);
      await this.load();
    } finally {
      this.publishing = false;
    }
  }

  async #save(text: string): Promise<void> {
    const view = await this.#learn(commands.savePost(this.id, this.#kept, text));
    this.#kept = text;
    this.#takeIn(view.text);
  }

  /** Shows what another device, window or program wrote, unless something was typed here since: that is saved over it. */
  #takeIn(theirs: string): void {
    if (this.text === undefined || this.text === this.#kept) this.text = this.#kept = theirs;
  }

  async #keep(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.saveError = undefined;
    } catch (thrown) {
      this.saveError = asAppError(thrown);
      throw thrown;
    }
  }

  /** Takes what a command answers for the newest. */
  async #learn(answer: Promise<PostDraftView>): Promise<PostDraftView> {
    this.#saves += 1;
    const mine = this.#saves;
    const view = await answer;
    if (mine === this.#saves) this.view = view;
    // Nothing that was asked for before is newer than this.
    this.#saves += 1;
    return view;
  }
}

function base64(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => failed(reader.error ?? new Error("the clipboard gave nothing"));
    reader.readAsDataURL(file);
  });
}
