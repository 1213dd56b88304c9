import type { z } from "zod";
import type { ErrorBody, ErrorCode } from "./error-code.ts";
import type { OperationId, Operations } from "./operations.ts";

/** What an operation takes, before defaults are filled in. */
export type InputOf<Id extends OperationId> = z.input<Operations[Id]["input"]>;
export type OutputOf<Id extends OperationId> = z.output<Operations[Id]["output"]>;

/** Method and path per operation: all of the registry that a client needs at run time. */
export type Routes = Readonly<
  Record<OperationId, { readonly method: string; readonly path: string }>
>;

/** A refusal by the server, with the code that `phrases` has a sentence for. */
export class RequestRefused extends Error {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly requestId: string;
  constructor(
    status: number,
    code: ErrorCode,
    data: Readonly<Record<string, unknown>>,
    requestId = "",
  ) {
    super(code);
    this.name = "RequestRefused";
    this.status = status;
    this.code = code;
    this.data = data;
    this.requestId = requestId;
  }
}

export type ClientRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
};

export type ClientResponse = { readonly status: number; json(): Promise<unknown> };

export type Send = (request: ClientRequest) => Promise<ClientResponse>;

export type Client = <Id extends OperationId>(
  id: Id,
  input: InputOf<Id>,
  body?: unknown,
) => Promise<OutputOf<Id>>;

/** The address of an operation with its input filled in; what is left over goes to query or body. */
export function addressOf(
  route: { readonly method: string; readonly path: string },
  input: Readonly<Record<string, unknown>>,
  bytes = false,
): { readonly url: string; readonly rest: Readonly<Record<string, unknown>> | undefined } {
  const left = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name);
    left.delete(name);
    return encodeURIComponent(String(value));
  });
  if (bytes || route.method === "get" || route.method === "delete") {
    const query = [...left]
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
      .join("&");
    return { url: query === "" ? path : `${path}?${query}`, rest: undefined };
  }
  return { url: path, rest: Object.fromEntries(left) };
}

/** A typed client over any way of sending: `fetch` in the browser, the server itself in a test. */
export function client(routes: Routes, send: Send): Client {
  return async (id, input, body) => {
    const route = routes[id];
    const { url, rest } = addressOf(route, input as Record<string, unknown>, body !== undefined);
    const headers: Record<string, string> = {};
    if (rest !== undefined) headers["content-type"] = "application/json";
    if (body !== undefined) headers["content-type"] = "application/octet-stream";
    const response = await send({
      method: route.method.toUpperCase(),
      url,
      headers,
      ...(body !== undefined ? { body } : rest !== undefined ? { body: JSON.stringify(rest) } : {}),
    });
    const answer = await response.json();
    if (response.status >= 400) {
      const { error } = answer as ErrorBody;
      throw new RequestRefused(response.status, error.code, error.data, error.requestId);
    }
    return answer as OutputOf<typeof id>;
  };
}
