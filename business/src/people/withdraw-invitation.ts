import { deleteInvitation } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "./audit.ts";
import { reachesTo } from "./role-rank.ts";

/** Makes an invitation useless. A link that was withdrawn stays so: there is no undo. */
export async function withdrawInvitation(
  context: Context,
  input: { readonly id: string },
): Promise<Record<string, never>> {
  const { organizationId } = context;
  await context.database.withOrganization(organizationId, async (transaction) => {
    const role = await deleteInvitation(transaction, organizationId, input.id);
    if (role === undefined) throw new KoersError("not-found");
    if (!reachesTo(context.role, role)) throw new KoersError("forbidden");
    await appendAudit(transaction, context, "invitation.withdraw", input.id, { role });
  });
  return {};
}
