import { cases, change, type Invented, seeded, utf16, utf32 } from "./mutation.ts";

const trLine = (nr: number, account: string, amount: string, side: string, more = "") =>
  `<trLine><nr>${nr}</nr><accID>${account}</accID><docRef>F1</docRef><effDate>2025-01-31</effDate><desc>Regel ${nr}</desc><amnt>${amount}</amnt><amntTp>${side}</amntTp>${more}</trLine>`;

/** Two sales and a purchase: revenue 50.00 for one customer; every control total of the format is in it. */
export const goodBooks = `<?xml version="1.0" encoding="UTF-8"?>
<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">
<header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate><curCode>EUR</curCode><dateCreated>2026-01-05</dateCreated><softwareDesc>Testpakket</softwareDesc></header>
<company><companyIdent>12345678</companyIdent><companyName>Voorbeeld B.V.</companyName><taxRegistrationCountry>NL</taxRegistrationCountry><taxRegIdent>123456782B01</taxRegIdent>
<customersSuppliers><customerSupplier><custSupID>C001</custSupID><custSupName>Café Zoë</custSupName><custSupTp>C</custSupTp></customerSupplier></customersSuppliers>
<generalLedger><ledgerAccount><accID>0500</accID><accDesc>Eigen vermogen</accDesc><accTp>B</accTp></ledgerAccount>
<ledgerAccount><accID>1100</accID><accDesc>Bank</accDesc><accTp>B</accTp></ledgerAccount>
<ledgerAccount><accID>1300</accID><accDesc>Debiteuren</accDesc><accTp>B</accTp></ledgerAccount>
<ledgerAccount><accID>1500</accID><accDesc>Btw</accDesc><accTp>B</accTp></ledgerAccount>
<ledgerAccount><accID>8000</accID><accDesc>Omzet</accDesc><accTp>P</accTp></ledgerAccount></generalLedger>
<openingBalance><opBalDate>2025-01-01</opBalDate><opBalDesc>Begin</opBalDesc><linesCount>2</linesCount><totalDebit>1000.00</totalDebit><totalCredit>1000.00</totalCredit>
<obLine><nr>1</nr><accID>1100</accID><amnt>1000.00</amnt><amntTp>D</amntTp></obLine>
<obLine><nr>2</nr><accID>0500</accID><amnt>1000.00</amnt><amntTp>C</amntTp></obLine></openingBalance>
<transactions><linesCount>6</linesCount><totalDebit>60.50</totalDebit><totalCredit>60.50</totalCredit>
<journal><jrnID>VRK</jrnID><desc>Verkoop</desc><jrnTp>S</jrnTp>
<transaction><nr>1</nr><desc>Factuur</desc><periodNumber>1</periodNumber><trDt>2025-01-31</trDt>
${trLine(1, "1300", "121.00", "D", "<custSupID>C001</custSupID><invRef>F1</invRef>")}
${trLine(2, "8000", "100.00", "C")}
${trLine(3, "1500", "21.00", "C")}
</transaction>
<transaction><nr>2</nr><desc>Credit</desc><periodNumber>1</periodNumber><trDt>2025-01-31</trDt>
${trLine(1, "1300", "-60.50", "D", "<custSupID>C001</custSupID><invRef>F2</invRef>")}
${trLine(2, "8000", "-50.00", "C")}
${trLine(3, "1500", "-10.50", "C")}
</transaction>
</journal>
<subledgers><subledger><sbType>CS</sbType><linesCount>2</linesCount><totalDebit>60.50</totalDebit><totalCredit>0.00</totalCredit>
<sbLine><nr>1</nr><jrnID>VRK</jrnID><trNr>1</trNr><trLineNr>1</trLineNr><amnt>121.00</amnt><amntTp>D</amntTp><custSupID>C001</custSupID><invRef>F1</invRef><invDt>2025-01-31</invDt><invDueDt>2025-03-02</invDueDt><mutTp>I</mutTp></sbLine>
<sbLine><nr>2</nr><jrnID>VRK</jrnID><trNr>2</trNr><trLineNr>1</trLineNr><amnt>-60.50</amnt><amntTp>D</amntTp><custSupID>C001</custSupID><invRef>F2</invRef><invDt>2025-01-31</invDt><invDueDt>2025-03-02</invDueDt><mutTp>I</mutTp></sbLine>
</subledger></subledgers></transactions></company></auditfile>
`;

