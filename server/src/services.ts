import type { ImportDesk, Passwords, Readers } from "@koers/business";
import type { Database } from "@koers/database";
import type { Configuration } from "./configuration.ts";
import type { WriteLog } from "./log.ts";
import type { Uploads } from "./uploads/uploads.ts";

/** What handlers work with. Clock, randomness and sleep come in here, for tests to replace. */
export type Services = {
  readonly configuration: Configuration;
  /** Opened when it is first asked for: reading files asks for none. */
  readonly database: () => Promise<Database>;
  readonly uploads: Uploads;
  /** Where files are read: in threads of their own. */
  readonly readers: Readers;
  /** Where files are looked at and imported; asks for the database. */
  readonly importDesk: () => Promise<ImportDesk>;
  readonly passwords: Passwords;
  readonly log: WriteLog;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** The secret by which the command line on this machine is known. */
  readonly localToken: string;
  /** Needed for the first account where others than this machine can reach the server. */
  readonly setupCode: string | null;
};
