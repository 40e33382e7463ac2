/** One state of one screen. */
import type { Component } from "svelte";

import type { FakeCore, World } from "../src/ipc/fake";

export interface Story {
  hash: string;
  /** What is opened in place of the window. */
  page?: Component;
  world?: () => Partial<World>;
  prepare?: (core: FakeCore) => void;
  /** What happens once the window is there. */
  then?: (core: FakeCore) => void;
  /** What must have come about before anybody looks. */
  until?: () => boolean;
}
