import { expect, test } from "vitest";
import { profitByRule } from "../src/profit-by-rule.ts";

const hour = 3600;
const customer = {
  revenue: 0n,
  directPurchases: 0n,
  directSeconds: 0,
  servingSeconds: 0,
  failureSeconds: 0,
  lateCentDays: 0n,
};

test("a firm of two customers by hand", () => {
  // 10 hours cost 1000.00, 100.00 an hour; of 1500.00 cost 900.00 is carried by hours for customers and
  // 50.00 by a purchase, so that 550.00 is left over 9 hours.
  const [first, second] = profitByRule(
    [
      {
        ...customer,
        revenue: 200_000n,
        directPurchases: 5_000n,
        directSeconds: 5 * hour,
        servingSeconds: hour,
        lateCentDays: 100_000n * 73n,
      },
      { ...customer, revenue: 50_000n, directSeconds: 2 * hour, failureSeconds: hour },
    ],
    { personnelCost: 100_000n, operatingCost: 150_000n, internalSeconds: hour },
  );
  expect(first).toEqual({
    directHoursCost: 50_000n,
    contribution: 145_000n,
    servingHoursCost: 10_000n,
    failureCost: 0n,
    // 1000.00 for 73 days at 8 % a year.
    latePaymentCost: 1_600n,
    costToServe: 11_600n,
    overhead: 36_667n,
    fullyLoadedProfit: 96_733n,
  });
  expect(second?.fullyLoadedProfit).toBe(50_000n - 20_000n - 10_000n - 18_333n);
});

test("cents that are left go to the largest remainders, the first of equal ones first", () => {
  const three = [1, 1, 1].map(() => ({ ...customer, directSeconds: hour }));
  const firm = { personnelCost: 200n, operatingCost: 200n, internalSeconds: 0 };
  expect(profitByRule(three, firm).map((one) => one.directHoursCost)).toEqual([67n, 67n, 66n]);
});

test("without hours nothing is divided", () => {
  const firm = { personnelCost: 100n, operatingCost: 100n, internalSeconds: 0 };
  expect(profitByRule([customer], firm)[0]?.fullyLoadedProfit).toBe(0n);
});
