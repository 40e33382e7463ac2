import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { connection, link } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

const world = () => ({ links: [link()], connections: [connection("YOUTUBE"), connection("TIKTOK", null)] });
const main = () => within(screen.getByRole("main"));
/** The names of what can be done on a screen. */
const acts = () =>
  main()
    .getAllByRole("button")
    .map((button) => button.getAttribute("aria-label") ?? button.textContent);

const CONNECTING = /connect|sign in|allow|grant/i;
const LINKING = /link/i;

describe("P-03 links are not connections", () => {
  it("P-03 links are shown on the page, and nothing there signs in anywhere", async () => {
    await openWindow("#/profile", world());
    expect(await the("links")).toHaveTextContent("Shown on your page");
    expect(screen.getByTestId("links")).toHaveTextContent("Nothing is posted there");
    await the("link");
    expect(acts().filter((act) => LINKING.test(act))).not.toEqual([]);
    expect(acts().filter((act) => CONNECTING.test(act))).toEqual([]);
    expect(within(screen.getByTestId("links")).getByRole("link", { name: "Connections" })).toHaveAttribute(
      "href",
      "#/connections",
    );
  });

  it("P-03 connections may post for the maker, and nothing there goes on the page", async () => {
    await openWindow("#/connections", world());
    await the("connection-youtube");
    expect(screen.getByRole("main")).toHaveTextContent("Connected platforms may post for you.");
    expect(acts().filter((act) => CONNECTING.test(act))).not.toEqual([]);
    expect(acts().filter((act) => LINKING.test(act))).toEqual([]);
    expect(main().queryAllByRole("textbox")).toEqual([]);
    expect(main().getByRole("link", { name: "Profile & links" })).toHaveAttribute("href", "#/profile");
  });
});
