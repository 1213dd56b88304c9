import { findCustomer, type StoredCustomer, type Transaction } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";

/** The customer, or `not-found`; locked where it is going to change. */
export async function customerOf(
  transaction: Transaction,
  context: Pick<Context, "organizationId">,
  customerId: string,
  lock: "lock" | "read",
): Promise<StoredCustomer> {
  const customer = await findCustomer(transaction, context.organizationId, customerId, lock);
  if (customer === undefined) throw new KoersError("not-found", { customer: customerId });
  return customer;
}
