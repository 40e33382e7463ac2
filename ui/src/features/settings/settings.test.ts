import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { openWindow, the } from "../../test-window";

const doctor = [{ name: "Network", ok: true, found: "YouTube and TikTok can be reached", fix: null }];

describe("diagnostics", () => {
  it("T-05 the report is copied by the core, and said to hold no secret", async () => {
    const { core, maker } = await openWindow("#/settings", { doctor });
    await maker.click(await the("doctor-copy"));
    await waitFor(() => expect(core.called("copyReport")).toEqual([[]]));
    expect(await the("toast")).toHaveTextContent("Report copied. It holds no secret.");
  });

  it("T-05 when it cannot be copied, the reason is told and the lines stay to be selected", async () => {
    const { maker } = await openWindow("#/settings", { doctor }, (core) =>
      core.refuse("copyReport", "The clipboard cannot be reached. Select the lines and copy them by hand."),
    );
    await maker.click(await the("doctor-copy"));
    expect(await the("toast")).toHaveTextContent("The clipboard cannot be reached.");
    expect(screen.getByTestId("doctor")).toHaveTextContent("YouTube and TikTok can be reached");
  });
});
