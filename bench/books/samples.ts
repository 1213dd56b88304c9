import { mkdir } from "node:fs/promises";
import path from "node:path";
import { camtOfPayments } from "../generate/camt.ts";
import { csvOfLines } from "../generate/csv.ts";
import { sales } from "../generate/sale.ts";
import { ublOfSale } from "../generate/ubl.ts";
import { writeFile } from "../generate/write-file.ts";
import { xafOfSales } from "../generate/xaf.ts";
import { xlsxOfLines } from "../generate/xlsx.ts";

/** A file, or a folder of small ones, that a reader and its bare peer are measured on. */
export type Sample = {
  readonly format: "xaf" | "csv" | "xlsx" | "ubl" | "camt";
  readonly place: string;
  /** Which parser is the bare one. */
  readonly peer: "saxes" | "papaparse" | "fflate + saxes";
};

export async function makeSamples(folder: string, quick: boolean): Promise<readonly Sample[]> {
  const scale = quick ? 1 : 8;
  const at = (name: string) => path.join(folder, name);
  await writeFile(at("books.xaf"), xafOfSales(8_000 * scale));
  await writeFile(at("lines.csv"), csvOfLines(75_000 * scale));
  await writeFile(at("lines.xlsx"), xlsxOfLines(10_000 * scale));
  await writeFile(at("statement.xml"), camtOfPayments(5_000 * scale));
  await mkdir(at("invoices"));
  for (const sale of sales(500 * scale)) {
    await writeFile(at(`invoices/${sale.number}.xml`), [ublOfSale(sale)]);
  }
  return [
    { format: "xaf", place: at("books.xaf"), peer: "saxes" },
    { format: "csv", place: at("lines.csv"), peer: "papaparse" },
    { format: "xlsx", place: at("lines.xlsx"), peer: "fflate + saxes" },
    { format: "ubl", place: at("invoices"), peer: "saxes" },
    { format: "camt", place: at("statement.xml"), peer: "saxes" },
  ];
}
