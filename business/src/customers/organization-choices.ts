import { OrganizationSettings } from "@koers/contract";
import { findOrganization, type Transaction } from "@koers/database";
import { KoersError } from "../koers-error.ts";

export type OrganizationChoices = {
  readonly id: string;
  readonly name: string;
  readonly kind: "real" | "example";
  readonly currency: string;
  readonly settings: OrganizationSettings;
};

/** The organisation and the choices that change figures, defaults filled in. */
export async function organizationChoices(
  transaction: Transaction,
  organizationId: string,
): Promise<OrganizationChoices> {
  const found = await findOrganization(transaction, organizationId);
  if (found === undefined) throw new KoersError("not-found");
  return {
    id: found.organizationId,
    name: found.name,
    kind: found.kind,
    currency: found.currency,
    settings: OrganizationSettings.parse(found.settings ?? {}),
  };
}
