import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readInvoiceArchive } from "../../src/invoice/read-invoice-archive.ts";
import { sourceFromBytes } from "../../src/source.ts";
import { ciiInvoice, ublInvoice } from "./example.ts";
import { buildPdf } from "./pdf-builder.ts";
import { read } from "./reading.ts";

const numbered = (number: string) => strToU8(ublInvoice({ number }));
const readZip = (
  files: Record<string, Uint8Array>,
  reader = readInvoiceArchive as Parameters<typeof read>[1],
) => read(sourceFromBytes("invoices.zip", zipSync(files)), reader);

describe("an archive of invoices", () => {
  test("of XML and PDF gives each with its entry, and their sum", async () => {
    const reading = await readZip({
      "2025/a.xml": numbered("A"),
      "2025/b.xml": numbered("B"),
      "c.pdf": buildPdf({ attachments: [{ name: "factur-x.xml", bytes: strToU8(ciiInvoice()) }] }),
      "__MACOSX/._a.xml": strToU8("x"),
      ".DS_Store": strToU8("x"),
    });
    expect(reading.problems).toEqual([]);
    expect(reading.format).toBe("zip");
    expect(reading.invoices.map(({ number, entry }) => [number, entry])).toEqual([
      ["A", "2025/a.xml"],
      ["B", "2025/b.xml"],
      ["C-1", "c.pdf"],
    ]);
    expect(reading.totals).toEqual({
      invoices: 3,
      lines: 5,
      "net EUR": "300.00",
      "gross EUR": "363.00",
    });
  });

  test("of three thousand is read", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`${index}.xml`, numbered(String(index))]),
    );
    const { invoices, totals, problems } = await readZip(files);
    expect(problems).toEqual([]);
    expect(invoices).toHaveLength(3000);
    expect(totals["net EUR"]).toBe("300000.00");
  });

  test("with one bad invoice is refused, and says which", async () => {
    const reading = await readZip({
      "a.xml": numbered("A"),
      "b.xml": strToU8(ublInvoice({ number: "B", payable: "1.00" })),
      "c.xml": strToU8("<Invoice"),
      "d.xml": numbered("D"),
    });
    expect(reading.problems).toMatchObject([
      { code: "BR-CO-16", severity: "refuse", place: { entry: "b.xml" } },
      { code: "XML_TRUNCATED", severity: "refuse", place: { entry: "c.xml" } },
    ]);
  });

  test("gives the acceptable ones once a person has said so", async () => {
    const files = {
      "a.xml": numbered("A"),
      "b.xml": strToU8(ublInvoice({ payable: "1.00" })),
      "d.xml": numbered("D"),
    };
    const reading = await readZip(files, (source, options) =>
      readInvoiceArchive(source, { ...options, entries: "acceptable" }),
    );
    expect(reading.invoices.map(({ number }) => number)).toEqual(["A", "D"]);
    expect(reading.problems).toMatchObject([
      { code: "BR-CO-16", severity: "flag", place: { entry: "b.xml" } },
    ]);
  });

  test("counts an invoice once that is there twice, and refuses two that differ", async () => {
    const twice = await readZip({ "a.xml": numbered("A"), "copy.xml": numbered("A") });
    expect(twice.invoices).toHaveLength(1);
    expect(twice.problems).toMatchObject([
      {
        code: "DUPLICATE_INVOICE",
        severity: "note",
        place: { entry: "copy.xml" },
        expected: "a.xml",
      },
    ]);
    const other = strToU8(ublInvoice({ number: "A", issueDate: "2025-02-01" }));
    const differing = await readZip({ "a.xml": numbered("A"), "b.xml": other });
    expect(differing.problems).toMatchObject([{ code: "DUPLICATE_INVOICE", severity: "refuse" }]);
  });

  test("passes over what is no invoice by its kind, and says so", async () => {
    const reading = await readZip({
      "a.xml": numbered("A"),
      "a.pdf": buildPdf({ attachments: [] }),
      "read me.txt": strToU8("hello"),
    });
    expect(reading.invoices).toHaveLength(1);
    expect(reading.problems).toMatchObject([
      {
        code: "ARCHIVE_ENTRY_SKIPPED",
        severity: "flag",
        place: { entry: "a.pdf" },
        found: "PDF_WITHOUT_INVOICE",
      },
      { code: "ARCHIVE_ENTRY_SKIPPED", severity: "flag", place: { entry: "read me.txt" } },
    ]);
  });

  test("without any invoice is refused", async () => {
    expect((await readZip({ "a.txt": strToU8("x") })).codes).toContain("ARCHIVE_WITHOUT_INVOICE");
  });

  test("with a path that leaves it, or a damaged entry, is refused", async () => {
    expect((await readZip({ "../a.xml": numbered("A") })).codes).toEqual(["ZIP_PATH"]);
    const bytes = zipSync({ "a.xml": numbered("A"), "b.xml": numbered("B") }, { level: 0 });
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    const reading = await read(
      sourceFromBytes("a.zip", bytes),
      readInvoiceArchive as Parameters<typeof read>[1],
    );
    expect(reading.problems).toMatchObject([
      { code: "ZIP_CRC", severity: "refuse", place: { entry: "a.xml" } },
    ]);
  });

  test("stops when it is told to", async () => {
    const stop = new AbortController();
    stop.abort();
    const source = sourceFromBytes("a.zip", zipSync({ "a.xml": numbered("A") }));
    const reading = readInvoiceArchive(source, {
      today: "2026-01-01",
      emit: () => undefined,
      signal: stop.signal,
    });
    await expect(reading).rejects.toThrow();
  });
});
