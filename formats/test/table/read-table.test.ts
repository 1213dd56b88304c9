import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InvoiceRecord } from "../../src/record.ts";
import { describeTable } from "../../src/table/describe-table.ts";
import { bytesOf, chunked, readAll, textSource, today } from "./reading.ts";

const describeText = (text: string) => describeTable(textSource(text), { today });

describe("conventions, decided per column over all rows", () => {
  const hours = (rows: readonly string[]) => `Datum;Medewerker;Klant;Uren\n${rows.join("\n")}\n`;

  test("one day above twelve, on the last row, settles the whole column", async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, index) => `0${1 + (index % 9)}/02/2025;Jan;A;1,5`,
    );
    const { records, totals, codes } = await readAll(
      textSource(hours([...rows, "13/02/2025;Jan;A;1,5"])),
    );
    expect(codes).toEqual([]);
    expect(records[0]).toMatchObject({ date: "2025-02-01", seconds: 5_400 });
    expect(totals).toMatchObject({ rows: 3_001, hours: "4501.50" });
  });

  test("contradicting dates in one column: the few are errors, none is turned round", async () => {
    const { problems } = await readAll(
      textSource(hours(["13/02/2025;Jan;A;1", "14/02/2025;Jan;A;1", "02/15/2025;Jan;A;1"])),
    );
    expect(problems).toMatchObject([
      {
        code: "DATE_FORMAT",
        severity: "refuse",
        place: { line: 4 },
        field: "Datum",
        found: "02/15/2025",
      },
    ]);
  });

  test("another date column of the same file settles an open one", async () => {
    const { records, codes } = await readAll(
      textSource(
        "Factuurnummer;Klantnaam;Factuurdatum;Vervaldatum;Bedrag excl. btw\n1;A;01-02-2025;15-03-2025;10,00\n",
      ),
    );
    expect(codes).toEqual([]);
    expect(records).toMatchObject([
      { issueDate: "2025-02-01", dueDate: "2025-03-15", net: 1_000n },
    ]);
  });

  test("1.234 is asked, with both readings, and each answer is followed", async () => {
    const text =
      "Factuurnummer;Klantnaam;Factuurdatum;Bedrag excl. btw\n1;A;31-01-2025;1.234\n2;B;31-01-2025;5.678\n";
    const { questions, problems } = await describeText(text);
    expect(problems).toMatchObject([
      { code: "NUMBER_AMBIGUOUS", severity: "ask", place: { line: 2 } },
    ]);
    expect(questions).toMatchObject([
      {
        field: "Bedrag excl. btw",
        answers: [
          { answer: "comma", reading: "1234" },
          { answer: "point", reading: "1.234" },
        ],
      },
    ]);
    const comma = await readAll(textSource(text), { conventions: { "Bedrag excl. btw": "comma" } });
    expect(comma.totals["Bedrag excl. btw"]).toBe("6912.00");
    const point = await readAll(textSource(text), { conventions: { "*": "point" } });
    expect(point.totals["Bedrag excl. btw"]).toBe("6.91");
    expect(point.problems).toMatchObject([{ code: "AMOUNT_ROUNDED", severity: "note", count: 2 }]);
  });

  test("whether VAT is in an amount is asked once", async () => {
    const text =
      "Factuurnummer;Klantnaam;Factuurdatum;Bedrag\n1;A;31-01-2025;121,00\n2;B;31-01-2025;242,00\n";
    expect((await readAll(textSource(text))).problems).toMatchObject([
      { code: "VAT_UNDECIDED", severity: "ask", field: "Bedrag" },
    ]);
    const included = await readAll(textSource(text), { vat: "included" });
    expect(included.records[0]).toMatchObject({ gross: 12_100n });
    expect(included.records[0]).not.toHaveProperty("net");
    const excluded = await readAll(textSource(text), { vat: "excluded" });
    expect(excluded.records[0]).toMatchObject({ net: 12_100n });
  });

  test("net is gross minus VAT where both columns stand there", async () => {
    const { records } = await readAll(
      textSource(
        "Factuurnummer;Klantnaam;Factuurdatum;Bedrag incl. btw;BTW\n1;A;31-01-2025;121,00;21,00\n",
      ),
    );
    expect(records).toMatchObject([{ net: 10_000n, gross: 12_100n }]);
  });

  test("nothing unreadable becomes zero: every bad cell is named", async () => {
    const { problems, records } = await readAll(
      textSource(
        hours([
          "13/02/2025;Jan;A;x",
          "14/02/2025;Jan;A;",
          "15/02/2025;Jan;A;#N/B",
          "vandaag;Jan;A;1",
        ]),
      ),
    );
    expect(problems.map(({ code, place, field }) => [code, place.line, field])).toEqual([
      ["NUMBER_FORMAT", 2, "Uren"],
      ["REQUIRED", 3, "Uren"],
      ["NUMBER_FORMAT", 4, "Uren"],
      ["DATE_FORMAT", 5, "Datum"],
    ]);
    expect(records).toEqual([]);
  });
});

