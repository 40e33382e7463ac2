import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";

import type { FakeCore } from "../../ipc/fake";
import { attachment, connection, draft, extras, fields, file } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { speak } from "../../words/fluent.svelte";
import { languageCode, languageName, languages } from "../../words/language";
import { momentInWords, scrub } from "./cover";

afterEach(() => speak("en"));

const answered = { ...fields().youtube, privacy: "public", made_for_kids: false, synthetic: false } as const;
const captions = (part = {}) => attachment({ id: "t2", kind: "CAPTIONS", file_name: "oak.srt", ...part });
const lists = [
  { id: "PL1", title: "From clay to cup", privacy: "public" },
  { id: "PL2", title: "Joinery", privacy: null },
] as const;
const open = (part: Parameters<typeof draft>[0] = {}, world = {}, prepare?: (core: FakeCore) => unknown) =>
  openWindow(
    "#/draft/d1",
    {
      drafts: [draft(part)],
      connections: [connection("YOUTUBE"), connection("TIKTOK")],
      playlists: [...lists],
      ...world,
    },
    prepare,
  );

describe("C-07 thumbnail", () => {
  it("c07_a_picture_is_chosen_shown_by_name_and_taken_off", async () => {
    const { core, maker } = await open();
    core.answer("addThumbnail", () => Object.assign(core.world.drafts[0]!, { attachments: [attachment()] }));
    expect(await the("thumbnail")).toHaveTextContent("only from channels whose phone number is verified");
    await maker.click(screen.getByTestId("thumbnail-add"));
    expect(await the("thumbnail-file")).toHaveTextContent("oak-chair-cover.jpg");
    await maker.click(screen.getByTestId("thumbnail-file-remove"));
    await waitFor(() => expect(screen.queryByTestId("thumbnail-file")).toBeNull());
    expect(core.called("removeAttachment")).toEqual([["t1"]]);
    await waitFor(() => expect(screen.getByTestId("thumbnail-add")).toHaveFocus());
    expect(await the("toast")).toHaveTextContent("oak-chair-cover.jpg is taken off. The file stays where it is.");
    await maker.click(screen.getByTestId("toast-undo"));
    expect(await the("thumbnail-file")).toHaveTextContent("oak-chair-cover.jpg");
  });

  it("c07_youtube_says_that_it_takes_no_moment_of_the_film", async () => {
    await open();
    expect(await the("thumbnail")).toHaveTextContent("YouTube takes a picture here, not a moment of the film");
  });

  it("q11_why_a_picture_is_refused_stands_at_the_field_until_the_next_try_and_changes_nothing", async () => {
    const both = fields({ targets: ["YOUTUBE", "TIKTOK"] });
    const { core, maker } = await open({ fields: both, attachments: [attachment()] }, {}, (core) =>
      core.refuse("addThumbnail", "This picture is larger than 2 MB. Make it smaller and choose it again."),
    );
    await maker.click(await the("thumbnail-add"));
    const why = await within(screen.getByTestId("thumbnail")).findByRole("alert");
    expect(why).toHaveTextContent("larger than 2 MB");
    expect(screen.queryByTestId("toast")).toBeNull();
    expect(screen.getByTestId("thumbnail-file")).toBeVisible();
    await maker.click(screen.getByTestId("tab-tiktok"));
    await maker.click(screen.getByTestId("tab-youtube"));
    expect(await the("thumbnail-refused")).toHaveTextContent("larger than 2 MB");
    core.hang("addThumbnail");
    await maker.click(screen.getByTestId("thumbnail-add"));
    await waitFor(() => expect(screen.queryByTestId("thumbnail-refused")).toBeNull());
  });

  it("c07_what_is_wrong_with_a_chosen_file_stands_at_it", async () => {
    await open({ attachments: [attachment({ trouble: "This picture is no longer where it was." })] });
    expect(await the("thumbnail-file-trouble")).toHaveTextContent("no longer where it was");
  });
});

