import type { Preset } from "./preset.ts";

/**
 * QuickBooks Online, Sales by Product/Service (or Customer) Detail: amounts without tax, credit memos
 * negative. Payments and estimates in the same report are no revenue.
 */
export const quickbooksSales: Preset = {
  name: "quickbooks-sales-detail",
  subject: "invoice-lines",
  headers: [
    "Transaction date",
    "Transaction type",
    "Num",
    "Customer full name",
    "Quantity",
    "Amount",
  ],
  fields: {
    number: "Num",
    issueDate: "Transaction date",
    type: "Transaction type",
    customer: "Customer full name",
    item: ["Product/Service", "Product/Service full name"],
    description: "Memo/Description",
    quantity: "Quantity",
    unitPrice: "Sales price",
    lineNet: "Amount",
  },
  only: { column: "Transaction type", values: ["invoice", "creditmemo", "salesreceipt", "refund"] },
};

/** QuickBooks Online, A/R Aging Detail. */
export const quickbooksAging: Preset = {
  name: "quickbooks-aging-detail",
  subject: "open-items",
  headers: ["Date", "Transaction type", "Num", "Customer full name", "Due date", "Open balance"],
  fields: {
    number: "Num",
    invoiceDate: "Date",
    dueDate: "Due date",
    type: "Transaction type",
    customer: "Customer full name",
    amount: "Amount",
    outstanding: "Open balance",
  },
  only: { column: "Transaction type", values: ["invoice", "creditmemo"] },
};
