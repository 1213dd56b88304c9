import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { sourceFromBytes } from "../../src/source.ts";
import { samples } from "../samples.ts";
import { ciiInvoice, ciiLine, ublInvoice } from "./example.ts";
import { read, readText } from "./reading.ts";

describe("a total that is a cent off is refused by its rule", () => {
  test.each([
    ["lines", "99.99", "BR-CO-10"],
    ["lines", "100.01", "BR-CO-10"],
    ["net", "99.99", "BR-CO-13"],
    ["net", "100.01", "BR-CO-13"],
    ["tax", "20.99", "BR-CO-15"],
    ["gross", "120.99", "BR-CO-15"],
    ["gross", "121.01", "BR-CO-15"],
    ["payable", "120.99", "BR-CO-16"],
    ["payable", "121.01", "BR-CO-16"],
  ] as const)("%s %s: %s", async (part, text, code) => {
    const reading = await readText(ublInvoice({ [part]: text }));
    expect(reading.codes[0]).toBe(code);
    expect(reading.invoices).toEqual([]);
  });

  test("says what the parts add up to and what was declared, with its line", async () => {
    const { problems } = await readText(ublInvoice({ payable: "120.99" }));
    expect(problems).toEqual([
      {
        code: "BR-CO-16",
        severity: "refuse",
        place: { line: 8 },
        field: "PayableAmount",
        found: "121.00",
        expected: "120.99",
      },
    ]);
  });

  test("whatever the cents", async () => {
    const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
    const off = fc.constantFrom(0, 1, -1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(cents, { minLength: 1, maxLength: 8 }),
        off,
        off,
        off,
        async (amounts, ...errors) => {
          const net = amounts.reduce((sum, one) => sum + one, 0);
          const [lineError = 0, netError = 0, payError = 0] = errors;
          const reading = await readText(
            ublInvoice({
              lineAmounts: amounts.map(decimal),
              lines: decimal(net + lineError),
              net: decimal(net + netError),
              tax: "0",
              gross: decimal(net),
              payable: decimal(net + payError),
            }),
          );
          const right = errors.every((error) => error === 0);
          expect(reading.invoices.length).toBe(right ? 1 : 0);
          if (right) expect(reading.invoices[0]?.net).toBe(BigInt(net));
        },
      ),
      { numRuns: 60 },
    );
  });
});

function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

describe("discounts and charges on the whole", () => {
  const allowance = (charge: boolean, amount: string) =>
    `<cac:AllowanceCharge><cbc:ChargeIndicator>${charge}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Reden</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">${amount}</cbc:Amount></cac:AllowanceCharge>`;
  const parts = {
    allowances: allowance(false, "10.00") + allowance(true, "4.00"),
    totals: `<cbc:AllowanceTotalAmount currencyID="EUR">10.00</cbc:AllowanceTotalAmount><cbc:ChargeTotalAmount currencyID="EUR">4.00</cbc:ChargeTotalAmount>`,
    net: "94.00",
    tax: "19.74",
    gross: "113.74",
    payable: "113.74",
  };

  test("become lines, so that the lines are the net", async () => {
    const { invoices, problems } = await readText(ublInvoice(parts));
    expect(problems).toEqual([]);
    expect(invoices[0]?.lines.map((line) => line.net)).toEqual([6000n, 4000n, -1000n, 400n]);
    expect(invoices[0]?.net).toBe(9400n);
  });

  test.each([
    ["10.00", "10.01", "BR-CO-11"],
    [">4.00</cbc:Charge", ">4.01</cbc:Charge", "BR-CO-12"],
  ])("are held to their totals (%s)", async (from, to, code) => {
    const text = ublInvoice(parts).replace(from, to);
    expect((await readText(text)).codes).toContain(code);
  });

  test("are turned round on a credit note with everything else", async () => {
    const { invoices } = await readText(
      ublInvoice({ ...parts, root: "CreditNote", typeCode: "381" }),
    );
    expect(invoices[0]?.lines.map((line) => line.net)).toEqual([-6000n, -4000n, 1000n, -400n]);
    expect(invoices[0]).toMatchObject({ type: "credit-note", net: -9400n, gross: -11374n });
  });
});

