import { customerCount, customerName, euros, type Sale, sales } from "./sale.ts";

/** An audit file (XAF 3.2) with so many sales of three lines each: some 1,200 bytes a sale. */
export function* xafOfSales(count: number): Generator<string> {
  let debit = 0;
  for (const { net, vat } of sales(count)) debit += net + vat;
  yield head;
  for (let customer = 1; customer <= customerCount; customer += 1) {
    yield `<customerSupplier><custSupID>${customer}</custSupID><custSupName>${customerName(customer)}</custSupName><custSupTp>C</custSupTp></customerSupplier>\n`;
  }
  yield ledger;
  yield `<transactions><linesCount>${count * 3}</linesCount><totalDebit>${euros(debit)}</totalDebit><totalCredit>${euros(debit)}</totalCredit>\n`;
  yield "<journal><jrnID>70</jrnID><desc>Verkoop</desc><jrnTp>S</jrnTp><offsetAccID>1300</offsetAccID>\n";
  for (const sale of sales(count)) yield transaction(sale);
  yield "</journal></transactions></company></auditfile>\n";
}

const head = `<?xml version="1.0" encoding="utf-8"?>
<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">
<header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate><curCode>EUR</curCode><dateCreated>2026-01-15</dateCreated><softwareDesc>Bench</softwareDesc></header>
<company><companyIdent>1</companyIdent><companyName>Bureau Bench B.V.</companyName><taxRegistrationCountry>NL</taxRegistrationCountry><taxRegIdent>001234567B01</taxRegIdent>
<customersSuppliers>
`;

const ledger = `</customersSuppliers>
<generalLedger>
<ledgerAccount><accID>1300</accID><accDesc>Debiteuren</accDesc><accTp>B</accTp></ledgerAccount>
<ledgerAccount><accID>1500</accID><accDesc>Af te dragen btw</accDesc><accTp>B</accTp></ledgerAccount>
<ledgerAccount><accID>8000</accID><accDesc>Omzet diensten</accDesc><accTp>P</accTp></ledgerAccount>
</generalLedger>
`;

function transaction({ number, date, month, customer, net, vat }: Sale): string {
  const line = (nr: number, account: string, cents: number, side: "D" | "C", rest: string) =>
    `        <trLine>
          <nr>${nr}</nr>
          <accID>${account}</accID>
          <docRef>F${number}</docRef>
          <effDate>${date}</effDate>
          <desc>Werkzaamheden volgens opdracht ${number % 977}</desc>
          <amnt>${euros(cents)}</amnt>
          <amntTp>${side}</amntTp>${rest}
        </trLine>
`;
  const relation = `
          <custSupID>${customer}</custSupID>`;
  return `      <transaction>
        <nr>${number}</nr>
        <desc>Verkoopfactuur F${number}</desc>
        <periodNumber>${month}</periodNumber>
        <trDt>${date}</trDt>
${line(1, "1300", net + vat, "D", relation)}${line(2, "8000", net, "C", "")}${line(3, "1500", vat, "C", "")}      </transaction>
`;
}
