import { parseCalendarDate, parseDateOfTime } from "../date/calendar-date.ts";
import {
  childrenOf,
  type Element,
  find,
  findAll,
  isTrueAt,
  textAt,
  textOf,
} from "../element/element.ts";
import { minorUnitExponent } from "../money/currency.ts";
import { formatMinor, parseDecimal } from "../money/decimal.ts";
import type { ProblemCode } from "../problem-code.ts";
import type { ProblemList } from "../problem-list.ts";
import type { PaymentRecord } from "../record.ts";

/** An amount with its currency; received positive, paid negative. */
export type Money = { readonly amount: bigint; readonly currency: string };

/** One entry of a statement: what it did to the account, and the payments it is made of. */
export type Entry = Money & {
  readonly booked: boolean;
  readonly payments: readonly PaymentRecord[];
};

/** Reads an `Ntry`; `undefined` when something in it was refused. */
export function readEntry(entry: Element, problems: ProblemList): Entry | undefined {
  const money = readSignedAmount(entry, problems);
  const date = readBookingDate(entry, problems);
  if (money === undefined || date === undefined) return undefined;
  // Version 8 writes the status one level deeper.
  const status = textAt(entry, "Sts/Cd") ?? textAt(entry, "Sts") ?? "BOOK";
  const booked = status === "BOOK";
  if (!booked) return { ...money, booked, payments: [] };
  return { ...money, booked, payments: paymentsOf(entry, money, date, problems) };
}

/** The `Amt` of an entry or a balance with the sign of its `CdtDbtInd`. */
export function readSignedAmount(element: Element, problems: ProblemList): Money | undefined {
  const written = find(element, "Amt");
  const side = textAt(element, "CdtDbtInd");
  if (side !== "CRDT" && side !== "DBIT") {
    refuse("AMNT_TP", element, "CdtDbtInd", side, problems);
    return undefined;
  }
  if (written === undefined) {
    refuse("REQUIRED", element, "Amt", undefined, problems);
    return undefined;
  }
  const money = readAmount(written, problems);
  return money && { ...money, amount: side === "CRDT" ? money.amount : -money.amount };
}

// Amounts have no sign of their own here; a minus is a mistake that would turn money around.
function readAmount(written: Element, problems: ProblemList): Money | undefined {
  const currency = written.attributes.get("Ccy") ?? "";
  const exponent = minorUnitExponent(currency);
  if (exponent === undefined) {
    refuse("BR-CL-04", written, "Ccy", currency, problems);
    return undefined;
  }
  const amount = parseDecimal(written.text, exponent);
  if (amount === undefined || amount < 0n) {
    problems.add({
      code: "AMOUNT_FORMAT",
      severity: "refuse",
      place: { line: written.line },
      field: "Amt",
      found: written.text.trim(),
      expected: formatMinor(123456n, exponent),
    });
    return undefined;
  }
  return { amount, currency };
}

function refuse(
  code: ProblemCode,
  element: Element,
  field: string,
  found: string | undefined,
  problems: ProblemList,
): void {
  problems.add({
    code,
    severity: "refuse",
    place: { line: element.line },
    field,
    ...(found !== undefined && { found }),
  });
}

function readBookingDate(entry: Element, problems: ProblemList): string | undefined {
  for (const name of ["BookgDt", "ValDt"]) {
    const day = textAt(entry, `${name}/Dt`);
    const time = textAt(entry, `${name}/DtTm`);
    const written = day ?? time;
    if (written === undefined) continue;
    const date = day !== undefined ? parseCalendarDate(day) : parseDateOfTime(written);
    if (date === undefined) refuse("DATE_FORMAT", entry, name, written, problems);
    return date;
  }
  refuse("DATE_FORMAT", entry, "BookgDt", "", problems);
  return undefined;
}

