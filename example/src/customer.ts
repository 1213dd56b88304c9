import type { Month } from "./calendar.ts";
import { customerNames, type Sector } from "./customer-name.ts";
import type { Contact, Customer, Plan } from "./firm.ts";
import { domainFor, iban, kvkNumber, phone, plain, vatNumber } from "./identity.ts";
import { euros } from "./money.ts";
import { nameSource } from "./person-name.ts";
import { addressFrom } from "./place.ts";
import type { Random } from "./random.ts";

type Period = {
  readonly firstMonth: Month;
  readonly endMonth: Month;
  readonly circleMonth: Month;
};

type Draft = {
  readonly plan: Plan;
  readonly sector: Sector;
  readonly name: string;
  readonly sbi: string;
  readonly channel: string;
  readonly first: Month;
  readonly last: Month;
  readonly hours: number;
};

const referral = "Aanbeveling";
const otherChannels = [
  ["Website", 30],
  ["Netwerk", 24],
  ["Beurs", 20],
  ["Koude acquisitie", 16],
  ["Aanbesteding", 10],
] as const;

/** Names that two systems write so differently that a person has to decide. */
const unsure: Readonly<Record<string, string>> = {
  "Noordzij Bevestigingsmaterialen B.V.": "Noordzij Bevestiging",
  "Terwolde Installatietechniek B.V.": "Terwolde Technisch Bureau",
};

/** The same words in another order, in the hours only. */
const reordered: Readonly<Record<string, string>> = {
  "Oudeloo Machinefabriek B.V.": "Machinefabriek Oudeloo",
  "Pompenfabriek Eijkelhof B.V.": "Eijkelhof Pompenfabriek BV",
};

const roles = [
  "Directeur",
  "Hoofd engineering",
  "Inkoper",
  "Projectleider",
  "Operations manager",
  "Technisch directeur",
  "Productmanager",
] as const;

const never = 999_999;

/** The 92 customers in the order of their relation numbers. */
export function makeCustomers(random: Random, period: Period): Customer[] {
  const drafts = draftCustomers(random.fork("plans"), period);
  const order = random.fork("order").shuffle(drafts);
  const names = nameSource(random.fork("contacts"));
  const supported = supportCustomers(order);
  const nth = (plan: Plan, index: number) => drafts.filter((draft) => draft.plan === plan)[index];
  const insolvent = new Set([nth("early-leaver", 1), nth("disappointed", 4)]);
  const supplier =
    order.find((draft) => draft.plan === "core" && draft.sbi === "2562") ??
    order.find((draft) => draft.plan === "core");
  return order.map((draft, index) => {
    const own = random.fork(`customer/${draft.name}`);
    const domain = domainFor(draft.name);
    const isUnsure = unsure[draft.name] !== undefined;
    return {
      id: String(10_001 + index),
      crmId: `CRM-${String(((index * 37) % 92) + 101)}`,
      name: draft.name,
      crmName: unsure[draft.name] ?? variant(draft.name, own.integer(0, 5)),
      hoursName: reordered[draft.name] ?? variant(draft.name, own.integer(0, 5)),
      plan: draft.plan,
      kvk: kvkNumber(index + 10),
      vatId: vatNumber(index + 10),
      crmKnows: {
        kvk: !isUnsure && own.chance(0.65),
        vatId: !isUnsure && own.chance(0.35),
        domain: !isUnsure && own.chance(0.85),
      },
      domain,
      iban: iban(300_000_000 + index * 7_919),
      address: addressFrom(own),
      sector: draft.sector,
      sbi: draft.sbi,
      size: sizeOf(draft, own),
      channel: draft.channel,
      contacts: makeContacts(
        own,
        names,
        domain,
        index,
        draft.plan === "whale" ? 4 : own.integer(1, 3),
      ),
      firstMonth: draft.first,
      lastMonth: draft.last,
      paymentTerm: draft.plan === "whale" ? 60 : own.pick([14, 30, 30]),
      monthlyHours: draft.hours,
      supportFee: supported.has(draft.name) ? euros(own.integer(9, 17) * 50) : 0n,
      insolvent: insolvent.has(draft),
      alsoSupplier: draft === supplier,
    };
  });
}

function sizeOf(draft: Draft, random: Random): string {
  if (draft.plan === "whale") return "250+";
  return random.weighted([
    ["1-9", 20],
    ["10-49", 40],
    ["50-249", 30],
    ["250+", 10],
  ]);
}

function supportCustomers(drafts: readonly Draft[]): ReadonlySet<string> {
  const of = (plan: Plan, count: number) =>
    drafts.filter((draft) => draft.plan === plan).slice(0, count);
  const chosen = [...of("core", 4), ...of("regular", 4), ...of("disappointed", 3)];
  return new Set(chosen.map((draft) => draft.name));
}

