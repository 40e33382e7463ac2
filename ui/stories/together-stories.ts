/** Drafts side by side, and what helps writing: snippets, presets, previews. In every state. */
import { draft, fields, file, preset, snippet } from "../src/ipc/samples";
import { emptyWorld, type World } from "../src/ipc/fake";
import { t } from "../src/words/fluent.svelte";
import { addDays, dayOf } from "../src/words/schedule";
import { CHAIR, WORKSHOP } from "./pictures";
import { at, there } from "./hands";
import type { Story } from "./story";
import { answered, composer, error, full, unanswered } from "./worlds";

const BUSY = "The database is in use by another program. Close it, then try again.";
const key = (on: Element | null | undefined, key: string, rest: KeyboardEventInit = {}) =>
  on?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...rest }));
/** A cell that is laid out and to be seen. */
const cell = (row: number, column: string): HTMLElement | undefined => {
  const rows = document.querySelectorAll<HTMLElement>("[data-testid=together-row]");
  const found = rows[row]?.querySelector<HTMLElement>(`[data-cell=${column}]`);
  return found && getComputedStyle(found).visibility !== "hidden" ? found : undefined;
};

/** The focus is in this row of the table. */
const isIn = (row: number): boolean =>
  document.activeElement?.closest("[data-testid=together-row]")?.getAttribute("aria-rowindex") === String(row + 2);

/** Does it as soon as there is something to do it to. */
function when<T>(find: () => T | null | undefined, act: (found: T) => unknown, patience = 200): void {
  const found = find();
  if (found) act(found);
  else if (patience > 0) setTimeout(() => when(find, act, patience - 1), 50);
}

/** Writes a slash at the end of a field, as a maker does. */
function slash(id: string, more = ""): void {
  const field = document.getElementById(id) as HTMLTextAreaElement | null;
  if (!field) return;
  field.focus();
  for (const data of ["\n", "/", ...more]) {
    field.setRangeText(data, field.value.length, field.value.length, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data, inputType: "insertText" }));
  }
}

const SNIPPETS = [
  snippet(),
  snippet({ name: "series tags", kind: "TAGS", text: "", tags: ["oak", "hand tools", "woodwork"] }, { id: "s2" }),
  snippet({ name: "sign-off", text: "See you in the workshop.\nMarta" }, { id: "s3" }),
  snippet({ name: "", text: "Hard-wax oil, three coats, a night between each." }, { id: "s4" }),
];

const PRESETS = [
  preset({ is_default: true }),
  preset({
    id: "p2",
    name: "For members only",
    settings: {
      ...preset().settings,
      targets: ["YOUTUBE", "TIKTOK"],
      youtube: {
        privacy: "unlisted",
        made_for_kids: false,
        category_id: "27",
        quiet: true,
        playlist: { is: "EXISTING", id: "PL1", title: "Lessons" },
      },
      tiktok: { to_inbox: true },
    },
  }),
];

const TITLES = [
  "How I oil an oak chair",
  "Sharpening a plane iron, start to finish",
  "A stool in one take",
  "Delivering a sideboard across the Alps",
  "Market day in Nairobi: what people ask for, what I can make, and what I cannot",
  "First firing of the year",
];
const tomorrow = addDays(dayOf(new Date(), "UTC"), 1);

/** Drafts that stand differently, so many of them. */
const drafts = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const toTiktok = n % 6 === 2 || n % 6 === 5;
    const isOpen = n % 6 === 1 || n % 6 === 4;
    return draft({
      id: `t${n}`,
      fields: fields({
        title: n % 6 === 3 ? "" : (TITLES[n % TITLES.length] ?? ""),
        description: n % 3 === 2 ? "" : "Three thin coats of hard-wax oil, a night between each.",
        targets: toTiktok ? ["YOUTUBE", "TIKTOK"] : ["YOUTUBE"],
        youtube: isOpen ? fields().youtube : answered,
        schedule: n % 2 ? { date: addDays(tomorrow, Math.floor(n / 2)), minute: 1_080, zone: "UTC" } : null,
      }),
      file: file({ name: `clip-${n}.mp4` }),
      findings: isOpen ? unanswered() : n % 6 === 3 ? [error("TITLE", "YOUTUBE", "YouTube needs a title.")] : [],
    });
  });

