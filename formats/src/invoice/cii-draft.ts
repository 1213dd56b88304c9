import {
  childrenOf,
  type Element,
  type Field,
  fieldAt,
  fieldOf,
  find,
  findAll,
  isTrueAt,
  textAt,
} from "../element/element.ts";
import type { Party } from "../record.ts";
import type { AllowanceDraft, DateField, InvoiceDraft, LineDraft } from "./invoice-draft.ts";
import { sortIdentifiers, type WrittenIdentifier } from "./party-identifiers.ts";
import { repeatedIn } from "./repeated.ts";

const onceInTotal = [
  "LineTotalAmount",
  "ChargeTotalAmount",
  "AllowanceTotalAmount",
  "TaxBasisTotalAmount",
  "RoundingAmount",
  "GrandTotalAmount",
  "TotalPrepaidAmount",
  "DuePayableAmount",
];

/** Reads the head of a `CrossIndustryInvoice`; its lines were read one by one before. */
export function readCiiDraft(root: Element, lines: readonly LineDraft[]): InvoiceDraft {
  const document = find(root, "ExchangedDocument");
  const transaction = find(root, "SupplyChainTradeTransaction");
  const agreement = find(transaction, "ApplicableHeaderTradeAgreement");
  const settlement = find(transaction, "ApplicableHeaderTradeSettlement");
  const total = find(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
  const guideline = textAt(
    root,
    "ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID",
  );
  const number = fieldAt(document, "ID");
  const typeCode = fieldAt(document, "TypeCode");
  const currency = fieldAt(settlement, "InvoiceCurrencyCode");
  const issueDate = dateAt(document, "IssueDateTime/DateTimeString");
  const dueDate = dateAt(settlement, "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString");
  const seller = readParty(find(agreement, "SellerTradeParty"));
  const buyer = readParty(find(agreement, "BuyerTradeParty"));
  const project = textAt(agreement, "SpecifiedProcuringProject/ID");
  return {
    format: "cii",
    line: root.line,
    ...(guideline !== undefined && { guideline }),
    ...(number && { number }),
    ...(typeCode && { typeCode }),
    ...(currency && { currency }),
    ...(issueDate && { issueDate }),
    ...(dueDate && { dueDate }),
    totals: totalsOf(total),
    taxes: taxesOf(settlement, total, currency),
    allowances: [
      ...childrenOf(settlement, "SpecifiedTradeAllowanceCharge").map(readAllowance),
      ...childrenOf(settlement, "SpecifiedLogisticsServiceCharge").map(readFreight),
    ],
    ...(seller && { seller }),
    ...(buyer && { buyer }),
    precedingInvoices: findAll(settlement, "InvoiceReferencedDocument/IssuerAssignedID").flatMap(
      (id) => id.text.trim() || [],
    ),
    ...(project !== undefined && { project }),
    lines,
    repeated: [
      ...repeatedIn(root, ["ExchangedDocument", "SupplyChainTradeTransaction"]),
      ...repeatedIn(document, ["ID", "TypeCode", "IssueDateTime"]),
      ...repeatedIn(transaction, [
        "ApplicableHeaderTradeAgreement",
        "ApplicableHeaderTradeSettlement",
      ]),
      ...repeatedIn(settlement, [
        "InvoiceCurrencyCode",
        "SpecifiedTradeSettlementHeaderMonetarySummation",
      ]),
      ...repeatedIn(total, onceInTotal),
    ],
  };
}

function totalsOf(total: Element | undefined): InvoiceDraft["totals"] {
  const fields: Record<string, Field | undefined> = {
    lines: fieldAt(total, "LineTotalAmount"),
    allowances: fieldAt(total, "AllowanceTotalAmount"),
    charges: fieldAt(total, "ChargeTotalAmount"),
    net: fieldAt(total, "TaxBasisTotalAmount"),
    gross: fieldAt(total, "GrandTotalAmount"),
    prepaid: fieldAt(total, "TotalPrepaidAmount"),
    rounding: fieldAt(total, "RoundingAmount"),
    payable: fieldAt(total, "DuePayableAmount"),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
}

// The categories carry no currency; they are those of the document.
function taxesOf(
  settlement: Element | undefined,
  total: Element | undefined,
  currency: Field | undefined,
): InvoiceDraft["taxes"] {
  const categories = childrenOf(settlement, "ApplicableTradeTax")
    .filter((tax) => (textAt(tax, "TypeCode") ?? "VAT") === "VAT")
    .flatMap((tax) => fieldAt(tax, "CalculatedAmount") ?? []);
  return childrenOf(total, "TaxTotalAmount").map((amount) => {
    const written = amount.attributes.get("currencyID") ?? currency?.text;
    return { total: fieldOf(amount), categories: written === currency?.text ? categories : [] };
  });
}

/** Reads an `IncludedSupplyChainTradeLineItem`. */
export function readCiiLine(line: Element): LineDraft {
  const settlement = find(line, "SpecifiedLineTradeSettlement");
  const summation = find(settlement, "SpecifiedTradeSettlementLineMonetarySummation");
  const number = textAt(line, "AssociatedDocumentLineDocument/LineID");
  const item = textAt(line, "SpecifiedTradeProduct/Name");
  const description = textAt(line, "SpecifiedTradeProduct/Description");
  const net = fieldAt(summation, "LineTotalAmount");
  const quantity = fieldAt(line, "SpecifiedLineTradeDelivery/BilledQuantity");
  const unitPrice = fieldAt(
    line,
    "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount",
  );
  return {
    line: line.line,
    ...(number !== undefined && { number }),
    ...(description !== undefined && { description }),
    ...(item !== undefined && { item }),
    ...(net && { net }),
    ...(quantity && { quantity }),
    ...(unitPrice && { unitPrice }),
    discounts: childrenOf(settlement, "SpecifiedTradeAllowanceCharge")
      .filter((one) => !isTrueAt(one, "ChargeIndicator/Indicator"))
      .flatMap((one) => fieldAt(one, "ActualAmount") ?? []),
    repeated: repeatedIn(summation, ["LineTotalAmount"]),
  };
}

function readAllowance(element: Element): AllowanceDraft {
  const amount = fieldAt(element, "ActualAmount");
  const reason = textAt(element, "Reason");
  return {
    line: element.line,
    charge: isTrueAt(element, "ChargeIndicator/Indicator"),
    ...(amount && { amount }),
    ...(reason !== undefined && { reason }),
  };
}

// Only in the extended profile; counted among the charges.
function readFreight(element: Element): AllowanceDraft {
  const amount = fieldAt(element, "AppliedAmount");
  const reason = textAt(element, "Description");
  return {
    line: element.line,
    charge: true,
    ...(amount && { amount }),
    ...(reason !== undefined && { reason }),
  };
}

/** True for a line that only groups or explains others: its amount is not part of the sum. */
export function isInformationLine(line: Element): boolean {
  const status = textAt(line, "AssociatedDocumentLineDocument/LineStatusReasonCode");
  return status === "GROUP" || status === "INFORMATION";
}

function dateAt(element: Element | undefined, path: string): DateField | undefined {
  const field = fieldAt(element, path);
  return field && { ...field, form: "compact" };
}

function readParty(party: Element | undefined): Party | undefined {
  if (party === undefined) return undefined;
  const address = find(party, "PostalTradeAddress");
  const contact = find(party, "DefinedTradeContact");
  const name =
    textAt(party, "Name") ?? textAt(party, "SpecifiedLegalOrganization/TradingBusinessName");
  const country = textAt(address, "CountryID");
  const street = textAt(address, "LineOne");
  const postcode = textAt(address, "PostcodeCode");
  const city = textAt(address, "CityName");
  const phone = textAt(contact, "TelephoneUniversalCommunication/CompleteNumber");
  const vatIds = findAll(party, "SpecifiedTaxRegistration/ID")
    .filter((id) => id.attributes.get("schemeID") === "VA" && id.text.trim() !== "")
    .map((id) => id.text.trim());
  const { email: endpointEmail, ...identifiers } = sortIdentifiers(
    identifiersAt(party, "SpecifiedLegalOrganization/ID"),
    ["ID", "GlobalID", "URIUniversalCommunication/URIID"].flatMap((path) =>
      identifiersAt(party, path),
    ),
    vatIds,
    country,
  );
  const email = textAt(contact, "EmailURIUniversalCommunication/URIID") ?? endpointEmail;
  return {
    ...(name !== undefined && { name }),
    ...identifiers,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(street !== undefined && { street }),
    ...(postcode !== undefined && { postcode }),
    ...(city !== undefined && { city }),
    ...(country !== undefined && { country }),
  };
}

function identifiersAt(party: Element, path: string): readonly WrittenIdentifier[] {
  return findAll(party, path).flatMap((element) => {
    const text = element.text.trim();
    const scheme = element.attributes.get("schemeID");
    if (text === "") return [];
    return scheme === undefined || scheme === "" ? { text } : { text, scheme };
  });
}
