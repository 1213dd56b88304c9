import { recordExceptionRead } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { dossierOf } from "./exception-acts.ts";

/** A receipt, of the dossier as it is now; what changes it asks for a new one. */
export async function markExceptionRead(
  context: Context,
  { id }: { readonly id: string },
): Promise<Record<string, never>> {
  const { organizationId, accountId, now } = context;
  await context.database.withOrganization(organizationId, async (transaction) => {
    const { dossier } = await dossierOf(transaction, context, id);
    if (accountId === null) throw new KoersError("forbidden", { reason: "person" });
    const receipt = { accountId, version: dossier.version, readAt: now };
    await recordExceptionRead(transaction, organizationId, id, receipt);
  });
  return {};
}
