import { cases, change, type Invented, seeded, utf16 } from "./mutation.ts";

const names = "urn:oasis:names:specification:ubl:schema:xsd";
const party = (name: string, vat = "") =>
  `<cac:Party><cac:PostalAddress><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>${vat === "" ? "" : `<cac:PartyTaxScheme><cbc:CompanyID>${vat}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`}<cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>`;
const money = (element: string, amount: string) =>
  `<cbc:${element} currencyID="EUR">${amount}</cbc:${element}>`;

/** One line of 100.00 with 21 % VAT to one customer. */
export const goodInvoice = `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="${names}:Invoice-2" xmlns:cac="${names}:CommonAggregateComponents-2" xmlns:cbc="${names}:CommonBasicComponents-2">
<cbc:ID>F2025-001</cbc:ID><cbc:IssueDate>2025-01-31</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty>${party("Voorbeeld B.V.", "NL123456782B01")}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${party("Café Zoë")}</cac:AccountingCustomerParty>
<cac:TaxTotal>${money("TaxAmount", "21.00")}<cac:TaxSubtotal>${money("TaxableAmount", "100.00")}${money("TaxAmount", "21.00")}<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal>${money("LineExtensionAmount", "100.00")}${money("TaxExclusiveAmount", "100.00")}${money("TaxInclusiveAmount", "121.00")}${money("PayableAmount", "121.00")}</cac:LegalMonetaryTotal>
<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="HUR">2</cbc:InvoicedQuantity>${money("LineExtensionAmount", "100.00")}<cac:Item><cbc:Name>Advies</cbc:Name></cac:Item><cac:Price>${money("PriceAmount", "50.00")}</cac:Price></cac:InvoiceLine>
</Invoice>
`;

const kind = { prefix: "invoice", extension: "xml" };
const sum = (value: string) => ({ ...kind, sum: value });
const swap = (why: string, from: string, to: string) =>
  [why, change(goodInvoice, from, to)] as const;
const creditNote = goodInvoice
  .replaceAll("InvoiceLine", "CreditNoteLine")
  .replaceAll("InvoicedQuantity", "CreditedQuantity")
  .replaceAll("InvoiceTypeCode", "CreditNoteTypeCode")
  .replaceAll("Invoice", "CreditNote")
  .replace(">380<", ">381<");
const negative = (document: string) => document.replaceAll(/(currencyID="EUR">)(?!50\.00)/g, "$1-");
const total = (element: string, wrong: string) => {
  const from = goodInvoice.indexOf("<cac:LegalMonetaryTotal>");
  const right =
    new RegExp(`<cbc:${element} currencyID="EUR">[^<]*<`).exec(goodInvoice.slice(from))?.[0] ?? "";
  return [
    `${element} ${wrong}`,
    goodInvoice.slice(0, from) +
      change(goodInvoice.slice(from), right, `<cbc:${element} currencyID="EUR">${wrong}<`),
  ] as const;
};
const line = (written: string) => {
  const from = goodInvoice.indexOf("<cac:InvoiceLine>");
  return [
    `line amount ${written}`,
    goodInvoice.slice(0, from) + change(goodInvoice.slice(from), ">100.00<", `>${written}<`),
  ] as const;
};
const date = (written: string) => swap(`date ${written}`, ">2025-01-31<", `>${written}<`);
const currency = (written: string) => swap(`currency ${written}`, "Code>EUR<", `Code>${written}<`);
const typeCode = (written: string) => swap(`type ${written}`, ">380<", `>${written}<`);
const doctype = '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<Invoice ';

