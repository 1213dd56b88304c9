import type { Preset } from "./preset.ts";

/** Exact Online, open items; amounts in the administration's own currency (`DC`). */
export const exactOpenItems: Preset = {
  name: "exact-open-items",
  subject: "open-items",
  headers: ["AccountCode", "AccountName", "InvoiceNumber", "OutstandingDC"],
  fields: {
    number: "InvoiceNumber",
    customer: "AccountName",
    customerExternalId: "AccountCode",
    invoiceDate: "InvoiceDate",
    dueDate: "DueDate",
    amount: "AmountDC",
    outstanding: "OutstandingDC",
  },
};

export const exactRelations: Preset = {
  name: "exact-relations",
  subject: "customers",
  headers: ["Code", "Name", "ChamberOfCommerce", "VATNumber"],
  fields: {
    externalId: "Code",
    name: "Name",
    kvk: "ChamberOfCommerce",
    vatId: "VATNumber",
    email: "Email",
    phone: "Phone",
    website: "Website",
    street: "AddressLine1",
    postcode: "Postcode",
    city: "City",
    country: "Country",
  },
};
