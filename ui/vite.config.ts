import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

import { ftl } from "./scripts/ftl.mjs";

// `--mode stories` builds the page of stories over the fake core; the product's build never holds it.
export default defineConfig(({ mode }) => ({
  plugins: [ftl(), svelte(), svelteTesting()],
  clearScreen: false,
  // The words lie beside `ui/`, where the other programs read them too.
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  build: {
    target: ["safari16", "chrome111"],
    outDir: mode === "stories" ? ".stories" : "dist",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Pictures stay files: `img-src` allows data addresses, but fonts and scripts must not become some.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: mode === "stories" ? "stories.html" : "index.html",
      output:
        mode === "stories"
          ? // Every story is a page of its own: one file is read sooner than two hundred.
            { codeSplitting: false }
          : { chunkFileNames: ({ facadeModuleId }) => `assets/${wordsName(facadeModuleId) ?? "[name]"}-[hash].js` },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/test-setup.ts"],
    reporters: ["default", "./scripts/plain-reporter.mjs"],
    env: { TZ: "UTC", DEBUG_PRINT_LIMIT: "0" },
  },
}));

/** Words are found by their language and area: what the first screen weighs is counted with them. */
function wordsName(id: string | null | undefined): string | undefined {
  const [, language, area] = /locales\/([^/]+)\/([^/]+)\.ftl/.exec(id ?? "") ?? [];
  return language && `words-${language}-${area}`;
}
