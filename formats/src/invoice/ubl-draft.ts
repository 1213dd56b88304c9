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

const once = [
  "ID",
  "IssueDate",
  "DueDate",
  "InvoiceTypeCode",
  "CreditNoteTypeCode",
  "DocumentCurrencyCode",
  "AccountingSupplierParty",
  "AccountingCustomerParty",
  "LegalMonetaryTotal",
];
const onceInTotal = [
  "LineExtensionAmount",
  "TaxExclusiveAmount",
  "TaxInclusiveAmount",
  "AllowanceTotalAmount",
  "ChargeTotalAmount",
  "PrepaidAmount",
  "PayableRoundingAmount",
  "PayableAmount",
];
const onceInLine = ["LineExtensionAmount", "InvoicedQuantity", "CreditedQuantity"];

/** Reads the head of a UBL 2 `Invoice` or `CreditNote`; its lines were read one by one before. */
export function readUblDraft(root: Element, lines: readonly LineDraft[]): InvoiceDraft {
  const total = find(root, "LegalMonetaryTotal");
  const number = fieldAt(root, "ID");
  const guideline = textAt(root, "CustomizationID");
  const typeCode = fieldAt(root, "InvoiceTypeCode") ?? fieldAt(root, "CreditNoteTypeCode");
  const currency = fieldAt(root, "DocumentCurrencyCode");
  const issueDate = dateAt(root, "IssueDate");
  // A credit note has no due date of its own; its payment means may have one.
  const dueDate = dateAt(root, "DueDate") ?? dateAt(root, "PaymentMeans/PaymentDueDate");
  const seller = readParty(find(root, "AccountingSupplierParty/Party"));
  const buyer = readParty(find(root, "AccountingCustomerParty/Party"));
  const project = textAt(root, "ProjectReference/ID");
  return {
    format: root.name === "CreditNote" ? "ubl-credit-note" : "ubl-invoice",
    line: root.line,
    ...(guideline !== undefined && { guideline }),
    ...(number && { number }),
    ...(typeCode && { typeCode }),
    ...(currency && { currency }),
    ...(issueDate && { issueDate }),
    ...(dueDate && { dueDate }),
    totals: totalsOf(total),
    taxes: childrenOf(root, "TaxTotal").flatMap((tax) =>
      childrenOf(tax, "TaxAmount").map((amount) => ({
        total: fieldOf(amount),
        categories: findAll(tax, "TaxSubtotal/TaxAmount").map(fieldOf),
      })),
    ),
    allowances: childrenOf(root, "AllowanceCharge").map(readAllowance),
    ...(seller && { seller }),
    ...(buyer && { buyer }),
    precedingInvoices: findAll(root, "BillingReference/InvoiceDocumentReference/ID").flatMap(
      (id) => id.text.trim() || [],
    ),
    ...(project !== undefined && { project }),
    lines,
    repeated: [...repeatedIn(root, once), ...repeatedIn(total, onceInTotal)],
  };
}

