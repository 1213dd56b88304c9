// Runs the tests that need a database on both engines: the embedded PostgreSQL, and the oldest server
// that is supported, PostgreSQL 15 (or whatever KOERS_TEST_DATABASE_URL names). Paths given as
// arguments are run instead of the usual ones.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startOldestServer } from "./test-engines/oldest-server.ts";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const given = process.argv.slice(2);
const tests = given.length > 0 ? given : ["database/test", "server/test"];

const { KOERS_TEST_DATABASE_URL: namedServer } = process.env;
const embedded = runTests("embedded", undefined);
const server = namedServer === undefined ? startOldestServer() : null;
try {
  const onServer = runTests("server", namedServer ?? server?.url);
  process.exitCode = embedded && onServer ? 0 : 1;
} finally {
  server?.stop();
}

function runTests(engine: string, url: string | undefined): boolean {
  console.log(`\n${engine}: ${tests.join(" ")}`);
  const { KOERS_TEST_DATABASE_URL: _, ...environment } = process.env;
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  // What is about the embedded engine itself has nothing to do with a server.
  const apart = ["embedded", "crash"].map((name) => `--exclude=database/test/**/${name}/**`);
  const options = url === undefined ? [] : apart;
  const run = spawnSync(process.execPath, [vitest, "run", ...options, ...tests], {
    cwd: root,
    env: url === undefined ? environment : { ...environment, KOERS_TEST_DATABASE_URL: url },
    stdio: "inherit",
  });
  return run.status === 0;
}
