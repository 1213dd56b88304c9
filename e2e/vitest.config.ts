import { defineConfig } from "vitest/config";

const conditions = ["source"];

// One at a time: each file starts the product and a browser, and a slow machine is a flaky one.
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../node_modules/.vite-e2e",
  resolve: { conditions, externalConditions: conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["**/*.test.ts"],
    globalSetup: ["harness/build-pages.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
