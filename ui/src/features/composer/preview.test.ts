import { screen, waitFor } from "@testing-library/svelte";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { connection, draft, fields, file } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { cutAt, lookOf } from "./looks";

const LONG = "How I oil an oak chair with three thin coats of hard-wax oil, and a night between each of them";
const open = (part: Parameters<typeof draft>[0] = {}) =>
  openWindow("#/draft/d1", {
    drafts: [
      draft({
        fields: fields({ targets: ["YOUTUBE", "TIKTOK"], title: LONG }),
        file: file({ preview_url: "http://127.0.0.1:9/x/d1" }),
        ...part,
      }),
    ],
    connections: [connection("YOUTUBE"), connection("TIKTOK")],
  });

describe("the preview", () => {
  it("C-06 plays the file from this disk, upright for an upright film", async () => {
    await open();
    expect(await the("preview")).toHaveAttribute("src", "http://127.0.0.1:9/x/d1");
    expect(screen.getByTestId("platform-preview")).toHaveAttribute("data-shape", "UPRIGHT");
  });

  it("C-06 keys change the platform, the shape and what is covered, and never while one types", async () => {
    const { maker } = await open();
    const preview = await the("platform-preview");
    await maker.keyboard("p");
    expect(preview).toHaveAttribute("data-platform", "TIKTOK");
    await maker.keyboard("w");
    expect(preview).toHaveAttribute("data-shape", "WIDE");
    await maker.keyboard("s");
    expect(screen.getByTestId("preview-covered")).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByTestId("live")).toHaveTextContent("Preview: TikTok, wide, with what is covered."),
    );
    await maker.type(screen.getByTestId("composer-title"), "pws");
    expect(preview).toHaveAttribute("data-platform", "TIKTOK");
    expect(preview).toHaveAttribute("data-shape", "WIDE");
  });

  it("C-06 says where a feed cuts the text, by platform", async () => {
    const { maker } = await open();
    const cut = await the("preview-cut");
    expect(cut).toHaveTextContent("How I oil an oak chair with three thin");
    expect(cut.querySelector(".cut")).toHaveTextContent("coats of hard-wax oil");
    await maker.click(screen.getByTestId("preview-tiktok"));
    expect(cut.querySelector(".cut")).toHaveTextContent(/^and cut off: between each of them/);
  });

  it("C-07 where a platform takes no picture, or no moment, it is said", async () => {
    const { maker } = await open();
    expect(await the("thumbnail")).toHaveTextContent("YouTube takes a picture here, not a moment of the film");
    expect(screen.getByTestId("thumbnail")).toHaveTextContent("Of a Short it takes it once");
    await maker.click(screen.getByTestId("tab-tiktok"));
    expect(await the("cover")).toHaveTextContent("TikTok takes a moment of the film, and no picture of its own.");
  });

  it("C-06 a text is cut between words, and nothing of it is lost", () => {
    expect(cutAt("Oak chair", 40)).toEqual({ seen: "Oak chair", rest: "" });
    expect(cutAt("Oiling an oak chair", 12)).toEqual({ seen: "Oiling an", rest: "oak chair" });
    expect(cutAt("x".repeat(50), 40)).toEqual({ seen: "x".repeat(40), rest: "x".repeat(10) });
    expect(cutAt("👩‍🎨".repeat(5), 3)).toEqual({ seen: "👩‍🎨".repeat(3), rest: "👩‍🎨".repeat(2) });
    const plain = (text: string) => text.replaceAll(/\s/g, "");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 60 }), (text, at) => {
        const { seen, rest } = cutAt(text, at);
        expect(plain(seen + rest)).toBe(plain(text));
      }),
    );
  });

  it("C-06 a Short's title is cut sooner than that of a wide video", () => {
    expect(lookOf("YOUTUBE", "UPRIGHT", true).seen).toBeLessThan(lookOf("YOUTUBE", "WIDE", false).seen);
  });
});
