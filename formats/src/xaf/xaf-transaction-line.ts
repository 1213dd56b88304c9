import type { TransactionLine } from "../record.ts";
import type { Writable } from "../writable.ts";
import { isBookable, parseXafAmount } from "./xaf-amount.ts";
import type { XafContext } from "./xaf-context.ts";
import type { createControl } from "./xaf-control.ts";
import { amountExample } from "./xaf-field.ts";

type Control = ReturnType<typeof createControl>;

/** Reads the line that just closed; undefined, and reported, when something essential cannot be read. */
export function readTransactionLine(
  context: XafContext,
  control: Control,
): TransactionLine | undefined {
  const { plans, fields, accounts, relations } = context;
  const section = plans.trLine;
  const { values, slots } = section;
  const number = fields.identifier(section, "nr");
  const account = fields.identifier(section, "accID");
  const amount = signedAmount(context, control);
  if (amount === undefined) control.addUnreadable();
  if (account !== undefined) accounts.use(account, section.line, section.column);
  const relation = fields.reference(section, "custSupID");
  if (relation !== undefined) relations.use(relation, section.line, section.column);
  const date = lineDate(context);
  if (number === undefined || account === undefined || amount === undefined) return undefined;
  if (date === unreadable) return undefined;

  const line: Writable<TransactionLine> = { line: section.line, number, account, amount };
  if (date !== undefined) line.date = date;
  if (relation !== undefined) line.relation = relation;
  const description = fields.text(section, "desc");
  const documentReference = fields.reference(section, "docRef")?.trim();
  const invoiceReference = fields.reference(section, "invRef")?.trim();
  if (description !== undefined) line.description = description;
  if (documentReference !== undefined) line.documentReference = documentReference;
  if (invoiceReference !== undefined) line.invoiceReference = invoiceReference;
  if (values[slots.projID] !== undefined) {
    const project = fields.reference(section, "projID");
    if (project !== undefined) line.project = project;
  }
  if (values[slots.costID] !== undefined) {
    const costCentre = fields.reference(section, "costID");
    if (costCentre !== undefined) line.costCentre = costCentre;
  }
  if (values[slots.prodID] !== undefined) {
    const product = fields.reference(section, "prodID");
    if (product !== undefined) line.product = product;
  }
  if (values[slots.qntity] !== undefined) {
    const quantity = fields.text(section, "qntity");
    if (quantity !== undefined) line.quantity = quantity;
  }
  if (values[slots.matchKeyID] !== undefined) {
    const matchKey = fields.reference(section, "matchKeyID");
    if (matchKey !== undefined) line.matchKey = matchKey;
  }
  return line;
}

/** Debit positive, credit negative; also counted for the control totals. */
function signedAmount({ plans, fields }: XafContext, control: Control): bigint | undefined {
  const section = plans.trLine;
  const { values, slots } = section;
  if (values[slots.debitAmount] !== undefined || values[slots.creditAmount] !== undefined) {
    if (values[slots.amnt] === undefined) return twoSidedAmount();
    // Both ways of writing an amount in one line: nobody knows which is meant.
    fields.complain("UNEXPECTED_ELEMENT", section, "amnt");
    return undefined;
  }
  const amount = fields.amount(section, "amnt");
  const isDebit = fields.isDebit(section);
  if (amount === undefined || isDebit === undefined) return undefined;
  if (isDebit) control.addDebit(amount);
  else control.addCredit(amount);
  return isDebit ? amount : -amount;

  /** XAF 2 writes two amounts, of which one is zero, empty or left out. */
  function twoSidedAmount(): bigint | undefined {
    const debit = oneSide("debitAmount");
    const credit = oneSide("creditAmount");
    if (debit === "absent" && credit === "absent") {
      fields.complain("AMOUNT_FORMAT", section, "debitAmount", "refuse", amountExample);
      return undefined;
    }
    if (debit === undefined || credit === undefined) return undefined;
    const debitAmount = debit === "absent" ? 0n : debit;
    const creditAmount = credit === "absent" ? 0n : credit;
    control.addDebit(debitAmount);
    control.addCredit(creditAmount);
    return debitAmount - creditAmount;
  }

  function oneSide(field: "debitAmount" | "creditAmount"): bigint | "absent" | undefined {
    const written = fields.raw(section, field);
    if (written === undefined) return "absent";
    const amount = parseXafAmount(written);
    if (amount !== undefined && isBookable(amount)) return amount;
    fields.complain("AMOUNT_FORMAT", section, field, "refuse", amountExample);
    return undefined;
  }
}

const unreadable = Symbol("unreadable");

/**
 * The date of the line, where it has one of its own. AFAS Profit fills in something unusable for
 * opening entries (period 0); there the date of the transaction counts.
 */
function lineDate({ plans, fields, administration }: XafContext) {
  const { trLine, transaction } = plans;
  if (fields.raw(trLine, "effDate") === undefined) return undefined;
  const isOpening = /^0+$/.test(fields.text(transaction, "periodNumber") ?? "");
  if (isOpening && /\bprofit\b/i.test(administration.software ?? "")) return undefined;
  return fields.date(trLine, "effDate") ?? unreadable;
}