const side = (count: number): Partial<World> => ({
  ...full(),
  drafts: drafts(count),
  together: drafts(count).map(({ id }) => id),
  stills: Object.fromEntries(drafts(count).map(({ id }, n) => [id, n % 2 ? WORKSHOP : CHAIR])),
  presets: PRESETS,
  snippets: SNIPPETS,
});

const previewed = (part: Parameters<typeof composer>[0] = {}): Partial<World> => ({
  ...composer({
    fields: fields({
      targets: ["YOUTUBE", "TIKTOK"],
      title: "How I oil an oak chair with three thin coats of hard-wax oil, and a night between each of them",
      youtube: answered,
    }),
    file: file({ still: CHAIR, preview_url: "/preview.webm" }),
    ...part,
  }),
  presets: PRESETS,
  snippets: SNIPPETS,
});

export const TOGETHER_STORIES: Record<string, Story> = {
  "together-full": { hash: "#/together", world: () => side(6), until: there("together-row") },
  "together-200": { hash: "#/together", world: () => side(200), until: there("together-row") },
  "together-empty": {
    hash: "#/together",
    world: full,
    until: there("empty"),
  },
  "together-loading": { hash: "#/together", world: full, prepare: (core) => core.hang("together") },
  "together-error": {
    hash: "#/together",
    world: full,
    prepare: (core) => core.refuse("together", BUSY),
    until: there("error"),
  },
  "together-offline": {
    hash: "#/together",
    world: () => ({
      ...side(6),
      overview: { ...emptyWorld().overview, offline_since: new Date(Date.now() - 1_500_000).toISOString() },
    }),
    until: there("together-row"),
  },
  "together-editing": {
    hash: "#/together",
    world: () => side(6),
    then: () =>
      when(
        () => cell(0, "description"),
        (found) => {
          found.focus();
          key(found, "Enter");
        },
      ),
    until: there("cell-editor"),
  },
  "together-wrong": {
    hash: "#/together",
    world: () => side(6),
    then: () =>
      when(
        () => cell(0, "time"),
        (found) => {
          found.focus();
          key(found, "Enter");
          const editor = at("cell-editor") as HTMLInputElement | null;
          if (!editor) return;
          editor.value = "next week";
          editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
          key(editor, "Enter");
        },
      ),
    until: there("cell-wrong"),
  },
  "together-selected": {
    hash: "#/together",
    world: () => side(6),
    then: () =>
      when(
        () => cell(0, "time"),
        (first) => {
          first.focus();
          for (let step = 0; step < 3; step += 1)
            when(
              () => isIn(step),
              () => key(document.activeElement, "ArrowDown", { shiftKey: true }),
            );
        },
      ),
    until: () => isIn(3),
  },
  "together-settings": {
    hash: "#/together",
    world: () => side(6),
    then: () =>
      when(
        () => at("together-settings"),
        (button) => button.click(),
      ),
    until: there("settings-panel"),
  },
  "together-times": {
    hash: "#/together",
    world: () => side(6),
    then: () =>
      when(
        () => at("together-times"),
        (button) => button.click(),
      ),
    until: there("times-panel"),
  },
  "together-refused": {
    hash: "#/together",
    world: () => side(6),
    prepare: (core) => core.refuse("saveDraft", "The disk is full. Make room, then try again."),
    then: () =>
      when(
        () => cell(0, "title"),
        (found) => {
          found.focus();
          key(found, "Delete");
        },
      ),
    until: () => document.body.textContent?.includes("The disk is full") ?? false,
  },
  "home-picked": {
    hash: "#/",
    world: full,
    then: () =>
      document.querySelectorAll<HTMLElement>("[data-testid=draft-pick]").forEach((box, n) => n < 2 && box.click()),
    until: there("draft-bulk"),
  },
  "composer-slash": {
    hash: "#/draft/d1",
    world: previewed,
    then: () =>
      when(
        () => document.getElementById("description"),
        () => slash("description"),
      ),
    until: there("snippet-option"),
  },
  "composer-slash-none": {
    hash: "#/draft/d1",
    world: () => ({ ...previewed(), snippets: [] }),
    then: () =>
      when(
        () => document.getElementById("description"),
        () => slash("description"),
      ),
    until: there("snippet-manage"),
  },
  "composer-marked": {
    hash: "#/draft/d1",
    world: () =>
      previewed({
        fields: fields({
          title: "Oiling an #oak chair",
          description:
            "Three coats, as @marta.oak does it. Everything is listed at https://marta.example/oils?coat=3 and the series is #woodwork #handtools.",
          youtube: answered,
        }),
      }),
    until: there("marks"),
  },
  "composer-preset-menu": {
    hash: "#/draft/d1",
    world: previewed,
    then: () =>
      when(
        () => at("preset-menu"),
        (menu) => {
          menu.scrollIntoView({ block: "center" });
          menu.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 }));
        },
      ),
    until: there("preset-use"),
  },
  "composer-preview-tiktok": {
    hash: "#/draft/d1",
    world: previewed,
    then: () =>
      when(
        () => at("preview-tiktok"),
        (button) => {
          button.click();
          at("preview-safe")?.click();
        },
      ),
    until: there("preview-covered"),
  },
  "composer-preview-wide": {
    hash: "#/draft/d1",
    world: () =>
      previewed({
        file: file({
          still: WORKSHOP,
          preview_url: "/preview.webm",
          facts: { ...file().facts, width: 3840, height: 2160, duration_s: 1_300 },
        }),
        predicted_type: "LONG",
      }),
    until: there("platform-preview"),
  },
  "composer-preview-phone": {
    hash: "#/draft/d1",
    world: () =>
      previewed({
        file: file({
          still: WORKSHOP,
          preview_url: "/preview.webm",
          facts: { ...file().facts, width: 3840, height: 2160, duration_s: 1_300 },
        }),
        predicted_type: "LONG",
      }),
    then: () =>
      when(
        () => at("preview-upright"),
        (button) => button.click(),
      ),
    until: () => document.querySelector("[data-shape=UPRIGHT]") !== null,
  },
  "snippets-full": {
    hash: "#/draft/d1",
    world: previewed,
    then: () => openSheet("snippets", "snippet-head"),
    until: there("snippet-name"),
  },
  "snippets-empty": {
    hash: "#/",
    world: full,
    then: () => openSheet("snippets"),
    until: there("new-snippet"),
  },
  "snippets-loading": {
    hash: "#/",
    world: full,
    prepare: (core) => core.hang("snippets"),
    then: () => openSheet("snippets"),
    until: there("snippets"),
  },
  "snippets-error": {
    hash: "#/",
    world: full,
    prepare: (core) => core.refuse("snippets", BUSY),
    then: () => openSheet("snippets"),
    until: there("snippets-error"),
  },
  "presets-full": {
    hash: "#/draft/d1",
    world: previewed,
    then: () => openSheet("presets", "preset-head"),
    until: there("preset-name"),
  },
  "presets-empty": {
    hash: "#/",
    world: full,
    then: () => openSheet("presets"),
    until: there("preset-add"),
  },
  "presets-error": {
    hash: "#/",
    world: full,
    prepare: (core) => core.refuse("presets", BUSY),
    then: () => openSheet("presets"),
    until: there("presets-error"),
  },
};

/** Out of the palette, as they are reached from every screen; then the second of its rows. */
function openSheet(name: "snippets" | "presets", row?: string): void {
  key(document.body, "k", { ctrlKey: true });
  when(
    () => at("palette-input") as HTMLInputElement | null,
    (input) => {
      const title = name === "snippets" ? t("palette-snippets") : t("palette-presets");
      input.value = title.slice(0, -1);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      const found = () => document.querySelector<HTMLElement>(`[role=option][data-key="do:${name}"]`);
      when(found, (option) => option.click());
      if (row)
        when(
          () => document.querySelectorAll<HTMLElement>(`[data-testid=${row}]`)[1],
          (head) => head.click(),
        );
    },
  );
}
