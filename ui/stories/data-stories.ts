/** The maker's data in and out. */
import type { RowsView } from "../src/ipc";
import { emptyWorld } from "../src/ipc/fake";
import { at } from "./hands";
import type { Story } from "./story";
import { full } from "./worlds";

const settle = (): void => at("data-settings")?.scrollIntoView();
const press = (testid: string) => (): void => {
  settle();
  at(testid)?.click();
};
const is = (testid: string) => (): boolean => {
  settle();
  return at(testid) !== null;
};

const data = (part: object = {}) => ({ ...full(), data: { ...emptyWorld().data, picture_bytes: 3_100_000, ...part } });
const backup = {
  file: "/media/marta/Disk/Maker Studio 2026-11-21.backup",
  made_at: "2026-11-21T18:40:00Z",
  pictures: 14,
  bytes: 15_800_000,
};

const found: RowsView = {
  file: "services of the workshop.csv",
  good: 41,
  already: 7,
  bad: 93_012,
  titles: ["Delivery in Lyon", "Chair made to measure", "Oiling and waxing", "Sales at the market", "Repair of wicker"],
  ignored: ["internal number", "supplier"],
  errors: [
    { row: 4, column: "price", message: "“12 €” is no price. Write it such as 24.50, without a currency." },
    { row: 9, column: "title", message: "A service needs a title, such as Delivery in Lyon." },
    { row: 17, column: "type", message: "“carpenter” is no type of service. Write driver, agent or artisan." },
    {
      row: 1_204,
      column: "",
      message: "“oiled twice” is behind the last column. A text with a comma in it stands between double quotes.",
    },
  ],
};

const DAMAGED =
  "The file /home/marta/.local/share/app.makerstudio/studio.db is not a Maker Studio database or is damaged. Restore a backup of it (`maker restore FILE`) or move it away: it was left as it is.";

const services = (rows: RowsView) => ({ ...full(), rows });
const openImport = (): void => at("import-services")?.click();
/** Some parts are read when they are asked for. */
const pressWhenThere = (testid: string) => (): void => {
  const press = (): unknown => {
    const button = at(testid);
    return button ? button.click() : setTimeout(press, 50);
  };
  press();
};
const choose = (): void => {
  openImport();
  pressWhenThere("rows-choose")();
};

export const DATA_STORIES: Record<string, Story> = {
  "data-full": {
    hash: "#/settings",
    world: () => data({ kept: [{ name: "studio-before-2026-11-20-091500.db", bytes: 11_900_000 }] }),
    until: is("data-where"),
  },
  "data-empty": {
    hash: "#/settings",
    world: () => ({ ...data({ is_empty: true, picture_bytes: 0 }) }),
    until: is("data-where"),
  },
  "data-loading": {
    hash: "#/settings",
    world: () => data(),
    prepare: (core) => core.hang("data"),
    until: is("data-settings"),
  },
  "data-error": {
    hash: "#/settings",
    world: () => data(),
    prepare: (core) => core.refuse("data", "The data folder cannot be read. Check its permissions."),
    until: is("data-error"),
  },
  "data-working": {
    hash: "#/settings",
    world: () => data(),
    prepare: (core) => core.hang("exportData").answer("dataWork", () => ({ part: null, done: 61_300, total: 104_211 })),
    then: press("data-export-all"),
    until: is("data-work"),
  },
  "data-looking": {
    hash: "#/settings",
    world: () => data(),
    prepare: (core) => core.hang("chooseBackup").answer("restoreWork", () => ({ part: "CHECKING", done: 0, total: 0 })),
    then: press("data-restore"),
    until: is("data-work"),
  },
  "data-exported": {
    hash: "#/settings",
    world: () => data(),
    prepare: (core) =>
      core.answer("exportData", () => ({
        folder: "/media/marta/Disk/Maker Studio 2026-11-22",
        rows: 104_211,
        pictures: 13,
        missing_pictures: 1,
        content: "",
      })),
    then: press("data-export-all"),
    until: is("data-said"),
  },
  "data-refused": {
    hash: "#/settings",
    world: () => data({ is_empty: true }),
    prepare: (core) =>
      core.refuse(
        "importData",
        "data/services.jsonl: line 12: `price` should be zero or more, such as 24.50. Nothing was taken in.",
      ),
    then: press("data-import-all"),
    until: is("data-said"),
  },
  "data-restore-asked": {
    hash: "#/settings",
    world: () => data({ has_account: true }),
    prepare: (core) => core.answer("chooseBackup", () => backup),
    then: press("data-restore"),
    until: is("ask"),
  },
  "data-restore-ready": {
    hash: "#/settings",
    world: () => data({ restore_waits: true }),
    until: is("data-ready"),
  },
  "data-delete-asked": {
    hash: "#/settings",
    world: () => data({ uploads: 2 }),
    then: press("data-delete-all"),
    until: is("ask"),
  },
  "broken-full": { hash: "#/", prepare: (core) => core.close(DAMAGED), until: is("closed") },
  "broken-looking": {
    hash: "#/",
    prepare: (core) =>
      core
        .close(DAMAGED)
        .hang("chooseBackup")
        .answer("restoreWork", () => ({ part: "CHECKING", done: 0, total: 0 })),
    then: press("closed-restore"),
    until: is("data-work"),
  },
  "broken-asked": {
    hash: "#/",
    prepare: (core) => core.close(DAMAGED).answer("chooseBackup", () => backup),
    then: pressWhenThere("closed-restore"),
    until: is("ask"),
  },
  "broken-ready": {
    hash: "#/",
    prepare: (core) =>
      core
        .close(DAMAGED)
        .answer("chooseBackup", () => backup)
        .answer("restoreBackup", () => ({
          backup,
          kept: "/home/marta/.local/share/app.makerstudio/studio-before-2026-11-22-140200.db",
        })),
    then: () => {
      pressWhenThere("closed-restore")();
      pressWhenThere("ask-yes")();
    },
    until: is("closed-ready"),
  },
  "broken-refused": {
    hash: "#/",
    prepare: (core) =>
      core
        .close(DAMAGED)
        .refuse("chooseBackup", "This file is no backup of Maker Studio or is damaged. Choose another one."),
    then: pressWhenThere("closed-restore"),
    until: is("closed-said"),
  },
  "rows-empty": { hash: "#/services", world: () => services(found), then: openImport, until: is("import-rows") },
  "rows-full": { hash: "#/services", world: () => services(found), then: choose, until: is("row-errors") },
  "rows-all-good": {
    hash: "#/services",
    world: () => services({ ...found, bad: 0, errors: [], ignored: [] }),
    then: choose,
    until: is("rows-titles"),
  },
  "rows-refused": {
    hash: "#/services",
    world: () => services(found),
    prepare: (core) =>
      core.refuse("chooseRows", "This file is in UTF-16. Save it once more as “CSV UTF-8”, then import that file."),
    then: choose,
    until: is("rows-refused"),
  },
  "rows-loading": {
    hash: "#/services",
    world: () => services(found),
    prepare: (core) => core.hang("chooseRows"),
    then: choose,
    until: is("import-rows"),
  },
};
