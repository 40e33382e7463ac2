/** What is in the part of a list that can be seen, or nearly. */
import type { Attachment } from "svelte/attachments";

/** So far beyond the edge counts as seen: a picture is there before the eye is. */
const MARGIN = "300px";

/** Tells whenever the element comes into view or leaves it. */
export const inView =
  (tell: (seen: boolean) => void): Attachment =>
  (element) => {
    const watch = new IntersectionObserver((entries) => tell(entries.at(-1)?.isIntersecting ?? false), {
      scrollMargin: MARGIN,
    });
    watch.observe(element);
    return () => watch.disconnect();
  };
