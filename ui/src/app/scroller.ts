/** The element of a screen that scrolls: which one depends on how large the text is. */
import { createContext } from "svelte";

export const [scroller, provideScroller] = createContext<() => HTMLElement | undefined>();
