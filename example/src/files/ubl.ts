import { hoursText } from "../billing.ts";
import { isoDate } from "../calendar.ts";
import type { Address, Firm, Invoice, InvoiceLine } from "../firm.ts";
import { decimal } from "../money.ts";
import { element, textBytes, xml } from "./text-bytes.ts";

const customization = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0";
const profile = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
const scheme = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>";

/** An invoice or credit note in UBL 2.1 by the Dutch rules (NLCIUS). Credit notes have positive amounts. */
export function ublInvoice(firm: Firm, invoice: Invoice): Uint8Array {
  const isCredit = invoice.kind === "credit-note";
  const root = isCredit ? "CreditNote" : "Invoice";
  const sign = isCredit ? -1n : 1n;
  const { customer } = invoice;
  const corrected = firm.invoices.find((other) => other.number === invoice.corrects);
  const project = invoice.lines.find((line) => line.project !== null)?.project?.code;
  const money = (name: string, amount: bigint) =>
    `<cbc:${name} currencyID="EUR">${decimal(amount)}</cbc:${name}>`;

  return textBytes(
    `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>${customization}</cbc:CustomizationID>
<cbc:ProfileID>${profile}</cbc:ProfileID>
<cbc:ID>${invoice.number}</cbc:ID>
<cbc:IssueDate>${isoDate(invoice.day)}</cbc:IssueDate>
${isCredit ? "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>" : `<cbc:DueDate>${isoDate(invoice.dueDay)}</cbc:DueDate>\n<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>`}
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cbc:BuyerReference>${project ?? customer.id}</cbc:BuyerReference>
${corrected === undefined ? "" : `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${corrected.number}</cbc:ID><cbc:IssueDate>${isoDate(corrected.day)}</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>\n`}<cac:AccountingSupplierParty>${party(firm, undefined)}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${party(customer, customer.id)}</cac:AccountingCustomerParty>
<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>${invoice.number}</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>${firm.iban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:TaxTotal>${money("TaxAmount", sign * invoice.vat)}<cac:TaxSubtotal>${money("TaxableAmount", sign * invoice.net)}${money("TaxAmount", sign * invoice.vat)}<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent>${scheme}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal>${money("LineExtensionAmount", sign * invoice.net)}${money("TaxExclusiveAmount", sign * invoice.net)}${money("TaxInclusiveAmount", sign * invoice.gross)}${money("PayableAmount", sign * invoice.gross)}</cac:LegalMonetaryTotal>
${invoice.lines.map((line, index) => lineText(line, index + 1, root)).join("\n")}
</${root}>
`,
  );
}

type PartySource = {
  readonly name: string;
  readonly kvk: string;
  readonly vatId: string;
  readonly address: Address;
};

function party(source: PartySource, id: string | undefined): string {
  const { address } = source;
  const identification =
    id === undefined
      ? ""
      : `<cac:PartyIdentification>${element("cbc:ID", id)}</cac:PartyIdentification>`;
  return (
    `<cac:Party><cbc:EndpointID schemeID="0106">${source.kvk}</cbc:EndpointID>${identification}` +
    `<cac:PartyName>${element("cbc:Name", source.name)}</cac:PartyName>` +
    `<cac:PostalAddress>${element("cbc:StreetName", `${address.street} ${address.number}`)}${element("cbc:CityName", address.city)}${element("cbc:PostalZone", address.postcode)}` +
    `<cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>` +
    `<cac:PartyTaxScheme>${element("cbc:CompanyID", source.vatId)}${scheme}</cac:PartyTaxScheme>` +
    `<cac:PartyLegalEntity>${element("cbc:RegistrationName", source.name)}<cbc:CompanyID schemeID="0106">${source.kvk}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party>`
  );
}

function lineText(line: InvoiceLine, number: number, root: "Invoice" | "CreditNote"): string {
  const quantityName = root === "Invoice" ? "InvoicedQuantity" : "CreditedQuantity";
  const net = root === "Invoice" ? line.net : -line.net;
  // A discount is a negative quantity: a unit price may not be negative.
  const amount = line.quarters === null ? (net < 0n ? "-1" : "1") : hoursText(line.quarters);
  const unit = line.quarters === null ? "C62" : "HUR";
  return (
    `<cac:${root}Line><cbc:ID>${number}</cbc:ID><cbc:${quantityName} unitCode="${unit}">${amount}</cbc:${quantityName}>` +
    `<cbc:LineExtensionAmount currencyID="EUR">${decimal(net)}</cbc:LineExtensionAmount>` +
    `<cac:Item>${element("cbc:Name", line.description)}<cac:SellersItemIdentification><cbc:ID>${xml(line.item)}</cbc:ID></cac:SellersItemIdentification>` +
    `<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent>${scheme}</cac:ClassifiedTaxCategory></cac:Item>` +
    `<cac:Price><cbc:PriceAmount currencyID="EUR">${decimal(line.unitPrice)}</cbc:PriceAmount></cac:Price></cac:${root}Line>`
  );
}
