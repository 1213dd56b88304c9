import type { Tables } from "../tables.ts";
import type { Transaction, TransactionOptions } from "../transaction/transaction.ts";

/** Koers' database, whichever of the three engines it stands on. */
export type Database = {
  readonly engine: "embedded" | "server" | "distributed";
  /** As PostgreSQL says it: "18.4". */
  readonly version: string;
  /** Runs the migrations that have not run yet and returns their names. */
  readonly migrate: () => Promise<readonly string[]>;
  /** One transaction on the rows of one organisation; the only way to them. */
  readonly withOrganization: <T>(
    organizationId: string,
    work: (transaction: Transaction) => Promise<T>,
    options?: TransactionOptions,
  ) => Promise<T>;
  /** One transaction on the tables of the installation (`instance_*`). */
  readonly withInstance: <T>(
    work: (transaction: Transaction) => Promise<T>,
    options?: TransactionOptions,
  ) => Promise<T>;
  /**
   * Lets PostgreSQL count again what is in the tables, after an import that filled them: until then it
   * plans queries for the tables as they were.
   */
  readonly refreshStatistics: (tables: readonly (keyof Tables & string)[]) => Promise<void>;
  /** Resolves if the database answers; throws `database-unavailable` if not. */
  readonly ping: () => Promise<void>;
  /** Ends the connections and, where it is ours, the engine. */
  readonly close: () => Promise<void>;
};
