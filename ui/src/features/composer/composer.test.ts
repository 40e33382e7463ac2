import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import type { Finding } from "../../ipc";
import { emptyWorld } from "../../ipc/fake";
import { connection, draft, entry, fields, file } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

const both = fields({ targets: ["YOUTUBE", "TIKTOK"] });
const answered = { ...fields().youtube, privacy: "public", made_for_kids: false, synthetic: false } as const;
const world = (part: Parameters<typeof draft>[0] = {}) => ({
  drafts: [draft(part)],
  connections: [connection("YOUTUBE"), connection("TIKTOK")],
});
const open = (part: Parameters<typeof draft>[0] = {}, prepare?: Parameters<typeof openWindow>[2]) =>
  openWindow("#/draft/d1", world(part), prepare);
const kids: Finding = {
  level: "ERROR",
  platform: "YOUTUBE",
  field: "AUDIENCE",
  message: "Say whether the video is made for kids.",
};

describe("text", () => {
  it("G-04 typing is saved without a button and says when", async () => {
    const { core, maker } = await open();
    await maker.type(await the("composer-title"), "!");
    await waitFor(() => expect(core.world.drafts[0]?.fields.title).toBe("How I oil an oak chair!"));
    await waitFor(() => expect(screen.getByTestId("saved")).toHaveTextContent(/^Saved .*14:02/));
  });

  it("G-04 leaving a field saves at once; Esc closes and keeps", async () => {
    const { core, maker } = await open();
    await maker.type(await the("composer-description"), " Slowly.");
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(location.hash).toBe("#/"));
    await waitFor(() => expect(core.world.drafts[0]?.fields.description).toMatch(/Slowly\.$/));
    // What has nothing in it goes then, and only after what was typed is kept.
    await waitFor(() => expect(core.called("leaveDraft")).toEqual([["d1"]]));
    const order = core.calls.map((call) => call.name);
    expect(order.lastIndexOf("saveDraft")).toBeLessThan(order.indexOf("leaveDraft"));
  });

  it("G-04 Esc leads back to the list it was opened from, as it was left", async () => {
    const { maker } = await openWindow("#/library?look=table", { ...world(), library: [entry()] });
    await the("library-search");
    const from = location.hash;
    location.hash = "#/draft/d1";
    await the("composer-title");
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(location.hash).toBe(from));
    location.hash = "#/settings";
    await the("settings-search");
    location.hash = "#/draft/d1";
    await the("composer-title");
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(location.hash).toBe("#/"));
  });

  it("Q-11 a refused save keeps what is typed and says so", async () => {
    const { maker } = await open({}, (core) => core.refuse("saveDraft", "The disk is full."));
    await maker.type(await the("composer-title"), "!");
    await waitFor(() => expect(screen.getByTestId("saved")).toHaveTextContent("Not saved. The disk is full."));
    expect(screen.getByTestId("composer-title")).toHaveValue("How I oil an oak chair!");
  });

  it("G-05 a draft that was deleted in the composer comes back by Undo", async () => {
    const { core, maker } = await open();
    await maker.click(await the("composer-delete"));
    await waitFor(() => expect(location.hash).toBe("#/"));
    await maker.click(await screen.findByText("Undo"));
    await waitFor(() => expect(core.called("restoreDraft")).toEqual([["d1"]]));
  });

  it("C-01 a field is the shared one until it is broken off, and again when restored", async () => {
    const { core, maker } = await open();
    expect(await the("youtube-title")).toHaveAttribute("readonly");
    expect(screen.getAllByText("Same as shared").length).toBeGreaterThan(0);
    await maker.click(screen.getByTestId("youtube-title-break"));
    await maker.type(screen.getByTestId("youtube-title"), "!");
    await waitFor(() => expect(core.world.drafts[0]?.fields.youtube.title).toBe("How I oil an oak chair!"));
    await maker.click(screen.getByTestId("youtube-title-restore"));
    await waitFor(() => expect(core.world.drafts[0]?.fields.youtube.title).toBeNull());
    expect(screen.getByTestId("youtube-title")).toHaveValue("How I oil an oak chair");
  });

  it("C-03 a title over the limit is counted and never cut", async () => {
    const long = "a".repeat(112);
    await open({ fields: fields({ title: long }) });
    expect(await the("composer-title")).toHaveValue(long);
    const counter = screen.getAllByTestId("counter").find((c) => c.textContent?.includes("of 100"));
    expect(counter).toHaveAttribute("data-tightness", "over");
    expect(counter?.textContent?.replace(/\s+/g, " ")).toContain("YouTube 112 of 100: cut 12");
  });

  it("C-04 C-05 the file's facts, whether it fits, and a marked prediction stand on top", async () => {
    await open();
    const facts = await the("file-facts");
    expect(facts).toHaveTextContent("Upright 1080 × 1920");
    expect(within(facts).getByTestId("fits-youtube")).toHaveTextContent("Fits");
    expect(within(facts).getByTestId("prediction")).toHaveTextContent("Will be a Short: upright, 0:48 (prediction)");
  });

  it("C-13 a moved file can be located and keeps everything else", async () => {
    const { core, maker } = await open({ file: file({ trouble: "The video is no longer there." }) });
    await maker.click(await the("locate"));
    expect(core.called("locateFile")).toEqual([["d1"]]);
    expect(screen.getByTestId("composer-title")).toHaveValue("How I oil an oak chair");
  });
});