describe("what stands around the table", () => {
  test("a QuickBooks report: titles above, groups, totals, footer, credit memo, payments left out", async () => {
    const text = [
      '"Example Co, LLC",,,,,,,,,',
      "Sales by Product/Service Detail,,,,,,,,,",
      "All Dates,,,,,,,,,",
      ",,,,,,,,,",
      ",Transaction date,Transaction type,Num,Customer full name,Memo/Description,Quantity,Sales price,Amount,Balance",
      "Design,,,,,,,,,",
      ',01/15/2025,Invoice,1001,Alpha Ltd,Work,10.00,100.00,"1,000.00","1,000.00"',
      ",02/16/2025,Credit Memo,1002,Alpha Ltd,Back,-1.00,100.00,-100.00,900.00",
      ",02/17/2025,Payment,,Alpha Ltd,,,,-900.00,0.00",
      'Total for Design,,,,,,9.00,,"900.00",',
      "Hours,,,,,,,,,",
      ",01/15/2025,Invoice,1001,Alpha Ltd,More,2.00,50.00,100.00,100.00",
      "Total for Hours,,,,,,2.00,,100.00,",
      'TOTAL,,,,,,11.00,,"1,000.00",',
      "",
      '"Accrual Basis Friday, November 20, 2026 10:00 AM GMT"',
    ].join("\n");
    const { records, problems, totals, preset } = await readAll(textSource(text));
    expect(preset).toBe("quickbooks-sales-detail");
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "ROWS_SKIPPED note",
      "ROWS_LEFT_OUT note",
    ]);
    expect(totals["Amount"]).toBe("1000.00");
    expect(records).toMatchObject([
      {
        number: "1001",
        issueDate: "2025-01-15",
        type: "invoice",
        net: 110_000n,
        buyer: { name: "Alpha Ltd" },
      },
      { number: "1002", issueDate: "2025-02-16", type: "credit-note", net: -10_000n },
    ]);
    expect((records[0] as InvoiceRecord).lines).toMatchObject([
      { line: 7, net: 100_000n, quantity: "10.00", unitPrice: "100.00", description: "Work" },
      { line: 12, net: 10_000n },
    ]);
  });

  test("a Salesforce report: footer lines are no customers", async () => {
    const text = [
      '"Account ID","Account Name","Account Owner","Website","Parent Account","Type"',
      '"001A","Alpha","Jo","<a href=""https://alpha.example"">alpha</a>","","Customer"',
      '"001B","Beta","Jo","","",""',
      "",
      '"Accounts Report"',
      '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."',
      '"Confidential Information - Do Not Distribute"',
      '"Generated By:  Jo  20-11-2026 10:00"',
    ].join("\n");
    const { records, problems, preset } = await readAll(textSource(text));
    expect(preset).toBe("salesforce-account-report");
    expect(records).toMatchObject([
      {
        externalId: "001A",
        website: "https://alpha.example",
        traits: { Type: "Customer", "Account Owner": "Jo" },
      },
      { externalId: "001B", name: "Beta" },
    ]);
    expect(problems).toMatchObject([{ code: "ROWS_SKIPPED", severity: "note", count: 4 }]);
  });

  test("Dutch titles above and a total below; a customer called Totaal Schoon stays", async () => {
    const text =
      "Facturenlijst 2025;;;\nBedrijf X B.V.;;;\n\nFactuurnr;Klantnaam;Factuurdatum;Bedrag excl. btw\n1;Totaal Schoon BV;31-01-2025;1.000,00\n2;Total;31-01-2025;2,50\n3;C;31-01-2025;1,00\n;;;\nTotaal;;;1.003,50\n";
    const { records, totals } = await readAll(textSource(text));
    expect(records).toHaveLength(3);
    expect(totals["Bedrag excl. btw"]).toBe("1003.50");
  });

  test("a total between data is left out with a warning, not in silence", async () => {
    const { problems } = await readAll(
      textSource("Klantnaam;Plaats;Telefoon\nA;X;1\nTotaal;;2\nB;Y;3\n"),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ code: "ROWS_SKIPPED", severity: "flag", place: { line: 3 } }),
    );
  });

  test("sep= is no row; an unusual delimiter is taken from it", async () => {
    for (const delimiter of [";", ",", "\t", "|", "^"]) {
      const text = `sep=${delimiter}\r\nklantnaam${delimiter}plaats\r\nA${delimiter}Utrecht\r\n`;
      const { records } = await readAll(textSource(text));
      expect(records).toMatchObject([{ line: 3, name: "A", city: "Utrecht" }]);
    }
  });

  test("rows that are too long or too short are refused, trailing empty cells are not", async () => {
    const { problems } = await readAll(textSource("klantnaam;plaats\nA;B;C\n"));
    expect(problems).toMatchObject([
      { code: "CSV_COLUMN_COUNT", place: { line: 2 }, found: "3", expected: "2" },
    ]);
    const cut = await readAll(textSource("klantnaam;plaats;land\nA;B;NL\nA;B"));
    expect(cut.problems).toMatchObject([{ code: "CSV_COLUMN_COUNT", place: { line: 3 } }]);
    const trailing = await readAll(textSource("klantnaam;plaats\nA;B;;;\n;;;\n"));
    expect(trailing.records).toHaveLength(1);
  });
});

