import type { Preset } from "./preset.ts";

export const xeroContacts: Preset = {
  name: "xero-contacts",
  subject: "customers",
  headers: ["*ContactName", "AccountNumber", "EmailAddress", "POAddressLine1"],
  fields: {
    externalId: "AccountNumber",
    name: "*ContactName",
    email: "EmailAddress",
    phone: ["PhoneNumber", "MobileNumber"],
    website: "Website",
    vatId: "TaxNumber",
    kvk: "CompanyNumber",
    street: "POAddressLine1",
    postcode: "POPostalCode",
    city: "POCity",
    country: "POCountry",
  },
};

/**
 * Xero, sales invoices: one row per line, invoice fields repeated. `Total` includes tax and stands on
 * every line. The line amounts of an export exclude tax.
 */
export const xeroInvoices: Preset = {
  name: "xero-invoices",
  subject: "invoice-lines",
  headers: [
    "ContactName",
    "InvoiceNumber",
    "InvoiceDate",
    "DueDate",
    "Quantity",
    "UnitAmount",
    "LineAmount",
  ],
  fields: {
    number: "InvoiceNumber",
    issueDate: "InvoiceDate",
    dueDate: "DueDate",
    customer: "ContactName",
    customerEmail: "EmailAddress",
    currency: "Currency",
    type: "Type",
    status: "Status",
    gross: "Total",
    item: "InventoryItemCode",
    description: "Description",
    quantity: "Quantity",
    unitPrice: "UnitAmount",
    lineNet: "LineAmount",
    lineVat: "TaxAmount",
    lineProject: ["TrackingOption1"],
  },
  except: { column: "Status", values: ["draft", "voided", "deleted"] },
};
