import { screen, waitFor } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";

import { replaceCore } from "../ipc";
import { FakeCore } from "../ipc/fake";
import { draft } from "../ipc/samples";
import { openWindow, the } from "../test-window";
import { keepPlace, lastPlace, putBack } from "./place";

const place = { address: "#/draft/d1", field: "title", start: 2, end: 5, scroll: 0 };
let end: (() => void) | undefined;
afterEach(() => end?.());

describe("G-20 the last place", () => {
  it("is where the next start begins, unless an address leads elsewhere", async () => {
    const core = new FakeCore().answer("lastPlace", () => place);
    replaceCore(core);
    expect(await lastPlace()).toEqual(place);
    expect(location.hash).toBe("#/draft/d1");
    location.hash = "#/posts";
    expect(await lastPlace()).toBeNull();
    expect(location.hash).toBe("#/posts");
  });

  it("is no reason not to start", async () => {
    replaceCore(new FakeCore().refuse("lastPlace", "The disk cannot be read."));
    expect(await lastPlace()).toBeNull();
    replaceCore(new FakeCore().answer("lastPlace", () => ({ ...place, address: "https://example.org" })));
    await lastPlace();
    expect(location.hash).toBe("#/");
  });

  it("has the cursor back in its field as soon as the draft has been read", async () => {
    await openWindow("#/draft/d1", { drafts: [draft()] });
    end = putBack(place);
    const title = (await the("composer-title")) as HTMLInputElement;
    await waitFor(() => expect(title).toHaveFocus());
    expect([title.selectionStart, title.selectionEnd]).toEqual([2, 5]);
  });

  it("carries nobody away from what they have begun to do", async () => {
    await openWindow("#/draft/d1", { drafts: [draft()] });
    (await the("composer-description")).focus();
    end = putBack(place);
    expect(screen.getByTestId("composer-description")).toHaveFocus();
  });

  it("is told to the core with the field and the cursor, and once while nothing changes", async () => {
    const { core, maker } = await openWindow("#/draft/d1", { drafts: [draft()] });
    const title = (await the("composer-title")) as HTMLInputElement;
    end = keepPlace();
    await maker.click(title);
    title.setSelectionRange(3, 4);
    title.dispatchEvent(new Event("input", { bubbles: true }));
    await waitFor(() =>
      expect(core.called("keepPlace").at(-1)).toEqual([
        { address: "#/draft/d1", field: "title", start: 3, end: 4, scroll: 0 },
      ]),
    );
    const told = core.called("keepPlace").length;
    title.dispatchEvent(new Event("input", { bubbles: true }));
    window.dispatchEvent(new Event("blur"));
    expect(core.called("keepPlace")).toHaveLength(told);
  });
});
