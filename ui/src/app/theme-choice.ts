/** The colours as they are chosen outside of the settings' screen. */
import { commands, type Theme } from "../ipc";
import type { Studio } from "./studio.svelte";
import { applyTheme } from "./theme";

/** Shows the colours at once; when the core refuses, the old ones come back with its reason. */
export async function setTheme(app: Studio, theme: Theme): Promise<void> {
  const before = app.settings.value;
  if (!before) return;
  const show = (settings: typeof before) => {
    app.settings.value = settings;
    applyTheme(settings.theme);
  };
  show({ ...before, theme });
  if (!(await app.attempt(async () => show(await commands.saveSettings({ ...before, theme }))))) show(before);
}
