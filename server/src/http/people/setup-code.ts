import { createHash, timingSafeEqual } from "node:crypto";
import { KoersError } from "@koers/business";
import { countAttempt } from "@koers/database";
import type { Call } from "../handler.ts";

const attemptWindow = 10 * 60;
const attemptLimit = 10;

/** Where others can reach the server, the first account is for who can read what it printed. */
export async function requireSetupCode(call: Call, given: string | undefined): Promise<void> {
  const { setupCode, now } = call.services;
  if (setupCode === null) return;
  const { database } = await call.installation();
  const attempts = await database.withInstance((transaction) =>
    countAttempt(transaction, `setup-code:${call.address}`, now(), attemptWindow),
  );
  if (attempts > attemptLimit)
    throw new KoersError("too-many-attempts", { seconds: attemptWindow });
  if (!equal(given ?? "", setupCode)) throw new KoersError("setup-code-wrong");
}

function equal(left: string, right: string): boolean {
  const hash = (text: string) =>
    createHash("sha256").update(text.replaceAll(/[\s-]/g, "").toUpperCase()).digest();
  return timingSafeEqual(hash(left), hash(right));
}
