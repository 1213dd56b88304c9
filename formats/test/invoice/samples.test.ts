import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readInvoicePdf } from "../../src/invoice/read-invoice-pdf.ts";
import { accepted } from "../../src/reader.ts";
import { samples } from "../samples.ts";
import { readSample } from "./reading.ts";

const there = existsSync(join(samples, "einvoice"));

// net, gross, payable in cents, signed; lines with document-level discounts and charges.
const expected: readonly (readonly [string, string, string, bigint, bigint, bigint, number])[] = [
  ["cen-CII_example1.xml", "cii", "12115118", 22960n, 25033n, 25033n, 20],
  [
    "cen-ubl-tc434-creditnote1.xml",
    "ubl-credit-note",
    "018304 / 28865",
    -10011n,
    -10011n,
    -10011n,
    1,
  ],
  ["cen-ubl-tc434-example1.xml", "ubl-invoice", "12115118", 22960n, 25033n, 25033n, 20],
  [
    "logius-NLCIUS-basisfactuur-rijk.xml",
    "ubl-invoice",
    "Factuurscenario1",
    325000n,
    392650n,
    392650n,
    3,
  ],
  ["logius-PeppolBIS3-basisfactuur-rijk.xml", "ubl-invoice", "P01", 325000n, 392650n, 392650n, 3],
  [
    "logius-UBL-OHNL-basisfactuur-rijk.xml",
    "ubl-invoice",
    "factuurnummer1",
    20000n,
    22700n,
    22700n,
    2,
  ],
  [
    "openpeppol-base-creditnote-correction.xml",
    "ubl-credit-note",
    "Snippet1",
    -132500n,
    -165625n,
    -165625n,
    3,
  ],
  ["openpeppol-base-example.xml", "ubl-invoice", "Snippet1", 132500n, 165625n, 165625n, 3],
  [
    "openpeppol-base-negative-inv-correction.xml",
    "ubl-invoice",
    "Correction1",
    -132500n,
    -165625n,
    -165625n,
    3,
  ],
  ["testset-NLCIUS-CII_ok_example.xml", "cii", "1100512149", 90891n, 109978n, 109978n, 10],
  [
    "testset-PB3_NL-R-001_CreditNote_error.xml",
    "ubl-credit-note",
    "Invoice number",
    -3216n,
    -3891n,
    -3891n,
    2,
  ],
  ["testset-SI-UBL-1.2-ok-full.xml", "ubl-invoice", "TOSL108", 143650n, 172900n, 72900n, 7],
  ["testset-SI-UBL-1.2-ok-reference.xml", "ubl-invoice", "4780647806", 37000n, 41800n, 41800n, 6],
  [
    "testset-SI-UBL-2.0-BR-NL-10_ok_both_nl.xml",
    "ubl-invoice",
    "12115118",
    20000n,
    22700n,
    22700n,
    3,
  ],
  ["zugferd-EN16931_Einfach.cii.xml", "cii", "471102", 47300n, 52987n, 52987n, 2],
  ["zugferd-EN16931_Einfach.ubl.xml", "ubl-invoice", "471102", 47300n, 52987n, 52987n, 2],
  ["zugferd-EN16931_Gutschrift.cii.xml", "cii", "471102", 47300n, 52987n, 52987n, 2],
];

describe.skipIf(!there)("the sample invoices", () => {
  test.each(expected)("%s", async (name, format, number, net, gross, payable, lines) => {
    const reading = await readSample(`einvoice/${name}`);
    expect(reading.problems).toEqual([]);
    expect(reading.format).toBe(format);
    const [invoice] = reading.invoices;
    expect(invoice).toMatchObject({ number, net, gross, payable, currency: "EUR" });
    expect(invoice?.lines).toHaveLength(lines);
    expect(invoice?.lines.reduce((sum, line) => sum + line.net, 0n)).toBe(net);
  });

  test("are all in the table above", () => {
    const names = readdirSync(join(samples, "einvoice")).filter((name) => name.endsWith(".xml"));
    expect(names.toSorted()).toEqual(expected.map(([name]) => name).toSorted());
  });

  test.each(["Einfach", "Gutschrift"])(
    "the PDF of %s holds the same invoice as its XML",
    async (name) => {
      const pdf = await readSample(`einvoice/zugferd-EN16931_${name}.pdf`, readInvoicePdf);
      const xml = await readSample(`einvoice/zugferd-EN16931_${name}.cii.xml`);
      expect(pdf.problems).toEqual([]);
      expect(pdf.format).toBe("factur-x-pdf");
      const [fromPdf] = pdf.invoices;
      const [fromXml] = xml.invoices;
      expect(fromPdf).toMatchObject({ entry: "factur-x.xml", net: 47300n, number: "471102" });
      const withoutLines = (lines: readonly { readonly line: number }[] | undefined) =>
        lines?.map((line) => ({ ...line, line: 0 }));
      expect({
        ...fromPdf,
        entry: undefined,
        line: 0,
        lines: withoutLines(fromPdf?.lines),
      }).toEqual({
        ...fromXml,
        entry: undefined,
        line: 0,
        lines: withoutLines(fromXml?.lines),
      });
    },
  );
});

