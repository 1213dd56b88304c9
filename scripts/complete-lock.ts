// `npm run lock`: adds to package-lock.json what npm leaves out of it: packages that only other kinds of
// machine install and that the registry at hand does not carry (it may run behind, or hold only some).
// Without them `npm ci` refuses the lock, and on such a machine would miss its binaries.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { completeLock, type Lock } from "./complete-lock/complete-lock.ts";

const file = path.resolve(import.meta.dirname, "../package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
const { completed, added } = completeLock(lock);
if (added.length > 0) writeFileSync(file, `${JSON.stringify(completed, null, 2)}\n`);
console.log(added.length === 0 ? "package-lock.json is complete" : `added: ${added.join(", ")}`);
