import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Source } from "../../src/source.ts";
import { books, ofKind, read } from "./books.ts";

test("reads books without problems, every record with its line", async () => {
  const result = await read(books());
  expect(result.problems).toEqual([]);
  expect(result).toMatchObject({
    format: "xaf-3.2",
    encoding: "utf-8",
    administration: {
      name: "Atelier Noord B.V.",
      kvk: "12345678",
      vatId: "NL001234567B01",
      fiscalYear: "2025",
      startDate: "2025-01-01",
      endDate: "2025-12-31",
      currency: "EUR",
      software: "Boeken",
    },
    totals: {
      relations: 2,
      transactions: 2,
      lines: 4,
      totalDebit: "110.10",
      totalCredit: "110.10",
    },
  });
  expect(result.records).toEqual([
    {
      kind: "relation",
      line: 7,
      externalId: "K1",
      name: "Café & Co",
      kvk: "87654321",
      email: "info@cafe.example",
      street: "Kade 5 a",
      postcode: "2801 AA",
      city: "Gouda",
      country: "NL",
      role: "customer",
    },
    { kind: "relation", line: 10, externalId: "L1", name: "Papier", role: "supplier" },
    { kind: "account", line: 13, code: "0500", description: "Kapitaal", type: "balance" },
    { kind: "account", line: 14, code: "1100", description: "Bank", type: "balance" },
    { kind: "account", line: 15, code: "1300", description: "Debiteuren", type: "balance" },
    {
      kind: "account",
      line: 16,
      code: "8000",
      description: "Omzet",
      type: "profit-and-loss",
      leadCode: "WOmz",
    },
    { kind: "journal", line: 24, code: "VRK", description: "Verkoop", type: "sales" },
    {
      kind: "transaction",
      line: 25,
      sequence: 1,
      part: 0,
      journal: "VRK",
      journalType: "sales",
      number: "1",
      description: "Factuur",
      period: "1",
      date: "2025-01-31",
      lines: [
        {
          line: 26,
          number: "1",
          account: "1300",
          amount: 12110n,
          date: "2025-01-31",
          documentReference: "F1",
          invoiceReference: "F1",
          relation: "K1",
        },
        {
          line: 27,
          number: "2",
          account: "8000",
          amount: -12110n,
          date: "2025-01-30",
          description: "Ontwerp",
          documentReference: "F1",
          project: "X",
          costCentre: "KP",
          product: "P1",
          quantity: "2",
        },
      ],
    },
    {
      kind: "transaction",
      line: 29,
      sequence: 2,
      part: 0,
      journal: "VRK",
      journalType: "sales",
      number: "2",
      period: "2",
      date: "2025-02-28",
      lines: [
        {
          line: 30,
          number: "1",
          account: "1300",
          amount: -1100n,
          date: "2025-02-28",
          relation: "K1",
        },
        { line: 31, number: "2", account: "8000", amount: 1100n, date: "2025-02-28" },
      ],
    },
    {
      kind: "subledger",
      line: 35,
      subledger: "customers",
      journal: "VRK",
      transaction: "1",
      transactionLine: "1",
      amount: 12110n,
      relation: "K1",
      invoiceReference: "F1",
      side: "sale",
      invoiceType: "debit",
      invoiceDate: "2025-01-31",
      dueDate: "2025-03-02",
      mutation: "invoice",
    },
  ]);
});

