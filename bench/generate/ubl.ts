import { customerName, euros, type Sale } from "./sale.ts";

/** One invoice (UBL 2.1) of a single line: some 2,500 bytes. */
export function ublOfSale({ number, date, customer, net, vat }: Sale): string {
  const amount = (name: string, cents: number) =>
    `<cbc:${name} currencyID="EUR">${euros(cents)}</cbc:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0</cbc:CustomizationID>
  <cbc:ID>F${number}</cbc:ID>
  <cbc:IssueDate>${date}</cbc:IssueDate>
  <cbc:DueDate>${date}</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PartyName><cbc:Name>Bureau Bench B.V.</cbc:Name></cac:PartyName>
    <cac:PartyLegalEntity><cbc:RegistrationName>Bureau Bench B.V.</cbc:RegistrationName><cbc:CompanyID schemeID="0106">12345678</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cac:PartyIdentification><cbc:ID>${customer}</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name>${customerName(customer)}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cbc:CityName>Utrecht</cbc:CityName><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>${customerName(customer)}</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:TaxTotal>${amount("TaxAmount", vat)}</cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    ${amount("LineExtensionAmount", net)}${amount("TaxExclusiveAmount", net)}${amount("TaxInclusiveAmount", net + vat)}${amount("PayableAmount", net + vat)}
  </cac:LegalMonetaryTotal>
  <cac:InvoiceLine>
    <cbc:ID>1</cbc:ID>
    <cbc:InvoicedQuantity unitCode="HUR">1</cbc:InvoicedQuantity>
    ${amount("LineExtensionAmount", net)}
    <cac:Item><cbc:Name>Werkzaamheden ${number % 977}</cbc:Name></cac:Item>
    <cac:Price>${amount("PriceAmount", net)}</cac:Price>
  </cac:InvoiceLine>
</Invoice>
`;
}
