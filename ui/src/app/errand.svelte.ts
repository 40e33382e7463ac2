/** What a screen was opened for beyond being looked at: to show one of its things, or to begin a new one. */
import { tick, untrack } from "svelte";

import type { Route } from "./router.svelte";
import type { Studio } from "./studio.svelte";

export interface Errand {
  screen: Route["name"];
  /** The id of what is to be shown; a new one is begun without it. */
  show?: string;
}

/** Does what `screen` was opened for, once it is ready to. */
export function onErrand(
  app: Studio,
  screen: Route["name"],
  isReady: () => boolean,
  act: (show: string | undefined) => unknown,
): void {
  $effect(() => {
    const { errand } = app;
    if (errand?.screen !== screen || !isReady()) return;
    untrack(() => {
      app.errand = undefined;
      void act(errand.show);
    });
  });
}

/** Brings an element into view and puts the focus on it. */
export async function bringTo(selector: string): Promise<void> {
  await tick();
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "center" });
}
