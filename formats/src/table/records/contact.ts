import type { ContactRecord } from "#record.ts";
import { present } from "./present.ts";
import type { RowContext } from "./row-context.ts";

/** A person at a customer. */
export function makeContact(row: RowContext): ContactRecord | undefined {
  const firstName = row.text("firstName");
  const lastName = row.text("lastName");
  const name = row.text("name");
  const email = row.text("email");
  if ((firstName ?? lastName ?? name ?? email) === undefined)
    return row.required("name", "firstName", "lastName", "email");
  return {
    kind: "contact",
    line: row.line,
    ...present({
      externalId: row.text("externalId"),
      firstName,
      lastName,
      name,
      email,
      phone: row.text("phone"),
      role: row.text("role"),
      customer: row.text("customer"),
      customerExternalId: row.text("customerExternalId"),
    }),
  };
}
