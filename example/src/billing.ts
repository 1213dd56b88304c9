import { lastDay, type Month, previousWorkday, yearOf } from "./calendar.ts";
import type { Customer, Firm, Invoice, InvoiceLine, Project, Purchase, Service } from "./firm.ts";
import { type Cents, decimal, share, sum, vat } from "./money.ts";
import { discountAt } from "./project.ts";
import type { Random } from "./random.ts";
import { agreedRate, listRate } from "./rate.ts";
import { services, type Work } from "./work.ts";

const revenueAccounts: Readonly<Record<Service, string>> = {
  design: "8000",
  engineering: "8010",
  "project-management": "8020",
};
const supportAccount = "8030";
const passedOnAccount = "8040";
const discountAccount = "8090";

const items: Readonly<Record<Service, string>> = {
  design: "ONT",
  engineering: "ENG",
  "project-management": "PM",
};
const serviceNames: Readonly<Record<Service, string>> = {
  design: "Ontwerp",
  engineering: "Engineering",
  "project-management": "Projectmanagement",
};
const faults = ["tekening", "3D-model", "stuklijst", "berekening", "levertijd"] as const;

export type Numbering = { next(month: Month): string };

/** Invoice numbers count through within a year: 20260001. */
export function invoiceNumbering(): Numbering {
  const last = new Map<number, number>();
  return {
    next(month) {
      const year = yearOf(month);
      const serial = (last.get(year) ?? 0) + 1;
      last.set(year, serial);
      return `${year}${String(serial).padStart(4, "0")}`;
    },
  };
}

type Books = Pick<Firm, "customers" | "projects" | "firstMonth" | "endMonth" | "circleMonth">;

/** One invoice per customer for the month: hours, stages of fixed prices, support fee, work passed on. */
export function billMonth(
  firm: Books,
  month: Month,
  work: readonly Work[],
  purchases: readonly Purchase[],
  numbering: Numbering,
): Invoice[] {
  const lines = new Map<Customer, InvoiceLine[]>();
  const add = (customer: Customer, line: InvoiceLine) => {
    const known = lines.get(customer);
    if (known === undefined) lines.set(customer, [line]);
    else known.push(line);
  };

  for (const line of hourLines(firm, month, work)) add(line.customer, line.line);
  for (const project of firm.projects) {
    for (const line of stageLines(project, month)) add(project.customer, line);
  }
  for (const customer of firm.customers) {
    const active = customer.firstMonth <= month && month <= customer.lastMonth;
    if (active && customer.supportFee > 0n) {
      add(
        customer,
        fixedLine(supportAccount, "SUP", "Onderhoud en support", null, customer.supportFee),
      );
    }
  }
  for (const purchase of purchases) {
    for (const { project, net } of purchase.lines) {
      if (project === null || !passesOn(project)) continue;
      const markup = project.customer.plan === "whale" ? 100n : 108n;
      const name = `Doorbelaste kosten derden ${project.code}`;
      add(
        project.customer,
        fixedLine(passedOnAccount, "DOOR", name, project, share(net, markup, 100n)),
      );
    }
  }

  const day = previousWorkday(lastDay(month));
  return [...lines]
    .sort(([a], [b]) => Number(a.id) - Number(b.id))
    .map(([customer, own]) => makeInvoice(numbering.next(month), customer, day, own));
}

/** Customers off the target group often get what others charge for. */
function passesOn(project: Project): boolean {
  return project.customer.plan !== "exception" || Number(project.code.slice(1)) % 2 === 0;
}

function makeInvoice(
  number: string,
  customer: Customer,
  day: number,
  lines: readonly InvoiceLine[],
): Invoice {
  const net = sum(lines.map((line) => line.net));
  const tax = vat(net);
  return {
    number,
    kind: "invoice",
    customer,
    day,
    dueDay: day + customer.paymentTerm,
    lines,
    net,
    vat: tax,
    gross: net + tax,
    corrects: null,
    creditReason: null,
  };
}

