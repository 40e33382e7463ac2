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

export const CROWD_STORIES: Record<string, Story> = {
  "crowd-home": { hash: "#/", world: longStanding },
  "crowd-posts": { hash: "#/posts", world: longStanding },
};
