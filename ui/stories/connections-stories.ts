/** Signing in to platforms, in every state. */
import { emptyWorld } from "../src/ipc/fake";
import { connection } from "../src/ipc/samples";
import { at } from "./hands";
import type { Story } from "./story";
import { full, minutesAgo, withoutExtras } from "./worlds";

export const CONNECTIONS_STORIES: Record<string, Story> = {
  "connections-full": { hash: "#/connections", world: full },
  "connections-empty": {
    hash: "#/connections",
    world: () => ({ connections: [connection("YOUTUBE", null), connection("TIKTOK", null, { set_up: false })] }),
  },
  "connections-none": { hash: "#/connections" },
  "connections-loading": { hash: "#/connections", prepare: (core) => core.hang("connections") },
  "connections-error": {
    hash: "#/connections",
    prepare: (core) =>
      core.refuse("connections", "The database is in use by another program. Close it, then try again."),
  },
  "connections-offline": {
    hash: "#/connections",
    world: () => ({ ...full(), overview: { ...emptyWorld().overview, offline_since: minutesAgo(25) } }),
  },
  "connections-waiting": {
    hash: "#/connections",
    world: () => ({
      connections: [
        connection("YOUTUBE", null, {
          sign_in: {
            id: "s1",
            platform: "YOUTUBE",
            authorize_url: "https://accounts.example/o/oauth2",
            expires_at: new Date(Date.now() + 540_000).toISOString(),
          },
        }),
        connection("TIKTOK", { rights: connection("TIKTOK").asks.map((r, i) => ({ ...r, granted: i !== 1 })) }),
      ],
    }),
  },
  "connections-outcomes": {
    hash: "#/connections",
    world: () => ({ connections: [connection("YOUTUBE", null), connection("TIKTOK", null)] }),
    then: (core) => {
      core.emit("signInEnded", {
        id: "s1",
        platform: "YOUTUBE",
        outcome: "REFUSED",
        message: "You did not allow it on Google’s page. Nothing was connected; you can try again.",
      });
      core.emit("signInEnded", {
        id: "s2",
        platform: "TIKTOK",
        outcome: "TIMED_OUT",
        message: "Nobody answered in the browser for 10 minutes. Connect again when you are ready.",
      });
    },
  },
  "connections-extras": { hash: "#/connections", world: () => ({ connections: withoutExtras() }) },
  "connections-disconnected": {
    hash: "#/connections",
    world: () => ({
      connections: [connection("YOUTUBE"), connection("TIKTOK")],
      disconnected: {
        platform: "YOUTUBE",
        stopped: 2,
        revoked: false,
        message: "2 uploads stopped. Google could not be reached to take the rights back; you can do it on its page.",
        link: "GOOGLE_CONNECTIONS",
      },
    }),
    then: () => at("disconnect-youtube")?.click(),
  },
  "connections-ask": { hash: "#/connections", world: full, then: () => at("disconnect-youtube")?.click() },
};
