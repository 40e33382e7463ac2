/** Lists lay out only what is in view, and a little more: what is to get the focus has to be brought there first. */

/** A list that has just laid something out measures it, and only then makes it visible. */
const FRAMES = 10;

const isShown = (element: HTMLElement | null): boolean =>
  element !== null && getComputedStyle(element).visibility !== "hidden";

/** An element of such a list once it is to be seen: `bring` scrolls to where it is. Nothing when it does not come. */
export async function laidOut(
  find: () => HTMLElement | null,
  bring: () => unknown,
  frames = FRAMES,
): Promise<HTMLElement | null> {
  if (!isShown(find())) bring();
  for (let frame = 0; frame < frames && !isShown(find()); frame += 1)
    await new Promise((done) => requestAnimationFrame(done));
  return find();
}
