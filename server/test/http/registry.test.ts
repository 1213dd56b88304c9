import { type Operation, operations } from "@koers/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handlers } from "../../src/http/handlers.ts";
import { openApi } from "../../src/http/open-api.ts";
import { startTestServer, type TestServer } from "../harness/test-server.ts";

const all = Object.values<Operation>(operations);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test("every operation has a handler, and every handler an operation", () => {
  expect(Object.keys(handlers).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
});

test("every operation says who may call it", () => {
  for (const { id, role } of all) {
    expect(["public", "member", "manager", "owner"], id).toContain(role);
  }
});

test("only these are open to anyone", () => {
  expect(all.filter(({ role }) => role === "public").map(({ id }) => id)).toEqual([
    "getSession",
    "createOwner",
    "signIn",
    "signOut",
    "loadExample",
    "openInvitation",
    "acceptInvitation",
    "joinByInvitation",
  ]);
});

test("downloads and streams are the ones that the handlers know", () => {
  const of = (response: string) =>
    all.filter((operation) => operation.response === response).map(({ id }) => id);
  expect(of("file").toSorted()).toEqual(["exportOrganization", "exportPortfolio"]);
  expect(of("events")).toEqual(["watchPreview"]);
});

test("whoever is not signed in gets no further than the public ones", async () => {
  for (const { id, method, path, role } of all) {
    const address = path.replaceAll(/\{\w+\}/g, "1");
    const body = method === "get" || method === "delete" ? undefined : "{}";
    const answer = await server.visitor().send(method.toUpperCase(), address, body);
    if (role === "public") expect(answer.status, id).not.toBe(401);
    else expect([answer.status, answer.body.error.code], id).toEqual([401, "not-signed-in"]);
  }
});

test("no route is reached by another method", async () => {
  const known = new Set(all.map(({ method, path }) => `${method} ${path}`));
  for (const { path } of all) {
    for (const method of ["get", "post", "put", "patch", "delete"]) {
      if (known.has(`${method} ${path}`)) continue;
      const address = path.replaceAll(/\{\w+\}/g, "1");
      if (all.some((one) => one.method === method && matches(one.path, address))) continue;
      const answer = await server.visitor().send(method.toUpperCase(), address);
      expect(answer.status, `${method} ${path}`).toBe(404);
    }
  }
});

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);
}

test("the description names every operation with its role, and resolves its references", async () => {
  const answer = await server.visitor().get("/api/v1/openapi.json");
  expect(answer.body.openapi).toBe("3.1.0");
  const described = Object.values<Record<string, { operationId: string; "x-koers-role": string }>>(
    answer.body.paths,
  ).flatMap((path) => Object.values(path));
  expect(described.map((one) => `${one.operationId} ${one["x-koers-role"]}`).toSorted()).toEqual(
    all.map(({ id, role }) => `${id} ${role}`).toSorted(),
  );
  const text = JSON.stringify(openApi("1"));
  for (const [, reference = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = reference
      .split("/")
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], openApi("1"));
    expect(found, reference).toBeDefined();
  }
});