describe("captions", () => {
  it("q11_why_captions_are_refused_stands_at_the_field_until_it_is_read", async () => {
    const { maker } = await open({}, {}, (core) =>
      core.refuse("addCaptions", "“oak.srt” is empty: choose a file with captions."),
    );
    await maker.click(await the("captions-add"));
    const why = await within(screen.getByTestId("captions")).findByRole("alert");
    expect(why).toHaveTextContent("“oak.srt” is empty");
    expect(screen.queryByTestId("toast")).toBeNull();
    expect(screen.queryByTestId("thumbnail-refused")).toBeNull();
    await maker.click(screen.getByTestId("captions-refused-close"));
    expect(screen.queryByTestId("captions-refused")).toBeNull();
    expect(screen.getByTestId("captions-add")).toHaveFocus();
  });

  it("q11_the_language_is_chosen_by_name_and_kept_by_code_without_a_button", async () => {
    const { core, maker } = await open({ attachments: [captions()] });
    await maker.type(await the("caption-language"), "French");
    await maker.type(screen.getByTestId("caption-name"), "Pour tous");
    await waitFor(() =>
      expect(core.world.drafts[0]?.attachments[0]).toMatchObject({ language: "fr", name: "Pour tous" }),
    );
    expect(screen.getByTestId("caption-language")).toHaveValue("French");
  });

  it("q11_what_is_no_language_is_pointed_out_and_not_sent", async () => {
    const { core, maker } = await open({ attachments: [captions()] });
    await maker.type(await the("caption-language"), "Klingonish tongue");
    await maker.tab();
    expect(await screen.findByText(/Choose a language from the list/)).toBeVisible();
    expect(core.called("describeCaptions")).toEqual([]);
  });

  it("q11_what_is_no_language_does_not_leave_the_one_before_in_force_unseen", async () => {
    const { core, maker } = await open({ attachments: [captions({ language: "fr" })] });
    await maker.type(await the("caption-language"), "ish");
    await maker.tab();
    await waitFor(() => expect(core.world.drafts[0]?.attachments[0]?.language).toBe(""));
    await maker.clear(screen.getByTestId("caption-language"));
    await maker.type(screen.getByTestId("caption-language"), "pt-br");
    await maker.tab();
    await waitFor(() => expect(core.world.drafts[0]?.attachments[0]?.language).toBe("pt-BR"));
  });

  it("q11_the_last_words_are_kept_before_publishing", async () => {
    const { core, maker } = await open({ fields: fields({ youtube: answered }), attachments: [captions()] });
    await maker.type(await the("caption-language"), "German");
    await maker.click(screen.getByTestId("publish"));
    await waitFor(() => expect(core.called("publish")).toHaveLength(1));
    expect(core.called("describeCaptions").at(-1)).toEqual(["t2", "de", ""]);
    const names = core.calls.map((c) => c.name);
    expect(names.lastIndexOf("describeCaptions")).toBeLessThan(names.indexOf("publish"));
  });

  it("q11_several_languages_each_have_fields_of_their_own", async () => {
    await open({ attachments: [captions({ language: "en" }), captions({ id: "t3", language: "fr-CA" })] });
    await waitFor(() => expect(screen.getAllByTestId("caption")).toHaveLength(2));
    expect(screen.getAllByTestId("caption-language").map((i) => (i as HTMLInputElement).value)).toEqual([
      "English",
      languageName("fr-CA"),
    ]);
  });

  it("a language is found by its name or its code", () => {
    for (const [code, name] of languages()) expect(languageCode(name)).toBe(code);
    expect(["FR", "pt-br", " de "].map(languageCode)).toEqual(["fr", "pt-BR", "de"]);
    expect(["", "Klingonish tongue", "x"].map(languageCode)).toEqual([undefined, undefined, undefined]);
  });
});

describe("playlist", () => {
  it("q11_one_of_the_channels_lists_is_chosen_with_its_title", async () => {
    const { core, maker } = await open();
    await screen.findByRole("option", { name: "Joinery" });
    await maker.selectOptions(screen.getByTestId("playlist"), "Joinery");
    await waitFor(() =>
      expect(core.world.drafts[0]?.fields.youtube.playlist).toEqual({ is: "EXISTING", id: "PL2", title: "Joinery" }),
    );
    await maker.selectOptions(screen.getByTestId("playlist"), "None");
    await waitFor(() => expect(core.world.drafts[0]?.fields.youtube.playlist).toBeNull());
  });

  it("q11_a_new_one_gets_a_title_and_is_private_until_the_maker_says_otherwise", async () => {
    const { core, maker } = await open();
    await screen.findByRole("option", { name: "Joinery" });
    await maker.selectOptions(screen.getByTestId("playlist"), "new");
    await waitFor(() => expect(screen.getByTestId("playlist-title")).toHaveFocus());
    expect(screen.getByTestId("playlist-privacy")).toHaveValue("private");
    await maker.tab();
    await waitFor(() =>
      expect(document.getElementById("playlist-title-error")).toHaveTextContent("Give the new playlist a title."),
    );
    await maker.type(screen.getByTestId("playlist-title"), "Oak");
    await waitFor(() =>
      expect(core.world.drafts[0]?.fields.youtube.playlist).toEqual({ is: "NEW", title: "Oak", privacy: "private" }),
    );
  });

  it("q11_what_was_begun_and_is_not_whole_blocks_with_a_way_to_it", async () => {
    const { core, maker } = await open({
      fields: fields({ youtube: { ...answered, playlist: { is: "NEW", title: " ", privacy: "private" } } }),
      attachments: [captions()],
    });
    await maker.click(await the("publish"));
    await waitFor(() => expect(document.activeElement?.id).toBe("language-t2"));
    expect(core.called("publish")).toEqual([]);
    await maker.click(screen.getAllByRole("button", { name: "Give the new playlist a title." })[0]!);
    await waitFor(() => expect(document.activeElement?.id).toBe("playlist-title"));
  });

  it("G-17 loading, empty and unreadable are said, and a choice that was made stays", async () => {
    const mine = { is: "EXISTING", id: "PL9", title: "Old favourites" } as const;
    const { core, maker } = await open({ fields: fields({ youtube: { ...answered, playlist: mine } }) }, {}, (c) =>
      c.refuse("playlists", "YouTube cannot be reached."),
    );
    expect(await the("playlists-error")).toHaveTextContent("YouTube cannot be reached.");
    expect(screen.getByTestId("playlist")).toHaveDisplayValue("Old favourites");
    core.answer("playlists", () => []);
    await maker.click(screen.getByTestId("playlists-again"));
    await waitFor(() => expect(screen.queryByTestId("playlists-error")).toBeNull());
    expect(screen.getByTestId("playlist")).toHaveDisplayValue("Old favourites");
    await maker.selectOptions(screen.getByTestId("playlist"), "None");
    expect(await the("playlists-empty")).toHaveTextContent("no playlist yet");
  });

  it("G-17 while YouTube is asked, the field says so", async () => {
    await open({}, {}, (core) => core.hang("playlists"));
    expect(await the("playlist")).toHaveDisplayValue("Asking YouTube for your playlists…");
    expect(screen.getByTestId("playlist")).toBeDisabled();
  });

  it("q11_without_the_right_it_is_asked_for_here_and_nothing_is_asked_of_youtube", async () => {
    const without = [connection("YOUTUBE", {}, { extras: extras("YOUTUBE") }), connection("TIKTOK")];
    const { core, maker } = await open({}, { connections: without });
    await maker.click(await the("allow-extras"));
    await waitFor(() => expect(core.called("connect")).toEqual([["YOUTUBE", true]]));
    expect(core.called("playlists")).toEqual([]);
  });
});

