import type { Database } from "@koers/database";
import type { Passwords } from "./password.ts";

/**
 * What is asked before it is known for which organisation: accounts, sessions, which organisations
 * there are. Clock and randomness are handed in.
 */
export type Installation = {
  readonly database: Database;
  readonly now: Date;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly passwords: Passwords;
};
