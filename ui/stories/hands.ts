/** What a maker does and sees, by the names that tests find it by. */
export const at = <E extends HTMLElement = HTMLElement>(testid: string): E | null =>
  document.querySelector<E>(`[data-testid=${testid}]`);
export const there = (testid: string) => () => at(testid) !== null;