describe("amounts already paid and rounding", () => {
  const totals = (prepaid: string, rounding: string) =>
    `<cbc:PrepaidAmount currencyID="EUR">${prepaid}</cbc:PrepaidAmount><cbc:PayableRoundingAmount currencyID="EUR">${rounding}</cbc:PayableRoundingAmount>`;

  test("change what is payable and never the revenue", async () => {
    const { invoices } = await readText(
      ublInvoice({ totals: totals("50.00", "0.02"), payable: "71.02" }),
    );
    expect(invoices[0]).toMatchObject({ net: 10000n, gross: 12100n, payable: 7102n });
  });

  test("may have been rounded in the gross, as before EN 16931", async () => {
    const { problems } = await readText(
      ublInvoice({ totals: totals("50.00", "0.02"), gross: "121.02", payable: "71.02" }),
    );
    expect(problems).toEqual([]);
  });

  test("are not rounded twice", async () => {
    const { codes } = await readText(
      ublInvoice({ totals: totals("50.00", "0.02"), gross: "121.02", payable: "71.04" }),
    );
    expect(codes).toEqual(["BR-CO-16"]);
  });
});

describe("amounts", () => {
  test.each([
    "100,00",
    "1.000,00",
    "1e2",
    "NaN",
    "INF",
    "-",
    "",
    "100.00 EUR",
    "€ 100",
    "0x64",
    "--100",
    "100.005",
    "١٠٠",
  ])("'%s' is refused with line and field, never read as zero", async (text) => {
    const { problems, invoices } = await readText(ublInvoice({ lineAmounts: [text, "40.00"] }));
    expect(invoices).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: "AMOUNT_FORMAT",
        severity: "refuse",
        place: { line: 9 },
        field: "LineExtensionAmount",
        found: text,
      },
    ]);
  });

  test.each(["100", "100.0", "100.000", " 100.00\n", "+100.00"])(
    "'%s' is a hundred",
    async (text) => {
      const { invoices } = await readText(ublInvoice({ net: text }));
      expect(invoices[0]?.net).toBe(10000n);
    },
  );

  test("in another currency than the document are refused", async () => {
    expect((await readText(ublInvoice({ currencyId: "USD" }))).codes).toContain(
      "CURRENCY_MISMATCH",
    );
    expect((await readText(ublInvoice({ currencyId: "euro" }))).codes).toContain("BR-CL-03");
  });

  test("have the decimals of their currency", async () => {
    const yen = { currency: "JPY", currencyId: "JPY", lineAmounts: ["60", "40"] };
    const whole = { lines: "100", net: "100", tax: "21", gross: "121", payable: "121" };
    expect((await readText(ublInvoice({ ...yen, ...whole }))).invoices[0]?.net).toBe(100n);
    expect((await readText(ublInvoice({ ...yen, ...whole, net: "100.50" }))).codes).toContain(
      "AMOUNT_FORMAT",
    );
  });

  test("that are missing are missing, not zero", async () => {
    const text = ublInvoice().replace(/<cbc:TaxExclusiveAmount.*?<\/cbc:TaxExclusiveAmount>/, "");
    expect((await readText(text)).problems).toMatchObject([
      { code: "REQUIRED", severity: "refuse", field: "TaxExclusiveAmount" },
    ]);
  });

  test("that stand twice are refused, for one of them is wrong", async () => {
    const text = ublInvoice().replace(/(<cbc:PayableAmount.*?<\/cbc:PayableAmount>)/, "$1$1");
    expect((await readText(text)).codes).toContain("DUPLICATE_ELEMENT");
  });
});

