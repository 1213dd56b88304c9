import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectOutcome } from "./expect-outcome.ts";
import { inventedBooks } from "./invented/audit-files.ts";
import { inventedInvoices } from "./invented/e-invoices.ts";
import { inventedLists } from "./invented/lists.ts";
import type { Invented } from "./invented/mutation.ts";
import { inventedWorkbooks } from "./invented/workbooks.ts";
import { type Koers, openKoers } from "./open-koers.ts";
import { type Outcome, tryMutants } from "./try-mutant.ts";

const invented = [
  ...inventedBooks(),
  ...inventedInvoices(),
  ...inventedLists(),
  ...inventedWorkbooks(),
];

let koers: Koers;
let outcomes: ReadonlyMap<string, Outcome>;
beforeAll(async () => {
  koers = await openKoers();
  outcomes = await tryMutants(koers, invented);
}, 300_000);
afterAll(() => koers.close());

const totalOf: Readonly<Record<string, string>> = { xaf: "revenue", xml: "net EUR" };

describe("more files made to mislead", () => {
  it.each(invented.map((mutant) => [mutant.name, mutant] as const))(
    "%s",
    (name, mutant: Invented) => {
      const outcome = outcomes.get(name);
      if (outcome === undefined) throw new Error(`${name} was not tried`);
      expectOutcome(outcome);
      if (outcome.confirmed !== "imported") return;
      const { sum, names, externalIds } = mutant.values ?? {};
      const total = totalOf[name.split(".").at(-1) ?? ""] ?? "bedrag";
      const { totals } = outcome.inspected;
      if (sum !== undefined && totals[total] !== undefined) expect(totals[total]).toBe(sum);
      const isRevenue = total !== "bedrag" && mutant.code !== "DATE_FUTURE";
      const earned = outcome.customers.map(({ revenue }) => revenue);
      if (sum !== undefined && isRevenue && mutant.code !== "REQUIRED")
        expect(earned).toEqual([sum]);
      if (names !== undefined) expect(outcome.names).toEqual(names);
      if (externalIds !== undefined) expect(outcome.externalIds).toEqual(externalIds);
    },
  );

  it("has a name for each", () => {
    expect(new Set(invented.map(({ name }) => name)).size).toBe(invented.length);
  });
});
