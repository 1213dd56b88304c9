import type { Preset } from "./preset.ts";

/** AFAS Profit, open items of debtors. */
export const afasOpenItems: Preset = {
  name: "afas-open-items",
  subject: "open-items",
  headers: ["Factuurnr.", "Naam", "Deb.nr.", "Vervalt", "Factuur", "Saldo"],
  fields: {
    number: "Factuurnr.",
    customer: "Naam",
    customerExternalId: "Deb.nr.",
    dueDate: "Vervalt",
    invoiceDate: ["Factuurdatum", "Datum"],
    amount: "Factuur",
    outstanding: "Saldo",
  },
};
