/** The queue as one list of lines, headings between the rows, so that only what is in view need be laid out. */
import type { DeliveryView, Group } from "../../ipc";
import { t, type PlainKey } from "../../words/fluent.svelte";

export type Line =
  | { is: "heading"; key: string; group: Group; name: string; count: number }
  | { is: "row"; key: string; delivery: DeliveryView; first: boolean; last: boolean };

const NAMES = [
  ["NEEDS_YOU", "home-group-needs-you"],
  ["NOW", "home-group-now"],
  ["WAITING", "home-group-waiting"],
  ["DONE", "home-group-done"],
] as const satisfies [Group, PlainKey][];

/** The lines of a list, group after group, each in the order given. */
export function linesOf(deliveries: DeliveryView[]): Line[] {
  return NAMES.flatMap(([group, key]): Line[] => {
    const rows = deliveries.filter((d) => d.group === group);
    if (rows.length === 0) return [];
    return [
      { is: "heading", key: `group-${group}`, group, name: t(key), count: rows.length },
      ...rows.map((delivery, i): Line => {
        return { is: "row", key: delivery.id, delivery, first: i === 0, last: i === rows.length - 1 };
      }),
    ];
  });
}
