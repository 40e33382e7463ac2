/** The account, and what other devices edited. */
import type { AccountDevice, ConflictView, PendingEdit, Settling, SyncStatus } from "..";
import { signedIn, signedOut } from "../samples";
import type { Answers, Core } from "./core";

export interface SyncWorld {
  sync: SyncStatus;
  pending: PendingEdit[];
  conflicts: ConflictView[];
  devices: AccountDevice[];
}

export const emptySync = (): SyncWorld => ({
  sync: signedOut(),
  pending: [],
  conflicts: [],
  devices: [],
});

export function syncAnswers(core: Core): Answers {
  const { world } = core;
  return {
    syncStatus: () => world.sync,
    syncNow: () => world.sync,
    pendingEdits: () => world.pending,
    discardRefused: (id: string) => void (world.pending = world.pending.filter((e) => e.id !== id)),
    conflicts: () => world.conflicts,
    resolveConflict: (_table: string, _row: string, version: string, _seen: string, how: Settling) => {
      world.conflicts = world.conflicts.flatMap((c) => {
        const kept = c.kept.filter((k) => k.version !== version);
        return kept.length > 0 ? { ...c, kept } : [];
      });
      return how === "KEEP_BOTH" ? "second" : null;
    },
    accountSignIn: ({ email }: { email: string }) => (world.sync = signedIn({ account: email })),
    accountSignUp: ({ email }: { email: string }) => (world.sync = signedIn({ account: email })),
    accountSignOut: () => (world.sync = signedOut({ account: world.sync.account, backend: world.sync.backend })),
    accountDevices: () => world.devices,
    revokeDevice: (id: string) => void (world.devices = world.devices.filter((d) => d.id !== id)),
  };
}
