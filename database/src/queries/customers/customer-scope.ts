import { type RawBuilder, sql } from "kysely";

/** The customers that a query is about: some, or each one of the organisation. */
export type CustomerScope = readonly string[] | "all";

/** A condition that holds for the rows in scope. */
export function inScope(scope: CustomerScope, column: string): RawBuilder<boolean> {
  if (scope === "all") return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(column)} = any(${scope}::uuid[])`;
}
