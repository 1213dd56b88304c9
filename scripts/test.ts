// `npm test`: everything, one after the other: units with their database, the database again on a
// PostgreSQL server where this machine has one, and the browser. The last line is the sum.
import { addUp, inWords, type Outcome, runVitest } from "./test/vitest-run.ts";
import { databaseTests, hasServer, runOnServer } from "./test-engines/on-server.ts";

const outcomes: Outcome[] = [];

await part("units and database", () =>
  runVitest({ options: [], environment: { KOERS_TEST_DATABASE_URL: undefined } }),
);
if (hasServer()) {
  await part("database, on a PostgreSQL server", () => runOnServer(databaseTests));
} else {
  console.log(
    "\nDatabase on a PostgreSQL server: skipped. Install PostgreSQL 15 (on Debian: apt-get install\n" +
      "postgresql) or set KOERS_TEST_DATABASE_URL, and it runs too.",
  );
}
await part("browser", () => runVitest({ options: ["--config=e2e/vitest.config.ts"] }));

const total = addUp(outcomes);
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function part(name: string, run: () => Promise<Outcome>): Promise<void> {
  const started = performance.now();
  console.log(`\n=== ${name}`);
  const outcome = await run();
  outcomes.push(outcome);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`=== ${name}: ${inWords(outcome)}, ${seconds} s`);
}
