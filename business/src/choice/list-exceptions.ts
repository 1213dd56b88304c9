import type { ExceptionContent, InputOf, OutputOf } from "@koers/contract";
import {
  exceptionsReadBy,
  listExceptionDossiers,
  type StoredException,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { circumstancesOf } from "./exception-acts.ts";
import { isExpired } from "./exceptions/is-expired.ts";

type Summary = OutputOf<"listExceptions">["exceptions"][number];

/** Dossiers with their alarm, those that changed last first. */
export async function listExceptions(
  context: Context,
  filter: InputOf<"listExceptions">,
): Promise<OutputOf<"listExceptions">> {
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const rows = await listExceptionDossiers(transaction, organizationId, filter);
    const summarise = await summariser(transaction, context);
    return { exceptions: rows.map(summarise) };
  });
}

/** Makes what lists show of a dossier, for who asks and as of today. */
export async function summariser(
  transaction: Transaction,
  context: Context,
): Promise<(row: StoredException) => Summary> {
  const { organizationId, accountId } = context;
  const { today } = await circumstancesOf(transaction, context);
  const read =
    accountId === null
      ? new Map<string, number>()
      : await exceptionsReadBy(transaction, organizationId, accountId);
  return (row) => {
    const content = row.content as ExceptionContent;
    return {
      id: row.dossierId,
      customerId: row.customerId,
      customerName: row.customerName,
      state: row.state,
      reason: row.reason,
      endsOn: row.endsOn,
      expired: isExpired({ state: row.state, content }, today),
      outcome: row.outcome,
      renews: row.renews,
      changedAt: row.changedAt.toISOString(),
      read: read.get(row.dossierId) === row.version,
    };
  };
}
