import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  acceptInvitation,
  createInvitation,
  identityOfToken,
  joinByInvitation,
  listInvitations,
  openInvitation,
  removeMember,
  setMemberRole,
  withdrawInvitation,
} from "../../src/people/index.ts";
import { office } from "./office.ts";

const day = 24 * 60 * 60 * 1000;
const address = "192.0.2.1";

let firm: Awaited<ReturnType<typeof office>>;
beforeAll(async () => {
  firm = await office();
});
afterAll(() => firm.database.drop());

const invalid = { code: "invitation-invalid", data: {} };

describe("an invitation", () => {
  test("lets one person in, with its role and their own name", async () => {
    const owner = await firm.person("owner");
    const { token } = await createInvitation(owner, { role: "manager", name: "Label" });
    expect(await openInvitation(firm.installation(), { token, address })).toMatchObject({
      organizationName: "real",
      role: "manager",
      name: "Label",
    });
    const session = await acceptInvitation(firm.installation(), firm.filledIn(token));
    const identity = await identityOfToken(firm.installation(), session);
    expect(identity).toMatchObject({
      kind: "session",
      account: { name: "Nieuw", language: "nl" },
      current: { organizationId: firm.organizationId, role: "manager" },
    });
    await expect(acceptInvitation(firm.installation(), firm.filledIn(token))).rejects.toMatchObject(
      invalid,
    );
  });

  test("is used once, also by two at the same moment", async () => {
    const owner = await firm.person("owner");
    const { token } = await createInvitation(owner, { role: "member" });
    const before = (await firm.roles()).size;
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => acceptInvitation(firm.installation(), firm.filledIn(token))),
    );
    const refused = tries.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(Array(2).fill(invalid.code));
    expect((await firm.roles()).size).toBe(before + 1);
  });

  test("is refused alike when used, withdrawn, expired, changed, of elsewhere or no token", async () => {
    const owner = await firm.person("owner");
    const other = await firm.person("owner", await firm.firm("real"));
    const withdrawn = await createInvitation(owner, { role: "member" });
    await withdrawInvitation(owner, withdrawn);
    const expired = await createInvitation(owner, { role: "member" });
    const elsewhere = await createInvitation(other, { role: "member" });
    firm.passTime(7 * day);
    const good = await createInvitation({ ...owner, ...firm.installation() }, { role: "member" });
    const secret = good.token.split(".")[1] as string;
    const tokens = [
      withdrawn.token,
      expired.token,
      `${firm.organizationId}.${elsewhere.token.split(".")[1]}`,
      `${other.organizationId}.${secret}`,
      `${firm.organizationId}.${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`,
      `00000000-0000-4000-8000-000000000000.${secret}`,
      secret,
      "",
      `${good.token} `,
      `' or 1=1 --.${secret}`,
    ];
    for (const token of tokens) {
      await expect(
        openInvitation(firm.installation(), { token, address }),
        token,
      ).rejects.toMatchObject(invalid);
      await expect(
        acceptInvitation(firm.installation(), firm.filledIn(token)),
        token,
      ).rejects.toMatchObject(invalid);
      await expect(
        joinByInvitation(firm.installation(), owner.accountId as string, { token, address }),
        token,
      ).rejects.toMatchObject(invalid);
    }
    await acceptInvitation(firm.installation(), firm.filledIn(good.token));
  });

  test("works until the last moment of its 24 hours", async () => {
    const owner = { ...(await firm.person("owner")), ...firm.installation() };
    const { token } = await createInvitation(owner, { role: "member" });
    firm.passTime(day - 1);
    expect(await openInvitation(firm.installation(), { token, address })).toBeDefined();
    firm.passTime(1);
    await expect(openInvitation(firm.installation(), { token, address })).rejects.toMatchObject(
      invalid,
    );
  });

  test("is stored as a hash, and the token nowhere", async () => {
    const owner = { ...(await firm.person("owner")), ...firm.installation() };
    const { token, id } = await createInvitation(owner, { role: "member" });
    const secret = token.split(".")[1] as string;
    const stored = await firm.database.withOrganization(firm.organizationId, async (transaction) =>
      JSON.stringify([
        await transaction.selectFrom("invitation").selectAll().execute(),
        await transaction.selectFrom("audit_entry").select(["subject", "data"]).execute(),
      ]),
    );
    expect(stored).toContain(id);
    expect(stored).not.toContain(secret);
    expect(JSON.stringify(await listInvitations(owner))).not.toContain(secret);
  });

  test("never takes over an account that is there, and stays good", async () => {
    const owner = { ...(await firm.person("owner")), ...firm.installation() };
    const { token } = await createInvitation(owner, { role: "owner" });
    const taken = `${owner.accountId}@EXAMPLE.nl`;
    await expect(
      acceptInvitation(firm.installation(), firm.filledIn(token, taken)),
    ).rejects.toMatchObject({ code: "account-exists" });
    await acceptInvitation(firm.installation(), firm.filledIn(token));
  });

  test("lets someone in with the account that they have, and not twice", async () => {
    const owner = { ...(await firm.person("owner")), ...firm.installation() };
    const stranger = await firm.person("owner", await firm.firm("real"));
    const accountId = stranger.accountId as string;
    const { token } = await createInvitation(owner, { role: "member" });
    const session = await joinByInvitation(firm.installation(), accountId, { token, address });
    expect(await identityOfToken(firm.installation(), session)).toMatchObject({
      account: { id: accountId },
      current: { organizationId: firm.organizationId, role: "member" },
    });
    const second = await createInvitation(owner, { role: "owner" });
    await expect(
      joinByInvitation(firm.installation(), accountId, { token: second.token, address }),
    ).rejects.toMatchObject({ code: "already-member" });
    expect((await firm.roles()).get(accountId)).toBe("member");
  });

  test("is not made in the example firm, nor by someone without an account", async () => {
    const example = await firm.person("owner", await firm.firm("example"));
    await expect(createInvitation(example, { role: "member" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const owner = await firm.person("owner");
    await expect(
      createInvitation({ ...owner, accountId: null }, { role: "member" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("ends when the one who invited is removed or may not give that role any more", async () => {
    const owner = { ...(await firm.person("owner")), ...firm.installation() };
    for (const act of [
      (id: string) => removeMember(owner, { id }),
      (id: string) => setMemberRole(owner, { id, role: "member" }),
    ]) {
      const manager = { ...(await firm.person("manager")), ...firm.installation() };
      const { token } = await createInvitation(manager, { role: "manager" });
      await act(manager.accountId as string);
      await expect(openInvitation(firm.installation(), { token, address })).rejects.toMatchObject(
        invalid,
      );
    }
  });
});

test("an invitation that outlives its inviter by a hair is refused as well", async () => {
  const owner = { ...(await firm.person("owner")), ...firm.installation() };
  const { accountId } = owner;
  const { token } = await createInvitation(owner, { role: "owner" });
  const roleIs = (role: "owner" | "manager" | "member") =>
    firm.database.withInstance((transaction) =>
      transaction
        .updateTable("instance_membership")
        .set({ role })
        .where("account_id", "=", accountId)
        .execute(),
    );
  for (const role of ["manager", "member"] as const) {
    await roleIs(role);
    await expect(openInvitation(firm.installation(), { token, address })).rejects.toMatchObject(
      invalid,
    );
  }
  await roleIs("owner");
  await acceptInvitation(firm.installation(), firm.filledIn(token));
});

describe("limits", () => {
  test("give one address fifty tries in a quarter of an hour", async () => {
    const from = "203.0.113.9";
    const knock = { token: "wrong", address: from };
    const codes: string[] = [];
    for (let attempt = 0; attempt < 52; attempt += 1) {
      codes.push(
        await openInvitation(firm.installation(), knock).then(
          () => "opened",
          (error: { readonly code: string }) => error.code,
        ),
      );
    }
    expect(new Set(codes.slice(0, 50))).toEqual(new Set([invalid.code]));
    expect(codes.slice(50)).toEqual(["too-many-attempts", "too-many-attempts"]);
    firm.passTime(15 * 60 * 1000);
    await expect(openInvitation(firm.installation(), knock)).rejects.toMatchObject(invalid);
  });

  test("give who holds a link ten addresses to try", async () => {
    const owner = { ...(await firm.person("owner")), ...firm.installation() };
    const { token } = await createInvitation(owner, { role: "member" });
    const taken = firm.filledIn(token, `${owner.accountId}@example.nl`);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await expect(acceptInvitation(firm.installation(), taken)).rejects.toMatchObject({
        code: "account-exists",
      });
    }
    await expect(acceptInvitation(firm.installation(), taken)).rejects.toMatchObject({
      code: "too-many-attempts",
    });
  });
});
