import { balanceBefore, openItemsBefore } from "../balance.ts";
import {
  type Day,
  firstDay,
  isoDate,
  lastDay,
  monthNumber,
  monthOf,
  monthOfDay,
} from "../calendar.ts";
import type { Address, Firm, JournalCode, LedgerLine, Transaction } from "../firm.ts";
import { ledgerAccounts } from "../ledger-account.ts";
import { type Cents, decimal } from "../money.ts";
import { element, textBytes } from "./text-bytes.ts";

type XafVersion = "3.2" | "4.0";

export type XafOptions = {
  readonly year: number;
  readonly version: XafVersion;
  /**
   * Whether revenue and VAT lines carry the relation too. Some packages write it on debtor and creditor
   * lines only, and no VAT codes, so that the customer of a revenue line is that of its transaction.
   */
  readonly relationOnRevenue: boolean;
};

const namespaces: Readonly<Record<XafVersion, string>> = {
  "3.2": "http://www.auditfiles.nl/XAF/3.2",
  "4.0":
    "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0",
};

const journals: readonly (readonly [JournalCode, string, string, string?])[] = [
  ["VRK", "Verkoopboek", "S", "1300"],
  ["INK", "Inkoopboek", "P", "1600"],
  ["BNK", "Bank", "B", "1100"],
  ["LON", "Loonjournaal", "Y"],
  ["MEM", "Memoriaal", "M"],
];

/** The audit file of a calendar year (XML Auditfile Financieel), up to the last month of the books. */
export function xaf(firm: Firm, options: XafOptions): Uint8Array {
  const { year, version } = options;
  const start = firstDay(monthOf(year, 1));
  const end = Math.min(lastDay(monthOf(year, 12)), lastDay(firm.endMonth));
  const transactions = firm.transactions.filter(({ day }) => day >= start && day <= end);
  const isFour = version === "4.0";
  const created = Math.min(end + 46, lastDay(firm.endMonth) + 3);
  return textBytes(
    `<?xml version="1.0" encoding="UTF-8"?>
<auditfile xmlns="${namespaces[version]}">
<header><fiscalYear>${year}</fiscalYear><startDate>${isoDate(start)}</startDate><endDate>${year}-12-31</endDate><curCode>EUR</curCode><dateCreated>${isoDate(created)}</dateCreated><softwareDesc>Koers voorbeeld</softwareDesc><softwareVersion>1</softwareVersion>${isFour ? "<RGSVersion>3.7</RGSVersion>" : ""}</header>
<company>
${element(isFour ? "Commercenr" : "companyIdent", firm.kvk)}${element("companyName", firm.name)}<taxRegistrationCountry>NL</taxRegistrationCountry>${element("taxRegIdent", firm.vatId)}
${addressText(firm.address)}
${relationsText(firm, options, start, end)}
${ledgerText(isFour)}
<vatCodes>
<vatCode><vatID>VH</vatID><vatDesc>Btw hoog 21 %</vatDesc><vatToPayAccID>1500</vatToPayAccID></vatCode>
<vatCode><vatID>VI</vatID><vatDesc>Voorbelasting 21 %</vatDesc><vatToClaimAccID>1520</vatToClaimAccID></vatCode>
</vatCodes>
${periodsText(year)}
${openingText(firm, start, isFour)}
${transactionsText(transactions, options)}
</company>
</auditfile>
`,
  );
}

function addressText({ street, number, postcode, city }: Address): string {
  return `<streetAddress>${element("streetname", street)}${element("number", number)}${element("city", city)}${element("postalCode", postcode)}<country>NL</country></streetAddress>`;
}

function side(amount: Cents): string {
  return `<amnt>${decimal(amount < 0n ? -amount : amount)}</amnt><amntTp>${amount < 0n ? "C" : "D"}</amntTp>`;
}

function totals(amounts: readonly Cents[]): string {
  let debit = 0n;
  let credit = 0n;
  for (const amount of amounts) {
    if (amount >= 0n) debit += amount;
    else credit -= amount;
  }
  return `<linesCount>${amounts.length}</linesCount><totalDebit>${decimal(debit)}</totalDebit><totalCredit>${decimal(credit)}</totalCredit>`;
}

