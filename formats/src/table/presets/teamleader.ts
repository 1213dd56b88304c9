import type { Preset } from "./preset.ts";

/** Teamleader Focus, invoices in Dutch; columns are chosen by the user, so most may be missing. */
export const teamleaderInvoices: Preset = {
  name: "teamleader-invoices",
  subject: "invoices",
  headers: ["Klantnaam", "Factuurnummer", "Factuurdatum", "Betalingstermijn", "Bedrag excl. btw"],
  fields: {
    number: "Factuurnummer",
    issueDate: "Factuurdatum",
    dueDate: "Vervaldatum",
    paidDate: ["Betaald op", "Betaaldatum"],
    currency: ["Munt", "Valuta"],
    customer: "Klantnaam",
    project: "Project",
    net: "Bedrag excl. btw",
    gross: "Bedrag incl. btw",
  },
};

/** The same in English. */
export const teamleaderEnglishInvoices: Preset = {
  name: "teamleader-invoices",
  subject: "invoices",
  headers: ["Name customer", "Invoice number", "Invoice date", "Amount excl. VAT"],
  fields: {
    number: "Invoice number",
    issueDate: "Invoice date",
    dueDate: "Due date",
    paidDate: ["Paid on", "Payment date"],
    currency: "Currency",
    customer: "Name customer",
    project: "Project",
    net: "Amount excl. VAT",
    gross: "Amount incl. VAT",
  },
};
