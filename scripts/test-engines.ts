// Runs the tests that need a database on both engines: the embedded PostgreSQL, and the oldest server
// that is supported, PostgreSQL 15 (or whatever KOERS_TEST_DATABASE_URL names). Paths given as
// arguments are run instead of the usual ones.
import { addUp, inWords, runVitest } from "./test/vitest-run.ts";
import { databaseTests, runOnServer } from "./test-engines/on-server.ts";

const given = process.argv.slice(2);
const tests = given.length > 0 ? given : databaseTests;

console.log(`\nembedded: ${tests.join(" ")}`);
const embedded = await runVitest({
  options: tests,
  environment: { KOERS_TEST_DATABASE_URL: undefined },
});
console.log(`\nserver: ${tests.join(" ")}`);
const outcome = addUp([embedded, await runOnServer(tests)]);
console.log(inWords(outcome));
process.exitCode = outcome.failed === 0 ? 0 : 1;
