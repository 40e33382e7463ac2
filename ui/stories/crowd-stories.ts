/** The window of a maker of long standing, which `npm run bench:ui` measures. */
import { emptyWorld, type World } from "../src/ipc/fake";
import {
  connection,
  draft,
  entry,
  fields,
  file,
  link,
  post,
  postDraft,
  service,
  signedIn,
  summary,
  video,
} from "../src/ipc/samples";
import { CHAIR } from "./pictures";
import type { Story } from "./story";
import { deliveries, minutesAgo } from "./worlds";

const many = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n));

export const longStanding = (): Partial<World> => ({
  overview: {
    ...emptyWorld().overview,
    deliveries: deliveries(),
    drafts: many(2_000, (n) =>
      summary({
        id: `d${n}`,
        title: `How I oil an oak chair, draft number ${n}`,
        still: n % 3 === 0 ? CHAIR : null,
        updated_at: minutesAgo(n * 60),
      }),
    ),
  },
  drafts: [draft({ id: "d0", fields: fields({ targets: ["YOUTUBE", "TIKTOK"] }), file: file({ still: CHAIR }) })],
  videos: many(10_000, (n) =>
    video({ id: `x${n}`, title: `A chair of oak, video number ${n}`, created_at: minutesAgo(n * 90) }),
  ),
  library: many(10_000, (n) =>
    entry({ id: `x${n}`, title: `A chair of oak, video number ${n}`, at: minutesAgo(n * 90) }),
  ),
  posts: many(5_000, (n) =>
    post({
      id: `o${n}`,
      text: `From the workshop, post number ${n}.${"\nThe kiln is open again, and the oak has come in.".repeat(n % 5)}`,
      created_at: minutesAgo(n * 200),
    }),
  ),
  postDrafts: [postDraft({ id: "w0" })],
  services: many(12, (n) => service({ title: `Service number ${n}` }, { id: `s${n}` })),
  links: [link()],
  connections: [connection("YOUTUBE"), connection("TIKTOK")],
  sync: signedIn(),
});

const scrolls = () =>
  [...document.querySelectorAll("main .sheet, main .scroll")].find((e) => e.scrollHeight > e.clientHeight + 1_000);
const once = async (what: () => unknown) => {
  while (!what()) await new Promise((done) => requestAnimationFrame(done));
};
/** How far the library was scrolled before another screen was opened. */
let wasAt = -1;
let isBack = false;

/** Scrolls the library until another part of it was read, opens another screen, and comes back. */
async function leaveAndComeBack(): Promise<void> {
  await once(() => (scrolls()?.scrollTop ?? 0) > 3_000 || scrolls()?.scrollBy({ top: 400 }));
  // Lines are measured as they come, which moves what is below them.
  let still = 0;
  await once(() => {
    const at = scrolls()?.scrollTop ?? -1;
    still = at === wasAt ? still + 1 : 0;
    wasAt = at;
    return still > 10;
  });
  location.hash = "#/settings";
  await once(() => document.querySelector("[data-testid=files-at-once]"));
  location.hash = "#/library";
  await once(() => document.querySelector("[data-testid=entry]"));
  isBack = true;
}

export const CROWD_STORIES: Record<string, Story> = {
  "crowd-home": { hash: "#/", world: longStanding },
  // G-18: it is only drawn once the library stands where it was left.
  "crowd-library-back": {
    hash: "#/library",
    world: longStanding,
    then: () => void leaveAndComeBack(),
    until: () => isBack && Math.abs((scrolls()?.scrollTop ?? 0) - wasAt) < 1,
  },
  "crowd-posts": { hash: "#/posts", world: longStanding },
};
