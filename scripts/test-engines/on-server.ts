import { type Outcome, runVitest } from "../test/vitest-run.ts";
import { hasOldestServer, startOldestServer } from "./oldest-server.ts";

/** Where the tests are that need a database. */
export const databaseTests: readonly string[] = ["database/test", "server/test"];

/** Whether there is a server to run them on. */
export function hasServer(): boolean {
  return process.env["KOERS_TEST_DATABASE_URL"] !== undefined || hasOldestServer();
}

/** Runs them on the server that KOERS_TEST_DATABASE_URL names, else on Debian's PostgreSQL 15. */
export async function runOnServer(tests: readonly string[]): Promise<Outcome> {
  const { KOERS_TEST_DATABASE_URL: named } = process.env;
  const server = named === undefined ? startOldestServer() : null;
  try {
    return await runVitest({
      // What is about the embedded engine itself has nothing to do with a server.
      options: [
        ...["embedded", "crash"].map((name) => `--exclude=database/test/**/${name}/**`),
        ...tests,
      ],
      environment: { KOERS_TEST_DATABASE_URL: named ?? server?.url },
    });
  } finally {
    server?.stop();
  }
}
