import type { HourRecord } from "#record.ts";
import { present } from "./present.ts";
import type { RowContext } from "./row-context.ts";

export function makeHour(row: RowContext): HourRecord | undefined {
  const date = row.date("date");
  const seconds = row.seconds("duration");
  const amounts = present({
    billRate: row.amount("billRate"),
    billAmount: row.amount("billAmount"),
    costRate: row.amount("costRate"),
    costAmount: row.amount("costAmount"),
  });
  if (date === undefined) return row.required("date");
  if (seconds === undefined) return row.required("duration");
  const names = [row.text("personFirstName"), row.text("personLastName")].filter(
    (name) => name !== undefined,
  );
  return {
    kind: "hour",
    line: row.line,
    date,
    seconds,
    ...present({
      person: row.text("person") ?? (names.length > 0 ? names.join(" ") : undefined),
      personEmail: row.text("personEmail"),
      customer: row.text("customer"),
      customerExternalId: row.text("customerExternalId"),
      project: row.text("project"),
      projectCode: row.text("projectCode"),
      activity: row.text("activity"),
      description: row.text("description"),
      billable: row.boolean("billable"),
      invoiced: row.boolean("invoiced"),
      currency: Object.keys(amounts).length > 0 ? row.currency() : row.saidCurrency(),
    }),
    ...amounts,
  };
}
