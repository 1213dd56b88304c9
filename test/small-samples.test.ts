import { describe, expect, it } from "vitest";
import { cdnowCustomers } from "../bench/kernels/cdnow.ts";
import {
  contractsOf,
  projectsOf,
  type SmallSamples,
  seasonsOf,
  serviceFirms,
  subsetsOf,
} from "../bench/kernels/small-samples.ts";
import { renewalTruths, seasonTruths } from "../bench/kernels/value.ts";

// A few of the trials that `npm run bench -- value` makes in full; the shares are in docs/models.
/** The share of the truth that the 95 % bands of these held, over all samples. */
function held(samples: readonly SmallSamples[], what: string): number {
  const own = samples.flatMap(({ coverage }) =>
    coverage.coverages().filter((one) => one.what === what && one.level === 0.95),
  );
  const sum = (of: (one: (typeof own)[number]) => number) =>
    own.reduce((total, one) => total + of(one), 0);
  return sum((one) => one.held) / sum((one) => one.of);
}

function expectNoFailure(samples: readonly SmallSamples[]): void {
  for (const { failures } of samples) expect(failures).toBe(0);
}

describe("on small samples the models of value", () => {
  const customers = cdnowCustomers();

  it.skipIf(customers === null)("hold what the customers of CDNOW did next", () => {
    if (customers === null) return;
    const samples = [30, 60, 150].flatMap((size) => [
      subsetsOf(customers, size, 8, "bg-nbd", 39),
      subsetsOf(customers, size, 2, "mbg-nbd", 39),
    ]);
    expectNoFailure(samples);
    expect(held(samples, "orders of a customer, that come")).toBeGreaterThan(0.93);
    expect(held(samples, "value of a customer, that comes")).toBeGreaterThan(0.92);
    expect(held(samples, "orders of the base, that come")).toBeGreaterThan(0.75);
    expect(held(samples, "value of the base, that comes")).toBeGreaterThan(0.75);
  });

  it("hold the truth of service firms, also of those far from the prior", () => {
    const samples = Object.keys(serviceFirms).flatMap((firm) => [
      projectsOf(firm, 30, 4),
      projectsOf(firm, 60, 2),
    ]);
    expectNoFailure(samples);
    expect(held(samples, "orders of a customer, that come")).toBeGreaterThan(0.93);
    expect(held(samples, "alive")).toBeGreaterThan(0.88);
    expect(held(samples, "orders of the base, expected")).toBeGreaterThan(0.8);
    expect(held(samples, "spend of a customer, expected")).toBeGreaterThan(0.8);
  });

  it("hold the renewals of contracts and the purchases by season", () => {
    const renewals = Object.values(renewalTruths).map((truth) => contractsOf(truth, 30, 10));
    const seasonal = Object.values(seasonTruths).map((truth) => seasonsOf(truth, 30, 5));
    expectNoFailure([...renewals, ...seasonal]);
    expect(held(renewals, "survival by year 10")).toBeGreaterThan(0.85);
    expect(held(renewals, "renewals of a customer, that come")).toBeGreaterThan(0.95);
    expect(held(seasonal, "purchases of a customer, that come")).toBeGreaterThan(0.93);
    expect(held(seasonal, "alive")).toBeGreaterThan(0.85);
  });
});