/** E-invoices of the kinds that mislead, beside those of the samples. */
export function inventedInvoices(): readonly Invented[] {
  const random = seeded(380);
  const cuts = Array.from(
    { length: 8 },
    () => 60 + Math.floor(random() * (goodInvoice.length - 90)),
  );
  return [
    ...cases(sum("100.00"), "accept", "OK", [
      ["as it is", goodInvoice],
      ["UTF-16", utf16(goodInvoice.replace("UTF-8", "UTF-16"), "le")],
      [
        "other prefixes",
        goodInvoice
          .replaceAll("cac:", "a:")
          .replaceAll("cbc:", "b:")
          .replace("xmlns:cac", "xmlns:a")
          .replace("xmlns:cbc", "xmlns:b"),
      ],
      swap(
        "paid before",
        money("PayableAmount", "121.00"),
        money("PrepaidAmount", "121.00") + money("PayableAmount", "0.00"),
      ),
    ]),
    ...cases(sum("-100.00"), "accept", "OK", [
      ["credit note", creditNote],
      ["invoice below zero", negative(goodInvoice)],
    ]),
    ...cases(sum("100.00"), "accept-or-refuse", "CREDIT_NOTE_NEGATIVE", [
      ["credit note below zero", negative(creditNote)],
    ]),
    ...cases(
      kind,
      "refuse",
      "BR-CO-16",
      ["120.99", "121.01"].map((wrong) => total("PayableAmount", wrong)),
    ),
    ...cases(
      kind,
      "refuse",
      "BR-CO-15",
      ["120.99", "121.01"].map((wrong) => total("TaxInclusiveAmount", wrong)),
    ),
    ...cases(
      kind,
      "refuse",
      "OK",
      ["99.99", "100.01"].flatMap((wrong) => [
        total("LineExtensionAmount", wrong),
        total("TaxExclusiveAmount", wrong),
        line(wrong),
      ]),
    ),
    ...cases(
      kind,
      "refuse",
      "AMOUNT_FORMAT",
      ["100,00", "1e2", "NaN", "€100.00", "", "1 00.00", "१००.00", "100.00.00"].map(line),
    ),
    ...cases(kind, "refuse", "OK", [line("100.001"), line("100.0000001")]),
    ...cases(kind, "refuse", "BR-CL-04", ["eur", "EURO", "€", "XXX", "ZZZ"].map(currency)),
    ...cases(kind, "refuse", "OK", [currency("USD"), currency("JPY")]),
    ...cases(
      kind,
      "refuse",
      "DATE_FORMAT",
      ["2025-02-30", "31-01-2025", "2025-13-01", "20250131", "vandaag"].map(date),
    ),
    ...cases(kind, "flag", "DATE_FUTURE", ["2999-01-01", "2100-12-31"].map(date)),
    ...cases(kind, "refuse", "REQUIRED", [
      swap(
        "no customer",
        `<cac:AccountingCustomerParty>${party("Café Zoë")}</cac:AccountingCustomerParty>`,
        "",
      ),
      swap("customer without a name", "<cbc:RegistrationName>Café Zoë</cbc:RegistrationName>", ""),
    ]),
    ...cases(kind, "refuse", "BR-CL-01", ["381", "999", "0", "abc"].map(typeCode)),
    ...cases(kind, "refuse", "DTD_NOT_ALLOWED", [
      ["entity outside", change(goodInvoice, "<Invoice ", doctype).replace("Café Zoë", "&x;")],
      [
        "entity outside in UTF-16",
        utf16(change(goodInvoice, "<Invoice ", doctype).replace("UTF-8", "UTF-16"), "be"),
      ],
    ]),
    ...cases(kind, "refuse", "OK", [
      ...cuts.map((at) => [`cut at ${at}`, goodInvoice.slice(0, at)] as const),
      swap(
        "no totals",
        /<cac:LegalMonetaryTotal>.*<\/cac:LegalMonetaryTotal>/.exec(goodInvoice)?.[0] ?? "",
        "",
      ),
      swap("no number", "<cbc:ID>F2025-001</cbc:ID>", ""),
      swap("number of white space", "F2025-001", "  "),
      swap("number without end", "F2025-001", "F".repeat(5_000)),
      swap("number twice", "<cbc:ID>F2025-001</cbc:ID>", "<cbc:ID>F1</cbc:ID><cbc:ID>F2</cbc:ID>"),
      swap("no date", "<cbc:IssueDate>2025-01-31</cbc:IssueDate>", ""),
      swap("no lines", /<cac:InvoiceLine>.*<\/cac:InvoiceLine>/.exec(goodInvoice)?.[0] ?? "", ""),
      swap("an order", "<Invoice ", "<Order ").map((part) =>
        part.replace("</Invoice>", "</Order>"),
      ) as [string, string],
      ["names of someone else", goodInvoice.replaceAll(names, "urn:evil")],
      [
        "no names at all",
        goodInvoice.replaceAll(/ xmlns(:\w+)?="[^"]*"/g, "").replaceAll(/(<\/?)c[ab]c:/g, "$1"),
      ],
    ]),
    ...cases({ ...kind }, "accept-or-refuse", "OK", [
      line("92233720368547758.08"),
      swap(
        "amount in two currencies",
        'currencyID="EUR">100.00</cbc:TaxExclusive',
        'currencyID="USD">100.00</cbc:TaxExclusive',
      ),
      swap("name of 60,000", "Café Zoë", "x".repeat(60_000)),
      swap("no VAT", /<cac:TaxTotal>.*<\/cac:TaxTotal>/.exec(goodInvoice)?.[0] ?? "", ""),
    ]),
  ];
}
