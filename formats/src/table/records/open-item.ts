import type { OpenItemRecord } from "#record.ts";
import { present } from "./present.ts";
import type { RowContext } from "./row-context.ts";

export function makeOpenItem(row: RowContext): OpenItemRecord | undefined {
  const number = row.text("number");
  const outstanding = row.amount("outstanding");
  const amount = row.amount("amount");
  const invoiceDate = row.date("invoiceDate");
  const dueDate = row.date("dueDate");
  if (number === undefined) return row.required("number");
  if (outstanding === undefined) return row.required("outstanding");
  return {
    kind: "open-item",
    line: row.line,
    number,
    outstanding,
    ...present({
      customer: row.text("customer"),
      customerExternalId: row.text("customerExternalId"),
      invoiceDate,
      dueDate,
      currency: row.currency(),
      amount,
    }),
  };
}
