import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { samples } from "./manifest.ts";
import { type Firm, type Koers, openKoers } from "./open-koers.ts";

const strings = join(samples, "hostile/strings");

/** Strings that are names of something and fit a table: no NUL, more than white space. */
function naughtyNames(): readonly string[] {
  if (!existsSync(strings)) return [];
  const list = JSON.parse(readFileSync(join(strings, "blns.json"), "utf8")) as string[];
  const odd = readFileSync(join(strings, "nl-eu-oddities.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { kind: string; value: string });
  const names = [...list, ...odd.filter(({ kind }) => kind === "name").map(({ value }) => value)];
  const usable = names.filter((name) => /\S/.test(name) && !name.includes("\u0000"));
  return [...new Set(usable.filter((name) => name.isWellFormed()))];
}

const names = naughtyNames();

/** An invoice for each, of as many euros as its place in the list; numbers tell equal names apart. */
function invoices(): Uint8Array {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = names.map((name, at) =>
    [`K${at}`, quoted(name), `F${at}`, "2025-01-31", `${at + 1},00`].join(";"),
  );
  const header = "debiteurnummer;klantnaam;factuurnummer;factuurdatum;bedrag excl. btw";
  return new TextEncoder().encode(`${[header, ...rows].join("\r\n")}\r\n`);
}

let koers: Koers;
let firm: Firm;
beforeAll(async () => {
  koers = await openKoers();
  firm = await koers.newFirm();
});
afterAll(() => koers.close());

describe.skipIf(names.length === 0)("names that programs stumble over", () => {
  it("come back equal in the portfolio", async () => {
    const done = await firm.bring([{ name: "facturen.csv", bytes: invoices() }]);
    expect(done.files[0]?.problems.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(done.results.map(({ outcome }) => outcome)).toEqual(["imported"]);
    const { code, out } = await koers.type(["portfolio", "--json", "--period", "2025"], firm);
    expect(code).toBe(0);
    const { customers } = JSON.parse(out) as { customers: { name: string; revenue: string }[] };
    const told = new Map(customers.map(({ revenue, name }) => [revenue, name]));
    expect(told.size).toBe(names.length);
    for (const [at, name] of names.entries()) expect(told.get(`${at + 1}.00`)).toBe(name);
  });

  it("cannot run in a spreadsheet that the export is opened with", async () => {
    const { content } = await firm.connection.download("exportPortfolio", {
      format: "csv",
      language: "en",
      from: "2025-01",
      to: "2025-12",
    });
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    const table = Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^\ufeff/, "");
    const delimiter = table.includes(";") && !/^[^\n]*,[^\n]*,/.test(table) ? ";" : ",";
    const cells = cellsOf(table, delimiter);
    // With or without the sign of a currency a number is one to a spreadsheet too.
    const isNumber = /^[+-]?[€$£]?[\d.,]+$/;
    const running = cells.filter(
      (cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !isNumber.test(cell),
    );
    expect(running).toEqual([]);
    const held = names.filter((name) => /^[=@]/.test(name));
    expect(held.length).toBeGreaterThan(0);
    for (const name of held) expect(cells).toContain(`'${name}`);
  });

  it("do no harm to a terminal", async () => {
    const { code, out } = await koers.type(["portfolio", "--period", "2025"], firm);
    expect(code).toBe(0);
    expect(out).not.toMatch(/[\p{Cc}--[\n]]/v);
  });
});

/** All cells of a CSV. */
function cellsOf(table: string, delimiter: string): readonly string[] {
  const cell = new RegExp(`"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*)`, "y");
  const cells: string[] = [];
  for (let at = 0; at < table.length; ) {
    cell.lastIndex = at;
    const found = cell.exec(table);
    if (found === null) throw new RangeError(`no CSV at ${at}`);
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    at = cell.lastIndex + (table.startsWith("\r\n", cell.lastIndex) ? 2 : 1);
  }
  return cells;
}
