import type { Format } from "../reader.ts";

/** What the format calls each part, for problems to name it in the document's own words. */
export type FieldNames = {
  readonly number: string;
  readonly typeCode: string;
  readonly currency: string;
  readonly issueDate: string;
  readonly buyer: string;
  readonly line: string;
  readonly lineAmount: string;
  readonly allowanceAmount: string;
  readonly lines: string;
  readonly allowances: string;
  readonly charges: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly payable: string;
};

const ubl: FieldNames = {
  number: "ID",
  typeCode: "InvoiceTypeCode",
  currency: "DocumentCurrencyCode",
  issueDate: "IssueDate",
  buyer: "AccountingCustomerParty",
  line: "InvoiceLine",
  lineAmount: "LineExtensionAmount",
  allowanceAmount: "Amount",
  lines: "LineExtensionAmount",
  allowances: "AllowanceTotalAmount",
  charges: "ChargeTotalAmount",
  net: "TaxExclusiveAmount",
  tax: "TaxAmount",
  gross: "TaxInclusiveAmount",
  payable: "PayableAmount",
};

const creditNote: FieldNames = { ...ubl, typeCode: "CreditNoteTypeCode", line: "CreditNoteLine" };

const cii: FieldNames = {
  number: "ID",
  typeCode: "TypeCode",
  currency: "InvoiceCurrencyCode",
  issueDate: "IssueDateTime",
  buyer: "BuyerTradeParty",
  line: "IncludedSupplyChainTradeLineItem",
  lineAmount: "LineTotalAmount",
  allowanceAmount: "ActualAmount",
  lines: "LineTotalAmount",
  allowances: "AllowanceTotalAmount",
  charges: "ChargeTotalAmount",
  net: "TaxBasisTotalAmount",
  tax: "TaxTotalAmount",
  gross: "GrandTotalAmount",
  payable: "DuePayableAmount",
};

export function fieldNames(format: Format): FieldNames {
  if (format === "cii") return cii;
  return format === "ubl-credit-note" ? creditNote : ubl;
}
