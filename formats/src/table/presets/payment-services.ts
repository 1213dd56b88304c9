import type { Preset } from "./preset.ts";

/** GoCardless, payments: amounts received, tax included. */
export const gocardlessPayments: Preset = {
  name: "gocardless-payments",
  subject: "invoices",
  headers: ["id", "created_at", "charge_date", "amount", "currency", "customers.company_name"],
  fields: {
    number: "id",
    issueDate: "created_at",
    paidDate: "charge_date",
    currency: "currency",
    customer: "customers.company_name",
    customerExternalId: ["customers.id", "links.customer"],
    customerEmail: "customers.email",
    status: "status",
    gross: "amount",
  },
  only: { column: "status", values: ["confirmed", "paidout"] },
};

/** PayPal, activity: received payments, tax included; withdrawals and fees are left out by their status. */
export const paypalPayments: Preset = {
  name: "paypal-activity",
  subject: "invoices",
  headers: ["Date", "Time", "Name", "Type", "Status", "Currency", "Gross", "Fee", "Net"],
  fields: {
    number: "Transaction ID",
    issueDate: "Date",
    paidDate: "Date",
    currency: "Currency",
    customer: "Name",
    customerEmail: "From Email Address",
    status: "Status",
    gross: "Gross",
  },
  only: { column: "Status", values: ["completed", "voltooid"] },
};