function totalsOf(total: Element | undefined): InvoiceDraft["totals"] {
  const fields: Record<string, Field | undefined> = {
    lines: fieldAt(total, "LineExtensionAmount"),
    allowances: fieldAt(total, "AllowanceTotalAmount"),
    charges: fieldAt(total, "ChargeTotalAmount"),
    net: fieldAt(total, "TaxExclusiveAmount"),
    gross: fieldAt(total, "TaxInclusiveAmount"),
    prepaid: fieldAt(total, "PrepaidAmount"),
    rounding: fieldAt(total, "PayableRoundingAmount"),
    payable: fieldAt(total, "PayableAmount"),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
}

/** Reads an `InvoiceLine` or `CreditNoteLine`. */
export function readUblLine(line: Element): LineDraft {
  const number = textAt(line, "ID");
  const item = textAt(line, "Item/Name");
  const description = textAt(line, "Item/Description") ?? textAt(line, "Note");
  const net = fieldAt(line, "LineExtensionAmount");
  const quantity = fieldAt(line, "InvoicedQuantity") ?? fieldAt(line, "CreditedQuantity");
  const unitPrice = fieldAt(line, "Price/PriceAmount");
  const project = projectOfLine(line);
  return {
    line: line.line,
    ...(number !== undefined && { number }),
    ...(description !== undefined && { description }),
    ...(item !== undefined && { item }),
    ...(net && { net }),
    ...(quantity && { quantity }),
    ...(unitPrice && { unitPrice }),
    discounts: childrenOf(line, "AllowanceCharge")
      .filter((one) => !isTrueAt(one, "ChargeIndicator"))
      .flatMap((one) => fieldAt(one, "Amount") ?? []),
    ...(project !== undefined && { project }),
    repeated: repeatedIn(line, onceInLine),
  };
}

// A line has no project of its own in UBL; guidelines put it among the document references (code 50).
function projectOfLine(line: Element): string | undefined {
  const reference = childrenOf(line, "DocumentReference").find(
    (one) => textAt(one, "DocumentTypeCode") === "50",
  );
  return textAt(reference, "ID");
}

function readAllowance(element: Element): AllowanceDraft {
  const amount = fieldAt(element, "Amount");
  const reason = textAt(element, "AllowanceChargeReason");
  return {
    line: element.line,
    charge: isTrueAt(element, "ChargeIndicator"),
    ...(amount && { amount }),
    ...(reason !== undefined && { reason }),
  };
}

function dateAt(root: Element, path: string): DateField | undefined {
  const field = fieldAt(root, path);
  return field && { ...field, form: "extended" };
}

function readParty(party: Element | undefined): Party | undefined {
  if (party === undefined) return undefined;
  const address =
    find(party, "PostalAddress") ?? find(party, "PartyLegalEntity/RegistrationAddress");
  const name =
    textAt(party, "PartyLegalEntity/RegistrationName") ??
    textAt(party, "PartyName/Name") ??
    personName(party);
  const country = textAt(address, "Country/IdentificationCode");
  const street = [textAt(address, "StreetName"), textAt(address, "BuildingNumber")]
    .filter((part) => part !== undefined)
    .join(" ");
  const email = textAt(party, "Contact/ElectronicMail");
  const phone = textAt(party, "Contact/Telephone");
  const postcode = textAt(address, "PostalZone");
  const city = textAt(address, "CityName");
  const { email: endpointEmail, ...identifiers } = sortIdentifiers(
    identifiersAt(party, "PartyLegalEntity/CompanyID"),
    [...identifiersAt(party, "PartyIdentification/ID"), ...identifiersAt(party, "EndpointID")],
    vatIdsOf(party),
    country,
  );
  const mailbox = email ?? endpointEmail;
  return {
    ...(name !== undefined && { name }),
    ...identifiers,
    ...(mailbox !== undefined && { email: mailbox }),
    ...(phone !== undefined && { phone }),
    ...(street !== "" && { street }),
    ...(postcode !== undefined && { postcode }),
    ...(city !== undefined && { city }),
    ...(country !== undefined && { country }),
  };
}

function personName(party: Element): string | undefined {
  const names = ["FirstName", "MiddleName", "FamilyName"].flatMap(
    (part) => textAt(party, `Person/${part}`) ?? [],
  );
  return names.length === 0 ? undefined : names.join(" ");
}

function identifiersAt(party: Element, path: string): readonly WrittenIdentifier[] {
  return findAll(party, path).flatMap((element) => {
    const text = element.text.trim();
    // Older Dutch guidelines name the agency (KvK, OIN, BTW) in place of a scheme.
    const scheme = element.attributes.get("schemeID") ?? element.attributes.get("schemeAgencyName");
    if (text === "") return [];
    return scheme === undefined || scheme === "" ? { text } : { text, scheme };
  });
}

function vatIdsOf(party: Element): readonly string[] {
  return childrenOf(party, "PartyTaxScheme")
    .filter((one) => (textAt(one, "TaxScheme/ID") ?? "VAT") === "VAT")
    .flatMap((one) => textAt(one, "CompanyID") ?? []);
}
