import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../harness/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ host: "0.0.0.0", setupCode: "ABCD-EFGH-JKLM" });
});
afterAll(() => server.stop());

const owner = {
  organizationName: "De Wit Advies",
  name: "Anna de Wit",
  email: "anna@dewit.nl",
  password: "correct horse",
  language: "nl",
};

test("where others can reach the server, the first account needs the code that was printed", async () => {
  const visitor = server.visitor();
  expect((await visitor.get("/api/v1/session")).body.setupCodeNeeded).toBe(true);
  for (const setupCode of [undefined, "", "ABCD-EFGH-JKLN"]) {
    const refused = await visitor.post("/api/v1/owner", { ...owner, setupCode });
    expect([refused.status, refused.body.error.code]).toEqual([403, "setup-code-wrong"]);
  }
  const made = await visitor.post("/api/v1/owner", { ...owner, setupCode: "abcdefgh jklm" });
  expect(made.status).toBe(200);
  expect(made.body.setupCodeNeeded).toBe(false);
});

test("the example firm is not for strangers there", async () => {
  expect((await server.visitor().post("/api/v1/example")).status).toBe(401);
});

test("guessing the code ends after ten tries", async () => {
  const guessed = await startTestServer({ host: "0.0.0.0", setupCode: "ABCD-EFGH-JKLM" });
  try {
    const codes: string[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const { body } = await guessed.visitor().post("/api/v1/owner", { ...owner, setupCode: "X" });
      codes.push(body.error.code);
    }
    expect(codes.slice(0, 10)).toEqual(Array(10).fill("setup-code-wrong"));
    expect(codes[10]).toBe("too-many-attempts");
  } finally {
    await guessed.stop();
  }
});

test("what the command line imported before becomes the first owner's", async () => {
  const fresh = await startTestServer();
  try {
    const local = fresh.local();
    const made = await local.post("/api/v1/organizations", { name: "From the books" });
    expect(made.body.organization.name).toBe("From the books");
    const entered = await fresh.visitor().post("/api/v1/owner", owner);
    expect(entered.body.organizations).toHaveLength(1);
    expect(entered.body.organization).toMatchObject({
      id: made.body.organization.id,
      name: "De Wit Advies",
      role: "owner",
    });
  } finally {
    await fresh.stop();
  }
});