describe("invoice lines", () => {
  const head = "Factuurnummer;Factuurdatum;Klantnaam;Omschrijving;Regelbedrag excl. btw\n";

  test("rows of one number are one invoice, together or apart", async () => {
    const rows = ["1;31-01-2025;A;x;1,00", "2;31-01-2025;B;y;2,00", "1;31-01-2025;A;z;4,00"];
    const { records } = await readAll(textSource(head + rows.join("\n")));
    expect(records).toMatchObject([
      {
        number: "1",
        net: 500n,
        lines: [
          { line: 2, net: 100n },
          { line: 4, net: 400n },
        ],
      },
      { number: "2", net: 200n },
    ]);
  });

  test("a list whose numbers repeat is read as lines, never as invoices that overwrite each other", async () => {
    const text =
      "Factuurnummer;Factuurdatum;Klantnaam;Bedrag excl. btw\n1;31-01-2025;A;1,00\n1;31-01-2025;A;2,00\n";
    const { records, subject } = await readAll(textSource(text));
    expect(subject).toBe("invoice-lines");
    expect(records).toMatchObject([{ number: "1", net: 300n }]);
    const forced = await readAll(textSource(text), { subject: "invoices" });
    expect(forced.codes).toContain("DUPLICATE_INVOICE");
  });

  test("thousands of invoices stream in order and add up", async () => {
    let text = head;
    for (let index = 0; index < 20_000; index++)
      text += `F${index >> 2};31-01-2025;K${index % 7};r;${index % 100},${String(index % 100).padStart(2, "0")}\n`;
    const { totals, records } = await readAll(chunked(bytesOf(text), 10_000));
    expect(totals).toMatchObject({ rows: 20_000, "Regelbedrag excl. btw": "999900.00" });
    expect(records.length).toBe(totals["records"]);
    const sum = records.reduce(
      (total, record) => total + (record.kind === "invoice" ? (record.net ?? 0n) : 0n),
      0n,
    );
    expect(sum).toBe(99_990_000n);
  });
});