describe("publishing", () => {
  it("C-08 audience and AI-made are asked with nothing chosen", async () => {
    await open();
    await the("youtube-kids-yes");
    for (const id of ["youtube-kids-yes", "youtube-kids-no", "youtube-synthetic-yes", "youtube-synthetic-no"])
      expect(screen.getByTestId(id)).not.toBeChecked();
    expect(screen.getByTestId("youtube-privacy")).toHaveValue("");
  });

  it("C-08 C-11 an unanswered question blocks and both list and button lead to it", async () => {
    const { core, maker } = await open({ findings: [kids] });
    await maker.click(await the("publish"));
    await waitFor(() => expect(document.activeElement?.id).toBe("youtube-kids"));
    expect(core.called("publish")).toEqual([]);
    screen.getByTestId("composer-title").focus();
    await maker.click(screen.getAllByTestId("preflight-item")[0]!);
    await waitFor(() => expect(document.activeElement?.id).toBe("youtube-kids"));
  });

  it("C-10 the button says what happens, and does it after the last words are saved", async () => {
    const { core, maker } = await open({ fields: fields({ youtube: answered }) });
    expect(await the("publish")).toHaveTextContent("Publish to YouTube now");
    await maker.type(screen.getByTestId("composer-title"), "!");
    await maker.click(screen.getByTestId("publish"));
    await waitFor(() => expect(core.called("publish")).toEqual([["d1", false]]));
    const names = core.calls.map((c) => c.name);
    expect(names.lastIndexOf("saveDraft")).toBeLessThan(names.indexOf("publish"));
    await waitFor(() => expect(location.hash).toBe("#/"));
  });

  it("Q-11 a refused publication clears nothing", async () => {
    const { maker } = await open({ fields: fields({ youtube: answered }) }, (core) =>
      core.refuse("publish", "YouTube is not connected."),
    );
    await maker.click(await the("publish"));
    expect(await the("publish-refused")).toHaveTextContent("YouTube is not connected.");
    expect(screen.getByTestId("composer-title")).toHaveValue("How I oil an oak chair");
  });
});

