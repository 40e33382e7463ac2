/** What is read from its beginning to its end, in its own time. */
import { untrack } from "svelte";

import { LONG } from "../words/long";

/** Longer than there is between two letters. */
export const REST_MS = 300;

/** A text as it is, and a very long one as it was when its writer last rested: for what a component finds in it. */
export function rested(text: () => string): () => string {
  let last = $state.raw(untrack(text));
  const now = $derived(text().length > LONG ? last : text());
  $effect(() => {
    const written = text();
    if (written.length <= LONG) return void (last = written);
    const timer = setTimeout(() => (last = written), REST_MS);
    return () => clearTimeout(timer);
  });
  return () => now;
}