const kind = { prefix: "books", extension: "xaf", sum: "50.00" };
const swap = (why: string, from: string, to: string) => [why, change(goodBooks, from, to)] as const;
const first = "<amnt>121.00</amnt><amntTp>D</amntTp><custSupID>";
const amount = (written: string) =>
  swap(`first amount ${JSON.stringify(written)}`, first, first.replace("121.00", written));
const date = (written: string) =>
  swap(`booking date ${JSON.stringify(written)}`, "<trDt>2025-01-31<", `<trDt>${written}<`);
const without = (element: string) =>
  swap(
    `no ${element}`,
    new RegExp(`<${element}>[^<]*</${element}>`).exec(goodBooks)?.[0] ?? "",
    "",
  );
const twice = (element: string) => {
  const found = new RegExp(`<${element}>[^<]*</${element}>`).exec(goodBooks)?.[0] ?? "";
  return swap(`${element} twice`, found, found + found);
};
const reference = (written: string) =>
  swap(`name of ${written.slice(0, 12)}`, "Café Zoë", `Café ${written}`);
const doctype = (declared: string) =>
  change(goodBooks, "<auditfile ", `${declared}\n<auditfile `).replace("Voorbeeld B.V.", "&x;");
const outside = '<!DOCTYPE auditfile [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** Each control total of each place, a cent or a line too many or too few. */
function controlTotals(): readonly Invented[] {
  const places = [
    ["openingBalance", "1000.00", "1000.00"],
    ["transactions", "60.50", "60.50"],
    ["subledger", "60.50", "0.00"],
  ] as const;
  const made: (readonly [string, string])[] = [];
  for (const [place, debit, credit] of places) {
    const from = goodBooks.indexOf(`<${place}>`);
    for (const [field, right] of [
      ["totalDebit", debit],
      ["totalCredit", credit],
    ] as const)
      for (const cents of [-1, 1]) {
        const wrong = (Number(right) + cents / 100).toFixed(2);
        const tail = change(goodBooks.slice(from), `<${field}>${right}<`, `<${field}>${wrong}<`);
        made.push([`${place} ${field} ${wrong} for ${right}`, goodBooks.slice(0, from) + tail]);
      }
    for (const step of [-1, 1]) {
      const right = place === "transactions" ? 6 : 2;
      const count = (value: number) => `<linesCount>${value}<`;
      const tail = change(goodBooks.slice(from), count(right), count(right + step));
      made.push([
        `${place} linesCount ${right + step} for ${right}`,
        goodBooks.slice(0, from) + tail,
      ]);
    }
  }
  return cases(kind, "refuse", "OK", made);
}

function cut(): readonly Invented[] {
  const random = seeded(20_250_131);
  const offsets = Array.from(
    { length: 12 },
    () => 1 + Math.floor(random() * (goodBooks.length - 20)),
  );
  return cases(
    kind,
    "refuse",
    "OK",
    offsets.map((at) => [`cut at ${at}`, goodBooks.slice(0, at)] as const),
  );
}

