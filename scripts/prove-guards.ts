// `npm run prove-guards`: plants one fault per guard in a copy of the sources and sees it caught.
import path from "node:path";
import { proveGuards } from "./prove-guards/prove-guards.ts";

const root = path.resolve(import.meta.dirname, "..");
const proofs = proveGuards(root, ["biome", "oxlint", "architecture", "compiler", "database"]);
for (const { fault, caught, said } of proofs) {
  const verdict = caught ? "caught" : "MISSED";
  console.log(
    `${verdict}  ${fault.guard.padEnd(12)}  ${fault.fault.padEnd(52)}  ${fault.caughtBy}`,
  );
  if (!caught) console.log(`        it said: ${said === "" ? "nothing" : said}`);
}
const missed = proofs.filter(({ caught }) => !caught).length;
console.log(`${proofs.length - missed} of ${proofs.length} caught`);
process.exitCode = missed === 0 ? 0 : 1;
