import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { chooseReader } from "../src/choose-reader.ts";
import { recognise } from "../src/recognise.ts";
import { sourceFromBytes } from "../src/source.ts";
import { samples } from "./samples.ts";

function file(name: string, content: string | Uint8Array) {
  return sourceFromBytes(name, typeof content === "string" ? strToU8(content) : content);
}

function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set(order === "le" ? [0xff, 0xfe] : [0xfe, 0xff]);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(2 + index * 2, text.charCodeAt(index), order === "le");
  }
  return bytes;
}

const ubl = `<i:Invoice xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>`;
const camt = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>`;
const pdf = strToU8("%PDF-1.7\n");

describe("the content decides", () => {
  test.each([
    ["an invoice", "upload", ubl, "invoice"],
    ["an audit file", "books.xml", "<auditfile/>", "xaf"],
    ["an audit file with a prefix", "books.xml", `<x:auditfile xmlns:x="urn:x"/>`, "xaf"],
    ["a statement", "bank.txt", camt, "camt.053"],
    ["a payment order", "pay.xml", camt.replace("camt.053", "pain.001"), "camt.053"],
    ["an order", "a.xml", ubl.replaceAll("Invoice", "Order"), "invoice"],
    ["a PDF", "upload", pdf, "invoice-pdf"],
    ["rows", "upload", "naam;bedrag\nA;1\n", "table"],
    ["a truncated root", "a.xml", "<Invoice xm", "invoice"],
  ])("%s", async (_, name, content, reader) => {
    expect(await chooseReader(file(name, content))).toEqual({ reader });
  });

  test("behind comments, instructions, a document type and white space", async () => {
    const head = `\uFEFF  <?xml version="1.0"?>\n<!-- <Order/> --><?pi x?><!DOCTYPE Invoice [<!ENTITY a "b">]>\n`;
    expect(await chooseReader(file("a.xml", head + ubl))).toEqual({ reader: "invoice" });
  });

  test.each(["le", "be"] as const)("in UTF-16 %s", async (order) => {
    expect(await recognise(file("a", utf16(`<?xml version="1.0"?>${camt}`, order)))).toBe(
      "camt.053",
    );
  });
});

describe("a name that says what the file is meant to be gets its reader", () => {
  test.each([
    ["a.csv", "<html><table/></html>", "table"],
    ["a.csv", ubl, "table"],
    ["a.xlsx", "<html/>", "table"],
    ["a.xaf", "no xml", "xaf"],
    ["a.pdf", "no pdf", "invoice-pdf"],
    ["a.xml", "no xml", "invoice"],
    ["a.xml", "", "invoice"],
    ["a.zip", "no zip", "invoice-archive"],
  ])("%s", async (name, content, reader) => {
    expect(await chooseReader(file(name, content))).toEqual({ reader });
  });
});

describe("a ZIP", () => {
  test("with workbook parts is a workbook", async () => {
    const bytes = zipSync({
      "[Content_Types].xml": strToU8("<x/>"),
      "xl/workbook.xml": strToU8("<x/>"),
    });
    expect(await chooseReader(file("upload", bytes))).toEqual({ reader: "table" });
    expect(await recognise(file("upload", bytes))).toBe("xlsx");
  });

  test("of anything else is an archive", async () => {
    const bytes = zipSync({ "a.xml": strToU8(ubl) });
    expect(await chooseReader(file("upload", bytes))).toEqual({ reader: "invoice-archive" });
    expect(await recognise(file("upload", bytes))).toBe("zip");
  });
});

describe("what Koers does not read", () => {
  test.each([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
    ["a program", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0)],
    ["another XML", `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`],
  ])("%s is refused by name", async (_, content) => {
    const choice = await chooseReader(file("upload", content));
    expect(choice).toMatchObject({
      reader: "none",
      problem: { code: "UNKNOWN_FORMAT", severity: "refuse" },
    });
  });

  test("an empty file is empty", async () => {
    expect(await chooseReader(file("upload", ""))).toMatchObject({ problem: { code: "EMPTY" } });
  });
});

const folders: readonly (readonly [string, string, string])[] = [
  ["einvoice", ".xml", "invoice"],
  ["einvoice", ".pdf", "invoice-pdf"],
  ["bank", ".xml", "camt.053"],
  ["exports", ".csv", "table"],
  ["xaf", ".xaf", "xaf"],
  ["hostile/ubl-mutants", ".xml", "invoice"],
  ["hostile/csv-mutants", ".csv", "table"],
  ["hostile/xlsx-mutants", ".xlsx", "table"],
];

describe.skipIf(!existsSync(samples))("the samples", () => {
  test.each(folders)("in %s with %s go to their reader", async (folder, ending, reader) => {
    const names = readdirSync(join(samples, folder)).filter((name) => name.endsWith(ending));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const bytes = readFileSync(join(samples, folder, name));
      expect([name, await chooseReader(file(name, bytes))]).toEqual([name, { reader }]);
    }
  });

  test("without their name too, where the content is whole", async () => {
    for (const folder of ["einvoice", "bank", "xaf"]) {
      for (const name of readdirSync(join(samples, folder)).filter((one) =>
        /\.(?:xml|xaf|pdf)$/.test(one),
      )) {
        const bytes = readFileSync(join(samples, folder, name));
        expect([name, await recognise(file("upload", bytes))]).not.toEqual([name, undefined]);
      }
    }
  });
});
