import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createInvitation,
  identityOfToken,
  joinByInvitation,
  listMembers,
  memberUndo,
  removeMember,
  setMemberRole,
  undo,
  withdrawInvitation,
} from "../../src/people/index.ts";
import { office } from "./office.ts";

let firm: Awaited<ReturnType<typeof office>>;
beforeEach(async () => {
  firm = await office();
});
afterEach(() => firm.database.drop());

type Role = "owner" | "manager" | "member";
const roles = ["owner", "manager", "member"] as const satisfies readonly Role[];
const forbidden = { code: "forbidden" };
const accountOf = (person: { readonly accountId: string | null }) => person.accountId as string;

describe("nobody gives, takes or invites to a role above their own", () => {
  const reach: Readonly<Record<Role, readonly Role[]>> = {
    owner: ["owner", "manager", "member"],
    manager: ["manager", "member"],
    member: [],
  };
  for (const actor of roles) {
    test(`${actor} reaches ${reach[actor].join(", ") || "nobody"}`, async () => {
      // A second owner, so that none here is the last.
      await firm.person("owner");
      const who = await firm.person(actor);
      for (const target of roles) {
        for (const next of roles) {
          const id = accountOf(await firm.person(target));
          const may = reach[actor].includes(target) && reach[actor].includes(next);
          const change = setMemberRole(who, { id, role: next });
          if (may) await change;
          else await expect(change, `${target} to ${next}`).rejects.toMatchObject(forbidden);
          expect((await firm.roles()).get(id)).toBe(may ? next : target);
        }
        const id = accountOf(await firm.person(target));
        const removal = removeMember(who, { id });
        if (reach[actor].includes(target)) await removal;
        else await expect(removal, target).rejects.toMatchObject(forbidden);
        expect((await firm.roles()).has(id)).toBe(!reach[actor].includes(target));
        if (actor === "member") continue;
        const invitation = createInvitation(who, { role: target });
        if (reach[actor].includes(target)) await invitation;
        else await expect(invitation, target).rejects.toMatchObject(forbidden);
      }
    });
  }

  test("a manager does not withdraw an invitation to be owner", async () => {
    const { id } = await createInvitation(await firm.person("owner"), { role: "owner" });
    await expect(withdrawInvitation(await firm.person("manager"), { id })).rejects.toMatchObject(
      forbidden,
    );
  });
});

test("who was demoted while asking is refused by what they are now", async () => {
  const owner = await firm.person("owner");
  const manager = await firm.person("manager");
  const id = accountOf(await firm.person("member"));
  await setMemberRole(owner, { id: accountOf(manager), role: "member" });
  await expect(setMemberRole(manager, { id, role: "manager" })).rejects.toMatchObject(forbidden);
  await removeMember(owner, { id: accountOf(manager) });
  await expect(removeMember(manager, { id })).rejects.toMatchObject(forbidden);
});

describe("the last owner", () => {
  const last = { code: "last-owner" };

  test("is neither removed nor demoted", async () => {
    const owner = await firm.person("owner");
    const id = accountOf(owner);
    await expect(removeMember(owner, { id })).rejects.toMatchObject(last);
    for (const role of ["manager", "member"] as const) {
      await expect(setMemberRole(owner, { id, role })).rejects.toMatchObject(last);
    }
    await setMemberRole(owner, { id, role: "owner" });
    expect((await firm.roles()).get(id)).toBe("owner");
  });

  test("stays, also when two owners leave at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await firm.person("owner"), await firm.person("owner")];
      const ids = [accountOf(one), accountOf(two)] as const;
      const others = [...(await firm.roles())].filter(([id]) => !ids.includes(id));
      for (const [id, role] of others) if (role === "owner") await removeMember(one, { id });
      const leaving = await Promise.allSettled([
        removeMember(one, { id: ids[0] }),
        setMemberRole(two, { id: ids[1], role: "member" }),
      ]);
      expect(leaving.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const owners = [...(await firm.roles()).values()].filter((role) => role === "owner");
      expect(owners).toHaveLength(1);
    }
  });

  test("is not lost by an undo either", async () => {
    const owner = await firm.person("owner");
    const second = accountOf(await firm.person("manager"));
    const { undoStepId } = await setMemberRole(owner, { id: second, role: "owner" });
    await setMemberRole(owner, { id: accountOf(owner), role: "member" });
    const asOwner = { ...owner, role: "owner", accountId: second } as const;
    await expect(undo(asOwner, { id: undoStepId }, memberUndo)).rejects.toMatchObject(last);
  });
});

