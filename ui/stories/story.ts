/** One state of one screen. */
import type { FakeCore, World } from "../src/ipc/fake";

export interface Story {
  hash: string;
  world?: () => Partial<World>;
  prepare?: (core: FakeCore) => void;
  /** What happens once the window is there. */
  then?: (core: FakeCore) => void;
  /** What must have come about before anybody looks. */
  until?: () => boolean;
}
