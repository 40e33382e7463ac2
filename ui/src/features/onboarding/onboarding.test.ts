import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { connection, profile, service, summary } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
// Opened when it is asked for; what a test waits for is the screen, and not the compiler.
import "./Welcome.svelte";

const fresh = { show: true, step: "HELLO", trade: null, checklist: null, sample: null } as const;
const list = { profile: false, service: false, connection: true, publication: false };
const step = () => screen.getByTestId("welcome").dataset.step;

describe("the first minutes", () => {
  it("O-01 both ways to begin are as visible, and the window works beside them", async () => {
    await openWindow("#/", { welcome: fresh });
    const start = await the("welcome-start");
    const signIn = screen.getByTestId("welcome-sign-in");
    expect(start.className).toBe(signIn.className);
    expect(screen.getByTestId("nav-calendar")).toBeVisible();
  });

  it("O-03 the promise is said in one line", async () => {
    await openWindow("#/", { welcome: fresh });
    expect(await the("promise")).toHaveTextContent(
      "Your videos stay on this computer. We keep only the link the platform gives back.",
    );
  });

  it("O-02 three questions at most, each can be left out, and what is answered is saved while it is", async () => {
    const { core, maker } = await openWindow("#/", { welcome: fresh, profile: profile({ name: "My page" }) });
    await maker.click(await the("welcome-start"));
    const name = await the("welcome-name");
    expect(name).toHaveValue("");
    expect(screen.getByTestId("welcome-next")).toHaveTextContent("Skip");
    await maker.type(name, "Marta Oak");
    await maker.click(screen.getByTestId("trade-driver"));
    await waitFor(() => expect(core.world.welcome.trade).toBe("DRIVER"));
    await maker.click(screen.getByTestId("welcome-next"));
    await waitFor(() => expect(core.world.profile.fields.name).toBe("Marta Oak"));
    await waitFor(() => expect(step()).toBe("CONNECT"));
  });

  it("O-04 what a platform will be asked for stands there before a browser opens, and it may wait", async () => {
    const world = { welcome: { ...fresh, step: "CONNECT" as const }, connections: [connection("YOUTUBE", null)] };
    const { core, maker } = await openWindow("#/", world);
    expect(await the("connection-youtube")).toHaveTextContent("What you will be asked for");
    expect(core.called("connect")).toHaveLength(0);
    await maker.click(screen.getByTestId("welcome-finish"));
    await waitFor(() => expect(core.world.welcome.show).toBe(false));
  });

  it("O-01 whoever leaves it and comes back, or starts anew, is where they were", async () => {
    const { core, maker } = await openWindow("#/", { welcome: fresh });
    await maker.click(await the("welcome-start"));
    await waitFor(() => expect(core.world.welcome.step).toBe("YOU"));
    await maker.click(screen.getByTestId("nav-library"));
    await maker.click(screen.getByTestId("nav-home"));
    await waitFor(() => expect(step()).toBe("YOU"));
  });

  it("O-05 the sample opens as a draft that says what it is, and one click takes it away", async () => {
    const { core, maker } = await openWindow("#/", { welcome: fresh }, (core) => {
      core.answer("addSample", () => {
        core.world.overview.drafts = [summary({ id: "s1", sample: true, title: "Sample: an oak bowl" })];
        return core.world.overview.drafts[0];
      });
    });
    await maker.click(await the("welcome-sample"));
    await waitFor(() => expect(location.hash).toBe("#/draft/s1"));
    await maker.click(screen.getByTestId("nav-home"));
    core.emit("changed", { tables: ["drafts"] });
    expect(await the("draft-row")).toHaveTextContent("Sample");
    await maker.click(screen.getByTestId("draft-delete"));
    await waitFor(() => expect(core.called("removeSample")).toHaveLength(1));
    expect(core.called("deleteDraft")).toHaveLength(0);
  });

  it("O-06 the list stays on Home until it is done or dismissed, and each line leads there", async () => {
    const { core, maker } = await openWindow("#/", {
      welcome: { ...fresh, show: false, checklist: list },
      services: [service()],
    });
    expect(await the("checklist")).toHaveTextContent("1 of 4");
    expect(screen.getByTestId("check-connection").dataset.done).toBe("true");
    await maker.click(screen.getByRole("button", { name: /Give your page a name/ }));
    await waitFor(() => expect(location.hash).toBe("#/profile"));
    await maker.click(screen.getByTestId("nav-home"));
    await maker.click(await the("checklist-dismiss"));
    await waitFor(() => expect(screen.queryByTestId("checklist")).toBeNull());
    expect(core.called("changeWelcome").at(-1)).toMatchObject([{ dismiss_list: true }]);
  });
});
