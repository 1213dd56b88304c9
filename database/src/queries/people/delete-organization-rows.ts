import type { Tables } from "#tables.ts";
import type { Transaction } from "#transaction/transaction.ts";

type OrganizationTable = Exclude<keyof Tables, `instance_${string}`>;

/** Every table of an organisation, those that refer to others before the ones that they refer to. */
export const organizationTables = [
  "exception_read",
  "exception_event",
  "exception_dossier",
  "note",
  "summed_import",
  "customer_span",
  "project_customer",
  "customer_payment_month",
  "customer_open_invoice",
  "internal_hour_month",
  "customer_hour_month",
  "customer_month",
  "project",
  "contact",
  "hour_entry",
  "receivable_event",
  "invoice_line",
  "invoice",
  "ledger_line",
  "ledger_month",
  "ledger_account_role",
  "ledger_account",
  "activity",
  "person",
  "match_decision",
  "match_proposal",
  "relation_record",
  "relation",
  "customer",
  "table_mapping",
  "import",
  "source_system",
  "saved_view",
  "invitation",
  "undo_step",
  "audit_entry",
  "organization",
] as const satisfies readonly OrganizationTable[];

type Never<T extends never> = T;

/** Does not compile when a table of `Tables` is missing above. */
export type ForgottenTable = Never<Exclude<OrganizationTable, (typeof organizationTables)[number]>>;

/** Deletes every row of an organisation. */
export async function deleteOrganizationRows(
  transaction: Transaction,
  organizationId: string,
): Promise<void> {
  for (const table of organizationTables) {
    await transaction.deleteFrom(table).where("organization_id", "=", organizationId).execute();
  }
}