function makeContacts(
  random: Random,
  names: ReturnType<typeof nameSource>,
  domain: string,
  customer: number,
  count: number,
): Contact[] {
  const shuffled = random.shuffle(roles);
  return Array.from({ length: count }, (_, index) => {
    const { firstName, lastName } = names();
    const local = plain(`${firstName.slice(0, 1)}.${lastName}`)
      .replace(/ı/g, "i")
      .replace(/\s+/g, "");
    return {
      id: `CP-${customer + 101}${index + 1}`,
      firstName,
      lastName,
      role: shuffled[index] ?? roles[0],
      email: `${local}@${domain}`,
      phone: phone(random),
    };
  });
}

function variant(name: string, kind: number): string {
  if (kind === 0) return name.replace("B.V.", "BV").replace("N.V.", "NV").replace("V.O.F.", "VOF");
  if (kind === 1) return name.replace(/ (B\.V\.|N\.V\.|V\.O\.F\.|U\.A\.)$/, "");
  if (kind === 2) return name.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return name;
}

function draftCustomers(random: Random, period: Period): Draft[] {
  const { firstMonth: start, endMonth: end, circleMonth: circle } = period;
  const before = start - 3;
  const pools = Object.fromEntries(
    Object.entries(customerNames).map(([sector, names]) => [
      sector,
      random.fork(sector).shuffle(names),
    ]),
  ) as Record<Sector, (readonly [string, string])[]>;
  const drafts: Draft[] = [];

  function take(
    plan: Plan,
    sector: Sector,
    channel: string,
    first: Month,
    last: Month,
    hours: number,
  ) {
    const taken = pools[sector].shift();
    if (taken === undefined) throw new RangeError(`no name left in ${sector}`);
    drafts.push({ plan, sector, name: taken[0], sbi: taken[1], channel, first, last, hours });
  }

  /** Any sector and channel but the planted pair; sectors by the names that are left. */
  function takeAny(plan: Plan, first: Month, last: Month, hours: number) {
    const sector = random.weighted(
      (Object.keys(pools) as Sector[]).map((name) => [name, pools[name].length] as const),
    );
    const referred = sector !== "Industrie" && random.chance(0.28);
    take(plan, sector, referred ? referral : random.weighted(otherChannels), first, last, hours);
  }

  // The whale is the first name of its sector, before the others are dealt out.
  const whale = pools.Bouw.findIndex(([name]) => name.endsWith("N.V."));
  pools.Bouw.unshift(...pools.Bouw.splice(whale, 1));
  take("whale", "Bouw", "Aanbesteding", before, never, 385);

  for (let index = 0; index < 13; index++) {
    const first = [start + 8, start + 19, start + 31][index - 10] ?? before;
    take("core", "Industrie", referral, first, never, random.integer(34, 58));
  }
  for (let index = 0; index < 3; index++) {
    const last = index === 0 ? circle + 9 : never;
    take("regular", "Industrie", referral, before + index * 7, last, random.integer(10, 20));
  }
  for (const [index, sector] of (
    [
      "Horeca en recreatie",
      "Horeca en recreatie",
      "Handel",
      "Horeca en recreatie",
      "Horeca en recreatie",
    ] as const
  ).entries()) {
    const channel = index % 2 === 0 ? "Netwerk" : "Website";
    take("exception", sector, channel, start + 5 + index * 7, never, random.integer(14, 26));
  }
  for (let index = 0; index < 7; index++) {
    const first = [start + 10, start + 24, start + 37][index - 4] ?? before;
    takeAny("bargainer", first, index === 2 ? circle + 15 : never, random.integer(16, 30));
  }
  for (let index = 0; index < 18; index++) {
    const first = index < 14 ? before : start + 6 + (index - 14) * 3;
    const last = index % 6 === 5 ? never : circle + 4 + Math.floor((index * 17) / 18);
    takeAny("disappointed", first, last, random.integer(26, 46));
  }
  for (let index = 0; index < 4; index++) {
    takeAny("early-leaver", before, start + 7 + index * 6, random.integer(22, 40));
  }
  for (let index = 0; index < 4; index++) {
    takeAny("grower", index < 2 ? before : start + 4 + index * 3, never, random.integer(12, 18));
  }
  for (let index = 0; index < 19; index++) {
    const first = index < 15 ? before : start + 9 + (index - 15) * 8;
    takeAny("regular", first, never, random.integer(13, 34));
  }
  for (let index = 0; index < 18; index++) {
    const first =
      index < 6
        ? start + 2 + Math.floor(((circle - start - 4) * index) / 6)
        : circle + Math.floor(((end - circle - 1) * (index - 6)) / 11);
    takeAny("one-off", first, first + random.integer(1, 3), random.integer(14, 36));
  }
  return drafts;
}
