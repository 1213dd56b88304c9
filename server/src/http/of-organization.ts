import type { Context } from "@koers/business";
import type { OperationId } from "@koers/contract";
import type { Answer, Handler, Input } from "./handler.ts";

/** A handler that does nothing but ask a room about the organisation that one is in. */
export function ofOrganization<Id extends OperationId>(
  ask: (context: Context, input: Input<Id>) => Promise<Answer<Id>>,
): Handler<Id> {
  return async (input, call) => ask(await call.context(), input);
}
