import { registerHooks } from "node:module";
import { defineConfig } from "vitest/config";

const conditions = ["source"];

// The global set-up is loaded by Node itself, which else would take what was built, if anything was.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: [...conditions, ...context.conditions] }),
});

export default defineConfig({
  resolve: { conditions, externalConditions: conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["test/**/*.test.ts", "*/test/**/*.test.ts?(x)"],
    // Starts a database when the first test asks for one.
    setupFiles: ["test/property-seed.ts"],
    globalSetup: ["database/test/harness/global-setup.ts"],
    // One database serves them all, and tests of time and memory run among them.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