describe("presets", () => {
  test("e-Boekhouden, Exact, SnelStart, Moneybird and AFAS open items", async () => {
    const files: readonly (readonly [string, string])[] = [
      [
        "e-boekhouden-open-items",
        "Relatiecode;Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand;Soort\n1001;Klant;F1;31-1-2025;2-3-2025;1.210,00;605,00;Factuur\n",
      ],
      [
        "exact-open-items",
        "AccountCode,AccountName,InvoiceNumber,InvoiceDate,DueDate,AmountDC,OutstandingDC,Type\n1001,Klant,F1,2025-01-31,2025-03-02,1210.00,605.00,20\n",
      ],
      [
        "snelstart-open-items",
        "Relatienr;Relatie;Boekstuk;Boekdatum;Vervaldatum;Bedrag;Saldo;Dagboek\n1001;Klant;F1;31-1-2025;2-3-2025;1210,00;605,00;Verkoop\n",
      ],
      [
        "moneybird-open-invoices",
        "Contact,ContactID,InvoiceID,InvoiceDate,DueDate,TotalPriceIncl,OutstandingAmount,Type\nKlant,1001,F1,2025-01-31,2025-03-02,1210.00,605.00,invoice\n",
      ],
      [
        "afas-open-items",
        "Factuurnr.,Naam,Deb.nr.,Omschrijving factuur,Boekstuk,Vervalt,Factuur,Saldo\nF1,Klant,1001,x,77,2025-03-02,1210.00,605.00\n",
      ],
    ];
    for (const [name, text] of files) {
      const { preset, records, codes } = await readAll(textSource(text));
      expect(codes).toEqual([]);
      expect(preset).toBe(name);
      expect(records).toMatchObject([
        {
          kind: "open-item",
          number: "F1",
          customer: "Klant",
          customerExternalId: "1001",
          dueDate: "2025-03-02",
          amount: 121_000n,
          outstanding: 60_500n,
        },
      ]);
    }
  });

  test("Xero: total once, lines added, voided left out", async () => {
    const text =
      "ContactName,EmailAddress,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,InventoryItemCode,Description,Quantity,UnitAmount,LineAmount,TaxAmount,Currency,Type,Status\nA,a@a.example,INV-1,,15 Jul 2026,14 Aug 2026,242.00,X,one,1,100.00,100.00,21.00,EUR,Sales invoice,Paid\nA,a@a.example,INV-1,,15 Jul 2026,14 Aug 2026,242.00,,two,1,100.00,100.00,21.00,EUR,Sales invoice,Paid\nB,,INV-2,,15 Jul 2026,14 Aug 2026,1.00,,,1,1.00,1.00,0.00,EUR,Sales invoice,Voided\n";
    const { records, preset, codes } = await readAll(textSource(text));
    expect([preset, codes]).toEqual(["xero-invoices", ["ROWS_LEFT_OUT"]]);
    expect(records).toMatchObject([
      { number: "INV-1", issueDate: "2026-07-15", net: 20_000n, gross: 24_200n, currency: "EUR" },
    ]);
  });

  test("customers: SnelStart, Moneybird, HubSpot, Salesforce, Pipedrive", async () => {
    const files: readonly (readonly [string, string, object])[] = [
      [
        "snelstart-relations",
        "FldRelatiecode;FldNaam;FldPlaats;FldKvkNummer\n17;Alpha;Utrecht;12345678\n",
        { externalId: "17", name: "Alpha", city: "Utrecht", kvk: "12345678" },
      ],
      [
        "moneybird-contacts",
        "ContactID,CompanyName,ChamberOfCommerceID,TaxNumber\n5,Beta,12345678,NL1\n",
        { externalId: "5", name: "Beta", kvk: "12345678", vatId: "NL1" },
      ],
      [
        "hubspot-companies",
        "Record ID,Company name,Company owner,City,Country/Region,Industry\n9,Gamma,Jo,Gent,Belgium,Design\n",
        {
          externalId: "9",
          name: "Gamma",
          country: "BE",
          traits: { Industry: "Design", "Company owner": "Jo" },
        },
      ],
      [
        "salesforce-accounts",
        '"Id","IsDeleted","Name","BillingStreet","BillingCity","OwnerId"\n"001","false","Delta","Dam 1","Amsterdam","x"\n"002","true","Gone","","","x"\n',
        { externalId: "001", name: "Delta", street: "Dam 1" },
      ],
      [
        "pipedrive-organizations",
        "Organization - Name,Organization - Address\nEpsilon,Dam 1\n",
        { name: "Epsilon", street: "Dam 1" },
      ],
    ];
    for (const [name, text, expected] of files) {
      const { preset, records } = await readAll(textSource(text));
      expect(preset).toBe(name);
      expect(records).toHaveLength(1);
      expect(records[0]).toMatchObject(expected);
    }
  });

  test("headers are matched whatever their case, accents, stars, order and currency", async () => {
    const text =
      "DURATION;tags;amount (usd);Billable *;user;E-mail;EMAIL;Client;Project;task;Description;START DATE\n1:00:00;;10.00;Yes;Jo;;;A;P;;;2025-01-31\n";
    const { preset, records } = await readAll(textSource(text));
    expect(preset).toBe("toggl-detailed");
    expect(records).toMatchObject([{ seconds: 3_600, billAmount: 1_000n, currency: "USD" }]);
  });
});

