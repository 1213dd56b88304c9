import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import buildPages from "../../e2e/harness/build-pages.ts";
import { type Product, startProduct } from "../../e2e/harness/product.ts";
import { type Bar, bar } from "../bar.ts";
import { csvOfLines } from "../generate/csv.ts";
import { sales } from "../generate/sale.ts";
import { writeFile } from "../generate/write-file.ts";
import { xafOfSales } from "../generate/xaf.ts";
import { enter } from "./visitor.ts";

/** A large audit file and a large list of lines, through the product as a browser would bring them. */
export async function benchImport(quick: boolean): Promise<readonly Bar[]> {
  // Else the first start would do it, and its memory would be counted.
  await buildPages();
  const bytesOfSale = 1_050;
  const megabytes = quick ? 20 : 500;
  const saleCount = Math.ceil((megabytes * 1e6) / bytesOfSale);
  const lineCount = quick ? 40_000 : 1_000_000;
  const books = await importOne("books.xaf", xafOfSales(saleCount), netOf(saleCount));
  const lines = await importOne("lines.csv", csvOfLines(lineCount), netOf(lineCount));
  return [
    bar("XAF import: file", books.megabytes, "MB"),
    bar("XAF import: sales", saleCount, "transactions"),
    ...barsOf("XAF import", books, 600),
    bar("CSV import: file", lines.megabytes, "MB"),
    bar("CSV import: invoice lines", lineCount, "lines"),
    ...barsOf("CSV import", lines),
  ];
}

type Measured = Awaited<ReturnType<typeof importOne>>;

function barsOf(name: string, { times, peakMegabytes }: Measured, atMost?: number): Bar[] {
  const { uploadSeconds, previewSeconds, importSeconds, portfolioSeconds } = times;
  const whole = uploadSeconds + previewSeconds + importSeconds + portfolioSeconds;
  return [
    bar(`${name}: handing over`, uploadSeconds, "s"),
    bar(`${name}: preview`, previewSeconds, "s"),
    bar(`${name}: storing`, importSeconds, "s"),
    bar(`${name}: portfolio`, portfolioSeconds, "s"),
    bar(`${name}: from file to portfolio`, whole, "s"),
    ...(peakMegabytes === null
      ? []
      : [bar(`${name}: most memory of Koers`, peakMegabytes, "MB", atMost)]),
  ];
}

/** On a fresh product, so that its memory is that of this import. */
async function importOne(name: string, pieces: Iterable<string>, expected: number) {
  const folder = await mkdtemp(path.join(tmpdir(), "koers-bench-"));
  const file = path.join(folder, name);
  const product = await startProduct();
  try {
    const bytes = await writeFile(file, pieces);
    const visitor = await enter(product.url);
    const times = await visitor.importFile(file);
    const found = Math.round(Number(times.portfolio.totals.revenue) * 100);
    if (found !== expected) throw new Error(`${name}: revenue ${found}, expected ${expected}`);
    return { times, megabytes: bytes / 1e6, peakMegabytes: peakOf(product) };
  } finally {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The most memory that the process ever held; known on Linux only. */
function peakOf({ pid }: Product): number | null {
  if (process.platform !== "linux") return null;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}

function netOf(count: number): number {
  let sum = 0;
  for (const { net } of sales(count)) sum += net;
  return sum;
}
