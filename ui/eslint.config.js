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

// One takes as long to make as hundreds of uses of it.
const formatters = [
  "NewExpression[callee.object.name='Intl'][callee.property.name=/Format$|DisplayNames/]",
  "CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]",
].map((selector) => ({ selector, message: "Formatters are made once, in words/intl.ts." }));

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
  {
    files: ["src/**/*.svelte", "src/**/*.ts"],
    ignores: ["src/words/intl.ts", "src/**/*.test.ts"],
    rules: { "no-restricted-syntax": ["error", ...formatters] },
  },
  { files: ["scripts/**"], rules: { "no-console": "off" } },
);
