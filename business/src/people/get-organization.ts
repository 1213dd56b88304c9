import { OrganizationSettings, type OutputOf } from "@koers/contract";
import { findOrganization, type StoredOrganization, type Transaction } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";

export async function getOrganization(context: Context): Promise<OutputOf<"getOrganization">> {
  const found = await context.database.withOrganization(context.organizationId, (transaction) =>
    loadOrganization(transaction, context.organizationId),
  );
  const { organizationId: id, name, kind, currency, timeZone, kvk, vatId } = found;
  const settings = OrganizationSettings.parse(found.settings);
  return { id, name, kind, currency, timeZone, kvk, vatId, settings };
}

export async function loadOrganization(
  transaction: Transaction,
  organizationId: string,
): Promise<StoredOrganization> {
  const found = await findOrganization(transaction, organizationId);
  if (found === undefined) throw new KoersError("not-found");
  return found;
}
