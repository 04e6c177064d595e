import { vitePlugin as remix } from "@remix-run/dev";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import remixOptions from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  /** Loaders and actions give back plain values; their types follow. */
  interface Future {
    v3_singleFetch: true;
  }
}

/** Leaves the parts of rjsf out of the bundle that our form replaces or never reaches. */
const withoutRjsfParts: Plugin = {
  name: "without-rjsf-parts",
  enforce: "pre",
  load(id) {
    if (/@rjsf\/core\/lib\/components\/(widgets|templates)\/index\.js$/.test(id)) {
      return "export default () => ({});";
    }
    if (/@rjsf\/core\/lib\/.*\/(Layout\w+|MultiSchema|Fallback|Cyclic\w+)Field\.js$/.test(id)) {
      return "export default () => null;";
    }
    return /\/markdown-to-jsx\//.test(id) ? "export const Markdown = () => null;" : null;
  },
};

/** Vitest needs no routes: the Remix plugin is left out there. */
const underTest = Boolean(process.env.VITEST);

export default defineConfig({
  plugins: underTest ? [] : [withoutRjsfParts, remix(remixOptions)],
  server: { port: 5173 },
  // Found late, rjsf makes the first cold development load fail with "Invalid hook call".
  optimizeDeps: {
    include: ["@rjsf/core/lib/components/Form.js", "@rjsf/utils", "@cfworker/json-schema"],
  },
  build: { target: "es2022" },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/e2e/**", "test/postgres/**"],
          setupFiles: ["test/support/random-seed.ts"],
          // Left to itself Vitest keeps one core free, which is half of a small machine.
          maxWorkers: "100%",
          // Slow machines are no fault: no test here is about time.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          // The same tests of the storage once more, on the other database.
          name: "postgres",
          include: ["test/storage/**/*.test.ts", "test/postgres/*.test.ts"],
          exclude: ["test/storage/{cipher,open-database}.test.ts"],
          globalSetup: ["test/postgres/global-setup.ts"],
          maxWorkers: "100%",
          setupFiles: ["test/support/random-seed.ts"],
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/support/global-setup.ts"],
          // One browser at a time, after the unit tests: two cores are soon busy.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
