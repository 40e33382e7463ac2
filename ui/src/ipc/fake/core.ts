/** What the areas of the fake core share. */
import type { AppError, Commands } from "..";
import type { FakeCore } from "../fake";

/** What an area sees of the core. */
export type Core = Pick<FakeCore, "world" | "now" | "emit">;
export type Answers = Partial<Record<keyof Commands, (...args: never[]) => unknown>>;

export function row<T extends { id: string }>(rows: T[], id: string, gone = "This is no longer there."): T {
  const found = rows.find((row) => row.id === id);
  if (found) return found;
  throw { code: "NOT_FOUND", message: gone, field: null } satisfies AppError;
}

export function moved<T extends { id: string }>(rows: T[], id: string, before: string | null): T[] {
  const others = rows.filter((other) => other.id !== id);
  const at = before === null ? others.length : others.findIndex((other) => other.id === before);
  return others.toSpliced(at, 0, row(rows, id));
}
