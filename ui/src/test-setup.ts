import "@testing-library/jest-dom/vitest";

import { takeEnglish, type Area } from "./words/fluent.svelte";

/** Tests read English, and wait for no words. */
const words = import.meta.glob<string>("../../locales/en/*.ftl", { import: "default", eager: true });
for (const [path, text] of Object.entries(words)) takeEnglish(/([^/]+)\.ftl$/.exec(path)?.[1] as Area, text);

/**
 * A window of one size. happy-dom lays nothing out, so a list that mounts only what is in view would mount nothing: here
 * every element is 100 px high, and what scrolls is as high as a screen of twenty of them, or as many as a test says.
 */
const HEIGHT_PX = 100;
const SCREEN_PX = 2_000;

const heightOf = (element: Element): number =>
  element.getAttribute("role") === "region" ? Number(document.body.dataset.screenPx ?? SCREEN_PX) : HEIGHT_PX;

for (const [name, of] of [
  ["offsetHeight", heightOf],
  ["clientHeight", heightOf],
  ["offsetWidth", () => 1_000],
  // What is not laid out has no parent to be offset from, and is taken for hidden.
  ["offsetParent", (element: Element) => element.parentElement],
] as const)
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return of(this);
    },
  });

globalThis.ResizeObserver = class implements ResizeObserver {
  readonly #heard: ResizeObserverCallback;
  readonly #targets = new Set<Element>();

  constructor(heard: ResizeObserverCallback) {
    this.#heard = heard;
  }

  observe(target: Element): void {
    this.#targets.add(target);
    queueMicrotask(() => {
      if (!this.#targets.has(target)) return;
      const contentRect = { width: 1_000, height: heightOf(target) } as DOMRectReadOnly;
      this.#heard([{ target, contentRect } as ResizeObserverEntry], this);
    });
  }

  unobserve(target: Element): void {
    this.#targets.delete(target);
  }

  disconnect(): void {
    this.#targets.clear();
  }
};

/** Everything is in view. */
globalThis.IntersectionObserver = class implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = "";
  readonly scrollMargin = "";
  readonly thresholds = [];
  readonly #heard: IntersectionObserverCallback;

  constructor(heard: IntersectionObserverCallback) {
    this.#heard = heard;
  }

  observe(target: Element): void {
    this.#heard([{ target, isIntersecting: true } as IntersectionObserverEntry], this);
  }

  unobserve(): void {}
  disconnect(): void {}
  takeRecords = (): IntersectionObserverEntry[] => [];
};
