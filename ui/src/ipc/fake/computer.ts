/** This computer: settings, notices, the data folder, the first minutes. */
import type { DataView, DoctorLine, NoticeSettings, RowsView, Settings, WelcomeView } from "..";
import type { Answers, Core } from "./core";

export interface ComputerWorld {
  settings: Settings;
  notices: NoticeSettings;
  /** Whether the program starts with the computer. */
  starts: boolean;
  doctor: DoctorLine[];
  data: DataView;
  /** What is found in a file of services or drafts. */
  rows: RowsView;
  welcome: WelcomeView;
}

export const emptyComputer = (): ComputerWorld => ({
  settings: { theme: "SYSTEM", language: null, time_zone: null, week_start: null, slots: [], machine_zone: "UTC" },
  notices: { finished: true, needs_you: true, due_soon: true, sound: false, quiet: null },
  starts: false,
  doctor: [],
  data: {
    folder: "/home/marta/.local/share/app.makerstudio",
    database_bytes: 12_400_000,
    picture_bytes: 0,
    kept: [],
    restore_waits: false,
    is_empty: false,
    uploads: 0,
    has_account: false,
  },
  rows: { file: "services.csv", good: 0, already: 0, bad: 0, errors: [], titles: [], ignored: [] },
  welcome: { show: false, step: "HELLO", trade: null, checklist: null, sample: null },
});

export function computerAnswers(core: Core): Answers {
  const { world } = core;
  return {
    settings: () => world.settings,
    saveSettings: (settings: Settings) => Object.assign(world.settings, settings),
    noticeSettings: () => world.notices,
    saveNoticeSettings: (settings: NoticeSettings) => Object.assign(world.notices, settings),
    startsByItself: () => world.starts,
    startByItself: (on: boolean) => (world.starts = on),
    doctor: () => world.doctor,
    data: () => world.data,
    dataWork: () => null,
    restoreWork: () => null,
    chooseRows: () => world.rows,
    takeRows: () => ({ added: world.rows.good, already: world.rows.already, bad: world.rows.bad }),
    welcome: () => world.welcome,
    changeWelcome: (
      change: Partial<{ step: WelcomeView["step"]; done: boolean; dismiss_list: boolean; trade: string }>,
    ) => {
      const { step, done, dismiss_list, trade } = change;
      world.welcome = {
        ...world.welcome,
        ...(step && { step }),
        ...(trade && { trade }),
        ...(done && { show: false }),
        ...(dismiss_list && { checklist: null }),
      };
      return world.welcome;
    },
  };
}
