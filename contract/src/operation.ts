import type { z } from "zod";

/** Who may call an operation. Each role may do all that the ones before it may. */
export type Role = "public" | "member" | "manager" | "owner";

/**
 * One thing that can be asked of Koers: the route, who may call it, and the shapes of what goes in and
 * what comes out. Server, typed client, API description and command line are all made from this.
 *
 * Input is one object: names in braces in `path` come from the path, the rest from the query (GET and
 * DELETE) or the JSON body.
 */
export type Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly id: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly path: `/api/v1/${string}`;
  readonly summary: string;
  readonly role: Role;
  readonly input: Input;
  readonly output: Output;
  /** `bytes`: the request body is the file itself and the input comes from path and query. */
  readonly body?: "json" | "bytes";
  /** `file`: the answer is a download; `events`: a stream of server-sent events of the output's shape. */
  readonly response?: "json" | "file" | "events";
};

/** Keeps the exact types of an operation while checking its form. */
export function operation<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Operation<Input, Output>,
): Operation<Input, Output> {
  return definition;
}