function relationsText(firm: Firm, { version }: XafOptions, start: Day, end: Day): string {
  const balanceAt = (day: Day) => {
    const balances = new Map<string, Cents>();
    for (const kind of ["sale", "purchase"] as const) {
      for (const { relation, amount } of openItemsBefore(firm, kind, day)) {
        balances.set(relation, (balances.get(relation) ?? 0n) + amount);
      }
    }
    return balances;
  };
  const opening = version === "4.0" ? balanceAt(start) : undefined;
  const closing = version === "4.0" ? balanceAt(end + 1) : undefined;
  const balanceText = (name: string, amount: Cents) =>
    `<${name}Desc>${decimal(amount < 0n ? -amount : amount)}</${name}Desc><${name}Tp>${amount < 0n ? "C" : "D"}</${name}Tp>`;

  const customers = firm.customers
    .filter((customer) => firstDay(customer.firstMonth) <= end)
    .map((customer) => ({ ...customer, role: customer.alsoSupplier ? "B" : "C" }));
  const suppliers = firm.suppliers.map((supplier) => ({ ...supplier, role: "S" }));
  const rows = [...customers, ...suppliers].map((relation) => {
    const head =
      element("custSupID", relation.id) + element("custSupName", relation.name.slice(0, 50));
    const mail = element("eMail", `administratie@${relation.domain}`);
    const ids = `${element("commerceNr", relation.kvk)}<taxRegistrationCountry>NL</taxRegistrationCountry>${element("taxRegIdent", relation.vatId)}`;
    if (opening !== undefined && closing !== undefined) {
      const balances =
        balanceText("opBal", opening.get(relation.id) ?? 0n) +
        balanceText("clBal", closing.get(relation.id) ?? 0n);
      return `<customerSupplier>${head}${mail}${ids}<custSupTp>${relation.role}</custSupTp>${balances}${addressText(relation.address)}</customerSupplier>`;
    }
    const site = element("website", `www.${relation.domain}`);
    return `<customerSupplier>${head}${mail}${site}${ids}<custSupTp>${relation.role}</custSupTp>${addressText(relation.address)}</customerSupplier>`;
  });
  return `<customersSuppliers>\n${rows.join("\n")}\n</customersSuppliers>`;
}

function ledgerText(isFour: boolean): string {
  const rows = ledgerAccounts.map(({ code, description, type, rgs }) => {
    const reference = isFour
      ? element("RGScode", rgs)
      : element("leadCode", rgs) + element("leadReference", rgs);
    return `<ledgerAccount><accID>${code}</accID>${element("accDesc", description)}<accTp>${type === "balance" ? "B" : "P"}</accTp>${reference}</ledgerAccount>`;
  });
  return `<generalLedger>\n${rows.join("\n")}\n</generalLedger>`;
}

function periodsText(year: number): string {
  const rows = Array.from({ length: 12 }, (_, index) => {
    const month = monthOf(year, index + 1);
    return `<period><periodNumber>${index + 1}</periodNumber><startDatePeriod>${isoDate(firstDay(month))}</startDatePeriod><endDatePeriod>${isoDate(lastDay(month))}</endDatePeriod></period>`;
  });
  return `<periods>\n${rows.join("\n")}\n</periods>`;
}

function openingText(firm: Firm, start: Day, isFour: boolean): string {
  const balance = [...balanceBefore(firm, start)];
  const lines = balance.map(
    ([account, amount], index) =>
      `<obLine><nr>${index + 1}</nr><accID>${account}</accID>${side(amount)}</obLine>`,
  );
  const head = isFour
    ? ""
    : `<opBalDate>${isoDate(start)}</opBalDate><opBalDesc>Beginbalans</opBalDesc>`;
  const subledgers = (["sale", "purchase"] as const).map((kind) => {
    const account = kind === "sale" ? "1300" : "1600";
    const items = openItemsBefore(firm, kind, start);
    const nr = balance.findIndex(([code]) => code === account) + 1;
    const rows = items.map(({ relation, invoice, amount, open }, index) => {
      const type = kind === "sale" ? "S" : "P";
      return `<obSbLine><nr>${index + 1}</nr><obLineNr>${nr}</obLineNr>${side(amount)}<docRef>${invoice}</docRef><custSupID>${relation}</custSupID><invRef>${invoice}</invRef><invPurSalTp>${type}</invPurSalTp><invTp>${amount < 0n ? "C" : "D"}</invTp><invDt>${isoDate(open.invoiceDay)}</invDt><invDueDt>${isoDate(open.dueDay)}</invDueDt><mutTp>I</mutTp></obSbLine>`;
    });
    const type = kind === "sale" ? "CU" : "SU";
    return `<obSubledger><sbType>${type}</sbType>${totals(items.map((item) => item.amount))}\n${rows.join("\n")}\n</obSubledger>`;
  });
  const rest = isFour ? "" : `<obSubledgers>\n${subledgers.join("\n")}\n</obSubledgers>\n`;
  return `<openingBalance>${head}${totals(balance.map(([, amount]) => amount))}\n${lines.join("\n")}\n${rest}</openingBalance>`;
}

