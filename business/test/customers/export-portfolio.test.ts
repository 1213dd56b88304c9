import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportPortfolio } from "../../src/customers/index.ts";
import { office } from "./office.ts";
import { type SeededFirm, seededFirm } from "./seeded-firm.ts";

let firm: SeededFirm;
let seeded: Awaited<ReturnType<typeof office>>;
beforeAll(async () => {
  firm = await seededFirm();
  seeded = await office(firm);
});
afterAll(() => firm.database.drop());

const header = (fact: string) => `<${fact}>`;

test("writes the chosen facts of the chosen customers, as a Dutch spreadsheet reads them", async () => {
  const file = await exportPortfolio(
    firm.context,
    { format: "csv", language: "nl", facts: "revenue,latePaymentCost,hours", ids: seeded.bert },
    header,
  );
  expect(file).toMatchObject({
    fileName: "koers-2025-01-2025-12.csv",
    contentType: "text/csv; charset=utf-8",
  });
  const bytes = await buffer(Readable.from(file.bytes));
  expect(bytes.toString("utf8")).toBe(
    "\uFEFF<name>;<revenue>;<latePaymentCost>;<hours>\r\nBert NV;35000,00;;400,00\r\n",
  );
});

test("writes a workbook of all facts", async () => {
  const file = await exportPortfolio(firm.context, { format: "xlsx" }, header);
  const bytes = await buffer(Readable.from(file.bytes));
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
});

test("a fact that is not in the catalogue is refused", async () => {
  await expect(
    exportPortfolio(firm.context, { format: "csv", facts: "revenue,shoeSize" }, header),
  ).rejects.toMatchObject({ code: "input-invalid" });
});

test("customers come in the order in which they were asked for, else best first", async () => {
  const names = async (ids?: string) => {
    const file = await exportPortfolio(
      firm.context,
      { format: "csv", facts: "revenue", ...(ids === undefined ? {} : { ids }) },
      header,
    );
    const text = (await buffer(Readable.from(file.bytes))).toString("utf8");
    return text
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.split(",")[0]);
  };
  const all = await names();
  expect(all.length).toBeGreaterThan(1);
  expect(await names(`${seeded.bert},${seeded.anna}`)).toEqual(["Bert NV", expect.any(String)]);
  expect(await names(`${seeded.anna},${seeded.bert}`)).toEqual([expect.any(String), "Bert NV"]);
});
