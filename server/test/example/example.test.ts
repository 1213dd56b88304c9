import { organizationTables } from "@koers/database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownerOn, startTestServer, type TestServer } from "../harness/test-server.ts";
import type { Visitor } from "../harness/visitor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function ended(visitor: Visitor, jobId: string) {
  const { headers, body } = await visitor.get(`/api/v1/previews/${jobId}/events`);
  expect(headers.get("content-type")).toBe("text/event-stream");
  const events = String(body)
    .split("\n\n")
    .filter((event) => event !== "");
  return JSON.parse(/^data: ?(.*)$/m.exec(events.at(-1) ?? "")?.[1] ?? "null");
}

/** Rows of every table that has an organisation, as the superuser sees them. */
async function countRows(): Promise<Record<string, number>> {
  const client = new Client(server.database.connections.administrator);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'organization_id'`);
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query(
        `select count(*)::int as count from ${client.escapeIdentifier(name)} where organization_id is not null`,
      );
      counts[name] = rows[0].count;
    }
    return counts;
  } finally {
    await client.end();
  }
}

describe("the example firm", () => {
  let guest: Visitor;

  test("opens without an account, badged, and comes in through the import", async () => {
    guest = server.visitor();
    const loaded = await guest.post("/api/v1/example");
    expect(loaded.status).toBe(200);
    expect(loaded.body.session).toMatchObject({
      firstVisit: true,
      exampleLoaded: true,
      account: null,
      organization: { name: "Lijsterwal Ontwerp & Engineering B.V.", kind: "example" },
    });
    const preview = await ended(guest, loaded.body.jobId);
    expect(preview.state).toBe("done");
    const outcomes = preview.results.map((one: { outcome: string }) => one.outcome);
    expect(outcomes.length).toBeGreaterThan(12);
    expect(new Set(outcomes)).toEqual(new Set(["imported"]));
    const portfolio = await guest.get("/api/v1/portfolio");
    expect(portfolio.status).toBe(200);
    expect(portfolio.body.organization.kind).toBe("example");
    expect(portfolio.body.ids.length).toBeGreaterThan(50);
  }, 120_000);

  test("is one, whoever else looks in", async () => {
    const other = server.visitor();
    const loaded = await other.post("/api/v1/example");
    const session = await guest.get("/api/v1/session");
    expect(loaded.body.session.organization.id).toBe(session.body.organization.id);
  });

  test("takes nobody's own files", async () => {
    const upload = await guest.send("POST", "/api/v1/uploads?name=mine.csv", new Uint8Array([1]), {
      "content-type": "application/octet-stream",
    });
    expect([upload.status, upload.body.error.code]).toEqual([403, "forbidden"]);
  });

  test("stays apart from the firm's own organisation, whose owner can remove it", async () => {
    const owner = await ownerOn(server);
    const session = await owner.get("/api/v1/session");
    expect(session.body.organization.kind).toBe("real");
    expect(session.body.organizations.map((one: { kind: string }) => one.kind).toSorted()).toEqual([
      "example",
      "real",
    ]);
    expect((await owner.get("/api/v1/imports")).body.imports).toEqual([]);
    const before = await countRows();
    expect(before["customer"]).toBeGreaterThan(50);
    expect((await owner.delete("/api/v1/example")).status).toBe(200);
    const after = Object.entries(await countRows()).filter(([, count]) => count > 0);
    // What is left is the owner's own: the organisation, its membership, session and log.
    expect(after.map(([table]) => table).toSorted()).toEqual([
      "audit_entry",
      "instance_membership",
      "instance_organization",
      "instance_session",
      "organization",
    ]);
    expect((await guest.get("/api/v1/portfolio")).status).toBe(401);
    expect((await owner.get("/api/v1/session")).body).toMatchObject({
      exampleLoaded: false,
      organization: { kind: "real" },
    });
  }, 60_000);

  test("is not for strangers once there is an account", async () => {
    const answer = await server.visitor().post("/api/v1/example");
    expect([answer.status, answer.body.error.code]).toEqual([401, "not-signed-in"]);
  });
});

test("removing an organisation forgets no table of the catalogue", async () => {
  const tables = Object.keys(await countRows()).filter((name) => !name.startsWith("instance_"));
  expect([...organizationTables].toSorted()).toEqual(tables.toSorted());
});
