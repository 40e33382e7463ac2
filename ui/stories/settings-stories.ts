/** The settings, in every state. */
import { emptyWorld } from "../src/ipc/fake";
import { at, there } from "./hands";
import type { Story } from "./story";
import { full } from "./worlds";

export const SETTINGS_STORIES: Record<string, Story> = {
  "settings-full": { hash: "#/settings", world: full },
  "settings-uploads": {
    hash: "#/settings",
    world: () => ({
      ...full(),
      uploads: {
        files_at_once: 4,
        cap_bytes_s: 6_000_000,
        hours: [
          { from_minute: 540, to_minute: 1_080, cap_bytes_s: 2_000_000 },
          { from_minute: 1_320, to_minute: 360, cap_bytes_s: 40_000_000 },
        ],
        keep_awake: false,
        wait_on_metered: true,
      },
    }),
    then: () => at("uploads-settings")?.scrollIntoView(),
  },
  "settings-notifications": {
    hash: "#/settings",
    world: () => ({
      ...full(),
      notices: {
        finished: true,
        needs_you: true,
        due_soon: false,
        sound: false,
        quiet: { from_minute: 1_320, to_minute: 420 },
      },
    }),
    then: () => at("notifications-settings")?.scrollIntoView(),
  },
  "settings-uploads-refused": {
    hash: "#/settings",
    world: () => ({ ...full(), uploads: { ...emptyWorld().uploads, cap_bytes_s: 6_000_000 } }),
    then: () => {
      const field = at("cap-field") as HTMLInputElement | null;
      if (field) field.value = "fast";
      field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
      at("uploads-settings")?.scrollIntoView();
    },
    until: there("cap-error"),
  },
  "settings-uploads-error": {
    hash: "#/settings",
    world: full,
    prepare: (core) =>
      core.refuse("uploadSettings", "The database is in use by another program. Close it, then try again."),
  },
  "settings-loading": { hash: "#/settings", prepare: (core) => core.hang("settings") },
  "settings-error": {
    hash: "#/settings",
    prepare: (core) => core.refuse("settings", "The database is in use by another program. Close it, then try again."),
  },
};
