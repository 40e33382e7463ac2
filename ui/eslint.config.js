import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

import words from "./scripts/eslint-words.mjs";
import svelteConfig from "./svelte.config.js";

const oneDoor = {
  group: ["@tauri-apps/*", "**/ipc/bindings", "**/ipc/bindings.ts"],
  message: "Only src/ipc talks to the core: import from src/ipc.",
};
const noBarrel = {
  paths: [
    { name: "@lucide/svelte", message: "Import @lucide/svelte/icons/NAME: the barrel compiles thousands of modules." },
  ],
};

export default ts.config(
  { ignores: ["dist/", ".stories/", ".shots/", "node_modules/", "src/ipc/bindings.ts"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      "no-restricted-imports": ["error", { ...noBarrel, patterns: [oneDoor] }],
      "no-console": ["error", { allow: ["warn", "error"] }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // Dates and timers are replaced whole and never drawn from inside.
      "svelte/prefer-svelte-reactivity": "off",
      // Our addresses are hashes made by app/router; SvelteKit's resolver does not exist here.
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
  },
  {
    files: ["src/**/*.svelte", "src/**/*.ts"],
    // What stands in for the core speaks as the core does.
    ignores: ["src/**/*.test.ts", "src/ipc/**", "src/words/messages.ts", "src/words/locale.ts"],
    plugins: { words: { rules: { "in-files": words } } },
    rules: { "words/in-files": "error" },
  },
  { files: ["src/ipc/**"], rules: { "no-restricted-imports": ["error", noBarrel] } },
  { files: ["scripts/**"], rules: { "no-console": "off" } },
);
