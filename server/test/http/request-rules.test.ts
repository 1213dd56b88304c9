import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownerOn, startTestServer, type TestServer } from "../harness/test-server.ts";
import type { Visitor } from "../harness/visitor.ts";

let server: TestServer;
let owner: Visitor;
beforeAll(async () => {
  server = await startTestServer();
  owner = await ownerOn(server);
});
afterAll(() => server.stop());

const language = "/api/v1/account/language";

describe("a change that another site asks for", () => {
  const foreign: Record<string, Record<string, string>> = {
    "from another origin": { origin: "https://evil.example", "sec-fetch-site": "" },
    "from an opaque origin": { origin: "null", "sec-fetch-site": "" },
    "from another port of this machine": { origin: "http://localhost:3000", "sec-fetch-site": "" },
    "across sites": { origin: "", "sec-fetch-site": "cross-site" },
    "from the same site but another host": { origin: "", "sec-fetch-site": "same-site" },
    "with a lying origin": { "sec-fetch-site": "cross-site" },
    "that does not say where from": { origin: "", "sec-fetch-site": "" },
  };
  for (const [name, headers] of Object.entries(foreign)) {
    test(`is refused: ${name}`, async () => {
      const body = JSON.stringify({ language: "en" });
      const answer = await owner.send("PUT", language, body, headers);
      expect(answer.status).toBe(403);
      expect(answer.body.error.code).toBe("origin-refused");
      expect((await owner.get("/api/v1/session")).body.account.language).toBe("nl");
    });
  }

  test("is refused for deleting and signing in too", async () => {
    const headers = { origin: "https://evil.example" };
    expect((await owner.send("DELETE", "/api/v1/session", undefined, headers)).status).toBe(403);
    expect((await server.visitor().post("/api/v1/session", {}, headers)).status).toBe(403);
  });
});

test("only JSON is read, whatever a form may send", async () => {
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "",
  ]) {
    const body = JSON.stringify({ language: "en" });
    const answer = await owner.send("PUT", language, body, { "content-type": type });
    expect(answer.status).toBe(400);
    expect(answer.body.error.data).toEqual({ field: "content-type" });
  }
});

test("a host that is not this machine's is refused", async () => {
  for (const host of ["evil.example", "localhost.evil.example", "169.254.169.254", "0.0.0.0"]) {
    const answer = await server.app.request(`http://${host}/api/v1/session`);
    expect(answer.status).toBe(403);
  }
  for (const host of ["localhost:9", "127.0.0.1", "[::1]:4400"]) {
    expect((await server.app.request(`http://${host}/api/v1/session`)).status).toBe(200);
  }
});

test("an unknown key, a key twice and a key in two places are refused by name", async () => {
  const cases: [string, string, unknown, string][] = [
    ["PUT", language, { language: "en", role: "owner" }, "role"],
    ["PATCH", "/api/v1/organization", { settings: { hourcost: "1" } }, "settings.hourcost"],
    ["PATCH", "/api/v1/organization?name=X", {}, "name"],
    ["POST", `/api/v1/undo/${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}`, { id: "x" }, "id"],
  ];
  for (const [method, path, body, field] of cases) {
    const answer = await owner.send(method, path, JSON.stringify(body));
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: "input-invalid", data: { field } });
  }
  const twice = await owner.get("/api/v1/audit?limit=1&limit=2");
  expect(twice.body.error.data).toEqual({ field: "limit" });
});

test("a key that reaches for the prototype is refused and changes nothing", async () => {
  const body = '{"settings": {"__proto__": {"polluted": true}}}';
  expect((await owner.send("PATCH", "/api/v1/organization", body)).status).toBe(400);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test("a body without end is cut off", async () => {
  const body = `{"language": "${"x".repeat(5 * 1024 * 1024)}"}`;
  const answer = await owner.send("PUT", language, body);
  expect(answer.status).toBe(413);
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  expect((await owner.send("PUT", language, `{"language": ${deep}}`)).status).toBe(400);
});

test("every answer has its number and its security headers", async () => {
  for (const path of ["/api/v1/session", "/api/v1/nothing", "/health"]) {
    const { headers, body } = await owner.get(path);
    const number = headers.get("x-request-id");
    expect(number).toMatch(/^[0-9a-f-]{36}$/);
    if (body.error !== undefined) expect(body.error.requestId).toBe(number);
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
        "font-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull();
  }
});

describe("behind TLS", () => {
  test("the cookie is one that no other host can set, and browsers are told to stay", async () => {
    const secure = await startTestServer({ publicUrl: new URL("https://koers.example.nl") });
    try {
      const visitor = secure.visitor();
      const made = await visitor.post(
        "/api/v1/owner",
        {
          organizationName: "X",
          name: "Y",
          email: "x@y.nl",
          password: "a long password",
          language: "en",
        },
        { origin: "https://koers.example.nl" },
      );
      expect(made.status).toBe(200);
      expect(made.headers.getSetCookie()[0]).toMatch(
        /^__Host-koers=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000$/,
      );
      expect(made.headers.get("strict-transport-security")).toBe("max-age=31536000");
    } finally {
      await secure.stop();
    }
  });
});

test("the log has ids, and nothing that anyone wrote", async () => {
  await server.visitor().post("/api/v1/session", { email: "canary@canary.nl", password: "canary" });
  await owner.send("PATCH", "/api/v1/organization", JSON.stringify({ name: "Canary BV" }));
  await owner.get("/api/v1/audit?before=canary");
  expect(server.logged.length).toBeGreaterThan(3);
  expect(JSON.stringify(server.logged).toLowerCase()).not.toContain("canary");
});