/** Audit files of the kinds that mislead, beside those of the samples. */
export function inventedBooks(): readonly Invented[] {
  const huge = goodBooks
    .replaceAll("121.00", "92233720368547758.08")
    .replace("<amnt>100.00<", "<amnt>92233720368547737.08<")
    .replaceAll("60.50</total", "92233720368547697.58</total");
  return [
    ...cases(kind, "accept", "OK", [
      ["as it is", goodBooks],
      ["UTF-16 with its mark", utf16(change(goodBooks, "UTF-8", "UTF-16"), "be")],
      ["carriage returns", goodBooks.replaceAll("\n", "\r\n")],
      ["name by a number &#233;", change(goodBooks, "Café", "Caf&#233;")],
      ["name in CDATA", change(goodBooks, "Café Zoë", "<![CDATA[Café Zoë]]>")],
      ["prefix for every name", prefixed(goodBooks)],
      swap("bank mark in front of a number", first, first.replace("121.00", "+121.00")),
    ]),
    ...controlTotals(),
    ...cut(),
    ...cases(kind, "refuse", "AMOUNT_FORMAT", [
      ...["1.121,00", "€121.00", "1.21E2", "0x79", "121.005", "NaN", "Infinity", "--121.00"].map(
        amount,
      ),
      ...["१२१.00", "１２１.00", "121.00-", "(121.00)", "121.00 D", "1 21.00", "'121.00"].map(
        amount,
      ),
    ]),
    ...cases(
      kind,
      "accept-or-refuse",
      "AMOUNT_FORMAT",
      [" 121.00 ", "0121.00", "121", "121.0"].map(amount),
    ),
    ...cases(kind, "refuse", "DATE_FORMAT", [
      ...["2025-02-30", "2025-00-10", "31-01-2025", "2025/01/31", "20250131", "0000-01-01"].map(
        date,
      ),
      ...["2025-01-31T00:00:00Z", "2025-1-31", "vandaag", "2025-02-29"].map(date),
    ]),
    ...cases(
      kind,
      "flag",
      "DATE_OUTSIDE_YEAR",
      ["2024-12-31", "2038-01-31", "1995-01-31"].map(date),
    ),
    ...cases(kind, "flag", "REPAIRED_CONTROL_CHARACTER", [
      ...["&#0;", "&#x0;", "&#xFFFE;", "\u0000", "\u0001"].map(reference),
    ]),
    ...cases(
      kind,
      "refuse",
      "REQUIRED",
      ["fiscalYear", "endDate", "accID", "trDt", "jrnID", "custSupID"].map(without),
    ),
    ...cases(kind, "refuse", "OK", ["amnt", "amntTp", "linesCount", "totalCredit"].map(without)),
    ...cases(
      kind,
      "refuse",
      "DUPLICATE_ELEMENT",
      ["trDt", "amnt", "accID", "totalCredit", "curCode"].map(twice),
    ),
    ...cases(kind, "refuse", "DTD_NOT_ALLOWED", [
      ["entity outside, in UTF-16LE", utf16(doctype(outside).replace("UTF-8", "UTF-16"), "le")],
      ["entity outside, in UTF-16BE", utf16(doctype(outside).replace("UTF-8", "UTF-16"), "be")],
      ["entity in an attribute", change(doctype(outside), "<auditfile ", '<auditfile a="&x;" ')],
      [
        "entity behind a comment",
        change(goodBooks, "<auditfile ", `<!-- a -->${outside}<auditfile `),
      ],
      ["parameter entity", doctype('<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]>')],
      ["quadratic entity", doctype(`<!DOCTYPE a [<!ENTITY x "${"a".repeat(50_000)}">]>`)],
      ["internal entity", doctype('<!DOCTYPE auditfile [<!ENTITY x "y">]>')],
    ]),
    ...cases(kind, "refuse", "OK", [
      ["doctype in the middle", change(goodBooks, "<company>", `${outside}<company>`)],
      ["doctype in small letters", doctype(outside.toLowerCase())],
      ["UTF-32LE", utf32(doctype(outside), "le")],
      ["UTF-32BE", utf32(doctype(outside), "be")],
      ...["&#xD800;", "&#x110000;", "&x;", "&#65", "&#;"].map(reference),
      ["depth 100", change(goodBooks, "Café Zoë", `${"<a>".repeat(100)}${"</a>".repeat(100)}`)],
      ["100 attributes", change(goodBooks, "<company>", `<company ${attributes(100)}>`)],
      ["a text of 100,000", change(goodBooks, "Café Zoë", "a".repeat(100_000))],
      ["a name of 1,000", change(goodBooks, "<company>", `<${"a".repeat(1_000)}/><company>`)],
      ["comment without end", change(goodBooks, "<company>", "<!-- <company>")],
      ["CDATA without end", change(goodBooks, "Café Zoë", "<![CDATA[Café Zoë")],
      ["text behind the end", `${goodBooks}rest`],
      ["another document", '<?xml version="1.0"?><html><body>auditfile</body></html>'],
      ["white space only", "  \n \n"],
      ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0)],
      ["account without end", change(goodBooks, "<accID>8000<", `<accID>${noise(60_000)}<`)],
      [
        "customer without end",
        change(goodBooks, "<custSupID>C001<", `<custSupID>${noise(60_000)}<`),
      ],
    ]),
    ...cases(kind, "refuse", "AMOUNT_FORMAT", [["more than an amount can hold", huge]]),
    ...cases({ prefix: "books", extension: "xaf" }, "accept-or-refuse", "OK", [
      [
        "project without end",
        change(
          goodBooks,
          "<custSupID>C001</custSupID><invRef>",
          `<projID>${noise(60_000)}</projID><custSupID>C001</custSupID><invRef>`,
        ),
      ],
      [
        "invoice number without end",
        goodBooks.replaceAll("<invRef>F1<", `<invRef>${noise(60_000)}<`),
      ],
      ["journal without end", change(goodBooks, "VRK", noise(60_000))],
      ["year without end", change(goodBooks, "<fiscalYear>2025<", `<fiscalYear>${noise(60_000)}<`)],
      ["software without end", change(goodBooks, "Testpakket", noise(60_000))],
      ["ends before it starts", change(goodBooks, "2025-12-31</endDate>", "2024-12-31</endDate>")],
      ["currency that is none", change(goodBooks, "<curCode>EUR<", "<curCode>EURO<")],
    ]),
    ...cases(kind, "accept-or-refuse", "OK", [
      [
        "declared Latin-1, is UTF-8 in ASCII",
        change(goodBooks.replace("Café Zoë", "Cafe Zoe"), "UTF-8", "ISO-8859-1"),
      ],
      ["two marks in front", `\ufeff\ufeff${goodBooks}`],
      [
        "inclusion of a file",
        change(
          goodBooks,
          "<company>",
          '<company><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
        ),
      ],
      ["period of letters", change(goodBooks, "<periodNumber>1<", "<periodNumber>één<")],
    ]),
    ...customers(),
  ];
}

