import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import type { SignInOutcome } from "../../ipc";
import { emptyWorld } from "../../ipc/fake";
import { connection, delivery, extras } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

const signIn = {
  id: "s1",
  platform: "YOUTUBE",
  authorize_url: "https://accounts.example/",
  expires_at: "2026-11-22T14:12:00Z",
} as const;
const gone = {
  platform: "YOUTUBE",
  stopped: 1,
  revoked: true,
  message: "1 upload stopped. Google took the rights back.",
  link: null,
} as const;

describe("connections", () => {
  it("N-01 a card tells account, state, rights with their meaning, last use and renewal", async () => {
    await openWindow("#/connections", { connections: [connection("TIKTOK")] });
    const card = await the("connection-tiktok");
    for (const text of ["Marta Oak", "Connected", "Post videos to your account", "Last used", "Sign in again by"])
      expect(within(card).getAllByText(text)[0]).toBeVisible();
  });

  it("N-01 a refused right says what is switched off and can be granted later", async () => {
    const rights = connection("TIKTOK").asks.map((r, i) => ({ ...r, granted: i !== 1 }));
    await openWindow("#/connections", { connections: [connection("TIKTOK", { rights })] });
    expect(await screen.findByText("Refused by you, so this is switched off.")).toBeVisible();
    expect(screen.getByTestId("connect-tiktok")).toHaveTextContent("Grant the missing rights");
  });

  it("n01_rights_for_captions_and_playlists_stand_apart_and_can_be_allowed", async () => {
    const { core, maker } = await openWindow("#/connections", {
      connections: [connection("YOUTUBE", {}, { extras: extras("YOUTUBE") }), connection("TIKTOK")],
    });
    const card = await the("extras-youtube");
    expect(card).toHaveTextContent("For captions and playlists");
    expect(card).toHaveTextContent("Videos and thumbnails go without it.");
    expect(
      within(screen.getByTestId("connection-youtube")).getByText("Connected", { selector: ".chip" }),
    ).toBeVisible();
    expect(screen.queryByTestId("extras-tiktok")).toBeNull();
    await maker.click(screen.getByTestId("allow-extras-youtube"));
    await waitFor(() => expect(core.called("connect")).toEqual([["YOUTUBE", true]]));
  });

  it("n01_rights_that_are_allowed_need_no_button", async () => {
    await openWindow("#/connections", { connections: [connection("YOUTUBE")] });
    await the("extras-youtube");
    expect(screen.queryByTestId("allow-extras-youtube")).toBeNull();
  });

  it("N-02 connecting waits for the browser with Cancel, Copy link and Try again", async () => {
    const { core, maker } = await openWindow("#/connections", { connections: [connection("YOUTUBE", null)] });
    core.answer("connect", () => {
      core.world.connections = [connection("YOUTUBE", null, { sign_in: signIn })];
      return signIn;
    });
    await maker.click(await the("connect-youtube"));
    expect(await screen.findByText("Waiting for your browser…")).toBeVisible();
    await waitFor(() => expect(screen.getByTestId("signin-cancel")).toHaveFocus());
    await maker.click(screen.getByTestId("signin-copy"));
    await maker.click(screen.getByTestId("signin-again"));
    await maker.click(screen.getByTestId("signin-cancel"));
    expect([core.called("copySignInLink"), core.called("openSignIn"), core.called("cancelSignIn")]).toEqual([
      [["s1"]],
      [["s1"]],
      [["s1"]],
    ]);
  });

  it("N-03 every way a sign-in ends has a title of its own", async () => {
    const { core } = await openWindow("#/connections", { connections: [connection("YOUTUBE", null)] });
    await the("connection-youtube");
    const outcomes: SignInOutcome[] = [
      "CONNECTED",
      "OTHER_ACCOUNT",
      "CONNECTED_WITH_LESS",
      "REFUSED",
      "CANCELLED",
      "TIMED_OUT",
      "NO_NETWORK",
      "KEYRING",
      "PLATFORM_REFUSED",
    ];
    const seen = new Set<string>();
    for (const outcome of outcomes) {
      core.emit("signInEnded", { id: "s1", platform: "YOUTUBE", outcome, message: `Because of ${outcome}.` });
      await screen.findByText(`Because of ${outcome}.`, { selector: "[data-outcome]" });
      seen.add(
        screen
          .getByTestId("outcome-youtube")
          .textContent?.replace(/Because.*/, "")
          .trim() ?? "",
      );
    }
    expect(seen.size).toBe(outcomes.length);
  });

  it("N-01 how a sign-in ended is told until the screen is left, and not ever after", async () => {
    const { core, maker } = await openWindow("#/connections", { connections: [connection("YOUTUBE")] });
    await the("connection-youtube");
    core.emit("signInEnded", { id: "s1", platform: "YOUTUBE", outcome: "CONNECTED", message: "YouTube is connected." });
    expect(await the("outcome-youtube")).toBeVisible();
    await maker.click(screen.getByTestId("nav-home"));
    await maker.click(screen.getByTestId("nav-connections"));
    await the("connection-youtube");
    expect(screen.queryByTestId("outcome-youtube")).toBeNull();
  });

  it("N-05 disconnecting asks only while uploads run, and names how many stop", async () => {
    const { core, maker } = await openWindow("#/connections", {
      connections: [connection("YOUTUBE")],
      overview: { ...emptyWorld().overview, deliveries: [delivery()] },
      disconnected: gone,
    });
    await maker.click(await the("disconnect-youtube"));
    expect(await the("ask")).toHaveTextContent("1 upload to YouTube will stop.");
    await maker.click(screen.getByTestId("ask-no"));
    expect(core.called("disconnect")).toEqual([]);
    await maker.click(screen.getByTestId("disconnect-youtube"));
    await maker.click(await the("ask-yes"));
    await waitFor(() => expect(core.called("disconnect")).toEqual([["YOUTUBE"]]));
  });

  it("G-08 the question takes the focus and gives it back", async () => {
    const { maker } = await openWindow("#/connections", {
      connections: [connection("YOUTUBE")],
      overview: { ...emptyWorld().overview, deliveries: [delivery()] },
    });
    await maker.click(await the("disconnect-youtube"));
    await waitFor(() => expect(screen.getByTestId("ask").contains(document.activeElement)).toBe(true));
    await maker.keyboard("{Escape}");
    await waitFor(() => expect(screen.getByTestId("disconnect-youtube")).toHaveFocus());
  });

  it("N-05 without uploads it disconnects at once, and links to where rights must be taken back by hand", async () => {
    const { core, maker } = await openWindow("#/connections", {
      connections: [connection("YOUTUBE")],
    });
    core.answer("disconnect", () => {
      core.world.connections = [connection("YOUTUBE", null)];
      return { ...gone, revoked: false, message: "Google could not be reached.", link: "GOOGLE_CONNECTIONS" };
    });
    await maker.click(await the("disconnect-youtube"));
    expect(await the("disconnected-youtube")).toHaveTextContent("Google could not be reached.");
    await waitFor(() => expect(screen.getByTestId("connection-youtube")).toHaveFocus());
    await maker.click(screen.getByTestId("disconnected-link"));
    expect(core.called("openHelp")).toEqual([["GOOGLE_CONNECTIONS"]]);
  });
});
