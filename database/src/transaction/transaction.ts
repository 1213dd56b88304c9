import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from "kysely";
import type { Pool, PoolClient } from "pg";
import { DatabaseError } from "../database-error.ts";
import type { Tables } from "../tables.ts";
import { databaseFailure, sqlState } from "./database-failure.ts";

/** What queries are given: typed by the tables, bound to one organisation or to the installation. */
export type Transaction = KyselyTransaction<Tables>;

export type TransactionOptions = {
  /** PostgreSQL refuses writes. */
  readonly readOnly?: boolean;
  /** All queries see the database as the first one did; for exports and backups. */
  readonly snapshot?: boolean;
  /** How often to try when transactions collide (deadlock, serialization); `work` then runs again. */
  readonly attempts?: number;
};

const clients = new WeakMap<object, PoolClient>();

/** Runs `work` in one transaction that starts with `settings`; commits if it resolves. */
export async function runTransaction<T>(
  pool: Pool,
  settings: string,
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const opening = [
    "begin",
    options.snapshot === true ? "isolation level repeatable read" : "",
    options.readOnly === true ? "read only" : "",
  ].join(" ");
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(pool, `${opening}; ${settings}`, work);
    } catch (error) {
      if (attempt >= (options.attempts ?? 1) || !isCollision(error)) throw error;
    }
  }
}

function isCollision(error: unknown): boolean {
  const state = sqlState(error);
  return state === "40001" || state === "40P01";
}

async function runOnce<T>(
  pool: Pool,
  opening: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await connect(pool);
  const lease = leaseClient(client, opening);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lease.pool }) });
  try {
    const result = await database.transaction().execute((transaction) => {
      clients.set(transaction, client);
      return work(transaction);
    });
    lease.end();
    client.release();
    return result;
  } catch (error) {
    lease.end();
    const failure = databaseFailure(error, lease.isCommitting() ? "unknown" : "rolled-back");
    // A client whose state is not certain is not given to anyone else.
    client.release(failure instanceof DatabaseError || lease.isBroken());
    throw failure;
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw databaseFailure(error, "rolled-back");
  }
}

/** The connection of a transaction, for what Kysely has no words for (COPY). */
export function clientOf(transaction: Transaction): PoolClient {
  const client = clients.get(transaction);
  if (client === undefined) throw new DatabaseError("transaction-ended");
  return client;
}

// Kysely's own transactions do the bookkeeping (queries in turn, no nesting, an aborted commit is an
// error); the lease adds the settings to its `begin`, in the same message, and shuts the door after.
function leaseClient(client: PoolClient, opening: string) {
  let ended = false;
  let committing = false;
  let broken = false;
  const leased = {
    async query(text: string, values: readonly unknown[]) {
      if (ended) throw new DatabaseError("transaction-ended");
      if (text === "begin") return client.query(opening);
      committing = text === "commit";
      try {
        return await client.query(text, values as unknown[]);
      } catch (error) {
        if (text === "rollback" || committing) broken = true;
        throw error;
      }
    },
    release() {},
  };
  return {
    pool: { connect: async () => leased as never, end: async () => {}, options: {} },
    end() {
      ended = true;
    },
    isCommitting: () => committing,
    isBroken: () => broken,
  };
}
