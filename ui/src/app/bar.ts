/** A bar at the foot of a screen, with what the screen is for: messages lie over it, and not over its button. */
import type { Attachment } from "svelte/attachments";

/** Tells the style of the whole window how high the bar is, for as long as it is there. */
export const footBar: Attachment<HTMLElement> = (bar) => {
  const { style } = document.documentElement;
  const watch = new ResizeObserver(() => style.setProperty("--foot", `${bar.offsetHeight}px`));
  watch.observe(bar);
  return () => {
    watch.disconnect();
    style.removeProperty("--foot");
  };
};
