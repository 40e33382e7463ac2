import type { Component } from "svelte";

/** One line of a menu. */
export interface MenuItem {
  label: string;
  icon?: Component;
  /** The keys that do the same without the menu. */
  keys?: string;
  danger?: boolean;
  testid?: string;
  act: () => unknown;
}

/** Lines that belong together, parted from the others by a line. */
export interface MenuGroup {
  label?: string;
  items: MenuItem[];
}
