/** Opens the whole window over a fake core, as a maker would see it. */
import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach } from "vitest";

import App from "./app/App.svelte";
import { readScreens } from "./app/screens.svelte";
// Opened when it is asked for; what a test waits for is the screen, and not the compiler.
import "./features/composer/PlatformPreview.svelte";
import "./features/library/EntryDialog.svelte";
import "./features/palette/Palette.svelte";
import "./features/palette/ShortcutsDialog.svelte";
import "./features/snippets/SnippetList.svelte";
import { replaceCore } from "./ipc";
import { FakeCore, type World } from "./ipc/fake";

// All screens are at hand, as they are a moment after the start of the program.
await readScreens();

afterEach(() => {
  cleanup();
  location.hash = "";
});

export async function openWindow(hash: string, world: Partial<World> = {}, prepare?: (core: FakeCore) => unknown) {
  const core = new FakeCore(world);
  prepare?.(core);
  replaceCore(core);
  location.hash = hash;
  render(App);
  // Lists are asked for only after every listener is in place.
  await waitFor(() => core.called("overview").length > 0 || Promise.reject(new Error("the window never asked")));
  return { core, maker: userEvent.setup() };
}

/** The element with this test id, as soon as it is there. */
export const the = (testid: string): Promise<HTMLElement> => screen.findByTestId(testid);