describe("control totals", () => {
  const sections = [
    ["transactions", "<transactions><linesCount>4", "110.10", "110.10", "TOTAL_", "LINES"],
    ["openingBalance", "<openingBalance><linesCount>2", "50.00", "50.00", "OB_TOTAL_", "OB_LINES"],
    ["subledger", "<sbType>CU</sbType><linesCount>1", "121.10", "0.00", "TOTAL_", "LINES"],
  ] as const;

  test.each(sections)("of %s off by one cent or one line refuse", async (...section) => {
    const [name, start, debit, credit, total, count] = section;
    const head = `${start}</linesCount><totalDebit>${debit}</totalDebit><totalCredit>${credit}`;
    const off = (from: string, to: string) => read(books([head, head.replace(from, to)]));
    const more = (Number(debit) + 0.01).toFixed(2);
    const debits = await off(`<totalDebit>${debit}`, `<totalDebit>${more}`);
    expect(debits.problems).toMatchObject([
      {
        code: `${total}DEBIT_MISMATCH`,
        severity: "refuse",
        field: `${name}/totalDebit`,
        found: debit,
        expected: more,
      },
    ]);
    expect(debits.problems[0]?.place.line).toBeGreaterThan(18);
    const credits = await off(`<totalCredit>${credit}`, "<totalCredit>7.77");
    expect(credits.problems).toMatchObject([
      { code: `${total}CREDIT_MISMATCH`, severity: "refuse", found: credit, expected: "7.77" },
    ]);
    const lines = await off(start, `${start}7`);
    expect(lines.problems).toMatchObject([{ code: `${count}_COUNT_MISMATCH`, severity: "refuse" }]);
    const missing = await off(`<totalDebit>${debit}</totalDebit>`, "");
    expect(missing.problems).toMatchObject([
      { code: "CONTROL_TOTAL_MISSING", severity: "refuse", field: `${name}/totalDebit` },
    ]);
    const twice = await off("<totalDebit>", `<totalDebit>${debit}</totalDebit><totalDebit>`);
    expect(twice.codes).toContain("DUPLICATE_ELEMENT");
    expect(twice.verdict).toBe("refuse");
  });

  test.each(["4.0", "-4", "", " ", "four", "4e0", "0x4", "٤"])("count %j", async (text) => {
    const result = await read(
      books(["<transactions><linesCount>4", `<transactions><linesCount>${text}`]),
    );
    expect(result.problems).toMatchObject([{ code: "LINES_COUNT_FORMAT", severity: "refuse" }]);
  });

  test("a package that counts bookings is flagged, when every cent agrees", async () => {
    const counted = ["<transactions><linesCount>4", "<transactions><linesCount>2"] as const;
    const result = await read(books(counted));
    expect(result.problems).toMatchObject([{ code: "LINES_COUNT_MISMATCH", severity: "flag" }]);
    const off = await read(books(counted, ["<totalDebit>110.10", "<totalDebit>110.11"]));
    expect(off.verdict).toBe("refuse");
  });
});

describe("amounts", () => {
  const refused = [
    ...["121,10", "1.210,00", "1,210.00", "121.1", "121.100", "121.", ".10", "", " ", "1e2", "NaN"],
    ...["Infinity", "1.234.56", "--1", "- 1.00", "+-1.00", "٣", "１２１.10", "0x10", "€ 121.10"],
    ...["121.10-", "(121.10)", "12 1.10", "121.10\u00a0", "1234567890123456789.00", "null"],
  ];
  test.each(refused)("%j refuses the file with line and field", async (text) => {
    const result = await read(books(["<amnt>121.10", `<amnt>${text}`]));
    expect(result.problems).toMatchObject([
      {
        code: "AMOUNT_FORMAT",
        severity: "refuse",
        place: { line: 26 },
        field: "trLine/amnt",
        found: text,
      },
    ]);
    const total = await read(books(["<totalDebit>110.10", `<totalDebit>${text}`]));
    expect(total.problems).toMatchObject([
      { code: "AMOUNT_FORMAT", field: "transactions/totalDebit" },
    ]);
  });

  test.each([" 121.10", "+121.10", "121.10\n", "\t0000121.10"])("%j is 121.10", async (text) => {
    const result = await read(books(["<amnt>121.10", `<amnt>${text}`]));
    expect(result.problems).toEqual([]);
    expect(ofKind(result.records, "transaction")[0]?.lines[0]?.amount).toBe(12110n);
  });

  test("whole amounts have no cents", async () => {
    const whole = books()
      .replaceAll("121.10", "121")
      .replaceAll("110.10", "110")
      .replaceAll("11.00", "11");
    const result = await read(whole);
    expect(result.problems).toEqual([]);
    expect(result.totals).toMatchObject({ totalDebit: "110.00" });
  });

  test("fifteen digits stay exact", async () => {
    const large = "9999999999999.99";
    const text = books().replaceAll("121.10", large).replaceAll("110.10", "9999999999988.99");
    const result = await read(text);
    expect(result.problems).toEqual([]);
    expect(ofKind(result.records, "transaction")[0]?.lines[0]?.amount).toBe(999_999_999_999_999n);
  });

  test("more than that in one booking refuses: no sum of such fits anywhere", async () => {
    const text = books().replaceAll("121.10", "10000000000000.00");
    const result = await read(text.replaceAll("110.10", "9999999999989.00"));
    expect(result.problems[0]).toMatchObject({ code: "AMOUNT_FORMAT", field: "trLine/amnt" });
  });

  test.each(["X", "d", "DC", "", " ", "Debet", "+"])("side %j refuses", async (side) => {
    const result = await read(
      books(["<amntTp>D</amntTp><custSupID>", `<amntTp>${side}</amntTp><custSupID>`]),
    );
    expect(result.problems).toMatchObject([
      { code: "AMNT_TP", severity: "refuse", place: { line: 26 }, field: "trLine/amntTp" },
    ]);
  });

  test("comments inside an amount do not cut it", async () => {
    const result = await read(books(["<amnt>121.10", "<amnt>12<!-- c -->1.<![CDATA[10]]>"]));
    expect(result.problems).toEqual([]);
  });
});