describe.skipIf(!there)("who is on them", () => {
  test("a KvK number by its scheme, and one without scheme on a Dutch party", async () => {
    const nlcius = await readSample("einvoice/logius-NLCIUS-basisfactuur-rijk.xml");
    expect(nlcius.invoices[0]).toMatchObject({
      seller: { name: "Leverancier B.V.", kvk: "32141305", vatId: "NL820098395B01", country: "NL" },
      buyer: { name: "Logius", oin: "00000004003214345001", city: "Den Haag", postcode: "2509 JE" },
    });
    const reference = await readSample("einvoice/testset-SI-UBL-1.2-ok-reference.xml");
    expect(reference.invoices[0]).toMatchObject({
      seller: { kvk: "12345678" },
      buyer: { name: "Participant B.V.", kvk: "87654321" },
    });
  });

  test("the agency in place of a scheme, and an address in the legal entity", async () => {
    const { invoices } = await readSample("einvoice/logius-UBL-OHNL-basisfactuur-rijk.xml");
    expect(invoices[0]).toMatchObject({
      seller: { name: "Naam Leverancier BV", kvk: "30097265", vatId: "NL73847292B01" },
      buyer: { oin: "00000001003227522000", city: "Den Haag" },
    });
  });

  test("the registered name before the trade name", async () => {
    const { invoices } = await readSample("einvoice/openpeppol-base-example.xml");
    expect(invoices[0]?.buyer.name).toBe("Buyer Official Name");
  });

  test("the invoice that a credit note corrects, and a due date by its payment means", async () => {
    const { invoices } = await readSample("einvoice/openpeppol-base-creditnote-correction.xml");
    expect(invoices[0]).toMatchObject({ type: "credit-note", precedingInvoices: ["Snippet1"] });
  });

  test("a discount on a line and one on the whole, which becomes a line", async () => {
    const { invoices } = await readSample("einvoice/testset-SI-UBL-1.2-ok-full.xml");
    const lines = invoices[0]?.lines ?? [];
    expect(lines[0]).toMatchObject({ number: "1", net: 127300n, discount: 1200n, quantity: "1" });
    expect(lines.slice(-2)).toMatchObject([
      { description: "Packing cost", net: 10000n },
      { description: "Promotion discount", net: -10000n, discount: 10000n },
    ]);
  });
});

type Mutant = { file: string; expect: string; code: string; why: string };
const folder = "hostile/ubl-mutants";
const manifest = join(samples, folder, "manifest.jsonl");
const mutants = existsSync(manifest)
  ? readFileSync(manifest, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line): Mutant => JSON.parse(line))
  : [];

describe.skipIf(mutants.length === 0)("hostile invoices", () => {
  test.each(mutants)("$file: $expect $code ($why)", async (mutant) => {
    const reading = await readSample(`${folder}/${mutant.file}`);
    const severities = reading.problems.map((problem) => problem.severity);
    const outcome = severities.includes("refuse")
      ? "refuse"
      : accepted(reading.problems) && severities.includes("flag")
        ? "flag"
        : "accept";
    if (mutant.expect !== "accept-or-refuse") expect(outcome).toBe(mutant.expect);
    if (outcome === "refuse") {
      expect(reading.codes).toContain(mutant.code);
      expect(reading.invoices).toEqual([]);
      expect(reading.problems.every((problem) => problem.place.line !== undefined)).toBe(true);
      return;
    }
    if (outcome === "flag") expect(reading.codes).toContain(mutant.code);
    const negative = /credit note|negative/.test(mutant.why);
    const net = mutant.file.includes("5000-lines") ? 500_000n : negative ? -10_000n : 10_000n;
    expect(reading.invoices[0]?.net).toBe(net);
  });
});
