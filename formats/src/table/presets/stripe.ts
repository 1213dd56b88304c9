import type { Preset } from "./preset.ts";

/** Stripe, invoices. `Subtotal` is without tax. */
export const stripeInvoices: Preset = {
  name: "stripe-invoices",
  subject: "invoices",
  headers: ["id", "Amount Due", "Currency", "Customer", "Number", "Subtotal", "Total"],
  fields: {
    number: "Number",
    issueDate: ["Date (UTC)", "Created (UTC)", "Date"],
    dueDate: ["Due Date (UTC)", "Due Date"],
    currency: "Currency",
    customer: ["Customer Name", "Customer Description", "Customer"],
    customerExternalId: ["Customer ID", "Customer"],
    customerEmail: "Customer Email",
    status: "Status",
    net: "Subtotal",
    gross: "Total",
  },
  except: { column: "Status", values: ["draft", "void"] },
};

/** Stripe, payments: an amount received, tax included. */
export const stripePayments: Preset = {
  name: "stripe-payments",
  subject: "invoices",
  headers: [
    "id",
    "Created (UTC)",
    "Amount",
    "Amount Refunded",
    "Currency",
    "Customer ID",
    "Status",
  ],
  fields: {
    number: "id",
    issueDate: "Created (UTC)",
    paidDate: "Created (UTC)",
    currency: "Currency",
    customer: ["Customer Description", "Customer Email", "Customer ID"],
    customerExternalId: "Customer ID",
    customerEmail: "Customer Email",
    status: "Status",
    gross: "Amount",
    vat: "Tax",
  },
  only: { column: "Status", values: ["paid", "succeeded"] },
};