function* hourLines(
  firm: Books,
  month: Month,
  work: readonly Work[],
): Generator<{ customer: Customer; line: InvoiceLine }> {
  const quarters = new Map<Project, Record<Service, number>>();
  for (const item of work) {
    const { project, activity } = item;
    if (!item.billable || project === null || project.pricing !== "hours") continue;
    const known = quarters.get(project) ?? { design: 0, engineering: 0, "project-management": 0 };
    known[activity as Service] += item.quarters;
    quarters.set(project, known);
  }
  for (const [project, worked] of quarters) {
    const discount = discountAt(project.customer, month, firm);
    const visible = discount >= 10;
    let subtotal = 0n;
    for (const service of services) {
      if (worked[service] === 0) continue;
      const list = listRate(service, month, firm.firstMonth);
      const unitPrice = visible ? list : agreedRate(list, discount);
      const net = (unitPrice * BigInt(worked[service])) / 4n;
      subtotal += net;
      const line: InvoiceLine = {
        account: revenueAccounts[service],
        item: items[service],
        description: `${serviceNames[service]} ${project.code} ${project.name}`,
        project,
        quarters: worked[service],
        unitPrice,
        net,
      };
      yield { customer: project.customer, line };
    }
    if (visible && subtotal > 0n) {
      const amount = share(subtotal, BigInt(discount), 100n);
      const description = `Overeengekomen korting ${discount} % ${project.code}`;
      const line = {
        ...fixedLine(discountAccount, "KORT", description, project, amount),
        net: -amount,
      };
      yield { customer: project.customer, line };
    }
  }
}

/** A fixed price is billed 30 % at the start, 40 % half-way and 30 % at the end; January's end is billed in December. */
function* stageLines(project: Project, month: Month): Generator<InvoiceLine> {
  if (project.pricing !== "fixed") return;
  const halfway = Math.floor((project.firstMonth + project.lastMonth) / 2);
  const early = project.lastMonth % 12 === 0 && project.lastMonth > project.firstMonth;
  const ready = early ? project.lastMonth - 1 : project.lastMonth;
  const start = share(project.price, 30n, 100n);
  const middle = share(project.price, 40n, 100n);
  const account = project.mix.design > project.mix.engineering ? "8000" : "8010";
  const item = account === "8000" ? "ONT" : "ENG";
  const stages: readonly (readonly [Month, string, Cents])[] = [
    [project.firstMonth, "30 % bij opdracht", start],
    [halfway, "40 % halverwege", middle],
    [ready, "30 % bij oplevering", project.price - start - middle],
  ];
  for (const [due, label, amount] of stages) {
    if (due !== month) continue;
    yield fixedLine(
      account,
      item,
      `Termijn ${label} ${project.code} ${project.name}`,
      project,
      amount,
    );
  }
}

function fixedLine(
  account: string,
  item: string,
  description: string,
  project: Project | null,
  amount: Cents,
): InvoiceLine {
  return { account, item, description, project, quarters: null, unitPrice: amount, net: amount };
}

/** Credit notes in the month for faults on last month's invoices, and now and then for a slip of the pen. */
export function creditMonth(
  random: Random,
  month: Month,
  work: readonly Work[],
  lastMonth: readonly Invoice[],
  numbering: Numbering,
): Invoice[] {
  const rework = new Map<Customer, number>();
  for (const { activity, customer, quarters } of work) {
    if (activity === "rework" && customer !== null) {
      rework.set(customer, (rework.get(customer) ?? 0) + quarters);
    }
  }
  const notes: Invoice[] = [];
  for (const invoice of lastMonth) {
    if (invoice.customer.insolvent) continue;
    const isFault = random.chance(Math.min(0.4, (rework.get(invoice.customer) ?? 0) / 180));
    if (!isFault && !random.chance(0.004)) continue;
    const line = invoice.lines.find(
      (candidate) => candidate.net > 20_000n && candidate.project !== null,
    );
    if (line === undefined) continue;
    const part = BigInt(isFault ? random.integer(4, 18) : random.integer(10, 30));
    const amount = share(line.net, part, 100n * 500n) * 500n;
    const capped = amount > 350_000n ? 350_000n : amount;
    if (capped === 0n) continue;
    const description = isFault
      ? `Creditering wegens fout in ${random.pick(faults)} (factuur ${invoice.number})`
      : `Correctie tenaamstelling en aantal (factuur ${invoice.number})`;
    const tax = vat(capped);
    notes.push({
      number: numbering.next(month),
      kind: "credit-note",
      customer: invoice.customer,
      day: invoice.day + random.integer(12, 20),
      dueDay: invoice.day + 30,
      lines: [{ ...line, description, quarters: null, unitPrice: capped, net: -capped }],
      net: -capped,
      vat: -tax,
      gross: -capped - tax,
      corrects: invoice.number,
      creditReason: isFault ? "fault" : "administrative",
    });
  }
  return notes;
}

/** `12.25` hours, from quarters. */
export function hoursText(quarters: number): string {
  return decimal(BigInt(quarters * 25));
}
