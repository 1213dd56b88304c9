import { behaviours } from "./behaviour.ts";
import { type Month, yearOf } from "./calendar.ts";
import { circleAt } from "./circle.ts";
import type { Customer, Project, Service } from "./firm.ts";
import { type Cents, share } from "./money.ts";
import type { Random } from "./random.ts";
import { listRate } from "./rate.ts";

type Period = {
  readonly firstMonth: Month;
  readonly endMonth: Month;
  readonly circleMonth: Month;
};

const objects: Readonly<Record<string, readonly string[]>> = {
  Industrie: [
    "vulkop",
    "transportband",
    "doseereenheid",
    "machineframe",
    "grijper",
    "invoerstation",
  ],
  Bouw: ["gevelelement", "trappenhuis", "staalbrug", "prefab badkamer", "hijsframe"],
  Handel: ["winkelschap", "displaywand", "toonbank", "magazijnstelling"],
  Zorg: ["behandelstoel", "tillift", "meetopstelling", "bedframe"],
  Overheid: ["fietsbrug", "afvalstation", "straatmeubilair", "sluisdeur"],
  Logistiek: ["laadperron", "palletlift", "sorteerbaan", "containerframe"],
  Agrifood: ["spoelmachine", "sorteertafel", "voerinstallatie", "koeltunnel"],
  "Horeca en recreatie": ["terrasoverkapping", "bar", "podium", "speeltoestel", "expositiewand"],
  Energie: ["draagconstructie", "laadpaal", "warmtewisselaar", "omvormerkast"],
};

const kinds = [
  "Herontwerp",
  "Ontwerp",
  "Engineering",
  "Prototype",
  "Doorontwikkeling",
  "Berekening",
];

/** Every project of every customer, numbered in the order in which they start. */
export function makeProjects(
  random: Random,
  customers: readonly Customer[],
  period: Period,
): Project[] {
  const drafts = customers.flatMap((customer) =>
    projectsOf(customer, random.fork(`projects/${customer.name}`), period),
  );
  drafts.sort(
    (a, b) => a.firstMonth - b.firstMonth || Number(a.customer.id) - Number(b.customer.id),
  );
  const serial = new Map<number, number>();
  return drafts.map((draft) => {
    const year = yearOf(draft.firstMonth);
    const number = (serial.get(year) ?? 0) + 1;
    serial.set(year, number);
    return {
      ...draft,
      code: `P${String(year % 100).padStart(2, "0")}${String(number).padStart(3, "0")}`,
    };
  });
}

function projectsOf(customer: Customer, random: Random, period: Period): Omit<Project, "code">[] {
  const behaviour = behaviours[customer.plan];
  const until = Math.min(customer.lastMonth, period.endMonth);
  const design = random.integer(20, 50);
  const projects: Omit<Project, "code">[] = [];
  let month = customer.firstMonth;
  while (month <= until) {
    const length = random.integer(...behaviour.length);
    // Those who leave do so at the end of a project; others may be in the middle of one.
    const last = Math.min(month + length - 1, customer.lastMonth);
    const management = random.integer(10, 16);
    const mix: Record<Service, number> = {
      design,
      engineering: 100 - design - management,
      "project-management": management,
    };
    const grown = growth(customer, month, period);
    const monthlyQuarters = Math.round(
      customer.monthlyHours * 4 * grown * random.between(0.8, 1.2),
    );
    const discount = discountAt(customer, month, period);
    const pricing = customer.plan !== "whale" && random.chance(0.35) ? "fixed" : "hours";
    projects.push({
      name: `${random.pick(kinds)} ${random.pick(objects[customer.sector] ?? ["product"])}`,
      customer,
      firstMonth: month,
      lastMonth: last,
      pricing,
      monthlyQuarters,
      mix,
      price: priceOf(monthlyQuarters * (last - month + 1), mix, month, discount, period),
      overrun: 1 + (behaviour.overrun * random.between(0, 2)) / 100,
      outsourced: random.chance(0.4),
    });
    month = last + 1 + random.round(random.next() * 2 * behaviour.gap);
  }
  return projects;
}

/** Customers that grow treble over the years, the core grows slowly, the others stay as they are. */
function growth(customer: Customer, month: Month, period: Period): number {
  const passed = Math.max(0, (month - period.firstMonth) / (period.endMonth - period.firstMonth));
  if (customer.plan === "grower") return 1 + 2 * passed;
  if (customer.plan === "core") return 1 + 0.12 * passed;
  return 1;
}

/** Discount in hundredths at the time. */
export function discountAt(customer: Customer, month: Month, period: Period): number {
  const { discount, pressure } = behaviours[customer.plan];
  return Math.round(discount + pressure * circleAt(month, period.circleMonth).price);
}

/** Planned hours at list rate less the discount, to the nearest 50 euros. */
function priceOf(
  quarters: number,
  mix: Readonly<Record<Service, number>>,
  month: Month,
  discount: number,
  period: Period,
): Cents {
  let value = 0n;
  for (const service of ["design", "engineering", "project-management"] as const) {
    value += BigInt(quarters * mix[service]) * listRate(service, month, period.firstMonth);
  }
  return share(value, BigInt(100 - discount), 400n * 100n * 5000n) * 5000n || 5000n;
}
