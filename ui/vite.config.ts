import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

// `--mode stories` builds the page of stories over the fake core; the product's build never holds it.
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    target: ["safari16", "chrome111"],
    outDir: mode === "stories" ? ".stories" : "dist",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Pictures stay files: `img-src` allows data addresses, but fonts and scripts must not become some.
    assetsInlineLimit: 0,
    rollupOptions: { input: mode === "stories" ? "stories.html" : "index.html" },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/test-setup.ts"],
    reporters: ["default", "./scripts/plain-reporter.mjs"],
    env: { TZ: "UTC", DEBUG_PRINT_LIMIT: "0" },
  },
}));