/** Numbers and names of customers that programs take for something else; kept to the byte. */
function customers(): readonly Invented[] {
  const ids = [
    "__proto__",
    "constructor",
    "0",
    "1e5",
    "0x10",
    "NULL",
    "'; drop table customer;--",
    "C\u202e100",
    "👩‍💻",
    "C  001",
  ];
  const numbered = ids.map((id) => ({
    ...(cases(kind, "accept", "OK", [
      [`customer ${id}`, goodBooks.replaceAll(">C001<", `>${id}<`)],
    ])[0] as Invented),
    values: { sum: "50.00", externalIds: [id] },
  }));
  const names = [
    " Jan  Smit ",
    "Jan\u00a0Smit",
    "-",
    "0",
    "null",
    "'",
    "a\u0300",
    "e\u0301",
    "\u00a0",
    "x".repeat(300),
    "𝒦oers",
  ];
  const named = names.map((name) => ({
    ...(cases(kind, "accept", "OK", [
      [`name ${JSON.stringify(name)}`, change(goodBooks, "Café Zoë", name)],
    ])[0] as Invented),
    values: { sum: "50.00", names: [name] },
  }));
  return [...numbered, ...named];
}

function prefixed(books: string): string {
  return books
    .replaceAll(/<(\/?)([a-zA-Z])/g, "<$1x:$2")
    .replace("xmlns=", "xmlns:x=")
    .replace("<?x:xml", "<?xml");
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, at) => `a${at}="1"`).join(" ");
}

/** Text that no compression makes short, so that it fits no index. */
function noise(length: number): string {
  const random = seeded(length);
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join("");
}
