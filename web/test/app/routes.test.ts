import { routes as contractRoutes, facts } from "@koers/contract";
import { expect, test } from "vitest";
import { factUnits } from "#app/fact-units.ts";
import { routes } from "#app/routes.ts";

test("the copy of the routes equals the contract", () => {
  expect(routes).toEqual(contractRoutes);
});

test("the copy of the units equals the catalogue, in its order", () => {
  expect(Object.entries(factUnits)).toEqual(facts.map(({ key, unit }) => [key, unit]));
});
