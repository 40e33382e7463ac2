import { waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import type { Notice } from "../ipc";
import { emptyWorld } from "../ipc/fake";
import { delivery } from "../ipc/samples";
import { openWindow, the } from "../test-window";
import { noticeWords } from "./notices";

const notice = (is: Partial<Notice>): Notice => ({
  kind: "FINISHED",
  videos: 1,
  title: "Oak & <b>ash</b>",
  platforms: ["YOUTUBE", "TIKTOK"],
  what: null,
  at: null,
  delivery: "v1",
  sound: false,
  ...is,
});
const now = new Date("2026-11-26T14:20:00Z");

describe("Y-02 notices", () => {
  it("Y-02 tell of one video by its title, and of several by their number", () => {
    const told = (is: Partial<Notice>) => noticeWords(notice(is), "UTC", now);
    expect(told({})).toEqual(["Oak & <b>ash</b>", "Published on YouTube and TikTok"]);
    expect(told({ videos: 3 })).toEqual(["3 videos published", "On YouTube and TikTok."]);
    const stopped = {
      kind: "NEEDS_YOU",
      platforms: ["YOUTUBE"],
      what: "The video is no longer where it was.",
    } as const;
    expect(told({ ...stopped, platforms: ["YOUTUBE"] })[1]).toBe("The video is no longer where it was.");
    expect(told({ ...stopped, platforms: ["YOUTUBE"], what: null })[1]).toBe("The upload to YouTube needs you.");
    expect(told({ ...stopped, platforms: ["YOUTUBE"], videos: 2 })[0]).toBe("2 videos need you");
    const due = { kind: "DUE_SOON" as const, platforms: ["TIKTOK" as const], at: "2026-11-26T14:30:00Z" };
    expect(told(due)[1]).toBe("Goes to TikTok at 14:30. This computer must be on then.");
    expect(told({ ...due, videos: 2 })).toEqual([
      "2 videos go out soon",
      "The first at 14:30. This computer must be on then.",
    ]);
  });

  it("Y-02 are shown by the core in the window's words", async () => {
    const { core } = await openWindow("#/");
    core.emit("noticeDue", notice({ videos: 3 }));
    await waitFor(() =>
      expect(core.called("showNotice")).toEqual([
        [notice({ videos: 3 }), "3 videos published", "On YouTube and TikTok."],
      ]),
    );
  });

  it("Y-02 lead to what they are about when they are clicked, from any screen", async () => {
    const overview = { ...emptyWorld().overview, deliveries: [delivery(), delivery({ id: "v2", title: "Bowl" })] };
    const { core } = await openWindow("#/settings", { overview });
    await the("settings-search");
    core.emit("noticeChosen", { delivery: "v2" });
    await waitFor(() => expect(document.activeElement).toHaveAttribute("data-testid", "delivery-row"));
    expect(document.activeElement).toHaveTextContent("Bowl");
  });
});
