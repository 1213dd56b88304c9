import { type BookRecord, readTable, sourceFromBytes } from "@koers/formats";
import { expect, test } from "vitest";
import { firstDay, parseMonth } from "../../src/calendar.ts";
import { workbook } from "../../src/files/workbook.ts";

test("texts, leading zeros, dates and empty cells come back as written", async () => {
  const bytes = workbook("Klanten", [
    ["Klantnummer", "Bedrijfsnaam", "KvK-nummer", "Branche", "Klant sinds"],
    [
      "CRM-1",
      "Crème & Zn. <BV>",
      "00400137",
      "Industrie",
      { day: firstDay(parseMonth("2021-03")) },
    ],
    ["CRM-2", "Zonder nummer", null, "Bouw", null],
  ]);
  const found: BookRecord[] = [];
  const result = await readTable(sourceFromBytes("klanten.xlsx", bytes), {
    emit: (records) => void found.push(...records),
    today: "2026-11-21",
  });
  expect(result.problems).toEqual([]);
  expect(found).toMatchObject([
    { externalId: "CRM-1", name: "Crème & Zn. <BV>", kvk: "00400137" },
    { externalId: "CRM-2", name: "Zonder nummer" },
  ]);
  expect(found[1]).not.toHaveProperty("kvk");
});
