import { randomBytes, randomUUID } from "node:crypto";
import {
  addMember,
  createAccount,
  createOrganizationRow,
  type MemberRole,
  registerOrganization,
} from "@koers/database";
import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import type { Context } from "../../src/context.ts";
import { createPasswords, type Installation } from "../../src/people/index.ts";

const password = "a long password";

/** A firm with people in it, a clock that stands still, and who does what as whom. */
export async function office() {
  const database: FreshDatabase = await freshDatabase();
  let now = new Date("2026-11-21T12:00:00Z");
  const passwords = createPasswords(randomBytes);
  const organizationId = await firm("real");

  async function firm(kind: "real" | "example"): Promise<string> {
    const id = randomUUID();
    await database.withOrganization(id, async (transaction) => {
      await registerOrganization(transaction, id, kind, now);
      await createOrganizationRow(transaction, { organizationId: id, name: kind, kind, now });
    });
    return id;
  }

  const installation = (): Installation => ({
    database,
    now,
    newId: randomUUID,
    randomBytes,
    passwords,
  });

  return {
    database,
    organizationId,
    firm,
    installation,
    passTime(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },
    /** Someone with an account, in the firm. */
    async person(role: MemberRole, inFirm = organizationId): Promise<Context & Installation> {
      const accountId = randomUUID();
      await database.withInstance(async (transaction) => {
        const passwordHash = `hash of ${password}`;
        const account = { accountId, credentialId: randomUUID(), name: role, passwordHash };
        const email = `${accountId}@example.nl`;
        await createAccount(transaction, { ...account, email, language: "nl" });
        await addMember(transaction, accountId, inFirm, role, now);
      });
      return { ...installation(), organizationId: inFirm, accountId, role };
    },
    /** What an invited person fills in. */
    filledIn: (token: string, email = `${randomUUID()}@example.nl`) =>
      ({ token, name: "Nieuw", email, password, language: "nl", address: "192.0.2.1" }) as const,
    roles: async (): Promise<ReadonlyMap<string, string>> => {
      const rows = await database.withInstance((transaction) =>
        transaction
          .selectFrom("instance_membership")
          .select(["account_id", "role"])
          .where("organization_id", "=", organizationId)
          .execute(),
      );
      return new Map(rows.map((row) => [row.account_id, row.role]));
    },
  };
}
