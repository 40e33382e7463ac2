/** Where the queue was left when another screen was opened. It belongs to one window, and ends with it. */
import type { VirtualizerHandle } from "virtua/svelte";

import type { Studio } from "../../app/studio.svelte";

interface Place {
  top: number;
  lines: number;
  cache: ReturnType<VirtualizerHandle["getCache"]>;
}

export const place = new WeakMap<Studio, Place>();
