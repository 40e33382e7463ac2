/** Where a screen was left when another was opened: whoever comes back finds it so. It belongs to one window, and ends with it. */
import type { VirtualizerHandle } from "virtua/svelte";

import type { Studio } from "./studio.svelte";

/** What a list had measured of its rows; it holds for a list of the same shape. */
interface Measured {
  shape: string;
  cache: ReturnType<VirtualizerHandle["getCache"]>;
  /** How high a row was, for a list of another shape. */
  row: number;
}

export interface Place {
  top: number;
  readonly lists: Map<string, Measured>;
}

const places = new WeakMap<Studio, Map<string, Place>>();

export function placeOf(app: Studio, screen: string): Place {
  const known = places.get(app) ?? new Map<string, Place>();
  places.set(app, known);
  const place = known.get(screen) ?? { top: 0, lists: new Map() };
  known.set(screen, place);
  return place;
}

/** Keeps what a list of this shape has measured. */
export function keep(place: Place, name: string, shape: string, list: VirtualizerHandle): void {
  const row = list.getItemSize(list.findItemIndex(list.getScrollOffset()));
  place.lists.set(name, { shape, cache: list.getCache(), row });
}
