import { randomUUID } from "node:crypto";
import {
  addMember,
  createAccount,
  createOrganizationRow,
  registerOrganization,
} from "@koers/database";
import type { TestServer } from "./test-server.ts";
import type { Visitor } from "./visitor.ts";

type MemberRole = "owner" | "manager" | "member";

/** Someone with an account of their own in an organisation of their own, signed in. */
export async function strangerOn(
  server: TestServer,
  organizationName: string,
  role: MemberRole = "owner",
): Promise<Visitor> {
  const organizationId = randomUUID();
  const now = server.services.now();
  await server.database.withOrganization(organizationId, async (transaction) => {
    await registerOrganization(transaction, organizationId, "real", now);
    await createOrganizationRow(transaction, {
      organizationId,
      name: organizationName,
      kind: "real",
      now,
    });
  });
  return memberOn(server, organizationId, role);
}

/** One more account in an organisation, signed in. */
export async function memberOn(
  server: TestServer,
  organizationId: string,
  role: MemberRole,
): Promise<Visitor> {
  const accountId = randomUUID();
  const email = `${accountId}@example.nl`;
  const password = "a long password";
  const passwordHash = await server.services.passwords.hash(password);
  await server.database.withInstance(async (transaction) => {
    const account = { accountId, credentialId: randomUUID(), name: role, email, passwordHash };
    await createAccount(transaction, { ...account, language: "nl" });
    await addMember(transaction, accountId, organizationId, role, server.services.now());
  });
  const visitor = server.visitor();
  const entered = await visitor.post("/api/v1/session", { email, password });
  if (entered.status !== 200) throw new Error(JSON.stringify(entered.body));
  return visitor;
}
