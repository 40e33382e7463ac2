/** What goes out: the queue, the connections, what they allow, receipts. */
import type { ConnectionView, CreatorInfo, Disconnected, Overview, PlaylistView, Receipt, UploadSettings } from "..";
import { receipt } from "../samples";
import type { Answers, Core } from "./core";

export interface UploadsWorld {
  overview: Overview;
  connections: ConnectionView[];
  disconnected: Disconnected | undefined;
  creator: CreatorInfo;
  playlists: PlaylistView[];
  receipt: Receipt;
  uploads: UploadSettings;
  /** Whether the network is metered; nothing where the system does not tell. */
  metered: boolean | null;
}

export const emptyUploads = (): UploadsWorld => ({
  overview: {
    deliveries: [],
    elsewhere: [],
    drafts: [],
    offline_since: null,
    waiting_uploads: 0,
    keyring: { state: "READY", message: "" },
  },
  connections: [],
  disconnected: undefined,
  creator: {
    nickname: "Marta Oak",
    username: "martaoak",
    privacy_options: ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"],
    comment_disabled: false,
    duet_disabled: false,
    stitch_disabled: false,
    max_duration_s: 600,
  },
  playlists: [],
  receipt: receipt(),
  uploads: { files_at_once: 2, cap_bytes_s: null, hours: [], keep_awake: true, wait_on_metered: false },
  metered: false,
});

export function uploadsAnswers(core: Core): Answers {
  const { world } = core;
  return {
    overview: () => world.overview,
    connections: () => world.connections,
    disconnect: () => world.disconnected,
    creatorInfo: () => world.creator,
    playlists: () => world.playlists,
    receipt: (id: string) => ({ ...world.receipt, delivery: id }),
    saveReceipt: () => true,
    uploadSettings: () => world.uploads,
    saveUploadSettings: (settings: UploadSettings) => Object.assign(world.uploads, settings),
    metered: () => world.metered,
    pauseAll: () => world.overview.deliveries.filter((d) => d.actions.includes("PAUSE")).length,
    resumeAll: () => world.overview.deliveries.filter((d) => d.actions.includes("RESUME")).length,
    publish: () => [],
  };
}
