import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { emptyWorld, type FakeCore } from "../../ipc/fake";
import { draft, fields, summary } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

const open = () => openWindow("#/draft/d1", { drafts: [draft()] });
/** What the core does when a page of another device's edits has come. */
function comesFromElsewhere(core: FakeCore, part: Partial<ReturnType<typeof fields>>) {
  const [view] = core.world.drafts;
  if (view) view.fields = { ...view.fields, ...part };
  core.emit("changed", { tables: ["sync", "drafts"] });
}

describe("a draft that is open here and edited elsewhere", () => {
  it("f62 what another device wrote is shown, and not saved back as if it had been written here", async () => {
    const { core, maker } = await open();
    await the("composer-title");
    comesFromElsewhere(core, { title: "From the laptop" });
    await waitFor(() => expect(screen.getByTestId("composer-title")).toHaveValue("From the laptop"));
    await maker.click(screen.getByTestId("composer-description"));
    await maker.tab();
    expect(core.called("saveDraft")).toEqual([]);
  });

  it("f62 typing here afterwards saves both: what came, and what is typed", async () => {
    const { core, maker } = await open();
    await the("composer-title");
    comesFromElsewhere(core, { title: "From the laptop" });
    await waitFor(() => expect(screen.getByTestId("composer-title")).toHaveValue("From the laptop"));
    await maker.type(screen.getByTestId("composer-description"), " Slowly.");
    await waitFor(() => expect(core.world.drafts[0]?.fields.description).toMatch(/Slowly\.$/));
    expect(core.world.drafts[0]?.fields.title).toBe("From the laptop");
  });

  it("f62 what is being typed stays while another field comes in", async () => {
    const { core, maker } = await open();
    await maker.type(await the("composer-title"), "!");
    comesFromElsewhere(core, { description: "From the laptop" });
    await waitFor(() => expect(screen.getByTestId("composer-description")).toHaveValue("From the laptop"));
    expect(screen.getByTestId("composer-title")).toHaveValue("How I oil an oak chair!");
    await waitFor(() => expect(core.world.drafts[0]?.fields.title).toBe("How I oil an oak chair!"));
    expect(core.world.drafts[0]?.fields.description).toBe("From the laptop");
  });

  it("f62 a title that was changed on both is saved over the one that this screen showed, not over the other", async () => {
    const { core, maker } = await open();
    await maker.type(await the("composer-title"), "!");
    comesFromElsewhere(core, { title: "From the laptop" });
    await waitFor(() => expect(core.world.drafts[0]?.fields.title).toBe("How I oil an oak chair!"));
    for (const [, shown] of core.called("saveDraft")) expect(shown).toMatchObject({ title: "How I oil an oak chair" });
  });

  it("f62 what the core makes of both texts is shown", async () => {
    const { core, maker } = await open();
    await the("composer-description");
    const together = "Twice: three thin coats of hard-wax oil.";
    core.answer("saveDraft", () => {
      const fields = { ...draft().fields, title: "How I oil an oak chair!", description: together };
      return { ...draft(), fields };
    });
    await maker.type(screen.getByTestId("composer-title"), "!");
    await waitFor(() => expect(screen.getByTestId("composer-description")).toHaveValue(together));
    const saves = core.called("saveDraft").length;
    await maker.tab();
    expect(core.called("saveDraft")).toHaveLength(saves);
  });

  it("f62 an answer from before a save never takes back what was saved", async () => {
    const { core, maker } = await open();
    await the("composer-title");
    const old = structuredClone(core.world.drafts[0]);
    let answerOld: (view: unknown) => void = () => undefined;
    let asked = 0;
    core.answer("draft", () => (asked++ === 0 ? new Promise((answer) => (answerOld = answer)) : core.world.drafts[0]));
    core.emit("changed", { tables: ["drafts"] });
    await waitFor(() => expect(asked).toBe(1));
    await maker.type(screen.getByTestId("composer-title"), "!");
    await waitFor(() => expect(core.world.drafts[0]?.fields.title).toBe("How I oil an oak chair!"));
    answerOld(old);
    await waitFor(() => expect(asked).toBe(2));
    await maker.tab();
    expect(screen.getByTestId("composer-title")).toHaveValue("How I oil an oak chair!");
    expect(core.world.drafts[0]?.fields.title).toBe("How I oil an oak chair!");
  });

  it("C-13 a video on another device is said to be there, and another can be chosen here", async () => {
    const message =
      "The video “oak-chair-final.mp4” is on Laptop. Publish it there, or choose the file on this computer.";
    const { core, maker } = await openWindow("#/draft/d1", {
      drafts: [draft({ file: null, findings: [{ level: "ERROR", platform: null, field: "FILE", message }] })],
      overview: { ...emptyWorld().overview, drafts: [summary()] },
    });
    const notice = await the("no-file");
    await waitFor(() => expect(notice).toHaveTextContent("The video is on another device"));
    expect(notice).toHaveTextContent("is on Laptop.");
    await maker.click(screen.getByTestId("locate"));
    expect(core.called("locateFile")).toEqual([["d1"]]);
  });
});