describe("dates", () => {
  test.each([
    "2025-1-31",
    "",
    "31-01-2025",
    "2025-13-01",
    "2025-02-29",
    "2025-01-31T00:00:00",
    "20250131",
    "0000-01-01",
  ])("%j refuses", async (date) => {
    const result = await read(books(["<trDt>2025-01-31", `<trDt>${date}`]));
    expect(result.problems).toMatchObject([
      { code: "DATE_FORMAT", severity: "refuse", place: { line: 25 }, field: "transaction/trDt" },
    ]);
  });

  test.each(["2025-01-31Z", "2025-01-31+14:00", " 2025-01-31\n"])("%j is read", async (date) => {
    const result = await read(books(["<trDt>2025-01-31", `<trDt>${date}`]));
    expect(result.problems).toEqual([]);
    expect(ofKind(result.records, "transaction")[0]?.date).toBe("2025-01-31");
  });

  test.each(["2024-12-31", "2026-01-01", "9999-12-31"])(
    "%s lies outside the year",
    async (date) => {
      const result = await read(books(["<trDt>2025-01-31", `<trDt>${date}`]));
      expect(result.problems).toMatchObject([
        { code: "DATE_OUTSIDE_YEAR", severity: "flag", found: date, place: { line: 25 } },
      ]);
    },
  );

  test("the line date of AFAS Profit in period 0 is left out", async () => {
    const result = await read(
      books(
        ["Boeken", "Profit"],
        ["<periodNumber>1</periodNumber><trDt>", "<periodNumber>0</periodNumber><trDt>"],
        ["<effDate>2025-01-31", "<effDate>0000-00-00"],
      ),
    );
    expect(result.problems).toEqual([]);
    const lines = ofKind(result.records, "transaction")[0]?.lines;
    expect(lines?.map(({ date }) => date)).toEqual([undefined, undefined]);
    const elsewhere = await read(books(["<effDate>2025-01-31", "<effDate>0000-00-00"]));
    expect(elsewhere.problems).toMatchObject([{ code: "DATE_FORMAT", field: "trLine/effDate" }]);
  });
});