test.each([
  [
    "contacts",
    "Voornaam;Achternaam;Functie;Bedrijf;E-mailadres\nJan;Jansen;Directeur;Alpha;jan@alpha.nl\n",
  ],
  [
    "customers",
    "Debiteurnr;Naam;Adres;Postcode;Plaats;Branche\n1;A;Dam 1;1012 AB;Amsterdam;Bouw\n",
  ],
  ["hours", "Datum;Medewerker;Project;Klant;Uursoort;Aantal uren\n31-1-2025;Jan;P;A;Advies;7,5\n"],
  ["invoices", "Factuurnummer;Debiteur;Datum;Bedrag excl. BTW\n1;A;31-01-2025;1.000,00\n"],
  ["invoices", "klant;datum;omzet\nA;31-01-2025;1.000,00\n"],
  ["invoice-lines", "Factuurnr;Datum;Klant;Artikel;Totaal excl. btw\n1;31-01-2025;A;Uren;190,00\n"],
  [
    "open-items",
    "Factuur;Klant;Factuurdatum;Vervaldatum;Openstaand\n1;A;31-01-2025;28-02-2025;121,00\n",
  ],
  ["projects", "Projectnummer;Projectnaam;Klant;Budget uren\nP1;Site;A;100\n"],
])("a file without preset is guessed to hold %s", async (subject, text) => {
  const { records, problems, ...found } = await readAll(textSource(text));
  expect([found.subject, problems, records.length]).toEqual([subject, [], 1]);
});

describe("describeTable", () => {
  test("says what a mapping screen needs", async () => {
    const found = await describeText(
      "Klantnr;Naam;Plaats;Branche\n007;Alpha;Utrecht;Bouw\n008;Beta;Gent;Zorg\n",
    );
    expect(found).toMatchObject({
      format: "csv",
      delimiter: ";",
      encoding: "utf-8",
      headerRow: 1,
      subject: "customers",
      mapping: {
        fields: { externalId: "Klantnr", name: "Naam", city: "Plaats" },
        traits: ["Branche"],
      },
      firstRows: [
        ["007", "Alpha", "Utrecht", "Bouw"],
        ["008", "Beta", "Gent", "Zorg"],
      ],
    });
    expect(found.columns[0]).toMatchObject({
      header: "Klantnr",
      samples: ["007", "008"],
      filled: 2,
    });
  });

  test("a file of the same headers in another order has the same fingerprint", async () => {
    const one = await describeText("Naam;Plaats\nA;B\n");
    const other = await describeText("PLAATS,naam\nX,Y\n");
    const third = await describeText("Naam;Land\nA;B\n");
    expect(one.fingerprint).toBe(other.fingerprint);
    expect(one.fingerprint).not.toBe(third.fingerprint);
  });

  test("a table of which nothing is known is a question, never an empty success", async () => {
    const { problems, records } = await readAll(textSource("a;b;c\n1;2;3\n"));
    expect(records).toEqual([]);
    expect(problems).toMatchObject([
      { code: "SUBJECT_UNDECIDED", severity: "ask", field: "subject" },
    ]);
    const { headerRow, questions } = await describeText("Klant;2023;2024\nA;1.000,00;2.000,00\n");
    expect(headerRow).toBe(1);
    expect(questions).toEqual([]);
  });

  test("a mapping that names a column which is not there is refused", async () => {
    const { problems } = await readAll(textSource("Naam;Plaats\nA;B\n"), {
      subject: "customers",
      mapping: { fields: { name: "Nergens" } },
    });
    expect(problems).toContainEqual(expect.objectContaining({ code: "MAPPING", field: "name" }));
  });

  test("a header named __proto__ or constructor is a column like any other", async () => {
    const { records } = await readAll(textSource("Naam;__proto__;constructor\nA;1;2\n"), {
      subject: "customers",
      mapping: { fields: { name: "Naam" }, traits: ["constructor"] },
    });
    expect(records).toMatchObject([{ name: "A", traits: { constructor: "2" } }]);
  });
});

test("the size of the pieces never changes what is read", async () => {
  const text =
    'sep=;\r\nFactuurnr;Klantnaam;Factuurdatum;Bedrag excl. btw\r\n1;"Café; ""Zoë""";31-01-2025;1.234,56\r\n2;€ B;1-2-2025;-0,01\r\n\r\nTotaal;;;1.234,55\r\n';
  const whole = await readAll(textSource(text));
  expect(whole.totals["Bedrag excl. btw"]).toBe("1234.55");
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (size) => {
      expect(await readAll(chunked(bytesOf(text), size))).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});

test("a hundred thousand bad cells are a hundred problems and a count", async () => {
  const rows = Array.from({ length: 5_000 }, () => "31-01-2025;Jan;A;x").join("\n");
  const { problems } = await readAll(textSource(`Datum;Medewerker;Klant;Uren\n${rows}\n`));
  const bad = problems.filter(({ code }) => code === "NUMBER_FORMAT");
  expect(bad).toHaveLength(100);
  expect(bad.at(-1)?.count).toBe(5_000);
});
