/** The screens of posts in every state. */
import type { PictureView } from "../src/ipc";
import { emptyWorld, type World } from "../src/ipc/fake";
import { conflict, picture, post, postDraft, signedIn } from "../src/ipc/samples";
import { CERAMIC, CHAIR, ROAD, WORKSHOP } from "./pictures";
import { at } from "./hands";
import type { Story } from "./story";
import { full, minutesAgo } from "./worlds";

const PHOTOS: Record<string, string> = {
  ["a".repeat(64)]: CERAMIC,
  ["b".repeat(64)]: CHAIR,
  ["c".repeat(64)]: WORKSHOP,
  ["d".repeat(64)]: ROAD,
};

/** Pictures by the letters of their names; every other one has something to say. */
const shown = (letters: string, part: Partial<PictureView> = {}): PictureView[] =>
  [...letters].map((letter, n) =>
    picture({
      id: `${letter}${n}`,
      image: letter.repeat(64),
      alt: n % 2 === 0 ? "A vase with a blue glaze on the workbench" : "",
      ...part,
    }),
  );

const ELSEWHERE = "This picture is on another device and not here yet.";
const NOT_TAKEN =
  "The backend does not take this picture. It has more pixels than a picture may have: export it smaller.";

const some = (): Partial<World> => ({
  ...full(),
  photos: PHOTOS,
  posts: [
    post({ id: "o1", pictures: shown("abcdab"), created_at: minutesAgo(25), changing: true }),
    post({
      id: "o2",
      text: "Market day in Lyon on Saturday, place Bellecour, from eight until everything is sold.\n\nI bring the small stools, three of the folding benches, and the offcuts for those who carve.",
      created_at: minutesAgo(1_600),
    }),
    post({ id: "o3", text: "On the road with two sideboards.", pictures: shown("d"), created_at: minutesAgo(4_000) }),
    post({
      id: "o4",
      text: "Sharpening course: two places left.",
      pictures: shown("cb"),
      created_at: minutesAgo(9_000),
    }),
    post({
      id: "o5",
      text: "Third firing, and the green is what I hoped for since autumn",
      pictures: [...shown("a", { trouble: NOT_TAKEN }), ...shown("e", { trouble: ELSEWHERE })],
      created_at: minutesAgo(20_000),
    }),
    post({ id: "o6", text: "Oak, ash, walnut.", pictures: shown("bca"), created_at: minutesAgo(50_000) }),
  ],
  postDrafts: [
    postDraft({ id: "w1", pictures: shown("ab"), updated_at: minutesAgo(3) }),
    postDraft({
      id: "o1",
      text: "The kiln is open again. These are the first mugs of spring, and the last of the old glaze.",
      pictures: shown("a"),
      published: true,
      updated_at: minutesAgo(12),
    }),
    postDraft({ id: "w2", text: "", pictures: shown("d"), updated_at: minutesAgo(500) }),
  ],
});

const writing = (part: Parameters<typeof postDraft>[0], world: Partial<World> = {}): Partial<World> => ({
  ...some(),
  postDrafts: [postDraft(part)],
  ...world,
});

const DATABASE = "The database is in use by another program. Close it, then try again.";
/** Every picture that can be seen is there, but for those that are on another device. */
const photos = () =>
  [...document.querySelectorAll<HTMLElement>(".picture")].every((box) => {
    const { top } = box.getBoundingClientRect();
    const edges = [...document.querySelectorAll("main, [role=region]")].map((e) => e.getBoundingClientRect().bottom);
    return top >= Math.min(...edges) || box.querySelector("img, .lucide-image-off") !== null;
  });

export const POST_STORIES: Record<string, Story> = {
  "posts-full": { hash: "#/posts", world: some, until: photos },
  "posts-empty": { hash: "#/posts" },
  "posts-loading": { hash: "#/posts", prepare: (core) => core.hang("posts") },
  "posts-error": { hash: "#/posts", prepare: (core) => core.refuse("posts", DATABASE) },
  "posts-offline": {
    hash: "#/posts",
    world: () => ({
      ...some(),
      sync: signedIn({ state: "OFFLINE", offline_since: minutesAgo(25), waiting: 2, pictures_to_send: 3 }),
      overview: { ...emptyWorld().overview, offline_since: minutesAgo(25) },
    }),
    until: photos,
  },
  "posts-undo": { hash: "#/posts", world: some, then: () => at("post-delete")?.click(), until: photos },
  "post-start": { hash: "#/post/w1", world: () => writing({ text: "" }) },
  "post-full": {
    hash: "#/post/w1",
    world: () =>
      writing({
        text: "The kiln is open again. These are the first mugs of spring.\n\nThe blue ones are a new glaze, thicker than the last, which runs a little at the foot. I like it: no two are the same.",
        pictures: shown("abc"),
      }),
    until: photos,
  },
  "post-over": {
    hash: "#/post/w1",
    world: () =>
      writing({ text: "The blue ones are a new glaze. ".repeat(165), pictures: shown("abcdabcdabcdabcdabcd") }),
  },
  "post-trouble": {
    hash: "#/post/w1",
    world: () =>
      writing({ pictures: [...shown("a", { trouble: NOT_TAKEN }), ...shown("e", { trouble: ELSEWHERE, alt: "" })] }),
    then: () => at("pictures")?.scrollIntoView(),
    until: photos,
  },
  "post-change": {
    hash: "#/post/w1",
    world: () => writing({ published: true, pictures: shown("b") }),
    until: photos,
  },
  "post-alone": {
    hash: "#/post/w1",
    world: () => writing({}, { sync: emptyWorld().sync }),
  },
  "post-refused": {
    hash: "#/post/w1",
    world: () => writing({ pictures: shown("a") }),
    prepare: (core) => core.refuse("publishPost", "The disk is full. Make room, then publish again: nothing is lost."),
    then: (core) => {
      at("post-publish")?.click();
      core.emit("picturesAdded", {
        draft: core.world.postDrafts[0],
        added: 0,
        refused: [
          {
            name: "logo.svg",
            message: "Posts take JPEG, PNG and WebP. This is an SVG drawing: export it as JPEG or PNG and add that.",
          },
          { name: "IMG_2041.jpg", message: "This JPEG is damaged or stops in the middle. Copy or export it again." },
        ],
      });
    },
    until: () => at("post-refused") !== null && at("banner-refused") !== null,
  },
  "post-conflict": {
    hash: "#/post/w1",
    world: () => writing({ pictures: shown("a") }, { conflicts: [conflict({ is_post: true, row: "w1" })] }),
    until: () => at("row-conflicts") !== null,
  },
  "post-drop": {
    hash: "#/post/w1",
    world: () => writing({}),
    then: (core) => core.emit("dropHover", { videos: 0, pictures: 3, others: 1 }),
  },
  "post-loading": { hash: "#/post/w1", prepare: (core) => core.hang("postDraft") },
  "post-error": { hash: "#/post/w1", prepare: (core) => core.refuse("postDraft", DATABASE) },
  "post-gone": { hash: "#/post/none" },
};
