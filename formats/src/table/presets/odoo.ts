import type { Preset } from "./preset.ts";

/** Odoo, customer invoices with the labels of the English interface. */
export const odooInvoices: Preset = {
  name: "odoo-invoices",
  subject: "invoices",
  headers: ["Number", "Invoice Partner Display Name", "Invoice/Bill Date", "Tax Excluded", "Total"],
  fields: {
    number: "Number",
    issueDate: "Invoice/Bill Date",
    dueDate: "Due Date",
    customer: "Invoice Partner Display Name",
    currency: "Currency",
    status: ["Status", "Payment Status"],
    net: ["Tax Excluded", "Tax Excluded in Currency"],
    gross: ["Total", "Total in Currency"],
  },
};

/** The import-compatible export, with technical names. */
export const odooTechnicalInvoices: Preset = {
  name: "odoo-invoices",
  subject: "invoices",
  headers: ["partner_id/id", "invoice_date", "amount_untaxed"],
  fields: {
    number: ["name", "id"],
    issueDate: "invoice_date",
    dueDate: "invoice_date_due",
    customer: ["invoice_partner_display_name", "partner_id", "partner_id/name", "partner_id/id"],
    customerExternalId: "partner_id/id",
    currency: ["currency_id", "currency_id/name"],
    status: "state",
    net: "amount_untaxed",
    gross: "amount_total",
  },
  except: { column: "state", values: ["draft", "cancel", "cancelled"] },
};
