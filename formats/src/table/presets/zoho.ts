import type { Preset } from "./preset.ts";

/** Zoho Books, Invoice.csv: one row per line; `SubTotal` and `Total` are of the whole invoice. */
export const zohoInvoices: Preset = {
  name: "zoho-invoices",
  subject: "invoice-lines",
  headers: [
    "Invoice Date",
    "Invoice Number",
    "Invoice Status",
    "Customer Name",
    "Item Name",
    "Item Total",
    "SubTotal",
  ],
  fields: {
    number: "Invoice Number",
    issueDate: "Invoice Date",
    dueDate: "Due Date",
    paidDate: "Last Payment Date",
    customer: "Customer Name",
    customerExternalId: "Customer ID",
    currency: "Currency Code",
    status: "Invoice Status",
    net: "SubTotal",
    gross: "Total",
    item: "Item Name",
    description: "Item Desc",
    quantity: "Quantity",
    unit: "Usage unit",
    unitPrice: "Item Price",
    lineNet: "Item Total",
    lineProject: "Project Name",
  },
  except: { column: "Invoice Status", values: ["draft", "void"] },
};
