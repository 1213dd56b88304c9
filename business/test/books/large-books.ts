/** An audit file with one sales invoice a booking, for tests that need an import to take a while. */
export function largeBooks(invoices: number): string {
  const customers = 50;
  const parts: string[] = [];
  let total = 0;
  for (let at = 0; at < invoices; at++) {
    const net = 1000 + ((at * 7919) % 90_000);
    total += net;
    const day = `2023-${String((at % 12) + 1).padStart(2, "0")}-${String((at % 28) + 1).padStart(2, "0")}`;
    const line = (number: number, account: string, side: string, customer: string) =>
      `<trLine><nr>${number}</nr><accID>${account}</accID><docRef>${at}</docRef><effDate>${day}</effDate>` +
      `<amnt>${amount(net)}</amnt><amntTp>${side}</amntTp>${customer}<invRef>2023${at}</invRef></trLine>`;
    const customer = `<custSupID>${at % customers}</custSupID>`;
    parts.push(
      `<transaction><nr>${at}</nr><periodNumber>1</periodNumber><trDt>${day}</trDt>` +
        `${line(1, "1300", "D", customer)}${line(2, "8000", "C", "")}</transaction>`,
    );
  }
  const relations = Array.from(
    { length: customers },
    (_, at) =>
      `<customerSupplier><custSupID>${at}</custSupID><custSupName>Klant ${at}</custSupName><custSupTp>C</custSupTp></customerSupplier>`,
  );
  const account = (code: string, name: string, type: string) =>
    `<ledgerAccount><accID>${code}</accID><accDesc>${name}</accDesc><accTp>${type}</accTp></ledgerAccount>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2"><header>` +
    `<fiscalYear>2023</fiscalYear><startDate>2023-01-01</startDate><endDate>2023-12-31</endDate><curCode>EUR</curCode>` +
    `<dateCreated>2024-01-15</dateCreated><softwareDesc>Test</softwareDesc></header><company><companyIdent>1</companyIdent>` +
    `<companyName>Groot BV</companyName><taxRegistrationCountry>NL</taxRegistrationCountry><taxRegIdent/>` +
    `<customersSuppliers>${relations.join("")}</customersSuppliers><generalLedger>${account("1300", "Debiteuren", "B")}` +
    `${account("8000", "Omzet", "P")}</generalLedger><transactions><linesCount>${invoices * 2}</linesCount>` +
    `<totalDebit>${amount(total)}</totalDebit><totalCredit>${amount(total)}</totalCredit><journal><jrnID>70</jrnID>` +
    `<desc>Verkoop</desc><jrnTp>S</jrnTp>\n${parts.join("\n")}\n</journal></transactions></company></auditfile>`
  );
}

function amount(cents: number): string {
  return (cents / 100).toFixed(2);
}
