/** The queue as one list of lines, headings between the rows, so that only what is in view need be laid out. */
import type { DeliveryView, Group } from "../../ipc";

export type Line =
  | { is: "heading"; key: string; group: Group; name: string; count: number }
  | { is: "row"; key: string; delivery: DeliveryView; first: boolean; last: boolean };

const NAMES: [Group, string][] = [
  ["NEEDS_YOU", "Needs you"],
  ["NOW", "Now"],
  ["WAITING", "Waiting"],
  ["DONE", "Done"],
];

/** The lines of a list, group after group, each in the order given. */
export function linesOf(deliveries: DeliveryView[]): Line[] {
  return NAMES.flatMap(([group, name]): Line[] => {
    const rows = deliveries.filter((d) => d.group === group);
    if (rows.length === 0) return [];
    return [
      { is: "heading", key: `group-${group}`, group, name, count: rows.length },
      ...rows.map((delivery, i): Line => {
        return { is: "row", key: delivery.id, delivery, first: i === 0, last: i === rows.length - 1 };
      }),
    ];
  });
}
