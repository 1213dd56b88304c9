import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../harness/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const owner = {
  organizationName: "De Wit Advies",
  name: "Anna de Wit",
  email: "Anna@Dewit.nl",
  password: "correct horse",
  language: "nl",
};

describe("the first visit", () => {
  test("says so, and lets the first visitor make the owner's account", async () => {
    const visitor = server.visitor();
    expect((await visitor.get("/api/v1/session")).body).toMatchObject({
      version: "1.2.3",
      firstVisit: true,
      setupCodeNeeded: false,
      account: null,
      organization: null,
    });
    const made = await visitor.post("/api/v1/owner", owner);
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      firstVisit: false,
      account: { name: "Anna de Wit", email: "anna@dewit.nl", language: "nl" },
      organization: { name: "De Wit Advies", kind: "real", role: "owner", currency: "EUR" },
    });
    expect((await visitor.get("/api/v1/session")).body).toEqual(made.body);
  });

  test("is over after that", async () => {
    const second = await server.visitor().post("/api/v1/owner", { ...owner, email: "b@b.nl" });
    expect(second.status).toBe(409);
    expect(second.body.error.code).toBe("already-set-up");
  });
});

describe("signing in", () => {
  const { email, password } = owner;

  test("works whatever the case of the address", async () => {
    const visitor = server.visitor();
    const entered = await visitor.post("/api/v1/session", { email: "ANNA@dewit.NL ", password });
    expect(entered.status).toBe(200);
    expect(entered.body.organization.name).toBe("De Wit Advies");
  });

  test("gives a cookie of 256 random bits that scripts cannot read, and a new one every time", async () => {
    const visitor = server.visitor();
    const first = await visitor.post("/api/v1/session", { email, password });
    const cookie = first.headers.getSetCookie().at(-1) ?? "";
    expect(cookie).toMatch(
      /^koers-4400=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    );
    const before = visitor.cookies.get("koers-4400");
    await visitor.post("/api/v1/session", { email, password });
    expect(visitor.cookies.get("koers-4400")).not.toBe(before);
    const old = await server.visitor().get("/api/v1/session", { cookie: `koers-4400=${before}` });
    expect(old.body.account).toBeNull();
  });

  test("keeps only the hash of the cookie", async () => {
    const visitor = server.visitor();
    await visitor.post("/api/v1/session", { email, password });
    const token = visitor.cookies.get("koers-4400") ?? "";
    const rows = await server.database.withInstance((transaction) =>
      transaction.selectFrom("instance_session").selectAll().execute(),
    );
    const hash = createHash("sha256").update(token).digest();
    expect(rows.some((row) => hash.equals(row.token_hash))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("answers alike to a wrong password and an unknown address", async () => {
    const wrong = await server.visitor().post("/api/v1/session", { email, password: "wrong" });
    const unknown = await server
      .visitor()
      .post("/api/v1/session", { email: "nobody@dewit.nl", password: "wrong" });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    const sides = [wrong, unknown].map(({ body }) => ({ ...body.error, requestId: "" }));
    expect(sides[0]).toEqual(sides[1]);
  });

  test("hashes for an unknown address as well", async () => {
    const passwords = server.services.passwords;
    const known = await passwords.hash("something");
    const took = async (stored: string | undefined) => {
      const started = performance.now();
      await passwords.verify("wrong", stored);
      return performance.now() - started;
    };
    await took(undefined);
    const unknown = await took(undefined);
    expect(unknown).toBeGreaterThan((await took(known)) / 4);
  });

  test("slows attempts on one account down, known or not, and forgets them at success", async () => {
    for (const address of [email, "stranger@dewit.nl"]) {
      server.passTime(2 * 60 * 60 * 1000);
      server.slept.length = 0;
      for (let attempt = 0; attempt < 9; attempt += 1) {
        await server.visitor().post("/api/v1/session", { email: address, password: "wrong" });
      }
      expect(server.slept).toEqual([1000, 2000, 4000, 8000, 8000, 8000]);
    }
  });

  test("forgets the attempts at success", async () => {
    server.passTime(2 * 60 * 60 * 1000);
    server.slept.length = 0;
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await server.visitor().post("/api/v1/session", { email, password: "wrong" });
    }
    await server.visitor().post("/api/v1/session", { email, password });
    await server.visitor().post("/api/v1/session", { email, password });
    expect(server.slept).toEqual([1000, 2000]);
  });

  test("gives one address fifty attempts in a quarter of an hour, whatever accounts it tries", async () => {
    server.passTime(2 * 60 * 60 * 1000);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 52; attempt += 1) {
      const tried = await server
        .visitor()
        .post("/api/v1/session", { email: `a${attempt}@b.nl`, password: "x" });
      statuses.push(tried.status);
    }
    expect(statuses.slice(0, 50).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(50)).toEqual([429, 429]);
    server.passTime(15 * 60 * 1000);
    const later = await server.visitor().post("/api/v1/session", { email, password });
    expect(later.status).toBe(200);
  });
});

describe("a session", () => {
  const { email } = owner;

  async function enter(password: string) {
    const visitor = server.visitor();
    const entered = await visitor.post("/api/v1/session", { email, password });
    expect(entered.status).toBe(200);
    return visitor;
  }

  test("ends at signing out", async () => {
    const visitor = await enter(owner.password);
    const token = visitor.cookies.get("koers-4400");
    expect((await visitor.delete("/api/v1/session")).status).toBe(200);
    expect(visitor.cookies.size).toBe(0);
    const after = await server
      .visitor()
      .get("/api/v1/organization", { cookie: `koers-4400=${token}` });
    expect(after.status).toBe(401);
  });

  test("ends after seven days without use, and after thirty with", async () => {
    const day = 24 * 60 * 60 * 1000;
    const visitor = await enter(owner.password);
    for (let days = 0; days < 28; days += 4) {
      expect((await visitor.get("/api/v1/organization")).status).toBe(200);
      server.passTime(4 * day);
    }
    expect((await visitor.get("/api/v1/organization")).status).toBe(200);
    server.passTime(3 * day);
    expect((await visitor.get("/api/v1/organization")).status).toBe(401);
    const idle = await enter(owner.password);
    server.passTime(8 * day);
    expect((await idle.get("/api/v1/organization")).status).toBe(401);
  });

  test("ends with all others when the password changes", async () => {
    const [here, elsewhere] = [await enter(owner.password), await enter(owner.password)];
    const refused = await here.post("/api/v1/account/password", {
      current: "wrong",
      next: "battery staple",
    });
    expect(refused.status).toBe(401);
    const changed = await here.post("/api/v1/account/password", {
      current: owner.password,
      next: "battery staple",
    });
    expect(changed.status).toBe(200);
    expect((await elsewhere.get("/api/v1/organization")).status).toBe(401);
    const old = await server.visitor().post("/api/v1/session", { email, password: owner.password });
    expect(old.status).toBe(401);
    expect((await (await enter("battery staple")).get("/api/v1/organization")).status).toBe(200);
  });
});

test("a password is stored as argon2id with the parameters of ASVS", async () => {
  const rows = await server.database.withInstance((transaction) =>
    transaction.selectFrom("instance_credential").select("password_hash").execute(),
  );
  for (const { password_hash: hash } of rows) {
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  }
});
