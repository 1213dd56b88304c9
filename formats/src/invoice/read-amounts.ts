import type { ProblemList } from "../problem-list.ts";
import type { InvoiceLine } from "../record.ts";
import type { AmountReader } from "./amount-reader.ts";
import type { Totals } from "./check-totals.ts";
import { type FieldNames, fieldNames } from "./field-names.ts";
import type { InvoiceDraft, LineDraft } from "./invoice-draft.ts";
import { longestIdentifier, missing, tooLong } from "./report.ts";

/** The amounts of a document in minor units, signs as written. */
export type WrittenAmounts = {
  readonly totals: Omit<Totals, "line" | "currency">;
  readonly lines: readonly InvoiceLine[];
};

/** Reads all amounts; `undefined` when there is no net to speak of. What is wrong is reported. */
export function readAmounts(
  draft: InvoiceDraft,
  amounts: AmountReader,
  problems: ProblemList,
): WrittenAmounts | undefined {
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
