import { randomUUID } from "node:crypto";
import type { ExceptionContent } from "@koers/contract";
import {
  addMember,
  createAccount,
  createOrganizationRow,
  type MemberRole,
  registerOrganization,
} from "@koers/database";
import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import { createExceptionDraft } from "../../src/choice/index.ts";
import type { Context } from "../../src/context.ts";

export const complete: Partial<ExceptionContent> = {
  reason: "cash-now",
  delivered: "Een quickscan",
  excluded: "Geen meerwerk",
  cash: { amount: "12500.50", by: "2027-01-31" },
  endsOn: "2027-05-31",
};

/** A firm with a customer, people who come to it one by one, and a clock that stands still. */
export async function office() {
  const database: FreshDatabase = await freshDatabase();
  const organizationId = randomUUID();
  const customerId = randomUUID();
  let now = new Date("2026-11-21T12:00:00Z");
  await database.withOrganization(organizationId, async (transaction) => {
    await registerOrganization(transaction, organizationId, "real", now);
    const firm = { organizationId, name: "Bureau", kind: "real", now } as const;
    await createOrganizationRow(transaction, firm);
    await transaction
      .insertInto("customer")
      .values({
        organization_id: organizationId,
        customer_id: customerId,
        name: "Bakkerij Bol",
        created_at: now,
      })
      .execute();
  });
  const clock = (context: Omit<Context, "now">): Context => ({
    ...context,
    get now() {
      return now;
    },
  });
  return {
    database,
    organizationId,
    customerId,
    passTime(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },
    async person(role: MemberRole): Promise<Context> {
      const accountId = randomUUID();
      await database.withInstance(async (transaction) => {
        const email = `${accountId}@example.nl`;
        const account = { accountId, credentialId: randomUUID(), name: role, email };
        await createAccount(transaction, { ...account, language: "nl", passwordHash: "x" });
        await addMember(transaction, accountId, organizationId, role, now);
      });
      return clock({ database, organizationId, accountId, role, newId: randomUUID });
    },
    /** The command line, which may do what an owner may and is no person. */
    commandLine: (): Context =>
      clock({ database, organizationId, accountId: null, role: "owner", newId: randomUUID }),
    draft: async (by: Context, content: Partial<ExceptionContent> = complete): Promise<string> =>
      (await createExceptionDraft(by, { customerId, content })).id,
    rows: async (table: "exception_dossier" | "exception_event" | "audit_entry") =>
      database.withOrganization(organizationId, (transaction) =>
        transaction.selectFrom(table).selectAll().execute(),
      ),
  };
}
