// `npm run e2e`: the browser tests. Paths given as arguments choose among them.
import { inWords, runVitest } from "./test/vitest-run.ts";

const outcome = await runVitest({
  options: ["--config=e2e/vitest.config.ts", ...process.argv.slice(2)],
});
console.log(inWords(outcome));
process.exitCode = outcome.failed === 0 ? 0 : 1;
