import { afterAll, beforeAll, expect, test } from "vitest";
import { memberOn, strangerOn } from "../../harness/second-owner.ts";
import { ownerOn, startTestServer, type TestServer } from "../../harness/test-server.ts";
import type { Visitor } from "../../harness/visitor.ts";

let server: TestServer;
let owner: Visitor;
let organizationId: string;
beforeAll(async () => {
  server = await startTestServer();
  owner = await ownerOn(server);
  organizationId = (await owner.get("/api/v1/session")).body.organization.id;
});
afterAll(() => server.stop());

let people = 0;

async function invite(by: Visitor, role: string): Promise<string> {
  const { status, body } = await by.post("/api/v1/invitations", { role });
  expect(status).toBe(200);
  return body.token;
}

function accept(visitor: Visitor, token: string, given?: string) {
  people += 1;
  const email = given ?? `invited${people}@example.nl`;
  const filledIn = { token, name: "Nieuw", email, password: "a long password", language: "nl" };
  return visitor.post("/api/v1/invitation/account", filledIn);
}

test("who is invited makes an account, is in, and finds the link used after that", async () => {
  const token = await invite(owner, "manager");
  const visitor = server.visitor();
  const opened = await visitor.post("/api/v1/invitation", { token });
  expect(opened.body).toMatchObject({ organizationName: "Firm 1", role: "manager" });
  const entered = await accept(visitor, token);
  expect(entered.status).toBe(200);
  expect(entered.body.organization).toMatchObject({ id: organizationId, role: "manager" });
  expect((await visitor.get("/api/v1/members")).body.members).toHaveLength(2);
  for (const again of [
    await server.visitor().post("/api/v1/invitation", { token }),
    await accept(server.visitor(), token),
    await accept(server.visitor(), `${token.slice(0, -1)}_`),
  ]) {
    expect([again.status, again.body.error.code, again.body.error.data]).toEqual([
      404,
      "invitation-invalid",
      {},
    ]);
  }
});

test("an invitation of one organisation never opens another", async () => {
  const stranger = await strangerOn(server, "Elsewhere");
  const other = (await stranger.get("/api/v1/session")).body.organization.id as string;
  const secret = (await invite(owner, "owner")).split(".")[1];
  const before = (await stranger.get("/api/v1/members")).body;
  for (const path of ["/api/v1/invitation", "/api/v1/invitation/membership"]) {
    const answer = await stranger.post(path, { token: `${other}.${secret}` });
    expect([answer.status, answer.body.error.code]).toEqual([404, "invitation-invalid"]);
  }
  expect((await accept(server.visitor(), `${other}.${secret}`)).status).toBe(404);
  expect((await stranger.get("/api/v1/members")).body).toEqual(before);
  expect((await stranger.get("/api/v1/invitations")).body.invitations).toEqual([]);
});

test("a member invites nobody and sees no invitations; a manager makes no owners", async () => {
  const member = await memberOn(server, organizationId, "member");
  const manager = await memberOn(server, organizationId, "manager");
  for (const answer of [
    await member.post("/api/v1/invitations", { role: "member" }),
    await member.get("/api/v1/invitations"),
    await manager.post("/api/v1/invitations", { role: "owner" }),
  ]) {
    expect([answer.status, answer.body.error.code]).toEqual([403, "forbidden"]);
  }
  await invite(manager, "manager");
});

test("nobody is invited into the example firm, and a guest invites nobody", async () => {
  const fresh = await startTestServer();
  try {
    const guest = fresh.visitor();
    await guest.post("/api/v1/example");
    const answer = await guest.post("/api/v1/invitations", { role: "owner" });
    expect([answer.status, answer.body.error.code]).toEqual([403, "forbidden"]);
  } finally {
    await fresh.stop();
  }
});

test("removed is signed out at once, and comes back by a new invitation with the same account", async () => {
  const visitor = server.visitor();
  await accept(visitor, await invite(owner, "member"), "back@example.nl");
  const { id } = (await visitor.get("/api/v1/session")).body.account;
  expect((await owner.delete(`/api/v1/members/${id}`)).status).toBe(200);
  expect((await visitor.get("/api/v1/organization")).status).toBe(401);
  const credentials = { email: "back@example.nl", password: "a long password" };
  const again = await visitor.post("/api/v1/session", credentials);
  expect(again.body).toMatchObject({ account: { id }, organization: null, organizations: [] });
  expect((await visitor.get("/api/v1/organization")).status).toBe(403);
  const token = await invite(owner, "member");
  expect((await accept(server.visitor(), token, "Back@example.nl")).body.error.code).toBe(
    "account-exists",
  );
  const before = visitor.cookies.get("koers-4400");
  const joined = await visitor.post("/api/v1/invitation/membership", { token });
  expect(joined.body.organization).toMatchObject({ id: organizationId, role: "member" });
  // Rights changed, so the session is another one.
  expect(visitor.cookies.get("koers-4400")).not.toBe(before);
});

test("a change of role holds from the next request on", async () => {
  const visitor = server.visitor();
  await accept(visitor, await invite(owner, "member"));
  const { id } = (await visitor.get("/api/v1/session")).body.account;
  expect((await visitor.get("/api/v1/invitations")).status).toBe(403);
  const path = `/api/v1/members/${id}/role`;
  await owner.send("PUT", path, JSON.stringify({ role: "manager" }));
  expect((await visitor.get("/api/v1/invitations")).status).toBe(200);
  await owner.send("PUT", path, JSON.stringify({ role: "member" }));
  expect((await visitor.get("/api/v1/invitations")).status).toBe(403);
});