function transactionsText(transactions: readonly Transaction[], options: XafOptions): string {
  const amounts = transactions.flatMap(({ lines }) => lines.map((line) => line.amount));
  const parts = journals.map(([code, description, type, offset]) => {
    const own = transactions.filter((transaction) => transaction.journal === code);
    const rows = own.map((transaction) => transactionText(transaction, options));
    return `<journal><jrnID>${code}</jrnID><desc>${description}</desc><jrnTp>${type}</jrnTp>${element("offsetAccID", offset)}\n${rows.join("\n")}\n</journal>`;
  });
  const subledgers = options.version === "4.0" ? "" : `\n${subledgersText(transactions)}`;
  return `<transactions>${totals(amounts)}\n${parts.join("\n")}${subledgers}\n</transactions>`;
}

function transactionText(transaction: Transaction, options: XafOptions): string {
  const { number, day, description, lines } = transaction;
  const rows = lines.map((line, index) => lineText(transaction, line, index + 1, options));
  return `<transaction>${element("nr", number)}${element("desc", description)}<periodNumber>${monthNumber(monthOfDay(day))}</periodNumber><trDt>${isoDate(day)}</trDt>\n${rows.join("\n")}\n</transaction>`;
}

function lineText(
  { number, day, description, journal }: Transaction,
  line: LedgerLine,
  nr: number,
  { version, relationOnRevenue }: XafOptions,
): string {
  const isFour = version === "4.0";
  const named = line.open !== undefined || journal !== "VRK" || relationOnRevenue;
  const subject = line.description === description ? undefined : line.description;
  const relation = named
    ? element("custSupID", line.relation) + element("invRef", line.invoice)
    : "";
  const item = element(isFour ? "product" : "prodID", line.item);
  const project = element(isFour ? "project" : "projID", line.project);
  const tax =
    line.vat === undefined || !relationOnRevenue
      ? ""
      : `<vat><vatID>${line.vat.code}</vatID><vatPerc>21</vatPerc><vatAmnt>${decimal(line.vat.amount < 0n ? -line.vat.amount : line.vat.amount)}</vatAmnt><vatAmntTp>${line.vat.amount < 0n ? "C" : "D"}</vatAmntTp></vat>`;
  return `<trLine><nr>${nr}</nr><accID>${line.account}</accID><docRef>${number}</docRef><effDate>${isoDate(day)}</effDate>${element("desc", subject)}${side(line.amount)}${relation}${item}${project}${tax}</trLine>`;
}

/** The debtors' subledger: when each invoice is due, and what was paid on it. */
function subledgersText(transactions: readonly Transaction[]): string {
  const mutations = { invoice: "I", payment: "P", other: "Z" } as const;
  const rows: string[] = [];
  const amounts: Cents[] = [];
  for (const { journal, number, lines } of transactions) {
    for (const [index, line] of lines.entries()) {
      const { open } = line;
      if (open?.side !== "sale") continue;
      amounts.push(line.amount);
      const invoiced =
        open.mutation === "invoice"
          ? `<invTp>${line.amount < 0n ? "C" : "D"}</invTp><invDt>${isoDate(open.invoiceDay)}</invDt><invDueDt>${isoDate(open.dueDay)}</invDueDt>`
          : "";
      rows.push(
        `<sbLine><nr>${rows.length + 1}</nr><jrnID>${journal}</jrnID><trNr>${number}</trNr><trLineNr>${index + 1}</trLineNr>${side(line.amount)}${element("custSupID", line.relation)}${element("invRef", line.invoice)}<invPurSalTp>S</invPurSalTp>${invoiced}<mutTp>${mutations[open.mutation]}</mutTp></sbLine>`,
      );
    }
  }
  return `<subledgers>\n<subledger><sbType>CU</sbType>${totals(amounts)}\n${rows.join("\n")}\n</subledger>\n</subledgers>`;
}
