/** How far down in what scrolls a list begins: a list that lays out only what is in view must know. */

/** Tells it now and whenever what stands above changes; returns what ends that. */
export function watchTop(element: HTMLElement, scroller: HTMLElement, tell: (top: number) => void): () => void {
  let told = 0;
  const measure = () => {
    const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    if (Math.abs(top - told) >= 1) tell((told = top));
  };
  measure();
  const watch = new ResizeObserver(measure);
  watch.observe(scroller);
  for (let part: Element | null = element; part && part !== scroller; part = part.parentElement) {
    watch.observe(part);
    for (let before = part.previousElementSibling; before; before = before.previousElementSibling)
      watch.observe(before);
  }
  return () => watch.disconnect();
}
