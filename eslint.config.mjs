import js from "@eslint/js";
import tseslint from "typescript-eslint";

// Imports do not show globals, so the pure folders get these lines beside the import rules.
const pureCode = {
  "no-restricted-globals": ["error", "process", "console", "fetch", "setTimeout", "setInterval"],
  "no-restricted-syntax": [
    "error",
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: "The clock is an input: take `today`.",
    },
    {
      selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      message: "The clock is an input.",
    },
    {
      selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
      message: "Chance is an input.",
    },
    {
      selector: "CallExpression[callee.property.name=/^toLocale|^localeCompare$/]",
      message: "The locale must not change the report.",
    },
  ],
};

export default tseslint.config(
  { ignores: ["dist/", "lib/", ".cache/", "coverage/", "tools/*/node_modules/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/io/**", "src/cli.ts", "src/action.ts", "src/action/**", "src/cli/**", "src/remark.ts"],
    rules: pureCode,
  },
  {
    // Text from a plan must not reach the runner's log raw; io/publish/log.ts is the one place that writes.
    files: ["src/**/*.ts"],
    ignores: ["src/io/publish/log.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "core", property: "info", message: "Use log() of io/publish/log.ts: plan text can hold commands." },
        { object: "core", property: "startGroup", message: "Use io/publish/log.ts: plan text can hold commands." },
      ],
    },
  },
  {
    files: ["**/*.mjs", "scripts/**/*.ts"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", setTimeout: "readonly" } },
    rules: { "no-console": "off" },
  },
);
