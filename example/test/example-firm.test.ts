import { describe, expect, test } from "vitest";
import { type Books, type CustomerBooks, exampleBooks } from "../src/example-books.ts";
import { exampleFirm } from "../src/example-firm.ts";
import type { Customer, Plan } from "../src/firm.ts";
import { plain } from "../src/identity.ts";
import { atWork } from "../src/person.ts";

const firm = exampleFirm();
const last = exampleBooks(firm, { from: "2025-11", to: "2026-10" });
const before = exampleBooks(firm, { from: "2023-11", to: "2024-10" });
const customers = new Map(firm.customers.map((customer) => [customer.id, customer]));

function planOf({ id }: CustomerBooks): Plan | undefined {
  return customers.get(id)?.plan;
}

/** Profit with all costs spread over customer hours, in euros; good enough to hold plans against. */
function fullyLoaded(books: Books, customer: CustomerBooks): number {
  const hours = books.customers.reduce((total, { totalSeconds }) => total + totalSeconds, 0);
  const costs = Number(books.personnelCost + books.otherCosts + books.marketing) / 100;
  const direct = Number(customer.revenue - customer.directPurchases - customer.writeOffs) / 100;
  return direct - (costs * customer.totalSeconds) / hours;
}

function profitPerHour(books: Books, chosen: readonly CustomerBooks[]): number {
  const profit = chosen.reduce((total, customer) => total + fullyLoaded(books, customer), 0);
  return (profit * 3600) / chosen.reduce((total, customer) => total + customer.totalSeconds, 0);
}

function failureShare(chosen: readonly CustomerBooks[]): number {
  const failed = chosen.reduce(
    (total, { seconds }) => total + seconds.rework + seconds.complaints,
    0,
  );
  return failed / chosen.reduce((total, { totalSeconds }) => total + totalSeconds, 0);
}

const core = last.customers.filter((customer) => planOf(customer) === "core");
const rest = last.customers.filter((customer) => planOf(customer) !== "core");

