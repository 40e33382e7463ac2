/** Which settings are shown while somebody looks for one: those that have every word typed, in their own words or another's. */
import { createContext } from "svelte";
import { SvelteMap } from "svelte/reactivity";

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();

export class SettingsSearch {
  text = $state("");
  readonly #words = $derived(plain(this.text).split(/\s+/).filter(Boolean));
  /** What every setting on the screen is found by. */
  readonly #all = new SvelteMap<string, string>();

  isOn = $derived(this.#words.length > 0);
  count = $derived([...this.#all.values()].filter((found) => this.finds(found)).length);

  finds(by: string): boolean {
    const there = plain(by);
    return this.#words.every((word) => there.includes(word));
  }

  /** A setting is on the screen; returns what ends that. */
  add(id: string, by: string): () => void {
    this.#all.set(id, by);
    return () => void this.#all.delete(id);
  }
}

/** Settings that belong together: found by the name of the group, too. */
export class SettingsGroup {
  readonly #search: SettingsSearch;
  readonly #by: () => string;
  readonly #all = new SvelteMap<string, string>();

  constructor(search: SettingsSearch, by: () => string) {
    this.#search = search;
    this.#by = by;
  }

  /** Whether any of them is shown. One that is still being read is. */
  shows = $derived.by(() => this.#all.size === 0 || [...this.#all.values()].some((by) => this.#search.finds(by)));

  finds = (by: string): boolean => this.#search.finds(by);

  withGroup = (by: string): string => `${this.#by()} ${by}`;

  add(id: string, by: string): () => void {
    this.#all.set(id, by);
    const end = this.#search.add(id, by);
    return () => {
      this.#all.delete(id);
      end();
    };
  }
}

export const [settingsSearch, provideSettingsSearch] = createContext<SettingsSearch>();
export const [settingsGroup, provideSettingsGroup] = createContext<SettingsGroup>();