describe("what is flagged", () => {
  test.each([
    ["UNKNOWN_ACCOUNT", ["<accID>8000</accID><docRef>F1", "<accID>9999</accID><docRef>F1"], "9999"],
    [
      "UNKNOWN_RELATION",
      [
        "<custSupID>K1</custSupID><invRef>F1</invRef></trLine>",
        "<custSupID>k1</custSupID></trLine>",
      ],
      "k1",
    ],
    ["DUPLICATE_RELATION", ["<custSupID>L1", "<custSupID>K1"], "K1"],
    ["DUPLICATE_LINE_NR", ["<trLine><nr>2", "<trLine><nr>1"], "1"],
    ["UNKNOWN_ACCOUNT_TYPE", ["<accTp>P", "<accTp>Q"], "Q"],
    [
      "PERIOD_FORMAT",
      ["<periodNumber>1</periodNumber><trDt>", "<periodNumber>jan</periodNumber><trDt>"],
      "jan",
    ],
    ["UNEXPECTED_TEXT", ["<trLine><nr>", "<trLine>12<nr>"], "12"],
  ] as const)("%s", async (code, change, found) => {
    const result = await read(books(change));
    expect(result.problems).toMatchObject([{ code, severity: "flag", found }]);
    expect(result.problems[0]?.place.line).toBeGreaterThan(0);
  });

  test("the same account twice, and refused when its type differs", async () => {
    const again = (type: string) =>
      books([
        "</generalLedger>",
        `<ledgerAccount><accID>8000</accID><accTp>${type}</accTp></ledgerAccount></generalLedger>`,
      ]);
    expect((await read(again("P"))).problems).toMatchObject([
      { code: "DUPLICATE_ACCOUNT", severity: "flag" },
    ]);
    expect((await read(again("B"))).problems).toMatchObject([
      { code: "CONFLICTING_ACCOUNT", severity: "refuse" },
    ]);
  });

  test("elements nobody knows, once for each name with their number", async () => {
    const result = await read(
      books([/<trLine>/, "<trLine><extra><amnt>9</amnt></extra><extra/><__proto__/>"]),
    );
    expect(result.problems).toMatchObject([
      { code: "UNKNOWN_ELEMENT", severity: "flag", field: "trLine/extra", count: 2 },
      { code: "UNKNOWN_ELEMENT", severity: "flag", field: "trLine/__proto__", count: 1 },
    ]);
  });

  test("a transaction that does not balance, but not where the journal holds the counter account", async () => {
    const change = [
      "<trLine><nr>2</nr><accID>8000</accID><docRef/><effDate>2025-02-28</effDate><amnt>-11.00",
      "<trLine><nr>2</nr><accID>8000</accID><docRef/><effDate>2025-02-28</effDate><amnt>-12.00",
    ] as const;
    const total = ["<totalCredit>110.10", "<totalCredit>109.10"] as const;
    const result = await read(books(change, total));
    expect(result.problems).toMatchObject([
      {
        code: "TRANSACTION_UNBALANCED",
        severity: "flag",
        place: { line: 29 },
        found: "VRK 2 (1.00)",
      },
    ]);
    const journal = [
      "<jrnTp>S</jrnTp>",
      "<jrnTp>B</jrnTp><offsetAccID>1100</offsetAccID>",
    ] as const;
    expect((await read(books(change, total, journal))).problems).toEqual([]);
    const onOffset = [
      "<jrnTp>S</jrnTp>",
      "<jrnTp>B</jrnTp><offsetAccID>1300</offsetAccID>",
    ] as const;
    expect((await read(books(change, total, onOffset))).codes).toEqual(["TRANSACTION_UNBALANCED"]);
  });

  test("books without bookings", async () => {
    const empty = books([
      /<transactions>[\s\S]*<\/transactions>/,
      "<transactions><linesCount>0</linesCount><totalDebit>0</totalDebit><totalCredit>0</totalCredit></transactions>",
    ]);
    expect((await read(empty)).problems).toMatchObject([
      { code: "NO_TRANSACTIONS", severity: "flag" },
    ]);
  });

  test("at most a hundred of a code are listed, the last with the number of all", async () => {
    const line = "<ledgerAccount><accID>8000</accID><accTp>P</accTp></ledgerAccount>";
    const result = await read(books(["</generalLedger>", `${line.repeat(250)}</generalLedger>`]));
    expect(result.problems).toHaveLength(100);
    expect(result.problems.at(-1)).toMatchObject({ code: "DUPLICATE_ACCOUNT", count: 250 });
  });
});

