import type { Pool } from "pg";
import { DatabaseError } from "../database-error.ts";
import { runTransaction, type Transaction, type TransactionOptions } from "./transaction.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The settings that let a transaction see the rows of one organisation. Local to the transaction, so
 * that a connection which goes back to the pool carries nobody's rights.
 */
export function organizationSettings(organizationId: string, distributed: boolean): string {
  if (!uuid.test(organizationId)) {
    throw new DatabaseError("organization-id-invalid", { organizationId });
  }
  // Citus passes SET LOCAL on to its workers, and only when asked; set_config() it does not.
  return distributed
    ? `set local citus.propagate_set_commands = 'local'; set local koers.organization_id = '${organizationId}'`
    : `select set_config('koers.organization_id', '${organizationId}', true)`;
}

/** The only door to the rows of an organisation. */
export async function withOrganization<T>(
  pool: Pool,
  distributed: boolean,
  organizationId: string,
  work: (transaction: Transaction) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  const settings = organizationSettings(organizationId, distributed);
  return runTransaction(pool, settings, work, options);
}