describe("C-09 TikTok's rules", () => {
  const openTiktok = async (creator = {}, own = {}) => {
    const opened = await openWindow("#/draft/d1", {
      ...world({ fields: { ...both, targets: ["TIKTOK"], tiktok: { ...both.tiktok, ...own } } }),
      creator: { ...emptyWorld().creator, ...creator },
    });
    await the("tiktok-nickname");
    return opened;
  };

  it("C-09 the account's nickname stands next to the post action", async () => {
    await openTiktok();
    expect(screen.getByTestId("tiktok-consent").closest("label")).toHaveTextContent("Marta Oak");
  });

  it("C-09 privacy offers only what TikTok offers, with nothing chosen", async () => {
    await openTiktok({ privacy_options: ["FOLLOWER_OF_CREATOR", "SELF_ONLY"] });
    const select = screen.getByTestId("tiktok-privacy");
    expect(select).toHaveValue("");
    expect([...select.querySelectorAll("option")].map((o) => o.value)).toEqual([
      "",
      "FOLLOWER_OF_CREATOR",
      "SELF_ONLY",
    ]);
  });

  it("C-09 comment, duet and stitch start unchecked, and greyed when the account forbids them", async () => {
    await openTiktok({ duet_disabled: true });
    for (const id of ["tiktok-allow-comment", "tiktok-allow-duet", "tiktok-allow-stitch"])
      expect(screen.getByTestId(id)).not.toBeChecked();
    expect(screen.getByTestId("tiktok-allow-duet")).toBeDisabled();
    expect(screen.getByTestId("tiktok-allow-comment")).toBeEnabled();
  });

  it("C-09 the account is asked anew at every showing of the tab", async () => {
    const { core, maker } = await openWindow("#/draft/d1", world({ fields: both }));
    await maker.click(await the("tab-tiktok"));
    await waitFor(() => expect(core.called("creatorInfo")).toHaveLength(2));
    await maker.click(screen.getByTestId("tab-youtube"));
    await maker.click(screen.getByTestId("tab-tiktok"));
    await waitFor(() => expect(core.called("creatorInfo")).toHaveLength(3));
  });

  it("C-09 one showing of the tab is one question, also when the draft opens on it or TikTok is ticked", async () => {
    const { core, maker } = await openTiktok();
    expect(core.called("creatorInfo")).toHaveLength(1);
    await maker.click(screen.getByTestId("target-tiktok"));
    await maker.click(screen.getByTestId("target-tiktok"));
    await waitFor(() => expect(core.called("creatorInfo")).toHaveLength(2));
    await maker.type(screen.getByTestId("composer-title"), "!");
    await waitFor(() => expect(core.world.drafts[0]?.fields.title).toMatch(/!$/));
    expect(core.called("creatorInfo")).toHaveLength(2);
  });

  it("C-09 TikTok is asked once the draft that goes there is kept", async () => {
    const { core, maker } = await openWindow("#/draft/d1", world({ fields: { ...both, targets: ["YOUTUBE"] } }));
    await maker.click(await the("target-tiktok"));
    await waitFor(() => expect(core.called("creatorInfo")).not.toEqual([]));
    const order = core.calls.map(({ name }) => name);
    expect(order).toContain("saveDraft");
    expect(order.indexOf("saveDraft")).toBeLessThan(order.indexOf("creatorInfo"));
    const asked = core.called("creatorInfo").length;
    await maker.type(screen.getByTestId("composer-title"), "!");
    expect(core.called("creatorInfo")).toHaveLength(asked);
  });

  it("C-09 no byte before consent: publishing waits for the box, which starts unchecked", async () => {
    const { core, maker } = await openTiktok();
    expect(screen.getByTestId("tiktok-consent")).not.toBeChecked();
    await maker.click(screen.getByTestId("publish"));
    await waitFor(() => expect(screen.getByTestId("tiktok-consent")).toHaveFocus());
    expect(core.called("publish")).toEqual([]);
    await maker.click(screen.getByTestId("tiktok-consent"));
    await maker.click(screen.getByTestId("publish"));
    await waitFor(() => expect(core.called("publish")).toEqual([["d1", true]]));
    expect(await the("toast")).toHaveTextContent("it may take a few minutes");
  });

  it("C-09 the consent line is TikTok's to the letter and follows the boxes", async () => {
    const { core, maker } = await openTiktok();
    const line = () => screen.getByTestId("tiktok-consent-line").textContent;
    expect(line()).toBe("By posting, you agree to TikTok's Music Usage Confirmation");
    await maker.click(screen.getByTestId("tiktok-commercial"));
    await maker.click(screen.getByTestId("tiktok-your-brand"));
    expect(line()).toBe("By posting, you agree to TikTok's Music Usage Confirmation");
    await maker.click(screen.getByTestId("tiktok-branded"));
    expect(line()).toBe("By posting, you agree to TikTok's Branded Content Policy and Music Usage Confirmation.");
    await maker.click(screen.getByRole("button", { name: "Branded Content Policy" }));
    expect(core.called("openHelp")).toEqual([["TIKTOK_BRANDED_CONTENT"]]);
  });

  it("C-09 a consent given to one wording does not hold for another", async () => {
    const { maker } = await openTiktok();
    await maker.click(screen.getByTestId("tiktok-consent"));
    await maker.click(screen.getByTestId("tiktok-commercial"));
    expect(screen.getByTestId("tiktok-consent")).not.toBeChecked();
  });

  it("C-09 disclosure without a box says what is missing, on the button too", async () => {
    const { maker } = await openTiktok();
    expect(screen.queryByTestId("tiktok-prompt")).toBeNull();
    await maker.click(screen.getByTestId("tiktok-commercial"));
    const words = "You need to indicate if your content promotes yourself, a third party, or both.";
    expect(screen.getByTestId("tiktok-disclosure-missing")).toHaveTextContent(words);
    expect(screen.getByTestId("publish")).toHaveAttribute("title", words);
  });

  it("C-09 branded content shuts “Only me”, and “Only me” shuts branded content", async () => {
    const words = "Branded content visibility cannot be set to private.";
    await openTiktok({}, { commercial: true, branded_content: true });
    const only = screen.getByTestId("tiktok-privacy").querySelector<HTMLOptionElement>("option[value=SELF_ONLY]");
    expect(only).toBeDisabled();
    expect(only?.title).toBe(words);
  });

  it("C-09 “Only me” chosen first disables the branded box", async () => {
    await openTiktok({}, { commercial: true, privacy: "SELF_ONLY" });
    expect(screen.getByTestId("tiktok-branded")).toBeDisabled();
  });

  it("C-09 when TikTok takes no more posts, it stops and asks to try later", async () => {
    const { core, maker } = await openWindow("#/draft/d1", world({ fields: { ...both, targets: ["TIKTOK"] } }), (c) =>
      c.refuse("creatorInfo", "TikTok takes no more posts from this account today.", { code: "TRY_LATER" }),
    );
    expect(await the("creator-error")).toHaveTextContent("takes no more posts");
    await maker.click(screen.getByTestId("tiktok-consent"));
    await maker.click(screen.getByTestId("publish"));
    expect(core.called("publish")).toEqual([]);
  });
});
