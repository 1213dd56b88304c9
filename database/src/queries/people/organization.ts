import type { Transaction } from "#transaction/transaction.ts";

export type StoredOrganization = {
  readonly organizationId: string;
  readonly name: string;
  readonly kind: "real" | "example";
  readonly currency: string;
  readonly timeZone: string;
  readonly kvk: string | null;
  readonly vatId: string | null;
  readonly settings: unknown;
};

export async function findOrganization(
  transaction: Transaction,
  organizationId: string,
): Promise<StoredOrganization | undefined> {
  const row = await transaction
    .selectFrom("organization")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    organizationId: row.organization_id,
    name: row.name,
    kind: row.kind,
    currency: row.currency,
    timeZone: row.time_zone,
    kvk: row.kvk,
    vatId: row.vat_id,
    settings: row.settings,
  };
}

type NewOrganization = {
  readonly organizationId: string;
  readonly name: string;
  readonly kind: "real" | "example";
  readonly now: Date;
};

export async function createOrganizationRow(
  transaction: Transaction,
  organization: NewOrganization,
): Promise<void> {
  await transaction
    .insertInto("organization")
    .values({
      organization_id: organization.organizationId,
      name: organization.name,
      kind: organization.kind,
      created_at: organization.now,
    })
    .execute();
}

export type OrganizationChange = {
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly kvk?: string | null | undefined;
  readonly vatId?: string | null | undefined;
  readonly settings?: unknown;
};

/** Changes what is given; what is computed from the choices is seen to be older by `data_version`. */
export async function changeOrganization(
  transaction: Transaction,
  organizationId: string,
  change: OrganizationChange,
): Promise<void> {
  await transaction
    .updateTable("organization")
    .set((is) => ({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.currency === undefined ? {} : { currency: change.currency }),
      ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
      ...(change.kvk === undefined ? {} : { kvk: change.kvk }),
      ...(change.vatId === undefined ? {} : { vat_id: change.vatId }),
      ...(change.settings === undefined ? {} : { settings: JSON.stringify(change.settings) }),
      data_version: is("data_version", "+", 1n),
    }))
    .where("organization_id", "=", organizationId)
    .execute();
}
