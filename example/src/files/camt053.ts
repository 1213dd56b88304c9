import { balanceBefore } from "../balance.ts";
import { type Day, firstDay, formatMonth, isoDate, lastDay, type Month } from "../calendar.ts";
import type { Firm, Transaction } from "../firm.ts";
import { type Cents, decimal } from "../money.ts";
import { element, textBytes } from "./text-bytes.ts";

const bankAccount = "1100";

/** Bank statements (camt.053.001.08), one per month, with every movement that the ledger has. */
export function camt053(firm: Firm, from: Month, to: Month): Uint8Array {
  const parties = new Map(
    [...firm.suppliers, ...firm.customers].map(({ id, name, iban }) => [id, { name, iban }]),
  );
  const statements: string[] = [];
  let balance = balanceBefore(firm, firstDay(from)).get(bankAccount) ?? 0n;
  for (let month = from; month <= to; month++) {
    const movements = firm.transactions.filter(
      ({ journal, day }) => journal === "BNK" && day >= firstDay(month) && day <= lastDay(month),
    );
    const entries: string[] = [];
    let closing = balance;
    for (const movement of movements) {
      const amount = bankAmount(movement);
      closing += amount;
      const relations = new Set(movement.lines.flatMap((line) => line.relation ?? []));
      const [relation] = relations;
      const other =
        relation === undefined || relations.size > 1 ? authority(movement) : parties.get(relation);
      entries.push(entry(movement, amount, other));
    }
    statements.push(
      `<Stmt><Id>${formatMonth(month)}</Id><ElctrncSeqNb>${month - from + 1}</ElctrncSeqNb><CreDtTm>${isoDate(lastDay(month))}T23:00:00</CreDtTm>` +
        `<Acct><Id>${element("IBAN", firm.iban)}</Id><Ccy>EUR</Ccy><Ownr>${element("Nm", firm.name)}</Ownr></Acct>\n` +
        `${balanceText("OPBD", balance, firstDay(month))}${balanceText("CLBD", closing, lastDay(month))}\n` +
        `${entries.join("\n")}\n</Stmt>`,
    );
    balance = closing;
  }
  return textBytes(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>` +
      `<GrpHdr><MsgId>LIJSTERWAL-${formatMonth(to)}</MsgId><CreDtTm>${isoDate(lastDay(to))}T23:00:00</CreDtTm></GrpHdr>\n` +
      `${statements.join("\n")}\n</BkToCstmrStmt></Document>\n`,
  );
}

function bankAmount(transaction: Transaction): Cents {
  return transaction.lines
    .filter((line) => line.account === bankAccount)
    .reduce((total, line) => total + line.amount, 0n);
}

/** The other side of movements without a relation. */
function authority({ description }: Transaction): { name: string; iban?: string } {
  if (/btw|loonheffing/i.test(description)) return { name: "Belastingdienst" };
  if (/pensioen/i.test(description)) return { name: "Pensioenuitvoerder" };
  if (/salaris/i.test(description)) return { name: "Salarissen" };
  if (/betaalbatch/i.test(description)) return { name: "Crediteuren" };
  return { name: "Diversen" };
}

function balanceText(code: string, amount: Cents, day: Day): string {
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimal(amount < 0n ? -amount : amount)}</Amt>` +
    `<CdtDbtInd>${amount < 0n ? "DBIT" : "CRDT"}</CdtDbtInd><Dt><Dt>${isoDate(day)}</Dt></Dt></Bal>`
  );
}

function entry(
  transaction: Transaction,
  amount: Cents,
  other: { name: string; iban?: string } | undefined,
): string {
  const isReceipt = amount >= 0n;
  const absolute = decimal(isReceipt ? amount : -amount);
  const role = isReceipt ? "Dbtr" : "Cdtr";
  const account =
    other?.iban === undefined
      ? ""
      : `<${role}Acct><Id>${element("IBAN", other.iban)}</Id></${role}Acct>`;
  return (
    `<Ntry><NtryRef>${transaction.number}</NtryRef><Amt Ccy="EUR">${absolute}</Amt><CdtDbtInd>${isReceipt ? "CRDT" : "DBIT"}</CdtDbtInd>` +
    `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${isoDate(transaction.day)}</Dt></BookgDt><ValDt><Dt>${isoDate(transaction.day)}</Dt></ValDt>` +
    `<BkTxCd><Prtry><Cd>${isReceipt ? "CRTR" : "DBTR"}</Cd></Prtry></BkTxCd>` +
    `<NtryDtls><TxDtls><Refs><EndToEndId>${transaction.number}</EndToEndId></Refs><Amt Ccy="EUR">${absolute}</Amt><CdtDbtInd>${isReceipt ? "CRDT" : "DBIT"}</CdtDbtInd>` +
    `<RltdPties><${role}><Pty>${element("Nm", other?.name)}</Pty></${role}>${account}</RltdPties>` +
    `<RmtInf>${element("Ustrd", transaction.description)}</RmtInf></TxDtls></NtryDtls></Ntry>`
  );
}