describe("C-07 cover moment", () => {
  const tiktok = (cover_at_ms: number | null, part = {}) =>
    open({
      fields: fields({ targets: ["TIKTOK"], tiktok: { ...fields().tiktok, cover_at_ms } }),
      file: file({ preview_url: "http://127.0.0.1:4100/word/d1", ...part }),
    });
  const kept = (core: FakeCore) => core.world.drafts[0]?.fields.tiktok.cover_at_ms;

  it("c07_arrow_keys_move_it_by_a_tenth_of_a_second_and_with_shift_by_a_whole_one", async () => {
    const { core, maker } = await tiktok(null);
    (await the("cover-slider")).focus();
    await maker.keyboard("{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}{ArrowLeft}");
    await waitFor(() => expect(kept(core)).toBe(1_100));
    expect(screen.getByTestId("cover-moment")).toHaveTextContent("0:01.1 of 0:48.2");
    expect(screen.getByTestId("cover-slider")).toHaveAttribute("aria-valuetext", "0:01.1");
  });

  it("c07_the_frame_at_that_moment_is_shown", async () => {
    await tiktok(2_500);
    const video = (await the("cover-frame")) as HTMLVideoElement;
    await fireEvent(video, new Event("loadedmetadata"));
    expect(video.currentTime).toBe(2.5);
  });

  it("c07_first_frame_takes_the_choice_back", async () => {
    const { core, maker } = await tiktok(2_500);
    await maker.click(await the("cover-first"));
    await waitFor(() => expect(kept(core)).toBeNull());
    expect(screen.getByTestId("cover-moment")).toHaveTextContent("First frame");
    expect(screen.queryByTestId("cover-first")).toBeNull();
  });

  it("c07_without_a_decoder_the_moment_can_still_be_chosen", async () => {
    const { core, maker } = await tiktok(null);
    await fireEvent(await the("cover-frame"), new Event("error"));
    expect(within(screen.getByTestId("cover")).getByText(/cannot show the frame here/)).toBeVisible();
    screen.getByTestId("cover-slider").focus();
    await maker.keyboard("{End}");
    await waitFor(() => expect(kept(core)).toBe(48_200));
  });

  it("c07_the_arrows_go_where_the_slider_goes_which_begins_at_the_right_in_arabic", async () => {
    const to = (key: string) => scrub({ key, shiftKey: false }, 1_000, 3_000);
    expect([to("ArrowLeft"), to("ArrowRight")]).toEqual([900, 1_100]);
    await speak("ar");
    expect([to("ArrowLeft"), to("ArrowRight"), to("ArrowUp")]).toEqual([1_100, 900, 1_100]);
  });

  it("c07_keys_never_leave_the_film", () => {
    const at = (key: string, ms: number, shiftKey = false) => scrub({ key, shiftKey }, ms, 3_000);
    expect([at("ArrowLeft", 50), at("ArrowRight", 2_950), at("Home", 900), at("End", 0)]).toEqual([0, 3_000, 0, 3_000]);
    expect([at("ArrowUp", 0, true), at("PageDown", 4_000), at("Tab", 5)]).toEqual([1_000, 0, null]);
    expect([momentInWords(12_340), momentInWords(59_960), momentInWords(3_723_000)]).toEqual([
      "0:12.3",
      "1:00.0",
      "1:02:03.0",
    ]);
  });
});
