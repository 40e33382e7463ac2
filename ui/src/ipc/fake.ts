/**
 * A core that lives in memory, for tests and stories: it remembers drafts and settings, notes every call, and sends the
 * events it is told to. It decides nothing that the real core decides: lists, findings and refusals are given to it. What it
 * knows and answers stands in `fake/`, by area.
 */
import { asAppError, type AppError, type Commands, type Listen } from ".";
import { activityAnswers, emptyActivity, type ActivityWorld } from "./fake/activity";
import { calendarAnswers, emptyCalendar, type CalendarWorld } from "./fake/calendar";
import { computerAnswers, emptyComputer, type ComputerWorld } from "./fake/computer";
import { draftsAnswers, emptyDrafts, type DraftsWorld } from "./fake/drafts";
import { libraryAnswers, emptyLibrary, type LibraryWorld } from "./fake/library";
import { pageAnswers, emptyPage, type PageWorld } from "./fake/page";
import { postsAnswers, emptyPosts, type PostsWorld } from "./fake/posts";
import { syncAnswers, emptySync, type SyncWorld } from "./fake/sync";
import { textsAnswers, emptyTexts, type TextsWorld } from "./fake/texts";
import { uploadsAnswers, emptyUploads, type UploadsWorld } from "./fake/uploads";
import type { Answers } from "./fake/core";

export interface World
  extends
    ActivityWorld,
    CalendarWorld,
    ComputerWorld,
    DraftsWorld,
    LibraryWorld,
    PageWorld,
    PostsWorld,
    SyncWorld,
    TextsWorld,
    UploadsWorld {}

export const emptyWorld = (): World => ({
  ...emptyActivity(),
  ...emptyCalendar(),
  ...emptyComputer(),
  ...emptyDrafts(),
  ...emptyLibrary(),
  ...emptyPage(),
  ...emptyPosts(),
  ...emptySync(),
  ...emptyTexts(),
  ...emptyUploads(),
});

type Name = keyof Commands;

/** What the core does also where the data cannot be opened. */
const WITHOUT_DATA: Name[] = [
  "chooseBackup",
  "restoreBackup",
  "restoreWork",
  "cancelRestoreWork",
  "restart",
  "openDataFolder",
  "openHelp",
  "registerLinks",
  "placePictures",
  "countries",
];

export class FakeCore {
  readonly world: World;
  /** Every call, oldest first. */
  readonly calls: { name: Name; args: unknown[] }[] = [];
  readonly commands: Commands;
  readonly listen: Listen;
  /** The present, as stamped on saved drafts. */
  now = "2026-11-22T14:02:00Z";
  #closed: AppError | undefined;
  #answers = new Map<Name, (...args: never[]) => unknown>();
  #ears = new Map<string, Set<(payload: never) => void>>();

  constructor(world: Partial<World> = {}) {
    this.world = { ...emptyWorld(), ...world };
    this.commands = this.#allCommands();
    this.listen = (name, heard) => {
      const ears = this.#ears.get(name) ?? new Set();
      this.#ears.set(name, ears.add(heard as (payload: never) => void));
      return Promise.resolve(() => void ears.delete(heard as (payload: never) => void));
    };
  }

  /** From now on `name` answers with what `answer` gives. */
  answer<N extends Name>(name: N, answer: (...args: Parameters<Commands[N]>) => unknown): this {
    this.#answers.set(name, answer as (...args: never[]) => unknown);
    return this;
  }

  /** From now on `name` is refused. */
  refuse(name: Name, message: string, rest: Partial<AppError> = {}): this {
    const error: AppError = { code: "INTERNAL", field: null, message, ...rest };
    return this.answer(name, () => Promise.reject(asAppError(error)));
  }

  /** The data cannot be opened: whatever needs it is refused with the same sentence. */
  close(message: string): this {
    this.#closed = asAppError({ code: "NEEDS_MAKER", field: null, message });
    return this;
  }

  /** From now on `name` never answers. */
  hang(name: Name): this {
    return this.answer(name, () => new Promise(() => undefined));
  }

  emit: (name: Parameters<Listen>[0], payload: unknown) => void = (name, payload) =>
    this.#ears.get(name)?.forEach((heard) => heard(payload as never));

  called = (name: Name): unknown[][] => this.calls.filter((c) => c.name === name).map((c) => c.args);

  #allCommands(): Commands {
    const standard: Answers = Object.assign(
      {},
      ...[
        activityAnswers,
        calendarAnswers,
        computerAnswers,
        draftsAnswers,
        libraryAnswers,
        pageAnswers,
        postsAnswers,
        syncAnswers,
        textsAnswers,
        uploadsAnswers,
      ].map((answers) => answers(this)),
    );
    return new Proxy({} as Commands, {
      get:
        (_, name: Name) =>
        async (...args: unknown[]) => {
          this.calls.push({ name, args });
          if (this.#closed && !WITHOUT_DATA.includes(name)) throw this.#closed;
          const answer = this.#answers.get(name) ?? standard[name];
          return structuredClone(await (answer as ((...a: unknown[]) => unknown) | undefined)?.(...args)) ?? null;
        },
    });
  }
}
