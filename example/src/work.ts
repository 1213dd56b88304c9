import { behaviours } from "./behaviour.ts";
import { type Month, monthNumber } from "./calendar.ts";
import { circleAt } from "./circle.ts";
import type { Activity, Customer, Firm, Project, Service } from "./firm.ts";
import type { Random } from "./random.ts";

/** Work of one kind for one customer in one month, before anyone is assigned to it. */
export type Work = {
  readonly customer: Customer | null;
  readonly project: Project | null;
  readonly activity: Activity;
  readonly quarters: number;
  readonly billable: boolean;
};

export const services = ["design", "engineering", "project-management"] as const;

/** Demand by calendar month in hundredths: the summer dip and the rush before the year ends. */
const seasons = [90, 97, 104, 98, 95, 106, 82, 62, 106, 108, 114, 128];

/** Quarters of an hour in pieces of a size that people write down, right on average. */
function lump(random: Random, expected: number): number {
  if (expected <= 0) return 0;
  const piece = expected > 40 ? random.integer(12, 20) : random.integer(5, 11);
  return random.round(expected / piece) * piece;
}

/**
 * The work that customers ask for in a month. `capacity` is what the delivery staff can do, in quarters;
 * when customers ask for more than that leaves room for, projects give way in proportion.
 */
export function workOf(
  random: Random,
  firm: Pick<Firm, "customers" | "projects" | "circleMonth">,
  month: Month,
  capacity: number,
): Work[] {
  const circle = circleAt(month, firm.circleMonth);
  const season = seasons[monthNumber(month) - 1] ?? 100;
  const direct = new Map<Project, number>();
  let asked = 0;
  for (const project of firm.projects) {
    if (project.firstMonth > month || project.lastMonth < month) continue;
    const overrun =
      project.pricing === "fixed" ? 1 + (project.overrun - 1) * (1 + circle.delivery) : 1;
    const quarters =
      project.monthlyQuarters * (season / 100) * random.between(0.82, 1.18) * overrun;
    direct.set(project, quarters);
    asked += quarters;
  }
  const room = capacity * (0.76 - 0.05 * circle.selling);
  const scale = asked > room ? room / asked : 1;

  const work: Work[] = [];
  function add(
    activity: Activity,
    customer: Customer | null,
    project: Project | null,
    quarters: number,
    billable: boolean,
  ) {
    if (quarters > 0) work.push({ activity, customer, project, quarters, billable });
  }

  const base = new Map<Customer, { quarters: number; project: Project }>();
  for (const [project, planned] of direct) {
    const { customer } = project;
    const behaviour = behaviours[customer.plan];
    const quarters = planned * scale;
    const known = base.get(customer);
    base.set(customer, { quarters: (known?.quarters ?? 0) + quarters, project });
    for (const service of services) {
      const total = random.round((quarters * partOf(project, service, circle.delivery)) / 100);
      const unbilled = Math.min(total, lump(random, (total * behaviour.unbilled) / 100));
      add(service, customer, project, total - unbilled, true);
      add(service, customer, project, unbilled, false);
    }
  }

  for (const customer of firm.customers) {
    if (customer.firstMonth > month || customer.lastMonth < month) continue;
    const behaviour = behaviours[customer.plan];
    const now = base.get(customer);
    const project = now?.project ?? null;
    const quarters = now?.quarters ?? customer.monthlyHours;
    const idle = now === undefined ? 0.3 : 1;
    const worse = 1 + behaviour.sensitivity * circle.delivery;
    const part = (hundredths: number) => (quarters * hundredths) / 100;
    add(
      "quotation",
      customer,
      null,
      lump(random, part(behaviour.quotation) * (1 + circle.selling)),
      false,
    );
    add("account-management", customer, null, lump(random, part(behaviour.account) * idle), false);
    add(
      "negotiation",
      customer,
      null,
      lump(random, part(behaviour.negotiation) * (1 + circle.price)),
      false,
    );
    add(
      "support",
      customer,
      null,
      lump(random, part(behaviour.support) * idle + feeQuarters(customer)),
      false,
    );
    if (now === undefined) continue;
    add("rework", customer, project, lump(random, part(behaviour.rework) * worse), false);
    add("complaint", customer, project, lump(random, part(behaviour.complaint) * worse), false);
  }
  return work;
}

/** Support that a monthly fee pays for: an hour for some 160 euros of fee. */
function feeQuarters(customer: Customer): number {
  return Number(customer.supportFee) / 4000;
}

/** Part of a service in hundredths; once the circle turns, project management is saved on. */
function partOf(project: Project, service: Service, delivery: number): number {
  const part = project.mix[service];
  return service === "project-management" && project.customer.plan !== "core"
    ? part * (1 - 0.35 * delivery)
    : part;
}
