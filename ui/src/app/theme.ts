/** The colours in force. `public/theme.js` does the same before the first paint. */
import type { Theme } from "../ipc";

const dark = () => matchMedia("(prefers-color-scheme: dark)");

/** Applies `theme` now and remembers it for the next start's first paint. */
export function applyTheme(theme: Theme): void {
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Without storage the next start shows the system's theme for a moment.
  }
  const isDark = theme === "DARK" || (theme === "SYSTEM" && dark().matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}

/** Follows the system's change of colours while `theme()` is the system's; returns what stops it. */
export function followSystemTheme(theme: () => Theme): () => void {
  const query = dark();
  const follow = () => theme() === "SYSTEM" && applyTheme("SYSTEM");
  query.addEventListener("change", follow);
  return () => query.removeEventListener("change", follow);
}
