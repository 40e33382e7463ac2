import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { connection, draft, preset } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { presetInWords, NOTHING } from "./words";

const world = { drafts: [draft()], connections: [connection("YOUTUBE"), connection("TIKTOK")], presets: [preset()] };
const open = () => openWindow("#/draft/d1", structuredClone(world));

async function openMenu(maker: Awaited<ReturnType<typeof open>>["maker"]): Promise<void> {
  const button = await the("preset-menu");
  button.focus();
  await maker.keyboard("{Enter}");
}

describe("presets", () => {
  it("C-14 one is put on a draft, and taken back by Undo", async () => {
    const { core, maker } = await open();
    await openMenu(maker);
    await maker.click(await the("preset-use"));
    await waitFor(() => expect(screen.getByTestId("youtube-privacy")).toHaveValue("public"));
    expect(core.called("applySettings")).toEqual([[preset().settings, ["d1"]]]);
    await maker.click(await screen.findByText("Undo"));
    await waitFor(() => expect(core.world.drafts[0]?.fields.youtube.privacy).toBeNull());
    expect(screen.getByTestId("youtube-privacy")).toHaveValue("");
  });

  it("C-14 what was chosen after it stays when it is taken back", async () => {
    const { core, maker } = await open();
    await openMenu(maker);
    await maker.click(await the("preset-use"));
    await waitFor(() => expect(screen.getByTestId("youtube-privacy")).toHaveValue("public"));
    await maker.selectOptions(screen.getByTestId("youtube-category"), "27");
    await maker.click(await screen.findByText("Undo"));
    await waitFor(() => expect(core.world.drafts[0]?.fields.youtube.privacy).toBeNull());
    expect(core.world.drafts[0]?.fields.youtube.category_id).toBe("27");
  });

  it("C-09 a draft's settings are kept by a name, and TikTok's own questions are said not to be", async () => {
    const { core, maker } = await open();
    await openMenu(maker);
    await maker.click(await the("preset-keep"));
    expect(await the("presets")).toHaveTextContent("TikTok wants its audience");
    await waitFor(() => expect(screen.getByTestId("preset-name-new")).toHaveFocus());
    await maker.keyboard("Shorts{Enter}");
    await waitFor(() => expect(core.called("presetOfDraft")).toEqual([["d1", "Shorts"]]));
    await waitFor(() => expect(screen.getAllByTestId("preset")).toHaveLength(2));
  });

  it("C-14 a name that is refused stays to be mended, with the reason at its field", async () => {
    const { core, maker } = await open();
    core.refuse("presetOfDraft", "There is a preset called “Shorts”. Choose another name.");
    await openMenu(maker);
    await maker.click(await the("preset-keep"));
    await maker.type(await the("preset-name-new"), "Shorts{Enter}");
    expect(await screen.findByText(/Choose another name/)).toBeInTheDocument();
    expect(screen.getByTestId("preset-name-new")).toHaveValue("Shorts");
  });

  it("C-14 new drafts begin with one of them, which comes back as that by Undo", async () => {
    const { core, maker } = await open();
    await openMenu(maker);
    await maker.click(await the("preset-manage"));
    await maker.click(await the("preset-default"));
    await waitFor(() => expect(core.world.presets[0]?.is_default).toBe(true));
    await maker.click(screen.getByTestId("preset-delete"));
    await waitFor(() => expect(core.world.presets).toEqual([]));
    await maker.click(await screen.findByText("Undo"));
    await waitFor(() => expect(core.called("setDefaultPreset").at(-1)).toEqual(["p1"]));
  });

  it("C-14 its settings are changed where it stands", async () => {
    const { core, maker } = await open();
    await openMenu(maker);
    await maker.click(await the("preset-manage"));
    await maker.click(await the("preset-head"));
    const row = await the("preset");
    await maker.selectOptions(within(row).getByTestId("preset-p1-kids"), "yes");
    await waitFor(() => expect(core.world.presets[0]?.settings.youtube.made_for_kids).toBe(true));
    await maker.selectOptions(within(row).getByTestId("preset-p1-privacy"), "");
    await waitFor(() => expect(core.world.presets[0]?.settings.youtube.privacy).toBeNull());
  });

  it("C-14 says in words what it says", () => {
    expect(presetInWords(preset().settings)).toBe("YouTube · Everybody (public) · Not made for kids · Howto & Style");
    expect(presetInWords(NOTHING)).toBe("");
  });
});
