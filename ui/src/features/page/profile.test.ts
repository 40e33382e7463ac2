import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { link, profile } from "../../ipc/samples";
import { speak } from "../../words/fluent.svelte";
import { openWindow, the } from "../../test-window";
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
        { name: "Marta", bio: "", country: null },
        { name: "Marta Oak", bio: "I make chairs.", country: null },
      ]),
    );
    await waitFor(() => expect(screen.getByTestId("saved")).toHaveTextContent(/^Saved/));
    expect(screen.getByTestId("nav-profile")).toHaveAttribute("aria-current", "page");
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
