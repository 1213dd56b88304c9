import { type Operation, operations } from "@koers/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callOperation } from "../harness/call-operation.ts";
import { dumpOrganization } from "../harness/dump-organization.ts";
import { inputsOf } from "../harness/sample-inputs.ts";
import { memberOn, strangerOn } from "../harness/second-owner.ts";
import { type FirmIds, seedFirm } from "../harness/seed-firm.ts";
import { ownerOn, startTestServer, type TestServer } from "../harness/test-server.ts";
import type { Visitor } from "../harness/visitor.ts";

let server: TestServer;
let theirs: FirmIds;
let own: FirmIds;
let stranger: Visitor;

beforeAll(async () => {
  server = await startTestServer();
  const owner = await ownerOn(server);
  theirs = await seedFirm(owner, "Kanarie");
  stranger = await strangerOn(server, "Zwaluw");
  own = await seedFirm(stranger, "Zwaluw");
}, 120_000);
afterAll(() => server.stop());

// What ends the stranger's own session, or tells nothing of an organisation.
const left = new Set(["signOut", "loadExample", "removeExample", "createOrganization"]);
const all = Object.values<Operation>(operations).filter(({ id }) => !left.has(id));

describe("an owner of one organisation, with the ids of another", () => {
  for (const operation of all) {
    test(`${operation.method} ${operation.path} tells and changes nothing`, async () => {
      const before = await dumpOrganization(server, theirs.organizationId);
      const inputs = inputsOf(theirs, own)[operation.id as keyof typeof operations];
      for (const input of inputs as readonly object[]) {
        const answer = await callOperation(stranger, operation, input);
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
        const named = JSON.stringify(input);
        const isForeign = Object.values(theirs).some(
          (id) => typeof id === "string" && id !== theirs.mark && named.includes(id),
        );
        if (isForeign && operation.response !== "file" && operation.id !== "setActivityKind") {
          expect([400, 403, 404], JSON.stringify(answer.body)).toContain(answer.status);
        }
        const told = JSON.stringify(answer.body);
        if (!named.includes(theirs.mark)) expect(told).not.toContain(theirs.mark);
        for (const [name, id] of Object.entries(theirs)) {
          // A refusal may repeat the id that was asked for, and no other.
          const isId = typeof id === "string" && id.length === 36 && !named.includes(id);
          if (isId) expect(told, name).not.toContain(id);
        }
      }
      expect(await dumpOrganization(server, theirs.organizationId)).toEqual(before);
    });
  }
});

describe("who is less than the role an operation asks for", () => {
  const ranks = ["member", "manager", "owner"] as const;
  for (const role of ["member", "manager"] as const) {
    test(`is refused as ${role}, and nothing changes`, async () => {
      const visitor = await memberOn(server, theirs.organizationId, role);
      const before = await dumpOrganization(server, theirs.organizationId);
      for (const operation of Object.values<Operation>(operations)) {
        if (operation.role === "public") continue;
        if (ranks.indexOf(operation.role) <= ranks.indexOf(role)) continue;
        const inputs = inputsOf(theirs, theirs)[operation.id as keyof typeof operations];
        for (const input of inputs as readonly object[]) {
          const answer = await callOperation(visitor, operation, input);
          expect([answer.status, answer.body.error?.code], operation.id).toEqual([
            403,
            "forbidden",
          ]);
        }
      }
      expect(await dumpOrganization(server, theirs.organizationId)).toEqual(before);
    });
  }
});

test("the command line's token is good on this machine only, and not without being right", async () => {
  const right = server.services.localToken;
  const wrong = `${right.slice(0, -1)}${right.endsWith("A") ? "B" : "A"}`;
  const ask = (token: string, headers: Record<string, string> = {}) =>
    server.visitor().get("/api/v1/session", { authorization: `Bearer ${token}`, ...headers });
  expect((await ask(right)).status).toBe(200);
  expect((await ask(wrong)).status).toBe(401);
  expect((await ask("")).status).toBe(200);
  expect((await ask(right, { "x-forwarded-for": "203.0.113.7" })).status).toBe(401);
  const remote = { incoming: { socket: { remoteAddress: "203.0.113.7" } } };
  const answer = await server.app.request(
    "http://localhost/api/v1/session",
    { headers: { authorization: `Bearer ${right}` } },
    remote as never,
  );
  expect(answer.status).toBe(401);
});
