/** Every screen in the states it was designed for: loading, empty, error, offline and full. */
import { ACTIVITY_STORIES } from "./activity-stories";
import { CALENDAR_STORIES } from "./calendar-stories";
import { TOGETHER_STORIES } from "./together-stories";
import { COMPOSER_STORIES } from "./composer-stories";
import { CONNECTIONS_STORIES } from "./connections-stories";
import { CROWD_STORIES } from "./crowd-stories";
import { DATA_STORIES } from "./data-stories";
import { HOME_STORIES } from "./home-stories";
import { LIBRARY_STORIES } from "./library-stories";
import { ONBOARDING_STORIES } from "./onboarding-stories";
import { PAGE_STORIES } from "./page-stories";
import { PALETTE_STORIES } from "./palette-stories";
import { POST_STORIES } from "./post-stories";
import { SETTINGS_STORIES } from "./settings-stories";
import { SYNC_STORIES } from "./sync-stories";
import { VERSION_STORIES } from "./version-stories";
import Design from "./design/Design.svelte";
import type { Story } from "./story";

export const STORIES: Record<string, Story> = {
  ...ACTIVITY_STORIES,
  ...CALENDAR_STORIES,
  ...TOGETHER_STORIES,
  ...COMPOSER_STORIES,
  ...CONNECTIONS_STORIES,
  ...CROWD_STORIES,
  ...DATA_STORIES,
  ...HOME_STORIES,
  ...LIBRARY_STORIES,
  ...ONBOARDING_STORIES,
  ...PAGE_STORIES,
  ...PALETTE_STORIES,
  ...POST_STORIES,
  ...SETTINGS_STORIES,
  ...SYNC_STORIES,
  ...VERSION_STORIES,
  "design-full": { hash: "#/", page: Design },
};
