import { createHash } from "node:crypto";
import {
  countAttempt,
  findCredentialByEmail,
  forgetAttempts,
  setPasswordHash,
} from "@koers/database";
import { KoersError } from "../koers-error.ts";
import type { Installation } from "./installation.ts";
import { openSession } from "./open-session.ts";

type Attempt = {
  readonly email: string;
  readonly password: string;
  /** The address it comes from, an IPv6 one cut to its network. */
  readonly address: string;
  readonly sleep: (milliseconds: number) => Promise<void>;
};

const addressWindow = 15 * 60;
const addressLimit = 50;
const accountWindow = 60 * 60;
const freeAttempts = 3;
const longestDelay = 8_000;

/**
 * Signs in and returns the session's token. Someone unknown gets the same answer after the same time
 * as a wrong password. Attempts on one account are slowed down rather than locked out, and one address
 * has fifty in a quarter of an hour, whatever accounts it tries.
 */
export async function signIn(installation: Installation, attempt: Attempt): Promise<string> {
  const { database, now, passwords } = installation;
  const email = attempt.email.trim().toLowerCase();
  const addressKey = `sign-in-address:${attempt.address}`;
  const accountKey = `sign-in:${createHash("sha256").update(email).digest("hex")}`;
  const [ofAddress, ofAccount] = await database.withInstance(async (transaction) => [
    await countAttempt(transaction, addressKey, now, addressWindow),
    await countAttempt(transaction, accountKey, now, accountWindow),
  ]);
  if (ofAddress > addressLimit) {
    throw new KoersError("too-many-attempts", { seconds: addressWindow });
  }
  if (ofAccount > freeAttempts) {
    await attempt.sleep(Math.min(1000 * 2 ** (ofAccount - freeAttempts - 1), longestDelay));
  }
  const credential = await database.withInstance((transaction) =>
    findCredentialByEmail(transaction, email),
  );
  const verdict = await passwords.verify(attempt.password, credential?.passwordHash);
  if (credential === undefined || !verdict.right) throw new KoersError("sign-in-failed");
  const newHash = verdict.outdated ? await passwords.hash(attempt.password) : undefined;
  return database.withInstance(async (transaction) => {
    await forgetAttempts(transaction, [addressKey, accountKey]);
    if (newHash !== undefined) {
      await setPasswordHash(transaction, credential.accountId, newHash, now);
    }
    return openSession(transaction, installation, {
      accountId: credential.accountId,
      organizationId: null,
    });
  });
}
