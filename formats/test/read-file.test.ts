import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readFile } from "../src/read-file.ts";
import { sourceFromBytes } from "../src/source.ts";
import { ciiInvoice, ublInvoice } from "./invoice/example.ts";
import { buildPdf } from "./invoice/pdf-builder.ts";
import { samples } from "./samples.ts";

async function read(name: string, content: string | Uint8Array) {
  const bytes = typeof content === "string" ? strToU8(content) : content;
  let records = 0;
  const result = await readFile(sourceFromBytes(name, bytes), {
    today: "2026-11-21",
    emit: (some) => {
      records += some.length;
    },
  });
  return { ...result, records, codes: result.problems.map((problem) => problem.code) };
}

describe("any file goes to its reader", () => {
  const pdf = buildPdf({ attachments: [{ name: "factur-x.xml", bytes: strToU8(ciiInvoice()) }] });

  test.each([
    ["upload", ublInvoice(), "ubl-invoice"],
    ["upload", ublInvoice({ root: "CreditNote", typeCode: "381" }), "ubl-credit-note"],
    ["upload", ciiInvoice(), "cii"],
    ["upload", pdf, "factur-x-pdf"],
    ["upload", zipSync({ "a.xml": strToU8(ublInvoice()), "b.pdf": pdf }), "zip"],
  ] as const)("%s", async (name, content, format) => {
    const { problems, records, ...result } = await read(name, content);
    expect(problems).toEqual([]);
    expect(result.format).toBe(format);
    expect(records).toBe(format === "zip" ? 2 : 1);
  });

  test("and one that is none is refused with a reason", async () => {
    expect((await read("upload", "")).codes).toEqual(["EMPTY"]);
    expect(await read("upload", "<svg/>")).toMatchObject({
      format: "unknown",
      codes: ["UNKNOWN_FORMAT"],
    });
  });
});

const folders = ["xaf-mutants", "ubl-mutants", "csv-mutants", "xlsx-mutants"] as const;

describe.skipIf(!existsSync(join(samples, "hostile")))(
  "every hostile file that must be refused",
  () => {
    test.each(folders)("in %s is refused with its code", async (folder) => {
      const manifest = join(samples, "hostile", folder, "manifest.jsonl");
      const entries = readFileSync(manifest, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line): { file: string; expect: string; code: string } => JSON.parse(line))
        .filter((entry) => entry.expect === "refuse");
      expect(entries.length).toBeGreaterThan(5);
      const wrong: unknown[] = [];
      for (const entry of entries) {
        const bytes = readFileSync(join(samples, "hostile", folder, entry.file));
        const { problems, codes } = await read(entry.file, bytes);
        const refused = problems.some(
          (one) => one.severity === "refuse" && one.code === entry.code,
        );
        if (!refused) wrong.push([entry.file, entry.code, codes]);
      }
      expect(wrong).toEqual([]);
    });
  },
);
