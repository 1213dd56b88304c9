import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readInvoicePdf } from "../../src/invoice/read-invoice-pdf.ts";
import { sourceFromBytes } from "../../src/source.ts";
import { samples } from "../samples.ts";
import { ciiInvoice, ublInvoice } from "./example.ts";
import { buildPdf } from "./pdf-builder.ts";
import { read, sampleBytes } from "./reading.ts";

const readBytes = (bytes: Uint8Array) => read(sourceFromBytes("a.pdf", bytes), readInvoicePdf);
const cii = { name: "factur-x.xml", bytes: strToU8(ciiInvoice()) };
const picture = { name: "drawing.xml", bytes: strToU8("<drawing/>") };

describe("an invoice in a PDF", () => {
  test.each([
    ["behind a cross-reference table", { layout: "table" }],
    ["in object streams", { layout: "stream" }],
    ["with a broken cross-reference", { layout: "none" }],
    ["uncompressed", { filter: "none" }],
    ["in hexadecimal", { filter: "hex" }],
    ["with a wrong length", { wrongLength: true }],
  ] as const)("is found %s", async (_, options) => {
    const reading = await readBytes(buildPdf({ attachments: [picture, cii], ...options }));
    expect(reading.problems).toEqual([]);
    expect(reading.invoices[0]).toMatchObject({
      number: "C-1",
      net: 10000n,
      entry: "factur-x.xml",
    });
  });

  test.each(["ZUGFeRD-invoice.xml", "xrechnung.xml", "Factur-X.xml"])(
    "is found as %s",
    async (name) => {
      const reading = await readBytes(buildPdf({ attachments: [picture, { ...cii, name }] }));
      expect(reading.invoices).toHaveLength(1);
    },
  );

  test("is found when it is the only XML, in UBL too", async () => {
    const ubl = { name: "F2025-001.xml", bytes: strToU8(ublInvoice()) };
    const { invoices } = await readBytes(buildPdf({ attachments: [ubl] }));
    expect(invoices[0]?.number).toBe("F2025-001");
  });

  test("is found behind bytes that stand before the header", async () => {
    const pdf = buildPdf({ attachments: [cii] });
    const bytes = new Uint8Array(pdf.length + 5);
    bytes.set(pdf, 5);
    expect((await readBytes(bytes)).invoices).toHaveLength(1);
  });

  test("has its problems with the attachment as entry", async () => {
    const wrong = { ...cii, bytes: strToU8(ciiInvoice({ gross: "120.00" })) };
    const { problems } = await readBytes(buildPdf({ attachments: [wrong] }));
    expect(problems[0]).toMatchObject({
      code: "BR-CO-15",
      place: { entry: "factur-x.xml", line: 7 },
    });
  });
});

describe("a PDF that is refused", () => {
  test("without attachment, or with others only", async () => {
    expect((await readBytes(buildPdf({ attachments: [] }))).codes).toEqual(["PDF_WITHOUT_INVOICE"]);
    const two = [picture, { ...picture, name: "other.xml" }];
    const { problems } = await readBytes(buildPdf({ attachments: two }));
    expect(problems).toMatchObject([
      { code: "PDF_WITHOUT_INVOICE", found: "drawing.xml, other.xml" },
    ]);
  });

  test.each(["table", "stream", "none"] as const)("encrypted (%s)", async (layout) => {
    const { codes } = await readBytes(buildPdf({ attachments: [cii], encrypted: true, layout }));
    expect(codes).toEqual(["PDF_ENCRYPTED"]);
  });

  test("with an attachment that grows beyond its limit", async () => {
    const bomb = { name: "factur-x.xml", bytes: new Uint8Array(60_000_000) };
    expect((await readBytes(buildPdf({ attachments: [bomb] }))).codes).toEqual(["FILE_TOO_LARGE"]);
  });

  test("too large to hold", async () => {
    const source = { ...sourceFromBytes("a.pdf", new Uint8Array(1)), size: 50_000_001 };
    expect((await read(source, readInvoicePdf)).codes).toEqual(["FILE_TOO_LARGE"]);
  });

  test.each(["", "%PDF-", "%PDF-1.4\nstartxref\n0\n%%EOF", "<html/>"])("'%s'", async (text) => {
    expect((await readBytes(strToU8(text))).codes).toEqual(["PDF_DAMAGED"]);
  });

  test("cut off: nothing comes out, or the whole invoice", async () => {
    const pdf = buildPdf({ attachments: [cii] });
    for (let length = 0; length < pdf.length; length += 23) {
      const { invoices, codes } = await readBytes(pdf.subarray(0, length));
      expect(invoices.length === 1 || codes.length > 0).toBe(true);
    }
  });

  test("references in a circle", async () => {
    const pdf = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Names 2 0 R >>\nendobj\n2 0 obj\n3 0 R\nendobj\n3 0 obj\n2 0 R\nendobj\ntrailer << /Root 1 0 R >>`;
    expect((await readBytes(strToU8(pdf))).codes).toEqual(["PDF_DAMAGED"]);
  });

  test("arrays without end", async () => {
    const pdf = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /AF ${"[".repeat(100_000)}`;
    expect((await readBytes(strToU8(pdf))).codes).toEqual(["PDF_DAMAGED"]);
  });
});

const einfach = "einvoice/zugferd-EN16931_Einfach.pdf";

test.skipIf(!existsSync(join(samples, einfach)))(
  "damaged bytes never do more than refuse",
  async () => {
    const good = sampleBytes(einfach);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: good.length - 1 }), fc.integer({ min: 0, max: 255 })),
          { minLength: 1, maxLength: 300 },
        ),
        async (changes) => {
          const bytes = Uint8Array.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          const { invoices, codes } = await readBytes(bytes);
          if (invoices.length === 0) expect(codes.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 25 },
    );
  },
);
