import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { isOneVideo } from "../../app/links";
import { video } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

describe("published videos", () => {
  it("Q-08 a video opens, is copied and is shared by the delivery that made it", async () => {
    const { core, maker } = await openWindow("#/videos", { videos: [video({ delivery_id: "v7" })] });
    await maker.click(await the("video-url"));
    await maker.click(screen.getByTestId("video-copy"));
    await maker.click(screen.getByTestId("video-share"));
    await maker.click(await the("share-telegram"));
    await waitFor(() => expect(core.called("share")).toEqual([["v7", "TELEGRAM"]]));
    expect([core.called("openVideo"), core.called("copyLink")]).toEqual([[["v7"]], [["v7"]]]);
    expect(await the("toast")).toHaveTextContent("Link copied.");
  });

  it("Q-08 two videos with one address each act by their own delivery", async () => {
    const url = "https://www.tiktok.com/@martaoak";
    const videos = [video({ id: "x1", delivery_id: "v1", url }), video({ id: "x2", delivery_id: "v2", url })];
    const { core, maker } = await openWindow("#/videos", { videos });
    await waitFor(() => expect(screen.getAllByTestId("video-copy")).toHaveLength(2));
    await maker.click(screen.getAllByTestId("video-copy")[1] as HTMLElement);
    expect(core.called("copyLink")).toEqual([["v2"]]);
  });

  it("Q-08 an address that leads only to the account is not offered for sharing", async () => {
    await openWindow("#/videos", { videos: [video({ url: "https://www.tiktok.com/@martaoak" })] });
    await the("video-copy");
    expect(screen.queryByTestId("video-share")).toBeNull();
  });

  it("Q-08 without a delivery the address is text to read and select", async () => {
    await openWindow("#/videos", { videos: [video({ delivery_id: null })] });
    expect((await the("video-url")).tagName).toBe("SPAN");
    expect(screen.queryByTestId("video-copy")).toBeNull();
    expect(screen.queryByTestId("video-share")).toBeNull();
  });

  it("A-02 views and likes are shown with the moment their platform told them", async () => {
    const numbers = { as_of: "2026-11-22T13:40:00Z", views: 12_480, likes: 1 };
    await openWindow("#/videos", { videos: [video({ numbers })] });
    expect(await the("video-numbers")).toHaveTextContent(/^12,480 views · 1 like as of/);
  });

  it("A-02 numbers that nobody told are not shown as zero", async () => {
    const as_of = "2026-11-22T13:40:00Z";
    const videos = [video({ id: "x1" }), video({ id: "x2", numbers: { as_of, views: null, likes: null } })];
    await openWindow("#/videos", { videos });
    await waitFor(() => expect(screen.getAllByTestId("video")).toHaveLength(2));
    expect(screen.queryByTestId("video-numbers")).toBeNull();
  });

  it.each([
    ["https://www.youtube.com/watch?v=k3J9x1aQ0bE", true],
    ["https://www.tiktok.com/@martaoak/video/7301234567890123456", true],
    ["https://www.tiktok.com/@martaoak", false],
    ["https://www.tiktok.com/@martaoak/", false],
  ])("Q-08 %s leads to one video: %s", (url, one) => expect(isOneVideo(url)).toBe(one));
});
