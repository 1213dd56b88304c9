import { parseCalendarDate, parseCompactDate } from "../date/calendar-date.ts";
import type { Field } from "../element/element.ts";
import { minorUnitExponent } from "../money/currency.ts";
import type { Problem } from "../problem.ts";
import type { ProblemCode } from "../problem-code.ts";
import { type ProblemList, problemList } from "../problem-list.ts";
import type { InvoiceLine, InvoiceRecord } from "../record.ts";
import { type AmountReader, amountReader } from "./amount-reader.ts";
import { checkTotals } from "./check-totals.ts";
import { type FieldNames, fieldNames } from "./field-names.ts";
import type { DateField, InvoiceDraft, LineDraft } from "./invoice-draft.ts";
import { isProforma, kindOfTypeCode } from "./type-code.ts";

const longestIdentifier = 256;

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

type Refuse = (code: ProblemCode, field: Field, expected?: string) => void;

function refuser(problems: ProblemList): Refuse {
  return (code, field, expected) =>
    problems.add({
      code,
      severity: "refuse",
      place: { line: field.line },
      field: field.name,
      found: field.text,
      ...(expected !== undefined && { expected }),
    });
}

function missing(code: ProblemCode, line: number, field: string, problems: ProblemList): undefined {
  problems.add({ code, severity: "refuse", place: { line }, field });
}

function tooLong(line: number, field: string, text: string, problems: ProblemList): void {
  problems.add({
    code: "FIELD_TOO_LONG",
    severity: "refuse",
    place: { line },
    field,
    found: String(text.length),
    expected: String(longestIdentifier),
  });
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

// Who was invoiced may be unknown; then the revenue has no customer, and a person decides.
function checkParties(draft: InvoiceDraft, problems: ProblemList): void {
  const { buyer } = draft;
  const known = buyer?.name ?? buyer?.kvk ?? buyer?.oin ?? buyer?.vatId ?? buyer?.externalId;
  if (known !== undefined) return;
  problems.add({
    code: "REQUIRED",
    severity: "flag",
    place: { line: draft.line },
    field: fieldNames(draft.format).buyer,
  });
}

type Written = {
  readonly totals: Omit<Parameters<typeof checkTotals>[0], "line" | "currency">;
  readonly lines: readonly InvoiceLine[];
};

function readAmounts(
  draft: InvoiceDraft,
  amounts: AmountReader,
  problems: ProblemList,
): Written | undefined {
  const { totals } = draft;
  const names = fieldNames(draft.format);
  const lines = draft.lines.flatMap((line) => readLine(line, names, amounts, problems) ?? []);
  const adjustments = draft.allowances.flatMap((allowance) => {
    const amount = amounts.amount(allowance.amount);
    if (allowance.amount === undefined)
      missing("REQUIRED", allowance.line, names.allowanceAmount, problems);
    return amount === undefined ? [] : { ...allowance, amount };
  });
  const [allowances, charges] = [false, true].map((charge) =>
    adjustments.filter((one) => one.charge === charge).map((one) => one.amount),
  );
  // The same tax in the currency of the books stands beside it, and is never added.
  const currency = draft.currency?.text;
  const taxes = draft.taxes.filter(
    (tax) => (tax.total.attributes.get("currencyID") ?? currency) === currency,
  );
  const taxTotals = taxes.flatMap((tax) => amounts.amount(tax.total) ?? []);
  const categories = taxes.flatMap((tax) => tax.categories);
  const categoryAmounts = categories.flatMap((category) => amounts.amount(category) ?? []);
  const short = isWithoutLines(draft.guideline);
  if (draft.lines.length === 0) {
    const severity = short ? "note" : "refuse";
    problems.add({ code: "BR-16", severity, place: { line: draft.line }, field: names.line });
  }
  const net = required("net");
  const gross = required("gross");
  const payable = required("payable");
  const lineTotal = totals.lines || !short ? required("lines") : undefined;
  if (net === undefined) return undefined;

  function required(name: "net" | "gross" | "payable" | "lines"): bigint | undefined {
    if (totals[name] === undefined) missing("REQUIRED", draft.line, names[name], problems);
    return amounts.amount(totals[name]);
  }

  function optional(name: "allowances" | "charges" | "prepaid" | "rounding") {
    const amount = amounts.amount(totals[name]);
    return amount === undefined ? {} : { [name]: amount };
  }

  const places: Record<string, number> = {};
  for (const [name, field] of Object.entries(totals)) places[name] = field.line;
  if (taxes[0] !== undefined) places["tax"] = taxes[0].total.line;

  return {
    totals: {
      places,
      ...(draft.lines.length > 0 && { lineAmounts: lines.map((line) => line.net) }),
      ...(lineTotal !== undefined && { lines: lineTotal }),
      allowanceAmounts: allowances ?? [],
      chargeAmounts: charges ?? [],
      ...optional("allowances"),
      ...optional("charges"),
      net,
      ...(categories.length > 0 && { taxCategories: categoryAmounts }),
      ...(taxTotals.length > 0 && { tax: taxTotals.reduce((sum, one) => sum + one, 0n) }),
      ...(gross !== undefined && { gross }),
      ...optional("prepaid"),
      ...optional("rounding"),
      ...(payable !== undefined && { payable }),
    },
    lines: [
      ...lines,
      ...adjustments.map(({ line, charge, amount, reason }) => ({
        line,
        ...(reason !== undefined && { description: reason }),
        net: charge ? amount : -amount,
        ...(!charge && { discount: amount }),
      })),
    ],
  };
}

// The profiles MINIMUM and BASIC WL of Factur-X have totals only.
function isWithoutLines(guideline: string | undefined): boolean {
  return guideline !== undefined && /:(?:minimum|basicwl)$/i.test(guideline);
}

function readLine(
  line: LineDraft,
  names: FieldNames,
  amounts: AmountReader,
  problems: ProblemList,
): InvoiceLine | undefined {
  const net = amounts.amount(line.net);
  if (line.net === undefined) missing("REQUIRED", line.line, names.lineAmount, problems);
  const quantity = amounts.number(line.quantity, "NUMBER_FORMAT");
  const unit = line.quantity?.attributes.get("unitCode");
  const unitPrice = amounts.number(line.unitPrice, "AMOUNT_FORMAT");
  const discounts = line.discounts.flatMap((field) => amounts.amount(field) ?? []);
  if (line.number !== undefined && line.number.length > longestIdentifier) {
    tooLong(line.line, `${names.line}/ID`, line.number, problems);
  }
  if (net === undefined) return undefined;
  return {
    line: line.line,
    ...(line.number !== undefined && { number: line.number }),
    ...(line.description !== undefined && { description: line.description }),
    ...(line.item !== undefined && { item: line.item }),
    net,
    ...(quantity !== undefined && { quantity }),
    ...(unit !== undefined && { unit }),
    ...(unitPrice !== undefined && { unitPrice }),
    ...(discounts.length > 0 && { discount: discounts.reduce((sum, one) => sum + one, 0n) }),
    ...(line.project !== undefined && { project: line.project }),
  };
}