describe("kinds of document", () => {
  test.each(["380", "384", "386", "389", "751", "326", "875"])(
    "%s is an invoice",
    async (typeCode) => {
      const { invoices, problems } = await readText(ublInvoice({ typeCode }));
      expect(problems).toEqual([]);
      expect(invoices[0]).toMatchObject({ type: "invoice", net: 10000n });
    },
  );

  test.each(["381", "396", "999", "", "38O", "0380"])(
    "%s in an Invoice is refused",
    async (typeCode) => {
      expect((await readText(ublInvoice({ typeCode }))).codes).toEqual(["BR-CL-01"]);
    },
  );

  test.each(["380", "384", "389"])("%s in a CreditNote is refused", async (typeCode) => {
    expect((await readText(ublInvoice({ root: "CreditNote", typeCode }))).codes).toEqual([
      "BR-CL-01",
    ]);
  });

  test.each([
    ["380", 10000n],
    ["389", 10000n],
    ["381", -10000n],
    ["396", -10000n],
  ])("CII with code %s has net %s", async (typeCode, net) => {
    expect((await readText(ciiInvoice({ typeCode }))).invoices[0]?.net).toBe(net);
  });

  test("a negative invoice stays negative", async () => {
    const minus = {
      lineAmounts: ["-100.00"],
      lines: "-100.00",
      net: "-100.00",
      tax: "-21.00",
      gross: "-121.00",
      payable: "-121.00",
    };
    expect((await readText(ublInvoice(minus))).invoices[0]).toMatchObject({
      type: "invoice",
      net: -10000n,
    });
    const doubled = await readText(ublInvoice({ ...minus, root: "CreditNote", typeCode: "381" }));
    expect(doubled.problems).toMatchObject([{ code: "CREDIT_NOTE_NEGATIVE", severity: "flag" }]);
  });

  test("a proforma invoice is flagged: nothing was sold yet", async () => {
    expect((await readText(ublInvoice({ typeCode: "325" }))).problems).toMatchObject([
      { code: "PROFORMA_INVOICE", severity: "flag" },
    ]);
  });

  test.each([
    ["an order", ublInvoice().replaceAll("Invoice", "Order"), "NOT_AN_INVOICE"],
    [
      "another vocabulary",
      ublInvoice({ namespace: "http://www.ebinterface.at/schema/6p1/" }),
      "NAMESPACE",
    ],
    ["no vocabulary", "<Invoice><ID>1</ID></Invoice>", "NAMESPACE"],
  ])("%s is refused", async (_, text, code) => {
    expect((await readText(text)).codes).toEqual([code]);
  });

  test("what stands in a foreign vocabulary inside is not read", async () => {
    const planted = `<e:LegalMonetaryTotal xmlns:e="urn:evil"><e:TaxExclusiveAmount>9.00</e:TaxExclusiveAmount></e:LegalMonetaryTotal>`;
    const { invoices, problems } = await readText(ublInvoice({ head: planted }));
    expect(problems).toEqual([]);
    expect(invoices[0]?.net).toBe(10000n);
  });
});

describe("CII", () => {
  test("lines that only group others are not in the sum", async () => {
    const lines = ciiLine("100.00", "GROUP") + ciiLine("100.00") + ciiLine("7.00", "INFORMATION");
    const { problems, invoices } = await readText(ciiInvoice({ lines }));
    expect(problems).toEqual([]);
    expect(invoices[0]?.lines).toHaveLength(1);
  });

  test.each(["2025-01-31", "20250230", "250131", ""])("date '%s' is refused", async (date) => {
    expect((await readText(ciiInvoice({ date }))).codes).toEqual(["DATE_FORMAT"]);
  });

  test("the profiles without lines are taken with their totals", async () => {
    const guideline = "urn:factur-x.eu:1p0:minimum";
    const short = await readText(ciiInvoice({ guideline, lines: "", lineTotal: "" }));
    expect(short.problems).toMatchObject([{ code: "BR-16", severity: "note" }]);
    expect(short.invoices[0]).toMatchObject({ net: 10000n, lines: [] });
    const other = await readText(ciiInvoice({ lines: "" }));
    expect(other.codes).toContain("BR-16");
    expect(other.invoices).toEqual([]);
  });
});

