import { dayIn, type Month, monthNumber, nextWorkday, weekday, yearOf } from "./calendar.ts";
import { circleAt } from "./circle.ts";
import type { Firm, Project, Purchase, PurchaseLine } from "./firm.ts";
import { type Cents, centsNear, sum, vat } from "./money.ts";
import type { Random } from "./random.ts";
import { listRate } from "./rate.ts";
import { type SupplierName, supplierId } from "./supplier.ts";

const outsourcedAccount = "7000";
const prototypeAccount = "7010";
/** Insurance carries no VAT. */
export const exemptAccount = "4610";

type Books = Pick<Firm, "customers" | "projects" | "firstMonth" | "circleMonth">;

type Standing = readonly [SupplierName, string, string, number, readonly number[]];

const always: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Supplier, account, description, euros in the first year, calendar months. */
const standing: readonly Standing[] = [
  ["Vastgoed De Oude Weverij B.V.", "4200", "Huur kantoor en werkplaats", 8400, always],
  ["Stroomkeuze Energie B.V.", "4210", "Elektriciteit en warmte", 690, always],
  ["Schoonhuis Facilitair B.V.", "4220", "Schoonmaak", 780, always],
  ["Lijnwerk CAD Licenties B.V.", "4300", "CAD-licenties", 4900, always],
  ["Kabelboom ICT Beheer B.V.", "4310", "Werkplekbeheer", 1420, always],
  ["Belgoed Telefonie B.V.", "4320", "Telefonie en internet", 385, always],
  ["Papierbak Kantoorartikelen B.V.", "4330", "Kantoorartikelen", 290, [2, 4, 6, 9, 11]],
  ["Ritmeester Autolease B.V.", "4400", "Lease auto's", 3100, always],
  ["Ritmeester Autolease B.V.", "4410", "Laden en brandstof", 940, always],
  ["Postelein Accountants B.V.", "4600", "Administratie en jaarrekening", 3900, [3, 6, 9, 12]],
  ["Onderling Zeker Verzekeringen", exemptAccount, "Verzekeringspremies", 15_400, [1]],
  ["Lunchmand Catering V.O.F.", "4640", "Lunches", 640, always],
  ["Uithangbord Reclame B.V.", "4500", "Advertenties en drukwerk", 1450, always],
  ["Zoekgraag Online Marketing B.V.", "4500", "Online campagnes", 850, always],
  ["Beursplein Standbouw B.V.", "4510", "Beursdeelname", 11_800, [3, 10]],
];

export type PurchaseNumbering = (month: Month) => string;

export function purchaseNumbering(): PurchaseNumbering {
  const last = new Map<number, number>();
  return (month) => {
    const year = yearOf(month);
    const serial = (last.get(year) ?? 0) + 1;
    last.set(year, serial);
    return `I${year}${String(serial).padStart(4, "0")}`;
  };
}

/** Everything bought in a month: what projects need and what keeps the office going. */
export function buyMonth(
  random: Random,
  firm: Books,
  month: Month,
  numbering: PurchaseNumbering,
): Purchase[] {
  const drafts: { supplier: string; day: number; lines: PurchaseLine[] }[] = [];

  for (const project of firm.projects) {
    if (!project.outsourced || month < project.firstMonth || month > project.lastMonth) continue;
    const part = random.between(0.03, 0.17);
    const value =
      (project.monthlyQuarters / 4) *
      (Number(listRate("engineering", month, firm.firstMonth)) / 100);
    if (!random.chance(0.75)) continue;
    drafts.push({
      supplier: supplierFor(random, firm),
      day: dayIn(month, random.integer(4, 24)),
      lines: [directLine(random, project, centsNear(value * part))],
    });
  }

  const years = Math.max(0, yearOf(month) - yearOf(firm.firstMonth));
  const circle = circleAt(month, firm.circleMonth);
  for (const [supplier, account, description, amount, months] of standing) {
    if (!months.includes(monthNumber(month))) continue;
    const isMarketing = account.startsWith("45");
    const dearer = (1 + 0.035 * years) * (isMarketing ? 1 + 0.9 * circle.selling : 1);
    const fixed = account === "4200" || account === "4400" || account === "4300";
    const net = centsNear(amount * dearer * (fixed ? 1 : random.between(0.88, 1.12)));
    drafts.push({
      supplier: supplierId(supplier),
      day: dayIn(month, random.integer(1, 22)),
      lines: [{ account, description, project: null, net }],
    });
  }

  drafts.sort((a, b) => a.day - b.day);
  return drafts.map(({ supplier, day, lines }) => {
    const dueDay = day + random.pick([14, 30, 30]);
    const net = sum(lines.map((line) => line.net));
    const taxed = sum(
      lines.filter((line) => line.account !== exemptAccount).map((line) => line.net),
    );
    const number = numbering(month);
    // 7 has no divisor in common with 9973, so that no reference comes twice in a year.
    const reference = 1000 + ((Number(number.slice(5)) * 7) % 9973);
    return {
      number,
      supplierId: supplier,
      supplierReference: `${yearOf(month)}-${reference}`,
      day,
      dueDay,
      paidDay: payRun(dueDay + random.integer(-3, 2)),
      lines,
      net,
      vat: vat(taxed),
    };
  });
}

function directLine(random: Random, project: Project, net: Cents): PurchaseLine {
  const outsourced = random.chance(0.55);
  return {
    account: outsourced ? outsourcedAccount : prototypeAccount,
    description: outsourced ? `Uitbesteed werk ${project.code}` : `Prototypedelen ${project.code}`,
    project,
    net,
  };
}

function supplierFor(random: Random, firm: Books): string {
  const both = firm.customers.find((customer) => customer.alsoSupplier);
  return random.weighted([
    [supplierId("Printlaag Prototypes B.V."), 30],
    [supplierId("Rekenkamer Sterkteleer B.V."), 25],
    [supplierId("Proefdraai Machinale Bewerking B.V."), 20],
    [supplierId("Freelance Constructeurs Collectief"), 20],
    [both?.id ?? supplierId("Printlaag Prototypes B.V."), 5],
  ]);
}

/** Suppliers are paid on Thursdays, or the first workday after one. */
function payRun(day: number): number {
  let next = day;
  while (weekday(next) !== 4) next++;
  return nextWorkday(next);
}
