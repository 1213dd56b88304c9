import { defaultParseSearch, defaultStringifySearch } from "@tanstack/react-router";
import fc from "fast-check";
import { expect, test } from "vitest";
import { customerSearch, portfolioSearch } from "#app/search-params.ts";

const month = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);
const text = fc.string({ minLength: 1, maxLength: 40 });
const period = fc
  .tuple(month, month)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const range = fc.record({ fact: text, min: text, max: text }, { requiredKeys: ["fact"] });
const view = fc
  .tuple(
    fc.option(period, { nil: {} }),
    fc.record(
      {
        search: text,
        sort: text,
        descending: fc.boolean(),
        columns: fc.array(text, { minLength: 1, maxLength: 40 }),
        ranges: fc.array(range, { minLength: 1, maxLength: 5 }),
        losers: fc.constant(true),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([asked, rest]) => ({ ...asked, ...rest }));

test("a view survives the address", () => {
  fc.assert(
    fc.property(view, (shown) => {
      const address = defaultStringifySearch(shown);
      expect(portfolioSearch(defaultParseSearch(address))).toEqual(shown);
    }),
  );
});

test("reading twice changes nothing, whatever the address holds", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (search) => {
      const once = portfolioSearch(search);
      expect(portfolioSearch(once)).toEqual(once);
      const customer = customerSearch(search);
      expect(customerSearch(customer)).toEqual(customer);
    }),
  );
});

test("half a period, or one that runs back, is none", () => {
  expect(portfolioSearch({ from: "2025-01" })).toEqual({});
  expect(portfolioSearch({ from: "2025-02", to: "2025-01" })).toEqual({});
  expect(portfolioSearch({ from: "2025-13", to: "2026-01" })).toEqual({});
  expect(portfolioSearch({ from: "2025-01", to: "2025-01" })).toEqual({
    from: "2025-01",
    to: "2025-01",
  });
});

test("what is not a view is left out", () => {
  expect(
    portfolioSearch({
      search: "",
      sort: 5,
      descending: "yes",
      columns: [],
      ranges: [null, { min: "1" }, "x"],
      losers: false,
      stranger: "x",
    }),
  ).toEqual({});
  expect(portfolioSearch({ search: "x".repeat(201) })).toEqual({});
});

test("a customer's address keeps its fact and month", () => {
  const search = { from: "2025-01", to: "2025-12", fact: "revenue", month: "2025-03" };
  expect(customerSearch(search)).toEqual(search);
  expect(customerSearch({ fact: "revenue", month: "March" })).toEqual({ fact: "revenue" });
});
