import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { conflict, link, profile } from "../../ipc/samples";
import { speak } from "../../words/fluent.svelte";
import { openWindow, the } from "../../test-window";
import { LONG } from "../../words/long";
import { hostOf, initials, tidyAddress } from "../../words/page";

const links = () => [link(), link({ platform: "My shop", url: "https://oak.example/" }, { id: "l2" })];
const item = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-link="${id}"]`);
  if (!found) throw new Error(`no link ${id}`);
  return within(found);
};
const order = () => screen.getAllByTestId("link").map((row) => row.dataset.link);

describe("profile", () => {
  it("p01_name_and_bio_are_saved_as_they_are_typed_and_the_page_shows_them_at_once", async () => {
    const { core } = await openWindow("#/profile", { profile: profile({ name: "Marta" }) });
    await fireEvent.input(await the("profile-name"), { target: { value: "Marta Oak" } });
    await fireEvent.input(screen.getByTestId("profile-bio"), { target: { value: "I make chairs." } });
    expect(screen.getByTestId("preview")).toHaveTextContent("MO Marta Oak");
    expect(screen.getByTestId("preview")).toHaveTextContent("I make chairs.");
    await waitFor(() =>
      expect(core.called("saveProfile").at(-1)).toEqual([
        { name: "Marta", bio: "", country: null, picture: null },
        { name: "Marta Oak", bio: "I make chairs.", country: null, picture: null },
      ]),
    );
    await waitFor(() => expect(screen.getByTestId("saved")).toHaveTextContent(/^Saved/));
    expect(screen.getByTestId("nav-profile")).toHaveAttribute("aria-current", "page");
  });

  it("p01_a_bio_of_many_pages_is_whole_where_it_is_written_and_the_preview_ends_somewhere", async () => {
    const long = "I make chairs. ".repeat(10_000);
    await openWindow("#/profile", { profile: profile({ name: "Marta", bio: long }) });
    expect(await the("profile-bio")).toHaveValue(long);
    expect(screen.getByTestId("preview").textContent.length).toBeLessThan(LONG + 200);
  });

  it("p01_the_counter_of_the_bio_says_how_much_is_too_much_and_nothing_is_cut", async () => {
    await openWindow("#/profile", { profile: profile({ bio: "x".repeat(905) }) });
    expect(await the("counter")).toHaveTextContent("905 of 900: cut 5");
    expect(screen.getByTestId("bio-fold")).toHaveTextContent("Read on");
    expect(screen.getByTestId("profile-bio")).toHaveValue("x".repeat(905));
  });

  it("p01_a_country_is_found_by_name_or_letters_and_chosen_by_keys", async () => {
    const { core, maker } = await openWindow("#/profile", { profile: profile() });
    const field = await the("profile-country");
    await maker.click(field);
    expect((await the("countries")).children).toHaveLength(6);
    await maker.type(field, "aland");
    await waitFor(() => expect(screen.getByTestId("countries").children).toHaveLength(1));
    await maker.clear(field);
    await maker.type(field, "g");
    const names = [...screen.getByTestId("countries").children].map((e) => e.querySelector(".name")?.textContent);
    expect(names).toEqual(["Germany", "Ghana", "United Kingdom"]);
    await maker.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(core.called("saveProfile").at(-1)?.[1]).toMatchObject({ country: "GH" }));
    expect(field).toHaveValue("Ghana");
    expect(screen.getByTestId("preview")).toHaveTextContent("Ghana");
  });

  it("G-14 a country is found by its name in the window's language, and by its English one", async () => {
    const { maker } = await openWindow("#/profile", { profile: profile() });
    await speak("fr");
    const field = await the("profile-country");
    const found = () => [...screen.getByTestId("countries").children].map((e) => e.querySelector(".name")?.textContent);
    await maker.type(field, "allem");
    await waitFor(() => expect(found()).toEqual(["Allemagne"]));
    await maker.clear(field);
    await maker.type(field, "germ");
    await waitFor(() => expect(found()).toEqual(["Allemagne"]));
    await speak("en");
  });

  it("p01_what_is_no_country_is_pointed_out_and_not_saved", async () => {
    const { core, maker } = await openWindow("#/profile", { profile: profile({ country: "FR" }) });
    const field = await the("profile-country");
    await maker.clear(field);
    await maker.type(field, "Atlantis");
    expect(await the("no-country")).toBeVisible();
    await fireEvent.blur(field);
    await waitFor(() => expect(document.querySelector("#profile-country-error")).toHaveTextContent("from the list"));
    expect(core.called("saveProfile")).toEqual([]);
    await maker.clear(field);
    await fireEvent.blur(field);
    await waitFor(() => expect(core.called("saveProfile").at(-1)?.[1]).toMatchObject({ country: null }));
  });

  it("p01_without_a_name_the_field_says_what_visitors_see", async () => {
    await openWindow("#/profile", { profile: profile({ name: " " }) });
    await the("profile-name");
    expect(document.querySelector("#profile-name-error")).toHaveTextContent("Visitors see no name");
    expect(screen.getByTestId("preview")).toHaveTextContent("Untitled");
  });
});

describe("the picture", () => {
  const [before, chosen] = ["a".repeat(64), "b".repeat(64)];
  const photos = { [before]: "data:image/jpeg;base64,Yg==", [chosen]: "data:image/jpeg;base64,Yw==" };
  const faces = () => screen.queryAllByTestId("face").map((face) => face.querySelector("img")?.getAttribute("src"));
  const open = (picture: string | null, prepare?: Parameters<typeof openWindow>[2]) =>
    openWindow("#/profile", { profile: profile({ name: "Marta Oak", picture }), portrait: chosen, photos }, prepare);

  it("p01_a_picture_is_chosen_by_the_button_and_the_page_shows_it_at_once_by_the_makers_name", async () => {
    const { maker } = await open(null);
    expect(screen.queryByTestId("remove-picture")).toBeNull();
    expect(await the("preview")).toHaveTextContent("MO Marta Oak");
    expect(await the("choose-picture")).toHaveAccessibleDescription(/without the place where it was taken/);
    await maker.click(screen.getByRole("button", { name: "Choose a picture" }));
    await waitFor(() => expect(faces()).toEqual([photos[chosen], photos[chosen]]));
    expect(within(screen.getByTestId("preview")).getByRole("img", { name: "Marta Oak" })).toBeVisible();
    expect(screen.getByTestId("live")).toHaveTextContent("Picture added.");
    expect(screen.getByRole("button", { name: "Change picture" })).toBeVisible();
  });

  it("p01_what_was_typed_is_saved_before_a_picture_is_chosen_and_a_closed_dialog_changes_nothing", async () => {
    const { core, maker } = await open(before, (core) => (core.world.portrait = null));
    await fireEvent.input(await the("profile-name"), { target: { value: "Marta" } });
    await maker.click(screen.getByTestId("choose-picture"));
    await waitFor(() => expect(core.called("chooseProfilePicture")).toHaveLength(1));
    const order = core.calls.map((call) => call.name).filter((name) => /Profile/.test(name));
    expect(order).toEqual(["saveProfile", "chooseProfilePicture"]);
    expect(screen.getByTestId("profile-name")).toHaveValue("Marta");
    expect(screen.queryByTestId("toast")).toBeNull();
  });

  it("G-05 p01_a_changed_and_a_removed_picture_come_back_by_undo", async () => {
    const { core, maker } = await open(before);
    const saved = () => core.called("saveProfile").at(-1)?.[1];
    await maker.click(await the("choose-picture"));
    expect(await the("toast")).toHaveTextContent("Picture changed.");
    await maker.click(within(screen.getByTestId("toast")).getByRole("button", { name: /Undo/ }));
    await waitFor(() => expect(saved()).toMatchObject({ picture: before }));
    await maker.click(screen.getByTestId("remove-picture"));
    expect(screen.getByTestId("choose-picture")).toHaveFocus();
    expect(screen.getByTestId("preview")).toHaveTextContent("MO Marta Oak");
    await waitFor(() => expect(saved()).toMatchObject({ picture: null }));
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(saved()).toMatchObject({ picture: before }));
    await waitFor(() => expect(faces()).toEqual([photos[before], photos[before]]));
  });

  it("G-03 p01_a_file_that_is_no_picture_is_told_at_the_field_and_the_one_before_stays", async () => {
    const why = "We take JPEG, PNG and WebP. This is an SVG drawing: export it as JPEG or PNG and add that.";
    const { core, maker } = await open(before, (core) =>
      core.refuse("chooseProfilePicture", why, { code: "BAD_INPUT" }),
    );
    await maker.click(await the("choose-picture"));
    expect(await the("picture-error")).toHaveTextContent(why);
    expect(screen.getByTestId("choose-picture")).toHaveAccessibleDescription(why);
    await waitFor(() => expect(faces()).toEqual([photos[before], photos[before]]));
    expect(screen.queryByTestId("toast")).toBeNull();
    core.answer("chooseProfilePicture", () => profile({ picture: chosen }));
    await maker.click(screen.getByTestId("choose-picture"));
    await waitFor(() => expect(screen.queryByTestId("picture-error")).toBeNull());
  });

  it("G-09 p01_one_is_dropped_on_the_window_which_knows_that_the_profile_is_open", async () => {
    const { core } = await open(before);
    await waitFor(() => expect(core.called("placePictures")).toEqual([[{ is: "PROFILE" }]]));
    await waitFor(() => expect(faces()).toEqual([photos[before], photos[before]]));
    core.emit("dropHover", { videos: 0, pictures: 1, others: 0, place: { is: "PROFILE" } });
    expect(await the("drop-overlay")).toHaveTextContent(/This becomes your picture.*beside your name/);
    core.emit("dropHover", { videos: 0, pictures: 2, others: 0, place: { is: "PROFILE" } });
    await waitFor(() => expect(screen.getByTestId("drop-overlay")).toHaveTextContent("Drop the one"));
    core.emit("dropLeave", {});
    core.emit("portraitDropped", { refused: "These are 2 files. Drop the one that is your picture." });
    expect(await the("picture-error")).toHaveTextContent("These are 2 files.");
    core.world.profile = profile({ name: "Marta Oak", picture: chosen });
    core.emit("portraitDropped", { refused: null });
    await waitFor(() => expect(faces()).toEqual([photos[chosen], photos[chosen]]));
    expect(screen.queryByTestId("picture-error")).toBeNull();
    expect(await the("toast")).toHaveTextContent("Picture changed.");
  });

  it("p01_a_picture_that_the_backend_does_not_take_says_why", async () => {
    const why = "The backend does not take this picture. The workspace is full.";
    await openWindow("#/profile", { profile: profile({ picture: before }, { picture_trouble: why }), photos });
    expect(await the("picture-trouble")).toHaveTextContent(why);
  });

  it("p01_two_pictures_chosen_on_two_devices_are_shown_to_choose_from", async () => {
    const kept = [{ version: "k1", value: chosen, device: "Laptop", at: "2026-11-22T13:00:00Z" }];
    const both = conflict({ table: "makers", row: "maker", field: "picture", shown: before, kept, can_be_two: false });
    await openWindow("#/profile", { profile: profile({ picture: before }), conflicts: [both], photos });
    const seen = (testid: string) => screen.getByTestId(testid).querySelector("img")?.getAttribute("src");
    await the("row-conflicts");
    await waitFor(() => expect(seen("conflict-shown")).toBe(photos[before]));
    expect(seen("conflict-kept")).toBe(photos[chosen]);
    expect(screen.getByTestId("row-conflicts")).not.toHaveTextContent("aaaa");
    expect(screen.getByTestId("row-conflicts")).toHaveTextContent("Picture");
  });
});

describe("links", () => {
  it("p02_a_pasted_address_is_added_at_once_and_the_field_waits_for_the_next", async () => {
    const { core, maker } = await openWindow("#/profile");
    const field = await the("new-link");
    await maker.click(field);
    await maker.paste("instagram.com/marta.oak");
    await waitFor(() => expect(core.called("addLink")).toEqual([["instagram.com/marta.oak"]]));
    expect(await the("link-name")).toHaveValue("Instagram");
    await waitFor(() => expect(screen.getByTestId("live")).toHaveTextContent("Instagram added."));
    expect(field).toHaveValue("");
    await maker.type(field, "oak.example{Enter}");
    await waitFor(() => expect(core.called("addLink")).toHaveLength(2));
  });

  it("p02_a_typed_address_is_added_when_its_field_or_the_screen_is_left", async () => {
    const { core, maker } = await openWindow("#/profile");
    await maker.type(await the("new-link"), "oak.example");
    await maker.tab();
    expect(screen.getByTestId("add-link")).toHaveFocus();
    expect(core.called("addLink")).toEqual([]);
    await maker.tab();
    await waitFor(() => expect(core.called("addLink")).toEqual([["oak.example"]]));
    await waitFor(() => expect(screen.getByTestId("new-link")).toHaveValue(""));
    await maker.type(screen.getByTestId("new-link"), "ash.example");
    location.hash = "#/services";
    await waitFor(() => expect(core.called("addLink")).toEqual([["oak.example"], ["ash.example"]]));
  });

  it("p02_a_broken_address_is_pointed_out_and_kept", async () => {
    const broken = link({ url: "marta oak" }, { trouble: "This is no address.", shown: false });
    const { core } = await openWindow("#/profile", { links: [broken] });
    expect(await the("link-trouble")).toHaveTextContent("This is no address. Until then your page leaves it out.");
    expect(screen.queryByTestId("preview-links")).toBeNull();
    await fireEvent.input(screen.getByTestId("link-url"), { target: { value: "oak.example" } });
    expect(screen.queryByTestId("link-trouble")).toBeNull();
    await fireEvent.blur(screen.getByTestId("link-url"));
    await waitFor(() => expect(core.called("saveLink").at(-1)?.[2]).toMatchObject({ url: "https://oak.example" }));
  });

  it("G-10 p02_keys_and_buttons_put_links_in_order", async () => {
    const { core, maker } = await openWindow("#/profile", { links: links() });
    await the("preview-links");
    item("l2").getByTestId("link-grip").focus();
    await maker.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await waitFor(() => expect(order()).toEqual(["l2", "l1"]));
    await maker.click(item("l2").getByTestId("link-down"));
    await waitFor(() => expect(order()).toEqual(["l1", "l2"]));
    expect(core.called("moveLink")).toEqual([
      ["l2", "l1"],
      ["l2", null],
    ]);
  });

  it("G-05 p02_a_link_is_taken_off_at_once_and_comes_back_by_undo", async () => {
    const { core, maker } = await openWindow("#/profile", { links: links() });
    await the("preview-links");
    await maker.click(item("l1").getByTestId("link-remove"));
    expect(await the("toast")).toHaveTextContent("Instagram taken off your page.");
    await waitFor(() => expect(order()).toEqual(["l2"]));
    await maker.click(screen.getByTestId("nav-profile"));
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.called("restoreLink")).toEqual([["l1"]]));
  });

  it("p03_links_and_connections_are_told_apart_in_words_and_lead_to_each_other", async () => {
    await openWindow("#/profile", { links: links() });
    expect(await the("links")).toHaveTextContent(/Shown on your page.*Nothing is posted there.*may post for you/s);
    expect(within(screen.getByTestId("links")).getByRole("link", { name: "Connections" })).toHaveAttribute(
      "href",
      "#/connections",
    );
  });
});

describe("words of the page", () => {
  it("p01_initials_are_those_of_the_page", () =>
    expect(["amina  Boateng-Osei x", "🍵", "ß"].map(initials)).toEqual(["AB", "", "SS"]));

  it.each([
    ["instagram.com/marta", "https://instagram.com/marta"],
    [" oak.example?a=b/c ", "https://oak.example?a=b/c"],
    ["https://oak.example", "https://oak.example"],
    ["marta@oak.example", "marta@oak.example"],
    ["mailto:x.y", "mailto:x.y"],
    ["not an address", "not an address"],
    [".example", ".example"],
  ])("p02_%s is kept as %s", (typed, kept) => expect(tidyAddress(typed)).toBe(kept));

  it("p02_only_addresses_of_the_web_have_a_place", () => {
    expect(hostOf("https://www.oak.example/x")).toBe("oak.example");
    expect([hostOf("mailto:a@b.example"), hostOf("oak"), hostOf("")]).toEqual([undefined, undefined, undefined]);
  });
});