describe("dates, numbers and parties", () => {
  test.each([
    "2025-02-30",
    "2025-13-01",
    "",
    "31-01-2025",
    "2025-1-31",
    "20250131",
    "2025-01-31T10:00:00",
  ])("date '%s' is refused", async (issueDate) => {
    expect((await readText(ublInvoice({ issueDate }))).codes).toEqual(["DATE_FORMAT"]);
  });

  test("a time zone does not move the date", async () => {
    expect(
      (await readText(ublInvoice({ issueDate: "2025-01-31+14:00" }))).invoices[0]?.issueDate,
    ).toBe("2025-01-31");
  });

  test("tomorrow is flagged, today is not", async () => {
    expect((await readText(ublInvoice({ issueDate: "2026-11-22" }))).problems).toMatchObject([
      { code: "DATE_FUTURE", severity: "flag" },
    ]);
    expect((await readText(ublInvoice({ issueDate: "2026-11-21" }))).problems).toEqual([]);
  });

  test("a blank number is none, a very long one is refused", async () => {
    expect((await readText(ublInvoice({ number: " \n" }))).codes).toEqual(["BR-02"]);
    expect((await readText(ublInvoice({ number: "x".repeat(257) }))).codes).toEqual([
      "FIELD_TOO_LONG",
    ]);
    expect((await readText(ublInvoice({ number: "x".repeat(256) }))).invoices).toHaveLength(1);
  });

  test("an invoice to nobody is refused", async () => {
    expect((await readText(ublInvoice({ buyer: "" }))).problems).toMatchObject([
      { code: "REQUIRED", severity: "refuse", field: "AccountingCustomerParty" },
    ]);
  });

  const oddities = join(samples, "hostile/strings/nl-eu-oddities.jsonl");
  test.skipIf(!existsSync(oddities))("odd names come through as they are", async () => {
    const names = readFileSync(oddities, "utf8")
      .split("\n")
      .filter((line) => line.includes('"kind": "name"'))
      .map((line): string => JSON.parse(line).value);
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const escaped = name.replace(/&/g, "&amp;").replace(/</g, "&lt;");
      const buyer = `<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>${escaped}</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>`;
      expect((await readText(ublInvoice({ buyer }))).invoices[0]?.buyer.name).toBe(name.trim());
    }
  });
});

describe("hostile XML", () => {
  test.each([
    `<!DOCTYPE Invoice SYSTEM "http://127.0.0.1/x.dtd">`,
    `<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>`,
    `<!DOCTYPE Invoice [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`,
  ])("%s is refused before anything is read", async (doctype) => {
    const text = ublInvoice().replace("?>\n", `?>\n${doctype}`);
    expect((await readText(text)).codes).toEqual(["DTD_NOT_ALLOWED"]);
  });

  test("cut off anywhere, nothing comes out", async () => {
    const text = ublInvoice();
    for (let length = 0; length < text.length; length += 7) {
      const { invoices, problems } = await readText(text.slice(0, length));
      expect(invoices).toEqual([]);
      expect(problems.some((problem) => problem.severity === "refuse")).toBe(true);
    }
  });

  test("an attachment of 30 MB is passed over", async () => {
    const attachment = `<cac:AdditionalDocumentReference><cbc:ID>x</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="../../x.pdf">${"QUJD".repeat(7_500_000)}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
    const { invoices, problems } = await readText(ublInvoice({ head: attachment }));
    expect(problems).toEqual([]);
    expect(invoices[0]?.net).toBe(10000n);
  });

  test("elements without end are refused before memory is gone", async () => {
    const many = "<cac:Note/>".repeat(600_000);
    expect((await readText(ublInvoice({ head: many }))).codes).toEqual(["FILE_TOO_LARGE"]);
    const long = `<cac:Note a="${"x".repeat(30_000)}">${"y".repeat(30_000)}</cac:Note>`.repeat(900);
    expect((await readText(ublInvoice({ head: long }))).codes).toEqual(["FILE_TOO_LARGE"]);
  });
});

test("it does not matter how the bytes arrive", async () => {
  const bytes = strToU8(
    ublInvoice({
      buyer:
        ublInvoice()
          .match(/<cac:AccountingCustomerParty>.*<\/cac:AccountingCustomerParty>/)?.[0]
          .replace("Klant", "Zoë & 李")
          .replace("&", "&amp;") ?? "",
    }),
  );
  const whole = await read(sourceFromBytes("a.xml", bytes));
  expect(whole.invoices[0]?.buyer.name).toBe("Zoë & 李 B.V.");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
      async (sizes) => {
        const source = {
          ...sourceFromBytes("a.xml", bytes),
          async *open() {
            for (let at = 0, index = 0; at < bytes.length; index += 1) {
              const end = at + (sizes[index % sizes.length] ?? 1);
              yield bytes.subarray(at, end);
              at = end;
            }
          },
        };
        expect(await read(source)).toEqual(whole);
      },
    ),
    { numRuns: 30 },
  );
});
