/**
 * Which row of a long list has the focus and which are chosen, by id: rows come and go with scrolling and with every
 * answer of the core, and neither may change what the maker has picked. It outlives the screen, so coming back finds it.
 */
import { SvelteSet } from "svelte/reactivity";

export class Selection {
  /** The row that keys act on. */
  active = $state<string | null>(null);
  readonly chosen = new SvelteSet<string>();
  /** Whether rows are being gathered one by one, so that already one of them is meant as a selection. */
  gathering = $state(false);
  /** Whether the bar of acts for several rows is wanted. */
  isMany = $derived(this.chosen.size > 1 || (this.gathering && this.chosen.size === 1));
  /** Where a range begins. */
  #anchor: string | null = null;

  /** Chooses this row alone. */
  pick(id: string): void {
    this.#only([id]);
    this.active = this.#anchor = id;
    this.gathering = false;
  }

  /** Adds this row, or takes it out. */
  toggle(id: string): void {
    if (!this.chosen.delete(id)) this.chosen.add(id);
    this.active = this.#anchor = id;
    this.gathering = true;
  }

  /** Chooses everything from where the range began to this row. */
  extend(id: string, order: readonly string[]): void {
    const from = order.indexOf(this.#anchor ?? this.active ?? id);
    const to = order.indexOf(id);
    const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    if (from < 0) this.#anchor = id;
    else this.#anchor = order[from] ?? id;
    this.#only(order.slice(first, last + 1));
    this.active = id;
  }

  all(order: readonly string[]): void {
    this.#only(order);
    this.gathering = true;
  }

  clear(): void {
    this.chosen.clear();
    this.gathering = false;
  }

  /** Forgets what is no longer in the list; the focus goes to the row that took the place of its own. */
  settle(before: readonly string[], order: readonly string[]): void {
    const here = new Set(order);
    for (const id of this.chosen) if (!here.has(id)) this.chosen.delete(id);
    if (this.active === null || here.has(this.active)) return;
    const at = before.indexOf(this.active);
    this.active =
      before.slice(at + 1).find((id) => here.has(id)) ??
      before.slice(0, Math.max(0, at)).findLast((id) => here.has(id)) ??
      null;
  }

  #only(ids: readonly string[]): void {
    const wanted = new Set(ids);
    for (const id of this.chosen) if (!wanted.has(id)) this.chosen.delete(id);
    for (const id of ids) this.chosen.add(id);
  }
}