// A batch is taken apart when its parts say their amounts and add up to it; otherwise it stays one
// payment, for the account moved by that one amount.
function paymentsOf(
  entry: Element,
  money: Money,
  date: string,
  problems: ProblemList,
): readonly PaymentRecord[] {
  const details = findAll(entry, "NtryDtls/TxDtls");
  const reversed = isTrueAt(entry, "RvslInd");
  const whole = { kind: "payment", date, ...money } as const;
  if (details.length < 2) {
    return [{ ...whole, line: entry.line, ...describe(entry, details, money, reversed) }];
  }
  const parts = details.flatMap((detail) => {
    const part = partAmount(detail, money);
    return part === undefined ? [] : { detail, amount: part };
  });
  const sum = parts.reduce((total, part) => total + part.amount, 0n);
  if (parts.length === details.length && sum === money.amount) {
    return parts.map(({ detail, amount }) => ({
      ...whole,
      amount,
      line: detail.line,
      ...describe(entry, [detail], { ...money, amount }, reversed),
    }));
  }
  const exponent = minorUnitExponent(money.currency) ?? 2;
  problems.add({
    code: "BATCH_NOT_SPLIT",
    severity: "note",
    place: { line: entry.line },
    field: "TxDtls",
    found: formatMinor(sum, exponent),
    expected: formatMinor(money.amount, exponent),
  });
  return [{ ...whole, line: entry.line, ...describe(entry, details, money, reversed) }];
}

function partAmount(detail: Element, entry: Money): bigint | undefined {
  const candidates = [
    find(detail, "Amt"),
    find(detail, "AmtDtls/TxAmt/Amt"),
    find(detail, "AmtDtls/InstdAmt/Amt"),
  ];
  const written = candidates.find((one) => one?.attributes.get("Ccy") === entry.currency);
  const exponent = minorUnitExponent(entry.currency);
  if (written === undefined || exponent === undefined) return undefined;
  const amount = parseDecimal(written.text, exponent);
  if (amount === undefined || amount < 0n) return undefined;
  const side = textAt(detail, "CdtDbtInd");
  const received = side === undefined ? entry.amount >= 0n : side === "CRDT";
  return received ? amount : -amount;
}

type Description = Pick<
  PaymentRecord,
  "counterparty" | "counterpartyIban" | "remittance" | "endToEndId"
>;

function describe(
  entry: Element,
  details: readonly Element[],
  money: Money,
  reversed: boolean,
): Description {
  const only = details.length === 1 ? details[0] : undefined;
  // Money that came in came from the debtor; when a payment of ours is turned back, from the creditor.
  const other = money.amount >= 0n !== reversed ? "Dbtr" : "Cdtr";
  const parties = find(only, "RltdPties");
  const party = find(parties, other);
  const ultimate = find(parties, `Ultmt${other}`);
  const counterparty =
    textAt(party, "Nm") ??
    textAt(party, "Pty/Nm") ??
    textAt(ultimate, "Nm") ??
    textAt(ultimate, "Pty/Nm");
  const account = find(parties, `${other}Acct/Id`);
  const counterpartyIban = textAt(account, "IBAN") ?? textAt(account, "Othr/Id");
  const remittance = remittanceOf(entry, details);
  const reference = textAt(only, "Refs/EndToEndId");
  const endToEndId = reference === "NOTPROVIDED" ? undefined : reference;
  return {
    ...(counterparty !== undefined && { counterparty }),
    ...(counterpartyIban !== undefined && { counterpartyIban }),
    ...(remittance !== "" && { remittance }),
    ...(endToEndId !== undefined && { endToEndId }),
  };
}

// Invoice numbers stand in the free text, in the creditor's reference or among the referred documents.
function remittanceOf(entry: Element, details: readonly Element[]): string {
  const texts = details.flatMap((detail) =>
    childrenOf(detail, "RmtInf").flatMap((information) =>
      ["Ustrd", "Strd/CdtrRefInf/Ref", "Strd/RfrdDocInf/Nb", "Strd/AddtlRmtInf"].flatMap((path) =>
        findAll(information, path).flatMap((one) => textOf(one) ?? []),
      ),
    ),
  );
  if (texts.length > 0) return texts.join(" ");
  return (
    details.flatMap((detail) => textAt(detail, "AddtlTxInf") ?? []).join(" ") ||
    (textAt(entry, "AddtlNtryInf") ?? "")
  );
}
