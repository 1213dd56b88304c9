import { KoersError } from "@koers/business";
import type { Operation } from "@koers/contract";
import type { z } from "zod";

type Parts = {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
};

const deepest = 32;

/** Puts path, query and body together into one input and holds it against the operation's shape. */
export function readInput(schema: z.ZodType, operation: Operation, parts: Parts): unknown {
  const input = new Map<string, unknown>(Object.entries(parts.path));
  for (const [name, value] of fieldsOf(operation, parts)) {
    // A name that came before (in the path, or twice in the query) could mean either.
    if (input.has(name)) throw new KoersError("input-invalid", { field: name });
    input.set(name, value);
  }
  for (const [name, value] of input) requireStorable(name, value, 0);
  const parsed = schema.safeParse(Object.fromEntries(input));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys : [];
  const field = [...(issue?.path ?? []), ...unknown.slice(0, 1)].map(String).join(".");
  throw new KoersError("input-invalid", { field: field === "" ? "input" : field });
}

function fieldsOf(operation: Operation, { query, body }: Parts): Iterable<[string, unknown]> {
  if (operation.method === "get" || operation.method === "delete" || operation.body === "bytes") {
    return query;
  }
  const [extra] = query.keys();
  if (extra !== undefined) throw new KoersError("input-invalid", { field: extra });
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new KoersError("input-invalid", { field: "body" });
  }
  return Object.entries(body);
}

/**
 * Refuses what no text of ours may hold and a database would stumble over: NUL, half a surrogate pair,
 * a key that reaches for the prototype, nesting without end.
 */
function requireStorable(name: string, value: unknown, depth: number): void {
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed()) {
      throw new KoersError("input-invalid", { field: name });
    }
  } else if (typeof value === "object" && value !== null) {
    if (depth > deepest) throw new KoersError("input-invalid", { field: name });
    for (const [key, item] of Object.entries(value)) {
      if (key === "__proto__") throw new KoersError("input-invalid", { field: name });
      requireStorable(name, key, depth + 1);
      requireStorable(name, item, depth + 1);
    }
  }
}
