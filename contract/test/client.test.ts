import { addressOf, type ClientRequest, client, RequestRefused, routes } from "@koers/contract";
import { describe, expect, test } from "vitest";

describe("the address of an operation", () => {
  test("has its names filled in, written so that they stay one step of the path", () => {
    const { url } = addressOf({ method: "get", path: "/api/v1/customers/{id}" }, { id: "a/b ?" });
    expect(url).toBe("/api/v1/customers/a%2Fb%20%3F");
  });

  test("takes the rest of a reading operation as query, without what is absent", () => {
    const route = { method: "get", path: "/api/v1/portfolio" };
    const { url, rest } = addressOf(route, { from: "2016-01", to: undefined, by: null });
    expect(url).toBe("/api/v1/portfolio?from=2016-01");
    expect(rest).toBeUndefined();
  });

  test("leaves the rest of a changing operation for the body", () => {
    const route = { method: "put", path: "/api/v1/activities/{key}" };
    expect(addressOf(route, { key: "k", kind: "support" })).toEqual({
      url: "/api/v1/activities/k",
      rest: { kind: "support" },
    });
  });
});

describe("the client", () => {
  function answering(status: number, answer: unknown) {
    const sent: ClientRequest[] = [];
    const call = client(routes, async (request) => {
      sent.push(request);
      return { status, json: async () => answer };
    });
    return { call, sent };
  }

  test("sends JSON and gives back what was answered", async () => {
    const { call, sent } = answering(200, { undoStepId: "u" });
    expect(await call("editOrganization", { name: "Bureau" })).toEqual({ undoStepId: "u" });
    expect(sent).toEqual([
      {
        method: "PATCH",
        url: "/api/v1/organization",
        headers: { "content-type": "application/json" },
        body: '{"name":"Bureau"}',
      },
    ]);
  });

  test("throws a refusal with its code, data and number", async () => {
    const error = { code: "not-found", data: { what: "customer" }, requestId: "r-1" };
    const { call } = answering(404, { error });
    const refusal = await call("getCustomer", { id: "none" } as never).catch((thrown) => thrown);
    expect(refusal).toBeInstanceOf(RequestRefused);
    expect(refusal).toMatchObject({ status: 404, ...error });
  });
});
