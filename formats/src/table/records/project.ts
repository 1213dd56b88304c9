import type { ProjectRecord } from "#record.ts";
import { present } from "./present.ts";
import type { RowContext } from "./row-context.ts";

export function makeProject(row: RowContext): ProjectRecord | undefined {
  const name = row.text("name");
  if (name === undefined) return row.required("name");
  const budgetAmount = row.amount("budgetAmount");
  return {
    kind: "project",
    line: row.line,
    name,
    ...present({
      externalId: row.text("externalId"),
      code: row.text("code"),
      customer: row.text("customer"),
      customerExternalId: row.text("customerExternalId"),
      startDate: row.date("startDate"),
      endDate: row.date("endDate"),
      budgetHours: row.decimal("budgetHours"),
      budgetAmount,
      currency: budgetAmount === undefined ? row.saidCurrency() : row.currency(),
    }),
  };
}
