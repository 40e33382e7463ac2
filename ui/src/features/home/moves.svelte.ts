/**
 * Rows that change places. A move is shown at once and handed to the core in order, one after the other; until the core's
 * own list shows it, it is laid over that list as "this one before that one", which does no harm when it is so already.
 */
import type { Studio } from "../../app/studio.svelte";
import { commands, type DeliveryView } from "../../ipc";
import { t } from "../../words/fluent.svelte";
import type { MoveAct } from "./acts";

interface Move {
  id: string;
  act: MoveAct;
  /** The row it goes past. */
  past: string;
}

export class Moves {
  #pending = $state.raw<Move[]>([]);
  #app: Studio;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(app: Studio) {
    this.#app = app;
  }

  /** The core's list with the moves that it does not show yet. */
  over(list: DeliveryView[]): DeliveryView[] {
    return this.#pending.reduce(apply, list);
  }

  /** Moves these rows one place, as a block; says once where they are. */
  move(ids: ReadonlySet<string>, act: MoveAct, shown: DeliveryView[]): void {
    let list = shown;
    const stuck = new Set<string>();
    const rows = shown.filter((d) => ids.has(d.id) && canMove(d));
    const made: Move[] = [];
    for (const row of act === "up" ? rows : rows.toReversed()) {
      const past = neighbour(list, row, act);
      if (!past || stuck.has(past.id)) {
        stuck.add(row.id);
        continue;
      }
      const move = { id: row.id, act, past: past.id };
      made.push(move);
      list = apply(list, move);
    }
    if (made.length === 0) return;
    this.#pending = [...this.#pending, ...made];
    this.#app.say(where(made, list));
    this.#queue = this.#queue.then(() => this.#hand(made));
  }

  async #hand(made: Move[]): Promise<void> {
    for (const { id, act } of made) {
      const taken = await this.#app.attempt(() => (act === "up" ? commands.moveUp(id) : commands.moveDown(id)));
      if (!taken) break;
    }
    await this.#app.overview.reload();
    this.#pending = this.#pending.filter((m) => !made.includes(m));
  }
}

/** Whether a row has a place in line; its end of the line allows only one direction. */
export const canMove = ({ actions }: DeliveryView): boolean =>
  actions.includes("MOVE_UP") || actions.includes("MOVE_DOWN");

const groupOf = (list: DeliveryView[], row: DeliveryView) => list.filter((d) => d.group === row.group && canMove(d));

function neighbour(list: DeliveryView[], row: DeliveryView, act: MoveAct): DeliveryView | undefined {
  const group = groupOf(list, row);
  return group[group.findIndex((d) => d.id === row.id) + (act === "up" ? -1 : 1)];
}

function apply(list: DeliveryView[], { id, act, past }: Move): DeliveryView[] {
  const [at, to] = [list.findIndex((d) => d.id === id), list.findIndex((d) => d.id === past)];
  const row = list[at];
  if (!row || to < 0 || (act === "up" ? at < to : at > to)) return list;
  // Taking the row out shifts what is below it, so that the same place is before the one above and after the one below.
  return list.toSpliced(at, 1).toSpliced(to, 0, row);
}

function where(made: Move[], list: DeliveryView[]): string {
  const row = list.find((d) => d.id === made[0]?.id);
  if (!row) return "";
  if (made.length > 1) return t(made[0]?.act === "up" ? "home-many-up" : "home-many-down", { count: made.length });
  const group = groupOf(list, row);
  return t(made[0]?.act === "up" ? "home-moved-up" : "home-moved-down", {
    title: row.title,
    place: group.findIndex((d) => d.id === row.id) + 1,
    all: group.length,
  });
}
