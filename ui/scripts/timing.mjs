/** How long the window takes, as seen in the page: from an event until the frame that shows its answer has been drawn. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";

import { ui } from "./stories.mjs";

const round = (ms) => Math.round(ms * 10) / 10;

/**
 * In the page: how long from the event until the frame in which `shown` holds has been drawn, and how much of that was
 * work: what the event set off at once, and making frames. The rest is waiting for the screen's next turn.
 */
export function install() {
  globalThis.timeUntil = (eventNames, shownText) => {
    const shown = new Function(`return (${shownText})`);
    // The frame that is being made now is drawn before the next task.
    const next = (then) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    };
    return new Promise((done, refuse) => {
      setTimeout(() => refuse(new Error(`never came about: ${shownText}`)), 20_000);
      let from;
      let work = 0;
      let counted = 0;
      const count = (started) => {
        const now = performance.now();
        work += now - Math.max(started, counted);
        counted = now;
      };
      const begin = (event) => {
        if (from !== undefined) return;
        from = event.timeStamp;
        const started = performance.now();
        next(() => count(started));
      };
      for (const name of eventNames) addEventListener(name, begin, { capture: true, once: true });
      const look = () => {
        const started = performance.now();
        const isShown = from !== undefined && shown();
        next(() => {
          if (from !== undefined) count(started);
          if (isShown) done({ ms: counted - from, work_ms: work });
        });
        if (!isShown) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  };
}

/** Does `act` and tells how long its answer took, `ms` until it is drawn and `work_ms` of it spent working. */
export async function measure(page, act, events, shown) {
  // Listening must be in place before the key is pressed: the two reach the page by different ways.
  await page.evaluate(
    ([names, text]) => {
      globalThis.timing = globalThis.timeUntil(names, text);
      globalThis.timing.catch(() => undefined);
    },
    [events, shown],
  );
  await act();
  return page.evaluate(() => globalThis.timing);
}

/** What is told of several times: the usual one, the slow ones, and whether the one that is judged kept to the budget. */
export function figures(name, times, budget, judged = "max_ms") {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  const figure = { what: name, times: times.length, p50_ms: at(0.5), p95_ms: at(0.95), max_ms: round(sorted.at(-1)) };
  return { ...figure, budget_ms: budget, judged, within: figure[judged] <= budget };
}

/** Writes what was measured, with the machine's name, to `bench/out/NAME.json`. */
export function record(name, browser, rest) {
  const out = join(ui, "..", "bench", "out", `${name}.json`);
  mkdirSync(dirname(out), { recursive: true });
  const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, browser: browser.version() };
  writeFileSync(out, `${JSON.stringify({ at: new Date().toISOString(), machine, ...rest }, null, 2)}\n`);
  console.log(out);
}
