import fc from "fast-check";
import { expect, test } from "vitest";
import type { PortfolioSearch } from "#app/search-params.ts";
import {
  activeCustomers,
  columnsOf,
  folded,
  portfolioRows,
} from "../../../src/rooms/customers/portfolio-rows.ts";
import { aPortfolio, type Row } from "../../a-portfolio.ts";

function names(rows: readonly Row[], view: PortfolioSearch): readonly string[] {
  const portfolio = aPortfolio(rows);
  return portfolioRows(portfolio, columnsOf(portfolio), view).map(
    (row) => portfolio.names[row] ?? "",
  );
}

const firm: readonly Row[] = [
  {
    name: "Café Zuid",
    city: "Breda",
    revenue: "100.00",
    fullyLoadedProfit: "-20.00",
    hours: "5.50",
  },
  { name: "Bakker 10", city: null, revenue: "300.00", fullyLoadedProfit: null, hours: null },
  { name: "Bakker 9", city: "'s-Hertogenbosch", revenue: "200.00", fullyLoadedProfit: "60.00" },
  {
    name: "Ångström",
    city: "Zwolle",
    revenue: "100.00",
    fullyLoadedProfit: "10.00",
    hours: "2.00",
  },
];

test("unless asked otherwise the one that brings most comes first and unknown last", () => {
  expect(names(firm, {})).toEqual(["Bakker 9", "Ångström", "Café Zuid", "Bakker 10"]);
});

test("a customer without revenue and hours is there, and counted apart", () => {
  const quiet = {
    name: "Weg",
    city: null,
    revenue: "0.00",
    fullyLoadedProfit: "0.00",
    hours: "0.00",
  };
  const busy = { ...quiet, name: "Verkoop", hours: "3.00" };
  expect(activeCustomers(columnsOf(aPortfolio([...firm, quiet, busy])))).toBe(5);
});

test("unknown stays last whichever way the column is sorted", () => {
  expect(names(firm, { sort: "fullyLoadedProfit", descending: false })).toEqual([
    "Café Zuid",
    "Ångström",
    "Bakker 9",
    "Bakker 10",
  ]);
  expect(names(firm, { sort: "city", descending: true }).at(-1)).toBe("Bakker 10");
  expect(names(firm, { sort: "city", descending: false }).at(-1)).toBe("Bakker 10");
});

test("names sort as a person would, from A and with numbers by size", () => {
  expect(names(firm, { sort: "name" })).toEqual(["Ångström", "Bakker 9", "Bakker 10", "Café Zuid"]);
  expect(names(firm, { sort: "name", descending: true })[0]).toBe("Café Zuid");
});

test("equals keep their order", () => {
  expect(names(firm, { sort: "revenue" })).toEqual([
    "Bakker 10",
    "Bakker 9",
    "Café Zuid",
    "Ångström",
  ]);
  expect(names(firm, { sort: "revenue", descending: false })).toEqual([
    "Café Zuid",
    "Ångström",
    "Bakker 9",
    "Bakker 10",
  ]);
});

test("the search looks at names and towns, without case and accents", () => {
  expect(names(firm, { search: "cafe" })).toEqual(["Café Zuid"]);
  expect(names(firm, { search: "ANGSTROM" })).toEqual(["Ångström"]);
  expect(names(firm, { search: "zwol" })).toEqual(["Ångström"]);
  expect(names(firm, { search: "nobody" })).toEqual([]);
  expect(folded("ÉÅçñ")).toBe("eacn");
});

test("a range keeps what lies in it, its ends included, and no unknown", () => {
  const range = (min?: string, max?: string) => ({
    ranges: [{ fact: "fullyLoadedProfit", min, max }],
  });
  expect(names(firm, range("10"))).toEqual(["Bakker 9", "Ångström"]);
  expect(names(firm, range(undefined, "10"))).toEqual(["Ångström", "Café Zuid"]);
  expect(names(firm, range("10", "10"))).toEqual(["Ångström"]);
  expect(names(firm, range())).not.toContain("Bakker 10");
  expect(names(firm, { ranges: [{ fact: "unheardOf", min: "0" }] })).toEqual([]);
});

test("all filters hold together", () => {
  expect(
    names(firm, { search: "a", ranges: [{ fact: "revenue", max: "200" }], losers: true }),
  ).toEqual(["Café Zuid"]);
});

test("losers are those who cost money; unknown is not one of them", () => {
  expect(names(firm, { losers: true })).toEqual(["Café Zuid"]);
  const portfolio = aPortfolio(firm, { whale: null });
  expect(portfolioRows(portfolio, columnsOf(portfolio), { losers: true })).toEqual([]);
});

test("a column that is not there leaves the order as it was", () => {
  expect(names(firm, { sort: "overdue" })).toEqual(firm.map(({ name }) => name));
});

const euros = fc.option(
  fc.integer({ min: -999, max: 999 }).map((value) => `${value}.00`),
  {
    nil: null,
  },
);
const customers = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 8 }),
    city: fc.option(fc.constantFrom("Breda", "Zwolle"), { nil: null }),
    revenue: euros,
    fullyLoadedProfit: euros,
  }),
  { selector: ({ name }) => name, maxLength: 30 },
);
const views = fc.record(
  {
    search: fc.constantFrom("a", "breda", "e"),
    sort: fc.constantFrom("name", "revenue", "fullyLoadedProfit", "city"),
    descending: fc.boolean(),
    losers: fc.constant(true),
    ranges: fc.constant([{ fact: "revenue", min: "-200", max: "400" }]),
  },
  { requiredKeys: [] },
);

test("who is shown does not depend on the order in which customers come", () => {
  fc.assert(
    fc.property(customers, views, (rows, view) => {
      const shown = (list: typeof rows) => [...names(list, view)].sort();
      expect(shown([...rows].reverse())).toEqual(shown(rows));
    }),
  );
});

test("the column that is sorted on reads the same whatever the order of customers", () => {
  fc.assert(
    fc.property(customers, views, (rows, view) => {
      const sort = (view.sort ?? "fullyLoadedProfit") as
        | "revenue"
        | "fullyLoadedProfit"
        | "city"
        | "name";
      if (sort === "name") return;
      const column = (list: typeof rows) => {
        const values = new Map(list.map((row) => [row.name, row[sort]]));
        return names(list, view).map((name) => values.get(name) ?? null);
      };
      const read = column(rows);
      expect(column([...rows].reverse())).toEqual(read);
      const unknown = read.indexOf(null);
      if (unknown >= 0) expect(read.slice(unknown).every((value) => value === null)).toBe(true);
    }),
  );
});
