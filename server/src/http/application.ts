import type { IncomingMessage } from "node:http";
import { KoersError } from "@koers/business";
import { type Operation, operations } from "@koers/contract";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import type { z } from "zod";
import { allowedHosts } from "../configuration.ts";
import { faultOf } from "../log.ts";
import { servePages } from "../pages/serve-pages.ts";
import type { Services } from "../services.ts";
import { authorize } from "./authorize.ts";
import { createCall, credentialsOf } from "./call.ts";
import { refusalOf } from "./error-response.ts";
import type { Call, Download, Handlers } from "./handler.ts";
import { handlers as registered } from "./handlers.ts";
import { openApi } from "./open-api.ts";
import { readBytes, readJson } from "./read-body.ts";
import { readInput } from "./read-input.ts";
import { requireSameOrigin } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";
import { sendEvents, sendFile } from "./send-answer.ts";
import { sessionCookie } from "./session-cookie.ts";
import { strictSchema } from "./strict-schema.ts";

type Environment = {
  Bindings: { incoming?: IncomingMessage };
  Variables: { requestId: string; operation: string; code: string };
};
type RequestContext = Context<Environment>;

export type Application = Hono<Environment>;

type Options = {
  readonly handlers?: Handlers;
  /** For tests: hold every answer against the operation's shape. */
  readonly checkAnswers?: boolean;
};

/** Koers over HTTP: every operation of the registry as a route, and the pages. */
export function createApplication(services: Services, options: Options = {}): Application {
  const { configuration, log, newId } = services;
  const { handlers = registered, checkAnswers = false } = options;
  const hosts = allowedHosts(configuration);
  const app: Application = new Hono<Environment>();

  app.use(async (context, next) => {
    const started = performance.now();
    const requestId = newId();
    context.set("requestId", requestId);
    await next();
    context.header("x-request-id", requestId);
    const operation = context.get("operation");
    if (operation === undefined) return;
    const code = context.get("code");
    log("info", {
      event: "request",
      requestId,
      operation,
      status: context.res.status,
      milliseconds: Math.round(performance.now() - started),
      ...(code === undefined ? {} : { code }),
    });
  });
  app.use(securityHeaders(configuration.publicUrl?.protocol === "https:"));
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (!hosts.has(hostname)) throw new KoersError("origin-refused", { host: "not-allowed" });
    await next();
  });

  app.onError((error, context) => {
    const requestId = context.get("requestId");
    const { status, body, fault } = refusalOf(error, requestId);
    context.set("code", body.error.code);
    if (fault) {
      const operation = context.get("operation") ?? "none";
      log("error", { event: "fault", requestId, operation, ...faultOf(error) });
    }
    return context.json(body, status, { "cache-control": "no-store" });
  });

  app.get("/health", async (context) => {
    context.set("operation", "health");
    await (await services.database()).ping();
    return context.json({ status: "ok", version: configuration.version });
  });

  // Streams come before compression, which would hold their events back.
  for (const operation of Object.values<Operation>(operations)) {
    if (operation.response !== "events")
      app.on(methodOf(operation), routeOf(operation), compress());
    app.on(
      methodOf(operation),
      routeOf(operation),
      respond(services, operation, handlers, checkAnswers),
    );
  }
  app.get("/api/v1/openapi.json", compress(), (context) =>
    context.json(openApi(configuration.version)),
  );
  app.all("/api/*", () => {
    throw new KoersError("not-found");
  });
  if (configuration.webFolder !== null) app.get("*", servePages(configuration.webFolder));
  app.notFound(() => {
    throw new KoersError("not-found");
  });
  return app;
}

function methodOf(operation: Operation): string {
  return operation.method.toUpperCase();
}

function routeOf(operation: Operation): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, ":$1");
}

function respond(
  services: Services,
  operation: Operation,
  handlers: Handlers,
  checkAnswers: boolean,
) {
  const schema = strictSchema(operation.input);
  const cookie = sessionCookie(services.configuration);
  const handler = handlers[operation.id as keyof Handlers] as (
    input: unknown,
    call: Call,
  ) => Promise<unknown>;

  return async (context: RequestContext): Promise<Response> => {
    context.set("operation", operation.id);
    const request = context.req.raw;
    const remote = context.env?.incoming?.socket.remoteAddress;
    const credentials = credentialsOf(services, { request, remote }, cookie);
    // Who asks is settled before a byte of what is asked is read.
    if (operation.method !== "get" && credentials.bearer === null) {
      requireSameOrigin(request, services.configuration.publicUrl);
    }
    const stop = new AbortController();
    const call = await createCall(services, {
      ...credentials,
      body: operation.body === "bytes" ? readBytes(request) : null,
      signal: AbortSignal.any([request.signal, stop.signal]),
      setSession: (token) => context.header("set-cookie", cookie.write(token)),
    });
    authorize(call.identity, operation.role);
    const hasJson = operation.body !== "bytes" && !["get", "delete"].includes(operation.method);
    const input = readInput(schema, operation, {
      path: context.req.param() as Record<string, string>,
      query: new URL(request.url).searchParams,
      body: hasJson ? await readJson(request) : undefined,
    });
    const answer = await handler(input, call);
    if (operation.response === "file") return sendFile(answer as Download);
    if (operation.response === "events") return sendEvents(context, answer as never, stop);
    context.header("cache-control", "no-store");
    return context.json((checkAnswers ? checked(operation.output, answer) : answer) as object);
  };
}

function checked(schema: z.ZodType, answer: unknown): unknown {
  return strictSchema(schema).parse(answer);
}
