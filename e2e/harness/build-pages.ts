import path from "node:path";
import { buildPages } from "../../scripts/start/build-pages.ts";

/** Vitest calls it once before all test files, so that no test waits for the build. */
export default async function setUp(): Promise<void> {
  await buildPages(path.resolve(import.meta.dirname, "../.."), () =>
    console.log("building the pages"),
  );
}
