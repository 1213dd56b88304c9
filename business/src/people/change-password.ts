import {
  countAttempt,
  endSessionsOfAccount,
  findCredentialOfAccount,
  forgetAttempts,
  setPasswordHash,
} from "@koers/database";
import { KoersError } from "../koers-error.ts";
import type { Installation } from "./installation.ts";

const attemptWindow = 15 * 60;
const attemptLimit = 10;

/** Changes the password of an account that proves to know the present one; every session ends. */
export async function changePassword(
  { database, now, passwords }: Installation,
  accountId: string,
  input: { readonly current: string; readonly next: string },
): Promise<void> {
  const key = `password:${accountId}`;
  const { attempts, credential } = await database.withInstance(async (transaction) => ({
    attempts: await countAttempt(transaction, key, now, attemptWindow),
    credential: await findCredentialOfAccount(transaction, accountId),
  }));
  if (attempts > attemptLimit)
    throw new KoersError("too-many-attempts", { seconds: attemptWindow });
  const { right } = await passwords.verify(input.current, credential?.passwordHash);
  if (!right) throw new KoersError("sign-in-failed");
  const passwordHash = await passwords.hash(input.next);
  await database.withInstance(async (transaction) => {
    await setPasswordHash(transaction, accountId, passwordHash, now);
    await endSessionsOfAccount(transaction, accountId);
    await forgetAttempts(transaction, [key]);
  });
}
