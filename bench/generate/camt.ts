import { customerName, euros, sales } from "./sale.ts";

/** A bank statement (CAMT.053) with so many payments received: some 700 bytes each. */
export function* camtOfPayments(count: number): Generator<string> {
  let sum = 0;
  for (const { net, vat } of sales(count)) sum += net + vat;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>BENCH</MsgId><CreDtTm>2026-01-15T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>1</Id><CreDtTm>2026-01-15T06:00:00</CreDtTm><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance("OPBD", 0, "2025-01-01")}${balance("CLBD", sum, "2025-12-31")}`;
  for (const { number, date, customer, net, vat } of sales(count)) {
    yield `<Ntry>
  <Amt Ccy="EUR">${euros(net + vat)}</Amt>
  <CdtDbtInd>CRDT</CdtDbtInd>
  <Sts>BOOK</Sts>
  <BookgDt><Dt>${date}</Dt></BookgDt>
  <ValDt><Dt>${date}</Dt></ValDt>
  <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
  <NtryDtls><TxDtls>
    <Refs><EndToEndId>F${number}</EndToEndId></Refs>
    <RltdPties><Dbtr><Nm>${customerName(customer)}</Nm></Dbtr><DbtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></DbtrAcct></RltdPties>
    <RmtInf><Ustrd>Factuur F${number}</Ustrd></RmtInf>
  </TxDtls></NtryDtls>
</Ntry>
`;
  }
  yield "</Stmt></BkToCstmrStmt></Document>\n";
}

function balance(code: string, cents: number, date: string): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>
`;
}
