import { billMonth, creditMonth, invoiceNumbering } from "./billing.ts";
import { firstDay, lastDay, monthOf, parseMonth, yearOf } from "./calendar.ts";
import { makeCustomers } from "./customer.ts";
import { energyVotes, survey } from "./experience.ts";
import type { Firm, Hours, Invoice, Purchase } from "./firm.ts";
import { iban, kvkNumber, vatNumber } from "./identity.ts";
import { book, openingSheet } from "./ledger.ts";
import { makePayroll } from "./payroll.ts";
import { makePeople } from "./person.ts";
import { makeProjects } from "./project.ts";
import { buyMonth, purchaseNumbering } from "./purchase.ts";
import { randomFrom } from "./random.ts";
import { collect } from "./receipt.ts";
import { deliveryCapacity, presence, schedule } from "./schedule.ts";
import { makeSuppliers } from "./supplier.ts";
import { workOf } from "./work.ts";

export type ExampleOptions = {
  /** Another seed gives another firm with the same plan; default `lijsterwal`. */
  readonly seed?: string;
  /** Last month of the books, `YYYY-MM`; default `2026-10`. The books begin in January four years before. */
  readonly endMonth?: string;
};

/**
 * The example firm: Lijsterwal Ontwerp & Engineering, 25 people, 92 customers, four full years and the
 * current one. The same options give the same firm, to the byte. Throws a `RangeError` for a month that
 * is not one.
 */
export function exampleFirm(options: ExampleOptions = {}): Firm {
  const random = randomFrom(options.seed ?? "lijsterwal");
  const endMonth = parseMonth(options.endMonth ?? "2026-10");
  const firstMonth = monthOf(yearOf(endMonth) - 4, 1);
  const warmUp = firstMonth - 3;
  const circleMonth = endMonth - 23;
  const period = { firstMonth, endMonth, circleMonth };
  const domain = "lijsterwal.example";

  const customers = makeCustomers(random.fork("customers"), period);
  const people = makePeople(random.fork("people"), domain, period);
  const suppliers = makeSuppliers(random.fork("suppliers"));
  const projects = makeProjects(random.fork("projects"), customers, period);
  const plan = { customers, people, projects, firstMonth, endMonth, circleMonth };

  const hours: Hours[] = [];
  const invoices: Invoice[] = [];
  const purchases: Purchase[] = [];
  const numberInvoice = invoiceNumbering();
  const numberPurchase = purchaseNumbering();
  let lastMonth: readonly Invoice[] = [];
  for (let month = warmUp; month <= endMonth; month++) {
    const own = random.fork(`month/${month - firstMonth}`);
    const present = presence(own.fork("presence"), plan, month);
    const work = workOf(own.fork("work"), plan, month, deliveryCapacity(present));
    for (const line of schedule(own.fork("schedule"), plan, month, work, present)) hours.push(line);
    const bought = buyMonth(own.fork("purchases"), plan, month, numberPurchase);
    purchases.push(...bought);
    const credits = creditMonth(own.fork("credits"), month, work, lastMonth, numberInvoice);
    lastMonth = billMonth(plan, month, work, bought, numberInvoice);
    invoices.push(...credits, ...lastMonth);
  }

  const { receipts, writeOffs } = collect(
    random.fork("receipts"),
    invoices,
    circleMonth,
    lastDay(endMonth),
  );
  const payroll = makePayroll(people, warmUp, endMonth, firstMonth);
  const transactions = book({
    invoices,
    receipts,
    writeOffs,
    purchases,
    payroll,
    firstMonth,
    from: warmUp,
    to: endMonth,
  });

  // The time sheets begin with the books; the warm-up only fills the opening balance.
  const counted = hours.filter((line) => line.day >= firstDay(firstMonth));
  counted.sort((a, b) => a.day - b.day);
  return {
    name: "Lijsterwal Ontwerp & Engineering B.V.",
    kvk: kvkNumber(0),
    vatId: vatNumber(0),
    iban: iban(100_200_300),
    domain,
    address: {
      street: "Oude Weverij",
      number: "12",
      postcode: "7411 LW",
      city: "Deventer",
      province: "Overijssel",
    },
    firstMonth,
    endMonth,
    circleMonth,
    customers,
    people,
    suppliers,
    projects,
    hours: counted,
    invoices,
    receipts,
    writeOffs,
    purchases,
    payroll,
    opening: openingSheet(),
    transactions,
    answers: survey(random.fork("survey"), plan),
    votes: energyVotes(random.fork("votes"), plan, counted),
  };
}
