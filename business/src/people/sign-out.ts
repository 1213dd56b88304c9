import { endSession } from "@koers/database";
import type { Installation } from "./installation.ts";
import { hashOfToken } from "./session-token.ts";

export async function signOut(
  { database }: Pick<Installation, "database">,
  token: string,
): Promise<void> {
  await database.withInstance((transaction) => endSession(transaction, hashOfToken(token)));
}
