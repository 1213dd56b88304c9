import { parseCalendarDate, parseCompactDate } from "../date/calendar-date.ts";
import { minorUnitExponent } from "../money/currency.ts";
import type { Problem } from "../problem.ts";
import { type ProblemList, problemList } from "../problem-list.ts";
import type { InvoiceRecord } from "../record.ts";
import { amountReader } from "./amount-reader.ts";
import { checkTotals } from "./check-totals.ts";
import { fieldNames } from "./field-names.ts";
import type { DateField, InvoiceDraft } from "./invoice-draft.ts";
import { readAmounts } from "./read-amounts.ts";
import { longestIdentifier, missing, refuser, tooLong } from "./report.ts";
import { isProforma, kindOfTypeCode } from "./type-code.ts";

/**
 * Checks what an invoice says and turns it into a record: amounts in minor units with the sign of their
 * effect on revenue. Document-level discounts and charges become lines of their own, so that the lines
 * of a record always add up to its `net`. No record when anything is refused.
 */
export function settleInvoice(
  draft: InvoiceDraft,
  today: string,
): { readonly record?: InvoiceRecord; readonly problems: readonly Problem[] } {
  const problems = problemList();
  const names = fieldNames(draft.format);
  const refuse = refuser(problems);
  for (const field of draft.repeated) refuse("DUPLICATE_ELEMENT", field);
  for (const line of draft.lines) {
    for (const field of line.repeated) refuse("DUPLICATE_ELEMENT", field);
  }
  const number = readNumber(draft, problems);
  const currency = readCurrency(draft, problems);
  const type = readType(draft, problems);
  const issueDate = readIssueDate(draft, today, problems);
  const dueDate = readDate(draft.dueDate, problems);
  const amounts = amountReader(currency, problems);
  const written = readAmounts(draft, amounts, problems);
  checkParties(draft, problems);
  const complete =
    number !== undefined &&
    currency !== undefined &&
    type !== undefined &&
    issueDate !== undefined &&
    written !== undefined;
  if (complete && !problems.refused) {
    checkTotals({ ...written.totals, line: draft.line, currency }, names, problems);
  }
  if (!complete || problems.refused) return { problems: problems.toArray() };
  if (type === "credit-note" && written.totals.net < 0n) {
    problems.add({
      code: "CREDIT_NOTE_NEGATIVE",
      severity: "flag",
      place: { line: draft.line },
      field: draft.totals.net?.name ?? "",
      found: draft.totals.net?.text ?? "",
    });
  }
  const signed = (amount: bigint): bigint => (type === "credit-note" ? -amount : amount);
  const { gross, payable } = written.totals;
  const record: InvoiceRecord = {
    kind: "invoice",
    line: draft.line,
    number,
    type,
    issueDate,
    ...(dueDate !== undefined && { dueDate }),
    currency,
    net: signed(written.totals.net),
    ...(gross !== undefined && { gross: signed(gross) }),
    ...(payable !== undefined && { payable: signed(payable) }),
    ...(draft.seller && { seller: draft.seller }),
    buyer: draft.buyer ?? {},
    ...(draft.precedingInvoices.length > 0 && { precedingInvoices: draft.precedingInvoices }),
    ...(draft.project !== undefined && { project: draft.project }),
    lines: written.lines.map((line) => ({ ...line, net: signed(line.net) })),
  };
  return { record, problems: problems.toArray() };
}

function readNumber(draft: InvoiceDraft, problems: ProblemList): string | undefined {
  const { number } = draft;
  if (number === undefined || number.text === "") {
    return missing("BR-02", number?.line ?? draft.line, fieldNames(draft.format).number, problems);
  }
  if (number.text.length > longestIdentifier) {
    tooLong(number.line, number.name, number.text, problems);
    return undefined;
  }
  return number.text;
}

function readCurrency(draft: InvoiceDraft, problems: ProblemList): string | undefined {
  const { currency } = draft;
  if (currency === undefined)
    return missing("BR-CL-04", draft.line, fieldNames(draft.format).currency, problems);
  if (minorUnitExponent(currency.text) !== undefined) return currency.text;
  refuser(problems)("BR-CL-04", currency);
  return undefined;
}

// UBL says by its root what it is, and its code must agree; CII says it by the code alone.
function readType(draft: InvoiceDraft, problems: ProblemList): InvoiceRecord["type"] | undefined {
  const { typeCode, format } = draft;
  const byRoot =
    format === "ubl-invoice" ? "invoice" : format === "ubl-credit-note" ? "credit-note" : undefined;
  if (typeCode === undefined) {
    return byRoot ?? missing("BR-CL-01", draft.line, fieldNames(format).typeCode, problems);
  }
  const kind = kindOfTypeCode(typeCode.text);
  const known = kind !== undefined && (byRoot === undefined || byRoot === kind);
  if (!known) {
    const expected = byRoot === "credit-note" ? "381" : byRoot === "invoice" ? "380" : "380, 381";
    refuser(problems)("BR-CL-01", typeCode, expected);
    return undefined;
  }
  if (isProforma(typeCode.text)) {
    problems.add({
      code: "PROFORMA_INVOICE",
      severity: "flag",
      place: { line: typeCode.line },
      field: typeCode.name,
      found: typeCode.text,
    });
  }
  return kind;
}

function readIssueDate(
  draft: InvoiceDraft,
  today: string,
  problems: ProblemList,
): string | undefined {
  if (draft.issueDate === undefined) {
    return missing("DATE_FORMAT", draft.line, fieldNames(draft.format).issueDate, problems);
  }
  const date = readDate(draft.issueDate, problems);
  if (date !== undefined && date > today) {
    problems.add({
      code: "DATE_FUTURE",
      severity: "flag",
      place: { line: draft.issueDate.line },
      field: draft.issueDate.name,
      found: draft.issueDate.text,
      expected: today,
    });
  }
  return date;
}

function readDate(field: DateField | undefined, problems: ProblemList): string | undefined {
  if (field === undefined) return undefined;
  const format = field.attributes.get("format") ?? "102";
  const date =
    field.form === "extended"
      ? parseCalendarDate(field.text)
      : format === "102"
        ? parseCompactDate(field.text)
        : undefined;
  if (date === undefined) refuser(problems)("DATE_FORMAT", field);
  return date;
}

// EN 16931 BR-07. Revenue of nobody could be given to no customer and would be lost from every sum.
function checkParties(draft: InvoiceDraft, problems: ProblemList): void {
  const { buyer } = draft;
  const known = buyer?.name ?? buyer?.kvk ?? buyer?.oin ?? buyer?.vatId ?? buyer?.externalId;
  if (known !== undefined) return;
  problems.add({
    code: "REQUIRED",
    severity: "refuse",
    place: { line: draft.line },
    field: fieldNames(draft.format).buyer,
  });
}
