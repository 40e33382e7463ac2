import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { conflict, profile, service } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { LONG, LONG_LINE } from "../../words/long";
import { money, pageAmount, readPrice } from "../../words/money";

const untitled = () => service({ title: "", description: null, price: 0, hidden: true }, { id: "s3" });
const two = () => [service(), service({ title: "Moving house", price: 180 }, { id: "s2" })];
const card = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-testid=service][data-service="${id}"]`);
  if (!found) throw new Error(`no card of ${id}`);
  return within(found);
};
const order = () => screen.getAllByTestId("service").map((item) => item.dataset.service);
const last = (calls: unknown[][]) => calls.at(-1)?.at(-1) as Record<string, unknown>;

describe("services", () => {
  it("G-16 s01_an_empty_place_says_what_a_service_is_and_begins_one", async () => {
    const { core, maker } = await openWindow("#/services");
    expect(await the("empty")).toHaveTextContent("Say what you offer");
    await maker.click(screen.getByTestId("new-service"));
    expect(await the("service-title")).toHaveFocus();
    expect(core.called("newService")).toEqual([[]]);
    expect(screen.getByTestId("service-on")).not.toBeChecked();
    expect(screen.getByTestId("nav-services")).toHaveAttribute("aria-current", "page");
  });

  it("s01_services_stand_by_kind_with_title_price_and_currency", async () => {
    const carved = service({ title: "Carving", kind: "ARTISAN", price: 1500, currency: "JPY" }, { id: "s4" });
    await openWindow("#/services", { services: [...two(), carved, service({ kind: "GUIDE" }, { id: "s5" })] });
    await the("preview-services");
    const groups = screen.getAllByTestId("service-group");
    expect(groups.map((group) => group.dataset.kind)).toEqual(["DRIVER", "ARTISAN", "GUIDE"]);
    expect(groups[0]).toHaveTextContent("Delivery and transport 2");
    expect(card("s1").getByTestId("service-head")).toHaveTextContent("€24.50");
    expect(card("s4").getByTestId("service-head")).toHaveTextContent("¥1,500");
  });

  it("s01_a_description_of_many_pages_is_whole_where_it_is_written_and_the_rest_of_the_screen_ends_somewhere", async () => {
    const long = "I bring it by bicycle. ".repeat(10_000);
    const { maker } = await openWindow("#/services", { services: [service({ description: long })] });
    await the("preview-services");
    expect(screen.getByTestId("preview").textContent.length).toBeLessThan(LONG + 200);
    expect(card("s1").getByTestId("service-head").textContent.length).toBeLessThan(LONG_LINE + 200);
    await maker.click(card("s1").getByTestId("service-head"));
    expect(await the("service-description")).toHaveValue(long);
  });

  it("s01_a_card_opens_in_place_is_saved_as_it_is_typed_and_closes_by_esc", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await the("preview-services");
    await maker.click(card("s1").getByTestId("service-head"));
    const title = await the("service-title");
    expect(title).toHaveFocus();
    await maker.clear(title);
    await maker.type(title, "Delivery by bicycle");
    await waitFor(() => expect(last(core.called("saveService"))).toMatchObject({ title: "Delivery by bicycle" }));
    const [id, shown] = core.called("saveService")[0] ?? [];
    expect([id, (shown as { title: string }).title]).toEqual(["s1", "Delivery in Lyon"]);
    await waitFor(() => expect(screen.getByTestId("saved")).toHaveTextContent(/^Saved/));
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("service-title")).toBeNull());
    expect(card("s1").getByTestId("service-head")).toHaveFocus();
  });

  it("G-04 leaving the screen saves at once", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await the("preview-services");
    await maker.click(card("s1").getByTestId("service-head"));
    await fireEvent.input(await the("service-title"), { target: { value: "Gone" } });
    location.hash = "#/library";
    await waitFor(() => expect(last(core.called("saveService"))).toMatchObject({ title: "Gone" }));
  });

  it("s02_a_bad_price_is_pointed_out_with_an_example_stays_in_the_field_and_is_not_saved", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await the("preview-services");
    await maker.click(card("s1").getByTestId("service-head"));
    const price = await the("service-price");
    for (const [typed, words] of [
      ["-3", /zero or more.*such as 24\.50/],
      ["24.555", /two decimals.*such as 24\.50/],
      ["a lot", /no price.*such as 24\.50/],
    ] as const) {
      await fireEvent.input(price, { target: { value: typed } });
      await waitFor(() => expect(document.querySelector("#price-s1-error")).toHaveTextContent(words));
      await fireEvent.blur(price);
      expect(price).toHaveValue(typed);
    }
    await fireEvent.input(price, { target: { value: "30,5" } });
    await waitFor(() => expect(last(core.called("saveService"))).toMatchObject({ price: 30.5 }));
    expect(core.called("saveService").map((call) => (call[2] as { price: number }).price)).toEqual([30.5]);
    await fireEvent.blur(price);
    await waitFor(() => expect(price).toHaveValue("30.50"));
  });

  it("s02_a_price_is_not_what_was_written_halfway_to_something_else", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await maker.click((await screen.findAllByTestId("service-head"))[0]!);
    const price = await the("service-price");
    await maker.clear(price);
    await maker.type(price, "1.234");
    await waitFor(() => expect(last(core.called("saveService"))).toMatchObject({ price: 24.5 }));
    expect(price).toHaveValue("1.234");
    await maker.type(price, ",5");
    await waitFor(() => expect(last(core.called("saveService"))).toMatchObject({ price: 1234.5 }));
  });

  it("s02_a_currency_without_hundredths_waits_for_a_price_that_fits", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await the("preview-services");
    await maker.click(card("s1").getByTestId("service-head"));
    await maker.selectOptions(await the("service-currency"), "JPY");
    await waitFor(() => expect(document.querySelector("#price-s1-error")).toHaveTextContent(/JPY has no hundredths/));
    expect(core.called("saveService")).toEqual([]);
    await fireEvent.input(screen.getByTestId("service-price"), { target: { value: "1500" } });
    await waitFor(() => expect(last(core.called("saveService"))).toMatchObject({ price: 1500, currency: "JPY" }));
  });

  it("s03_the_preview_shows_what_is_typed_at_once_and_marks_what_is_not_on_the_page", async () => {
    const { maker } = await openWindow("#/services", {
      services: [service(), untitled()],
      profile: profile({ name: "Marta Oak", country: "FR" }),
    });
    const page = within(await the("preview"));
    expect(page.getByText("Marta Oak")).toBeVisible();
    expect(page.getByText("France")).toBeVisible();
    expect(page.getByTestId("preview-services").children).toHaveLength(1);
    expect(card("s3").getByTestId("service-head")).toHaveTextContent("Unfinished");
    await maker.click(card("s3").getByTestId("service-head"));
    await waitFor(() => expect(page.getByTestId("preview-services")).toHaveTextContent("Not on your page"));
    expect(screen.getByTestId("service-on")).toBeDisabled();
    expect(screen.getByTestId("service-why")).toHaveTextContent("Give it a title");
    await fireEvent.input(screen.getByTestId("service-title"), { target: { value: "Carving a spoon" } });
    expect(page.getByTestId("preview-services")).toHaveTextContent("Carving a spoon");
    expect(screen.getByTestId("service-why")).toHaveTextContent("Without a price it stands there as 0.00 EUR.");
    await maker.click(screen.getByTestId("service-on"));
    await waitFor(() => expect(page.getByTestId("preview-services")).not.toHaveTextContent("Not on your page"));
    expect(screen.getByTestId("service-why")).toHaveTextContent("Everybody sees it once you sign in.");
  });

  it("s01_a_service_is_hidden_shown_and_duplicated_by_its_menu", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await the("preview-services");
    await maker.click(card("s1").getByTestId("service-menu"));
    await maker.click(await the("service-hide"));
    await waitFor(() => expect(last(core.called("saveService"))).toMatchObject({ hidden: true }));
    expect(card("s1").getByTestId("service-head")).toHaveTextContent("Not on your page");
    await maker.click(card("s1").getByTestId("service-menu"));
    await maker.click(await the("service-duplicate"));
    await waitFor(() => expect(order()).toEqual(["s1", "s1copy", "s2"]));
    expect(await the("service-title")).toHaveValue("Delivery in Lyon (copy)");
  });

  it("G-10 s01_keys_move_a_service_and_say_where_it_is", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await the("preview-services");
    card("s1").getByTestId("service-head").focus();
    await maker.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await waitFor(() => expect(order()).toEqual(["s2", "s1"]));
    expect(core.called("moveService")).toEqual([["s1", null]]);
    expect(card("s1").getByTestId("service-head")).toHaveFocus();
    await waitFor(() =>
      expect(screen.getByTestId("live")).toHaveTextContent("Delivery in Lyon moved to place 2 of 2."),
    );
  });

  it("G-05 a service is deleted at once by Delete and comes back by Undo", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await the("preview-services");
    card("s1").getByTestId("service-head").focus();
    await maker.keyboard("{Delete}");
    expect(await the("toast")).toHaveTextContent("Delivery in Lyon deleted.");
    await waitFor(() => expect(card("s2").getByTestId("service-head")).toHaveFocus());
    await maker.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.called("restoreService")).toEqual([["s1"]]));
    await waitFor(() => expect(order()).toContain("s1"));
  });

  it("G-03 a refused save keeps what was typed and says why", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await the("preview-services");
    core.refuse("saveService", "The disk is full. Make room, then try again.");
    await maker.click(card("s1").getByTestId("service-head"));
    await fireEvent.input(await the("service-title"), { target: { value: "Kept" } });
    await waitFor(() => expect(screen.getByTestId("saved")).toHaveTextContent("Not saved. The disk is full."));
    core.emit("changed", { tables: ["services"] });
    await waitFor(() => expect(core.called("services").length).toBeGreaterThan(1));
    expect(screen.getByTestId("service-title")).toHaveValue("Kept");
  });

  it("i3_what_another_window_wrote_arrives_beside_what_is_being_typed", async () => {
    const { core, maker } = await openWindow("#/services", { services: two() });
    await the("preview-services");
    await maker.click(card("s1").getByTestId("service-head"));
    core.hang("saveService");
    await fireEvent.input(await the("service-title"), { target: { value: "Mine" } });
    core.world.services = [service({ price: 99, title: "Theirs" }), ...two().slice(1)];
    core.emit("changed", { tables: ["services"] });
    await waitFor(() => expect(screen.getByTestId("service-price")).toHaveValue("99.00"));
    expect(screen.getByTestId("service-title")).toHaveValue("Mine");
  });

  it("i3_what_was_edited_on_two_devices_stands_where_it_is_edited", async () => {
    const price = conflict({ table: "services", row: "s1", title: "Delivery in Lyon", field: "price", shown: "24.5" });
    await openWindow("#/services", { services: two(), conflicts: [price] });
    expect(await the("row-conflicts")).toHaveTextContent("Delivery in Lyon");
  });
});

describe("prices", () => {
  it.each([
    ["24", "EUR", 24],
    [" 24,50 ", "EUR", 24.5],
    ["1 240.5", "EUR", 1240.5],
    ["1,240.50", "EUR", 1240.5],
    ["1.240,50", "EUR", 1240.5],
    ["1.240.000,", "EUR", 1_240_000],
    ["0", "EUR", 0],
    ["1500", "JPY", 1500],
    ["1500.00", "JPY", 1500],
    ["24.500", "EUR", 24.5],
  ])("s02_%s in %s is read", (text, currency, price) => expect(readPrice(text, currency)).toEqual({ price }));

  it.each([
    ["", "EUR", "24.50"],
    ["-1", "EUR", "24.50"],
    ["1.234", "EUR", "24.50"],
    ["1.5", "JPY", "1500"],
    ["1e5", "EUR", "24.50"],
    ["9".repeat(20), "EUR", "24.50"],
  ])("s02_%s in %s is refused with an example", (text, currency, example) => {
    const read = readPrice(text, currency);
    expect("trouble" in read && read.trouble).toContain(example);
  });

  it("s02_a_price_is_shown_in_its_currencys_format", () => {
    expect(money(1240.5, "EUR")).toBe("€1,240.50");
    expect(money(1500, "JPY")).toBe("¥1,500");
    expect(money(3, "nonsense")).toBe("3.00 nonsense");
    expect(pageAmount(1240.5, "EUR")).toBe("1\u202f240.50");
  });
});