describe("taking back", () => {
  test("gives the role back, unless it was changed since", async () => {
    const owner = await firm.person("owner");
    const id = accountOf(await firm.person("member"));
    const first = await setMemberRole(owner, { id, role: "manager" });
    const second = await setMemberRole(owner, { id, role: "owner" });
    await expect(undo(owner, { id: first.undoStepId }, memberUndo)).rejects.toMatchObject({
      code: "undo-not-possible",
    });
    await undo(owner, { id: second.undoStepId }, memberUndo);
    expect((await firm.roles()).get(id)).toBe("manager");
  });

  test("lets someone who was removed belong again, since when they did, but not signed in", async () => {
    const owner = await firm.person("owner");
    const { token } = await createInvitation(owner, { role: "manager" });
    const stranger = await firm.person("owner", await firm.firm("real"));
    const id = accountOf(stranger);
    const knock = { token, address: "192.0.2.1" };
    const session = await joinByInvitation(firm.installation(), id, knock);
    const before = await listMembers(owner);
    const { undoStepId } = await removeMember(owner, { id });
    expect(await identityOfToken(firm.installation(), session)).toEqual({ kind: "anonymous" });
    await undo(owner, { id: undoStepId }, memberUndo);
    expect(await listMembers(owner)).toEqual(before);
    expect(await identityOfToken(firm.installation(), session)).toEqual({ kind: "anonymous" });
  });

  test("is no way back up for who was demoted", async () => {
    const owner = await firm.person("owner");
    const manager = await firm.person("manager");
    const other = accountOf(await firm.person("manager"));
    const step = await setMemberRole(manager, { id: other, role: "member" });
    const own = await setMemberRole(manager, { id: accountOf(manager), role: "member" });
    const demoted = { ...manager, role: "member" } as const;
    for (const { undoStepId } of [step, own]) {
      await expect(undo(demoted, { id: undoStepId }, memberUndo)).rejects.toMatchObject(forbidden);
    }
    await undo(owner, { id: own.undoStepId }, memberUndo);
  });
});

test("someone of another organisation is nobody here", async () => {
  const owner = await firm.person("owner");
  const elsewhere = await firm.firm("real");
  const stranger = await firm.person("owner", elsewhere);
  await expect(removeMember(owner, { id: accountOf(stranger) })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    setMemberRole(owner, { id: accountOf(stranger), role: "member" }),
  ).rejects.toMatchObject({ code: "not-found" });
  expect((await listMembers(owner)).members.map(({ id }) => id)).toEqual([accountOf(owner)]);
});

test("each act is in the audit log, with roles and without names", async () => {
  const owner = await firm.person("owner");
  const id = accountOf(await firm.person("member"));
  const { id: invitation } = await createInvitation(owner, { role: "member", name: "Geheim" });
  await withdrawInvitation(owner, { id: invitation });
  await setMemberRole(owner, { id, role: "manager" });
  await removeMember(owner, { id });
  const entries = await firm.database.withOrganization(firm.organizationId, (transaction) =>
    transaction
      .selectFrom("audit_entry")
      .select(["action", "subject", "data"])
      .orderBy("sequence")
      .execute(),
  );
  expect(entries).toEqual([
    { action: "invitation.create", subject: invitation, data: { role: "member" } },
    { action: "invitation.withdraw", subject: invitation, data: { role: "member" } },
    { action: "member.role", subject: id, data: { from: "member", to: "manager" } },
    { action: "member.remove", subject: id, data: { role: "manager" } },
  ]);
});
