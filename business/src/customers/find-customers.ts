import type { OutputOf } from "@koers/contract";
import { searchCustomers } from "@koers/database";
import type { Context } from "../context.ts";

const usualLimit = 20;

export async function findCustomers(
  context: Context,
  input: { readonly search?: string | undefined; readonly limit?: number | undefined },
): Promise<OutputOf<"findCustomers">> {
  const { organizationId } = context;
  const customers = await context.database.withOrganization(organizationId, (transaction) =>
    searchCustomers(transaction, organizationId, input.search ?? "", input.limit ?? usualLimit),
  );
  return { customers: [...customers] };
}