describe("the example firm", () => {
  test("has 92 customers, 25 people and four years and ten months of books", () => {
    expect(firm.customers).toHaveLength(92);
    for (let month = firm.firstMonth; month <= firm.endMonth; month++) {
      expect(atWork(firm.people, month)).toHaveLength(25);
    }
    expect(firm.endMonth - firm.firstMonth + 1).toBe(58);
    expect(new Set(firm.customers.map(({ name }) => name)).size).toBe(92);
    expect(new Set(firm.customers.map(({ domain }) => domain)).size).toBe(92);
  });

  test("has a core that earns more per hour than any other group", () => {
    expect(core).toHaveLength(13);
    expect(profitPerHour(last, core)).toBeGreaterThan(20);
    expect(profitPerHour(last, rest)).toBeLessThan(0);
    for (const customer of core)
      expect(profitPerHour(last, [customer]), customer.name).toBeGreaterThan(10);
  });

  test("has a core with few failures and no customers lost", () => {
    expect(failureShare(core)).toBeLessThan(0.03);
    expect(failureShare(rest)).toBeGreaterThan(2 * failureShare(core));
    for (const customer of firm.customers) {
      if (customer.plan === "core") expect(customer.lastMonth).toBeGreaterThan(firm.endMonth);
    }
  });

  test("has one whale with about 18 % of revenue that costs money when fully loaded", () => {
    const whale = last.customers.filter((customer) => planOf(customer) === "whale");
    expect(whale).toHaveLength(1);
    const [only] = whale as [CustomerBooks];
    const share = Number((only.revenue * 1000n) / last.revenue) / 10;
    expect(share).toBeGreaterThan(16);
    expect(share).toBeLessThan(20);
    expect(fullyLoaded(last, only)).toBeLessThan(0);
    expect(only.contribution).toBeGreaterThan(0n);
  });

  test("has exceptions at a thin margin that never stopped", () => {
    const exceptions = last.customers.filter((customer) => planOf(customer) === "exception");
    expect(exceptions).toHaveLength(5);
    for (const customer of exceptions)
      expect(fullyLoaded(last, customer), customer.name).toBeLessThan(-5_000);
  });

  test("has losers, so that the curve of profit rises above its end", () => {
    const profits = last.customers.map((customer) => fullyLoaded(last, customer));
    const total = profits.reduce((sum, profit) => sum + profit, 0);
    const gained = profits.filter((profit) => profit > 0).reduce((sum, profit) => sum + profit, 0);
    expect(total).toBeGreaterThan(0);
    expect(gained / total).toBeGreaterThan(1.3);
  });

  test("sells more and repairs more since the circle began", () => {
    const part = (books: Books, kinds: readonly (keyof Books["secondsByKind"])[]) =>
      kinds.reduce((total, kind) => total + books.secondsByKind[kind], 0) / books.seconds;
    const selling = ["selling", "negotiation"] as const;
    const failing = ["rework", "complaints"] as const;
    expect(part(last, selling)).toBeGreaterThan(1.3 * part(before, selling));
    expect(part(last, failing)).toBeGreaterThan(1.3 * part(before, failing));
    expect(last.marketing).toBeGreaterThan((before.marketing * 3n) / 2n);
    expect(last.result).toBeLessThan(before.result / 2n);
  });

  test("hears from customers that it gets worse, save in the core", () => {
    const marks = (from: number, chosen: (customer: Customer) => boolean) => {
      const heard = firm.answers.filter(
        ({ day, customer }) => day >= from && day < from + 365 && chosen(customer),
      );
      return heard.reduce((total, { recommend }) => total + recommend, 0) / heard.length;
    };
    const recent = Math.max(...firm.answers.map(({ day }) => day)) - 364;
    const inCore = (customer: Customer) => customer.plan === "core";
    const others = (customer: Customer) => customer.plan !== "core";
    expect(marks(recent, others)).toBeLessThan(marks(recent - 1000, others) - 0.3);
    expect(marks(recent, inCore)).toBeGreaterThan(8.5);
  });

  test("loses customers faster since the circle began", () => {
    const lost = (from: number, to: number) =>
      firm.customers.filter(
        ({ lastMonth, plan }) => plan !== "one-off" && lastMonth >= from && lastMonth < to,
      ).length;
    const { circleMonth } = firm;
    expect(lost(circleMonth - 24, circleMonth)).toBeLessThanOrEqual(4);
    expect(lost(circleMonth, circleMonth + 24)).toBeGreaterThanOrEqual(12);
  });

  test("has a summer dip and a peak in December", () => {
    const byMonth = new Map<number, number>();
    for (const invoice of firm.invoices) {
      const month = new Date(invoice.day * 86_400_000).getUTCMonth();
      const year = new Date(invoice.day * 86_400_000).getUTCFullYear();
      if (year >= 2022 && year <= 2025)
        byMonth.set(month, (byMonth.get(month) ?? 0) + Number(invoice.net));
    }
    const total = [...byMonth.values()].reduce((sum, net) => sum + net, 0);
    expect((byMonth.get(7) ?? 0) / total).toBeLessThan(0.07);
    expect((byMonth.get(11) ?? 0) / total).toBeGreaterThan(0.095);
  });

  test("plants one profile: industrial firms that came by referral", () => {
    const inProfile = firm.customers.filter(
      ({ sector, channel }) => sector === "Industrie" && channel === "Aanbeveling",
    );
    expect(inProfile).toHaveLength(16);
    expect(inProfile.filter(({ plan }) => plan === "core")).toHaveLength(13);
    expect(firm.customers.filter(({ plan }) => plan === "core")).toHaveLength(13);
    // Each half of the profile alone says much less.
    const sector = firm.customers.filter((customer) => customer.sector === "Industrie");
    const channel = firm.customers.filter((customer) => customer.channel === "Aanbeveling");
    expect(sector.length).toBeGreaterThan(24);
    expect(channel.length).toBeGreaterThan(24);
  });

  test("plants no other trait: size and province do not tell the core", () => {
    for (const trait of ["size", "province"] as const) {
      const value = (customer: Customer) =>
        trait === "size" ? customer.size : customer.address.province;
      for (const one of new Set(firm.customers.map(value))) {
        const having = firm.customers.filter((customer) => value(customer) === one);
        const inCore = having.filter(({ plan }) => plan === "core").length;
        const expected = (having.length * 13) / 92;
        expect(Math.abs(inCore - expected), `${trait} ${one}`).toBeLessThan(4);
      }
    }
  });

  test("has credit notes for faults, claims written off and late payers", () => {
    const faults = firm.invoices.filter(({ creditReason }) => creditReason === "fault");
    expect(faults.length).toBeGreaterThan(40);
    expect(firm.writeOffs.length).toBeGreaterThanOrEqual(3);
    const overdue = last.customers.flatMap(({ paid }) =>
      paid.map(({ dueDate, paidDate }) => paidDate > dueDate),
    );
    const share = overdue.filter(Boolean).length / overdue.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.95);
  });

  test("writes names in the hours otherwise, but never so that two customers could be meant", () => {
    const key = (name: string) =>
      plain(name)
        .replaceAll(".", "")
        .split(/[^a-z0-9]+/)
        .filter((word) => !["bv", "nv", "vof", "ua"].includes(word))
        .sort()
        .join(" ");
    const keys = firm.customers.map(({ name }) => key(name));
    expect(new Set(keys).size).toBe(92);
    expect(firm.customers.map(({ hoursName }) => key(hoursName))).toEqual(keys);
    expect(
      firm.customers.filter(({ name, hoursName }) => name !== hoursName).length,
    ).toBeGreaterThan(20);
    expect(firm.customers.filter(({ name, crmName }) => key(name) !== key(crmName))).toHaveLength(
      2,
    );
  });

  test("moves as a whole with the last month, and another seed keeps the plan", () => {
    const other = exampleFirm({ seed: "another", endMonth: "2025-03" });
    expect(other.customers).toHaveLength(92);
    const books = exampleBooks(other, { from: "2024-04", to: "2025-03" });
    const chosen = new Set(
      other.customers.filter(({ plan }) => plan === "core").map(({ id }) => id),
    );
    const inCore = books.customers.filter(({ id }) => chosen.has(id));
    const outside = books.customers.filter(({ id }) => !chosen.has(id));
    expect(profitPerHour(books, inCore)).toBeGreaterThan(profitPerHour(books, outside) + 15);
  });
});
