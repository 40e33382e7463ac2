import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";

import type { DraftSummary } from "../../ipc";
import { emptyWorld } from "../../ipc/fake";
import { summary } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { grabJpeg, stillTime } from "./frame";
import { StillQueue } from "./queue.svelte";

const bare = (id: string): DraftSummary => summary({ id, preview_url: `http://127.0.0.1:4100/word/${id}` });
const withDrafts = (...drafts: DraftSummary[]) => ({ overview: { ...emptyWorld().overview, drafts } });
const maker = () => the("still-maker") as Promise<HTMLVideoElement>;
const making = () => screen.queryByTestId("still-maker")?.dataset.draft;

/** What a web view that can decode the video does, as far as happy-dom leaves it out. */
async function decode(video: HTMLVideoElement): Promise<void> {
  Object.defineProperties(video, {
    videoWidth: { value: 1920 },
    videoHeight: { value: 1080 },
    duration: { value: 48 },
  });
  await fireEvent(video, new Event("loadedmetadata"));
  await fireEvent(video, new Event("seeked"));
}
const canDraw = () => {
  const drawImage = vi.fn();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({ drawImage } as never);
  vi.spyOn(HTMLCanvasElement.prototype, "toDataURL").mockReturnValue("data:image/jpeg;base64,/9j/AA==");
  return drawImage;
};
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("C-14 the queue of stills", () => {
  it("C-14 takes one draft at a time, in the list's order", () => {
    const queue = new StillQueue();
    queue.want([bare("d1"), bare("d2")]);
    queue.want([bare("d1"), bare("d2"), bare("d3")]);
    const order = [];
    for (; queue.current; queue.next()) order.push(queue.current.id);
    expect(order).toEqual(["d1", "d2", "d3"]);
  });

  it("C-14 leaves drafts that have a still or no preview alone", () => {
    const queue = new StillQueue();
    queue.want([{ ...bare("d1"), still: "data:image/jpeg;base64,/9j/" }, summary({ id: "d2" })]);
    expect(queue.current).toBeUndefined();
  });

  it("C-14 never tries a draft twice", () => {
    const queue = new StillQueue();
    queue.want([bare("d1")]);
    queue.next();
    queue.want([bare("d1")]);
    expect(queue.current).toBeUndefined();
  });

  it("C-14 drops a draft that is gone before its turn", () => {
    const queue = new StillQueue();
    queue.want([bare("d1"), bare("d2")]);
    queue.want([bare("d1")]);
    queue.next();
    expect(queue.current).toBeUndefined();
  });
});

describe("C-14 one frame", () => {
  it.each([
    [48, 0.5],
    [2, 0.2],
    [Infinity, 0.5],
    [NaN, 0.5],
  ])("C-14 of a video of %s s is taken at %s s", (duration, at) => expect(stillTime(duration)).toBe(at));

  it("C-14 keeps the shape of an upright video, 320 px wide", () => {
    const drawImage = canDraw();
    const video = { videoWidth: 1080, videoHeight: 1920 } as HTMLVideoElement;
    expect(grabJpeg(video)).toBe("/9j/AA==");
    expect(drawImage).toHaveBeenCalledWith(video, 0, 0, 320, 569);
  });

  it("C-14 is nothing without a picture, and when it may not be read", () => {
    canDraw();
    expect(grabJpeg({ videoWidth: 0, videoHeight: 0 } as HTMLVideoElement)).toBeNull();
    vi.spyOn(HTMLCanvasElement.prototype, "toDataURL").mockImplementation(() => {
      throw new DOMException("tainted", "SecurityError");
    });
    expect(grabJpeg({ videoWidth: 1, videoHeight: 1 } as HTMLVideoElement)).toBeNull();
  });
});

describe("C-14 stills of drafts nobody has opened", () => {
  it("C-14 every one is made from its preview and kept, one after the other", async () => {
    canDraw();
    const { core } = await openWindow("#/", withDrafts(bare("d1"), bare("d2")));
    const video = await maker();
    expect(video.getAttribute("src")).toBe("http://127.0.0.1:4100/word/d1");
    expect(video.getAttribute("crossorigin")).toBe("anonymous");
    await decode(video);
    expect(video.currentTime).toBe(0.5);
    await waitFor(() => expect(making()).toBe("d2"));
    await decode(await maker());
    await waitFor(() => expect(making()).toBeUndefined());
    expect(core.called("setStill")).toEqual([
      ["d1", "/9j/AA=="],
      ["d2", "/9j/AA=="],
    ]);
  });

  it("C-14 what cannot be decoded is left in silence", async () => {
    const { core } = await openWindow("#/", withDrafts(bare("d1"), bare("d2")));
    await fireEvent(await maker(), new Event("error"));
    await waitFor(() => expect(making()).toBe("d2"));
    expect([core.called("setStill"), screen.queryByTestId("toast")]).toEqual([[], null]);
  });

  it("C-14 a preview that never comes is left after ten seconds", async () => {
    const { core } = await openWindow("#/");
    await the("empty");
    vi.useFakeTimers();
    core.world.overview.drafts = [bare("d1"), bare("d2")];
    core.emit("changed", { tables: ["drafts"] });
    await vi.waitFor(() => expect(making()).toBe("d1"));
    await vi.advanceTimersByTimeAsync(9_900);
    expect(making()).toBe("d1");
    // News about other things do not make the wait longer.
    core.emit("changed", { tables: ["deliveries"] });
    await vi.advanceTimersByTimeAsync(200);
    expect(making()).toBe("d2");
  });

  it("C-14 a refused picture disturbs nobody", async () => {
    canDraw();
    await openWindow("#/", withDrafts(bare("d1")), (core) => core.refuse("setStill", "This picture cannot be kept."));
    await decode(await maker());
    await waitFor(() => expect(making()).toBeUndefined());
    expect(screen.queryByTestId("toast")).toBeNull();
  });

  it("C-14 the open draft is left to the composer until it is closed", async () => {
    const { core } = await openWindow("#/draft/d1", withDrafts(bare("d1"), bare("d2")));
    await waitFor(() => expect(making()).toBe("d2"));
    await fireEvent(await maker(), new Event("error"));
    await waitFor(() => expect(making()).toBeUndefined());
    location.hash = "#/";
    await waitFor(() => expect(making()).toBe("d1"));
    expect(core.called("setStill")).toEqual([]);
  });
});
