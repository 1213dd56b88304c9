import { defineConfig } from "vitest/config";

const conditions = ["source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["test/**/*.test.ts", "*/test/**/*.test.ts?(x)"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
