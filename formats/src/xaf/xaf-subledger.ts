import type { SubledgerRecord } from "../record.ts";
import type { Writable } from "../writable.ts";
import type { XafContext } from "./xaf-context.ts";
import { createControl } from "./xaf-control.ts";
import { readInvoiceType, readMutation, readSide, readSubledgerType } from "./xaf-vocabulary.ts";

/** Reads the debtors' and creditors' subledgers: invoice dates, due dates and payments. */
export function readSubledgers({
  plans,
  problems,
  fields,
  relations,
  controls,
  emit,
}: XafContext): void {
  const { subledger, sbLine } = plans;
  const control = createControl();

  subledger.begin = control.reset;
  subledger.end = () => {
    controls.push(control.close(subledger, problems));
  };

  sbLine.end = () => {
    control.addLine();
    const amount = fields.amount(sbLine, "amnt");
    const isDebit = fields.isDebit(sbLine);
    if (amount === undefined || isDebit === undefined) {
      control.addUnreadable();
      return;
    }
    if (isDebit) control.addDebit(amount);
    else control.addCredit(amount);

    const record: Writable<SubledgerRecord> = {
      kind: "subledger",
      line: sbLine.line,
      subledger: readSubledgerType(fields.text(subledger, "sbType") ?? ""),
      amount: isDebit ? amount : -amount,
    };
    const journal = fields.raw(sbLine, "jrnID");
    const transaction = fields.raw(sbLine, "trNr");
    const transactionLine = fields.raw(sbLine, "trLineNr");
    const relation = fields.raw(sbLine, "custSupID");
    const invoiceReference = fields.text(sbLine, "invRef");
    const side = readSide(fields.text(sbLine, "invPurSalTp") ?? "");
    const invoiceType = readInvoiceType(fields.text(sbLine, "invTp") ?? "");
    const invoiceDate = filledDate("invDt");
    const dueDate = filledDate("invDueDt");
    const mutation = readMutation(fields.text(sbLine, "mutTp") ?? "");
    if (journal !== undefined) record.journal = journal;
    if (transaction !== undefined) record.transaction = transaction;
    if (transactionLine !== undefined) record.transactionLine = transactionLine;
    if (invoiceReference !== undefined) record.invoiceReference = invoiceReference;
    if (side !== undefined) record.side = side;
    if (invoiceType !== undefined) record.invoiceType = invoiceType;
    if (invoiceDate !== undefined) record.invoiceDate = invoiceDate;
    if (dueDate !== undefined) record.dueDate = dueDate;
    if (mutation !== undefined) record.mutation = mutation;
    if (relation !== undefined) {
      record.relation = relation;
      relations.use(relation, sbLine.line, sbLine.column);
    }
    emit(record);
  };

  /** An empty date says nothing; one that cannot be read would make days outstanding wrong. */
  function filledDate(field: "invDt" | "invDueDt"): string | undefined {
    return fields.raw(sbLine, field) === undefined ? undefined : fields.date(sbLine, field);
  }
}