describe("what is refused", () => {
  test.each([
    [["<companyName>Atelier Noord B.V.</companyName>", ""], "REQUIRED", "company/companyName"],
    [["<startDate>2025-01-01</startDate>", ""], "REQUIRED", "header/startDate"],
    [["<endDate>2025-12-31</endDate>", ""], "REQUIRED", "header/endDate"],
    [["<fiscalYear>2025</fiscalYear>", ""], "REQUIRED", "header/fiscalYear"],
    [["<curCode>EUR</curCode>", ""], "REQUIRED", "header/curCode"],
    [["<curCode>EUR", "<curCode>€"], "CURRENCY_FORMAT", "header/curCode"],
    [["<trDt>2025-01-31</trDt>", ""], "REQUIRED", "transaction/trDt"],
    [["<transaction><nr>1</nr>", "<transaction>"], "REQUIRED", "transaction/nr"],
    [["<jrnID>VRK</jrnID>", ""], "REQUIRED", "journal/jrnID"],
    [["<trLine><nr>1</nr><accID>1300</accID>", "<trLine><nr>1</nr>"], "REQUIRED", "trLine/accID"],
    [["<amnt>121.10</amnt>", ""], "REQUIRED", "trLine/amnt"],
    [["<custSupID>L1</custSupID>", ""], "REQUIRED", "customerSupplier/custSupID"],
    [["<custSupID>L1", "<custSupID> "], "REQUIRED", "customerSupplier/custSupID"],
    [[/<header>.*<\/header>/, ""], "REQUIRED", "auditfile/header"],
    [["<trLine>", "<trline>"], "XML_NOT_WELL_FORMED", "transaction"],
    [["<amnt>121.10", "<amnt>121.10<amnt>1.00</amnt>"], "UNEXPECTED_ELEMENT", "amnt/amnt"],
    [["<amnt>121.10", "<amnt>121.10<b/>"], "UNEXPECTED_ELEMENT", "amnt/b"],
    [["<amnt>121.10</amnt>", "<Amnt>121.10</Amnt>"], "UNEXPECTED_ELEMENT", "trLine/Amnt"],
    [
      ["<amnt>121.10</amnt>", "<amnt>121.10</amnt><amnt>121.10</amnt>"],
      "DUPLICATE_ELEMENT",
      "trLine/amnt",
    ],
    [["<header>", "<header></header><header>"], "DUPLICATE_ELEMENT", "auditfile/header"],
    [["http://www.auditfiles.nl/XAF/3.2", "urn:evil"], "NAMESPACE", "auditfile/xmlns"],
    [
      ["http://www.auditfiles.nl/XAF/3.2", "http://www.auditfiles.nl/XAF/5.0"],
      "VERSION",
      "auditfile/xmlns",
    ],
  ] as const)("%j", async (change, code, field) => {
    const result = await read(books(change));
    expect(result.verdict).toBe("refuse");
    const problem = result.problems.find((one) => one.code === code);
    expect(problem).toMatchObject({ code, field, severity: "refuse" });
    expect(problem?.place.line).toBeGreaterThan(0);
  });

  test("the wrong letter case of what carries bookings", async () => {
    const text = books().replaceAll(/(<\/?)trLine>/g, "$1trline>");
    expect((await read(text)).problems[0]).toMatchObject({
      code: "UNEXPECTED_ELEMENT",
      severity: "refuse",
      place: { line: 26 },
      expected: "trLine",
    });
  });

  test("what is no audit file", async () => {
    expect((await read("<html/>")).problems).toMatchObject([
      { code: "UNKNOWN_FORMAT", field: "html" },
    ]);
    expect((await read("<AuditFile/>")).codes).toEqual(["UNEXPECTED_ELEMENT"]);
  });

  test("when the XML breaks off, nothing is said of the books themselves", async () => {
    const text = books(["<amnt>121.10", "<amnt>x"]);
    const result = await read(text.slice(0, -20));
    expect(result.codes).toEqual(["XML_TRUNCATED"]);
  });
});

describe("packages and versions", () => {
  test.each([
    ["http://www.auditfiles.nl/XAF/3.1", "xaf-3.1"],
    ["http://www.auditfiles.nl/xaf/3.2", "xaf-3.2"],
    [
      "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.0/structures/XmlAuditfileFinancieel3.2.1",
      "xaf-3.2",
    ],
    [
      "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0",
      "xaf-4.0",
    ],
    ["http://www.odb.belastingdienst.nl/XAF/4.0", "xaf-4.0"],
    ["http://www.auditfiles.nl/XAF/4.0", "xaf-4.0"],
    ["", "xaf-3.2"],
  ])("namespace %j is %s", async (namespace, format) => {
    const result = await read(books(["http://www.auditfiles.nl/XAF/3.2", namespace]));
    expect(result.problems).toEqual([]);
    expect(result.format).toBe(format);
  });

  test("an unknown version of the third generation is read with a warning", async () => {
    const result = await read(books(["XAF/3.2", "XAF/3.0"]));
    expect(result.problems).toMatchObject([{ code: "VERSION", severity: "flag" }]);
  });

  test("prefixes make no difference", async () => {
    const prefixed = books(["xmlns=", "xmlns:x="]).replaceAll(/<(\/?)(?=[a-zA-Z])/g, "<$1x:");
    const result = await read(prefixed);
    expect(result.problems).toEqual([]);
    expect(result.records).toHaveLength(10);
  });

  test("D and C mean debtor and creditor where a file says D", async () => {
    const dutch = books(["<custSupTp>C", "<custSupTp>D"], ["<custSupTp>S", "<custSupTp>C"]);
    const roles = ofKind((await read(dutch)).records, "relation").map(({ role }) => role);
    expect(roles).toEqual(["customer", "supplier"]);
    const onlyCreditors = books(["<custSupTp>S", "<custSupTp>C"], ["Boeken", "osFinancials"]);
    const both = ofKind((await read(onlyCreditors)).records, "relation").map(({ role }) => role);
    expect(both).toEqual(["supplier", "supplier"]);
    const mixed = books(["<custSupTp>C", "<custSupTp>D"]).replace(
      "</customersSuppliers>",
      "<customerSupplier><custSupID>Z</custSupID><custSupTp>C</custSupTp></customerSupplier></customersSuppliers>",
    );
    const unclear = ofKind((await read(mixed)).records, "relation").map(({ role }) => role);
    expect(unclear).toEqual(["customer", "supplier", undefined]);
  });

  test("the order of elements does not matter", async () => {
    const text = books(
      [/<generalLedger>[\s\S]*<\/generalLedger>/, ""],
      [
        "</company>",
        `${/<generalLedger>[\s\S]*<\/generalLedger>/.exec(books())?.[0] ?? ""}</company>`,
      ],
      ["<amnt>121.10</amnt><amntTp>D</amntTp>", ""],
      ["<trLine><nr>1", "<trLine><amntTp>D</amntTp><amnt>121.10</amnt><nr>1"],
      [/<header>.*<\/header>/, ""],
      ["</auditfile>", `${/<header>.*<\/header>/.exec(books())?.[0] ?? ""}</auditfile>`],
    );
    expect((await read(text)).problems).toEqual([]);
  });

  test("XAF 3.1 may leave the currency out, with a warning", async () => {
    const result = await read(books(["XAF/3.2", "XAF/3.1"], ["<curCode>EUR</curCode>", ""]));
    expect(result.problems).toMatchObject([
      { code: "REQUIRED", severity: "flag", field: "header/curCode" },
    ]);
    expect(result.administration?.currency).toBeUndefined();
  });

  test("the customer's number is text, byte for byte", async () => {
    for (const id of ["K1 ", "0001", "=1", "K\u00a01", "123456789012345678", "é😀", "NULL"]) {
      const result = await read(books().replaceAll(">K1<", `>${id}<`));
      expect(result.problems).toEqual([]);
      expect(ofKind(result.records, "relation")[0]?.externalId).toBe(id);
      expect(ofKind(result.records, "transaction")[0]?.lines[0]?.relation).toBe(id);
    }
  });
});

