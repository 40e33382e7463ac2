import { describe, expect, it } from "vitest";

import type { SyncStatus } from "../ipc";
import { signedIn, signedOut } from "../ipc/samples";
import { syncInWords, syncNews } from "./sync";

describe("sync in a few words", () => {
  it.each<[Partial<SyncStatus>, string]>([
    [{ state: "OFF" }, "Sign in to back up"],
    [{ state: "UP_TO_DATE" }, "Backed up"],
    [{ state: "WAITING", waiting: 1 }, "1 edit not yet backed up"],
    [{ state: "WAITING", waiting: 3 }, "3 edits not yet backed up"],
    [{ state: "WAITING" }, "Comparing"],
    [{ state: "OFFLINE", offline_since: "2026-11-22T14:02:00Z" }, "Offline since"],
    [{ state: "SIGN_IN_AGAIN" }, "Sign in again"],
    [{ state: "UPGRADE_REQUIRED" }, "Update needed"],
    [{ state: "REFUSED" }, "Not backed up"],
  ])("G-02 %o is %s", (part, text) => expect(syncInWords(signedIn(part)).text).toBe(text));

  it("G-13 what lasts is said once; edits that come and go while somebody types are not", () => {
    const [well, waits] = [signedIn(), signedIn({ state: "WAITING", waiting: 2 })];
    expect(syncNews(well, waits)).toBeNull();
    expect(syncNews(waits, well)).toBeNull();
    const away = signedIn({ state: "OFFLINE", message: "Offline. 2 edits not yet backed up." });
    expect(syncNews(waits, away)).toBe("Offline. 2 edits not yet backed up.");
    expect(syncNews(away, { ...away, waiting: 3 })).toBeNull();
    expect(syncNews(away, well)).toBe("Everything is backed up.");
    expect(syncNews(well, signedOut())).toMatch(/on this computer only/);
  });

  it("G-13 what was edited on two devices, and what was refused, is said when it comes", () => {
    expect(syncNews(signedIn(), signedIn({ conflicts: 1 }))).toMatch(/edited on two devices/);
    expect(syncNews(signedIn(), signedIn({ refused: 1 }))).toMatch(/refused/);
    expect(syncNews(signedIn({ conflicts: 1 }), signedIn())).toBeNull();
  });
});
