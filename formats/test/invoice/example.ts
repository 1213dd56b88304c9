/** The parts of a small valid UBL document that a test may want otherwise. */
export type Parts = {
  readonly root: "Invoice" | "CreditNote";
  readonly namespace: string;
  readonly number: string;
  readonly issueDate: string;
  readonly typeCode: string;
  readonly currency: string;
  readonly currencyId: string;
  readonly lineAmounts: readonly string[];
  readonly allowances: string;
  readonly lines: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly totals: string;
  readonly payable: string;
  readonly buyer: string;
  readonly head: string;
};

const usual: Parts = {
  root: "Invoice",
  namespace: "",
  number: "F2025-001",
  issueDate: "2025-01-31",
  typeCode: "380",
  currency: "EUR",
  currencyId: "EUR",
  lineAmounts: ["60.00", "40.00"],
  allowances: "",
  lines: "100.00",
  net: "100.00",
  tax: "21.00",
  gross: "121.00",
  totals: "",
  payable: "121.00",
  buyer:
    "<cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Klant B.V.</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>",
  head: "",
};

/** A UBL invoice of EUR 100.00 over two lines with 21 % VAT, with the given parts replaced. */
export function ublInvoice(parts: Partial<Parts> = {}): string {
  const all = { ...usual, ...parts };
  const { root, currencyId } = all;
  const namespace = all.namespace || `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`;
  const amount = (name: string, text: string) =>
    `<cbc:${name} currencyID="${currencyId}">${text}</cbc:${name}>`;
  const code = root === "Invoice" ? "InvoiceTypeCode" : "CreditNoteTypeCode";
  const quantity = root === "Invoice" ? "InvoicedQuantity" : "CreditedQuantity";
  const lines = all.lineAmounts.map(
    (text, index) =>
      `<cac:${root}Line><cbc:ID>${index + 1}</cbc:ID><cbc:${quantity} unitCode="HUR">2</cbc:${quantity}>` +
      `${amount("LineExtensionAmount", text)}<cac:Item><cbc:Name>Advies ${index + 1}</cbc:Name></cac:Item>` +
      `<cac:Price>${amount("PriceAmount", "50.0000")}</cac:Price></cac:${root}Line>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="${namespace}" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>${all.number}</cbc:ID><cbc:IssueDate>${all.issueDate}</cbc:IssueDate>
<cbc:${code}>${all.typeCode}</cbc:${code}>
<cbc:DocumentCurrencyCode>${all.currency}</cbc:DocumentCurrencyCode>
${all.head}${all.buyer}${all.allowances}
<cac:TaxTotal>${amount("TaxAmount", all.tax)}</cac:TaxTotal>
<cac:LegalMonetaryTotal>${amount("LineExtensionAmount", all.lines)}${amount("TaxExclusiveAmount", all.net)}${amount("TaxInclusiveAmount", all.gross)}${all.totals}${amount("PayableAmount", all.payable)}</cac:LegalMonetaryTotal>
${lines.join("\n")}
</${root}>`;
}

/** A UN/CEFACT invoice of EUR 100.00 with 21 % VAT. */
export function ciiInvoice(
  parts: Partial<{
    typeCode: string;
    date: string;
    net: string;
    gross: string;
    guideline: string;
    lines: string;
    lineTotal: string;
  }> = {},
): string {
  const {
    typeCode = "380",
    date = "20250131",
    net = "100.00",
    gross = "121.00",
    guideline = "urn:cen.eu:en16931:2017",
    lineTotal = "<ram:LineTotalAmount>100.00</ram:LineTotalAmount>",
    lines = ciiLine("100.00"),
  } = parts;
  return `<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>${guideline}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>C-1</ram:ID><ram:TypeCode>${typeCode}</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">${date}</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>${lines}
<ram:ApplicableHeaderTradeAgreement><ram:BuyerTradeParty><ram:Name>Klant</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation>${lineTotal}<ram:TaxBasisTotalAmount>${net}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">21.00</ram:TaxTotalAmount><ram:GrandTotalAmount>${gross}</ram:GrandTotalAmount><ram:DuePayableAmount>${gross}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
}

/** A line of such an invoice; `status` is GROUP or INFORMATION for lines that are not in the sum. */
export function ciiLine(net: string, status = ""): string {
  const said =
    status === "" ? "" : `<ram:LineStatusReasonCode>${status}</ram:LineStatusReasonCode>`;
  return `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID>${said}</ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>Advies</ram:Name></ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`;
}