test("a transaction of very many lines comes in parts that add up", async () => {
  const line = (number: number, side: string) =>
    `<trLine><nr>${number}</nr><accID>8000</accID><docRef/><effDate>2025-01-31</effDate><amnt>0.10</amnt><amntTp>${side}</amntTp></trLine>\n`;
  const lines = Array.from({ length: 2500 }, (_, at) => line(at + 10, "D") + line(at + 5000, "C"));
  const result = await read(
    books(
      ["</trLine>\n        </transaction>", `</trLine>${lines.join("")}</transaction>`],
      [
        "<linesCount>4</linesCount><totalDebit>110.10</totalDebit><totalCredit>110.10",
        "<linesCount>5004</linesCount><totalDebit>360.10</totalDebit><totalCredit>360.10",
      ],
    ),
  );
  expect(result.problems).toEqual([]);
  const parts = ofKind(result.records, "transaction").filter(({ sequence }) => sequence === 1);
  expect(parts.map(({ part }) => part)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(parts.map(({ lines }) => lines.length)).toEqual([1000, 1000, 1000, 1000, 1000, 2]);
  expect(new Set(parts.map(({ number }) => number))).toEqual(new Set(["1"]));
});

test("law: where the bytes are cut changes nothing", async () => {
  const text = books(["Ontwerp", "Ontwerp & é\u0001 €"], ["<trLine>", "<trLine><!-- é & -->"]);
  const bytes = new TextEncoder().encode(text);
  const whole = await read(bytes);
  expect(whole.codes).toEqual(["REPAIRED_CONTROL_CHARACTER", "REPAIRED_AMPERSAND"]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 30 }), async (places) => {
      const cuts = [...new Set(places)].sort((one, other) => one - other);
      const source: Source = {
        name: "books.xaf",
        size: bytes.length,
        async *open() {
          let from = 0;
          for (const place of [...cuts, bytes.length]) {
            yield bytes.slice(from, place);
            from = place;
          }
        },
      };
      expect(await read(source)).toEqual(whole);
    }),
    { numRuns: 100 },
  );
});

test("law: any other control total than the sum of the lines is refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.bigInt(0n, 10n ** 18n), async (cents) => {
      fc.pre(cents !== 11010n);
      const text = `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
      const result = await read(books(["<totalDebit>110.10", `<totalDebit>${text}`]));
      expect(result.codes).toEqual(["TOTAL_DEBIT_MISMATCH"]);
      expect(result.verdict).toBe("refuse");
    }),
    { numRuns: 50 },
  );
});
