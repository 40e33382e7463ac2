/** The palette and the list of shortcuts, over the screens they are opened on. */
import { emptyWorld, type World } from "../src/ipc/fake";
import { link, post, postDraft, service, signedIn, summary, video } from "../src/ipc/samples";
import { at, there } from "./hands";
import type { Story } from "./story";
import { full } from "./worlds";

const key = (key: string, rest: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...rest }));

/** Opens the palette and types, once it is there. */
const search =
  (query = "") =>
  () => {
    key("k", { ctrlKey: true });
    const type = () => {
      const input = at("palette-input") as HTMLInputElement | null;
      if (!input) return void requestAnimationFrame(type);
      input.value = query;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    type();
  };

const workshop = (): Partial<World> => ({
  ...full(),
  sync: signedIn(),
  services: [service(), service({ title: "Oiling an oak table top", kind: "ARTISAN" }, { id: "s2" })],
  links: [link(), link({ platform: "Oak & Co, my shop", url: "https://oak.example/shop" }, { id: "l2" })],
  posts: [
    post({ text: "Oak from the Monts du Lyonnais has come in: chairs can be ordered again from the first of May." }),
  ],
  postDrafts: [postDraft()],
});

const crowd = (): Partial<World> => ({
  ...workshop(),
  videos: Array.from({ length: 10_000 }, (_, n) =>
    video({ id: `x${n}`, title: `How I oil an oak chair, part ${n + 1}` }),
  ),
  overview: {
    ...emptyWorld().overview,
    drafts: Array.from({ length: 2_000 }, (_, n) =>
      summary({
        id: `d${n}`,
        title: `Oak stool number ${n + 1}, turned, waxed and delivered across the whole of Lyon`,
      }),
    ),
  },
});

const recent = (keys: string[]) => () => localStorage.setItem("palette.recent", JSON.stringify(keys));

export const PALETTE_STORIES: Record<string, Story> = {
  "palette-full": {
    hash: "#/",
    world: workshop,
    prepare: recent(["service:s2", "do:sync", "go:settings/uploads"]),
    then: search(),
    until: there("palette-row"),
  },
  "palette-results": {
    hash: "#/posts",
    world: workshop,
    prepare: recent([]),
    then: search("oa"),
    until: () => !!document.querySelector("mark"),
  },
  "palette-actions": {
    hash: "#/services",
    world: workshop,
    prepare: recent([]),
    then: search("new"),
    until: () => !!document.querySelector("mark"),
  },
  "palette-crowd": { hash: "#/", world: crowd, prepare: recent([]), then: search("oak"), until: there("palette-more") },
  "palette-empty": {
    hash: "#/settings",
    world: workshop,
    then: search("walnut cradle"),
    until: there("palette-empty"),
  },
  "shortcuts-full": { hash: "#/", world: workshop, then: () => key("?"), until: there("shortcuts") },
  "shortcuts-settings": { hash: "#/settings", world: workshop, then: () => key("?"), until: there("shortcuts") },
};
