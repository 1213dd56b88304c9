import { addressOf, type Operation } from "@koers/contract";
import type { Answer, Visitor } from "./visitor.ts";

/** Calls an operation of the registry with an input, as whoever visits. */
export function callOperation(
  visitor: Visitor,
  operation: Operation,
  input: object,
): Promise<Answer> {
  const { method, path } = operation;
  const bytes = operation.body === "bytes";
  const { url, rest } = addressOf({ method, path }, input as Record<string, unknown>, bytes);
  const body = bytes ? new Uint8Array([97]) : rest === undefined ? undefined : JSON.stringify(rest);
  const type = bytes ? "application/octet-stream" : "application/json";
  const headers: Record<string, string> = body === undefined ? {} : { "content-type": type };
  return visitor.send(method.toUpperCase(), url, body, headers);
}
