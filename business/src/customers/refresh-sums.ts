import {
  findAffectedCustomers,
  planForMany,
  raiseDataVersion,
  readCoverage,
  refreshCustomerHours,
  refreshCustomerMonths,
  refreshInternalHours,
  refreshProjectCustomers,
  refreshReceivables,
  syncSummedImports,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { organizationChoices } from "./organization-choices.ts";

/** From here on all customers at once is faster than a list of them. */
const many = 20;
const almostAll = 20_000;

/**
 * Brings the sums per customer and month in step with the books, inside the transaction that changed
 * them. `customers` are those whose lines, relations or numbers came, went or moved; which others are
 * affected, because an audit file now covers days of their invoices or the other way round, is found
 * here from the imports that came or went. `"all"` is for what changes every sum: the role of a ledger
 * account, the organisation's currency, the normal payment term.
 */
export async function refreshSums(
  transaction: Transaction,
  context: Pick<Context, "organizationId">,
  touched: { readonly customers: readonly string[] | "all" },
): Promise<void> {
  const { organizationId } = context;
  const all = touched.customers === "all" || touched.customers.length >= almostAll;
  await planForMany(transaction, all || touched.customers.length > many);
  const choices = await organizationChoices(transaction, organizationId);
  const changed = await syncSummedImports(transaction, organizationId, touched.customers === "all");
  const scope = all ? "all" : [...new Set(touched.customers)];
  await refreshCustomerHours(transaction, organizationId, scope);
  await refreshInternalHours(transaction, organizationId, all ? "all" : daysOfHours(changed));

  const others = await refreshProjectCustomers(transaction, organizationId, scope);
  const affected = await findAffectedCustomers(transaction, organizationId, changed);
  const wide =
    scope === "all" || scope.length + affected.length >= almostAll
      ? "all"
      : [...new Set([...scope, ...others, ...affected])];
  await planForMany(transaction, wide === "all" || wide.length > many);
  const coverage = await readCoverage(transaction, organizationId);
  await refreshCustomerMonths(transaction, organizationId, wide, coverage);
  await refreshReceivables(
    transaction,
    organizationId,
    wide,
    coverage,
    choices.settings.paymentTermDays,
  );
  await raiseDataVersion(transaction, organizationId);
  await planForMany(transaction, false);
}

function daysOfHours(
  changed: Awaited<ReturnType<typeof syncSummedImports>>,
): readonly { readonly from: string; readonly to: string }[] {
  return changed.flatMap((file) =>
    file.subject === "hours" && file.covers_from !== null && file.covers_to !== null
      ? [{ from: file.covers_from, to: file.covers_to }]
      : [],
  );
}
