import type { Field } from "../element/element.ts";
import { minorUnitExponent } from "../money/currency.ts";
import { isDecimal, parseDecimal } from "../money/decimal.ts";
import type { ProblemList } from "../problem-list.ts";

/** Reads the amounts of one document, all in its currency; what cannot be read is reported and absent. */
export type AmountReader = {
  amount(field: Field | undefined): bigint | undefined;
  /** A number that may be finer than a cent (a price, a quantity), as written. */
  number(field: Field | undefined, code: "AMOUNT_FORMAT" | "NUMBER_FORMAT"): string | undefined;
};

/**
 * @param currency of the document; amounts that name another are refused, for one sum has one currency
 */
export function amountReader(currency: string | undefined, problems: ProblemList): AmountReader {
  const exponent = minorUnitExponent(currency ?? "") ?? 2;

  function refuse(field: Field, code: "AMOUNT_FORMAT" | "NUMBER_FORMAT"): undefined {
    problems.add({
      code,
      severity: "refuse",
      place: { line: field.line },
      field: field.name,
      found: field.text,
      expected:
        exponent === 0 || code === "NUMBER_FORMAT"
          ? "1234"
          : `1234.${"50".padEnd(exponent, "0").slice(0, exponent)}`,
    });
  }

  function checkCurrency(field: Field): void {
    const written = field.attributes.get("currencyID");
    if (written === undefined || written === currency) return;
    const known = minorUnitExponent(written) !== undefined;
    problems.add({
      code: known ? "CURRENCY_MISMATCH" : "BR-CL-03",
      severity: "refuse",
      place: { line: field.line },
      field: field.name,
      found: written,
      ...(currency !== undefined && { expected: currency }),
    });
  }

  return {
    amount(field) {
      if (field === undefined) return undefined;
      if (currency !== undefined) checkCurrency(field);
      return parseDecimal(field.text, exponent) ?? refuse(field, "AMOUNT_FORMAT");
    },
    number(field, code) {
      if (field === undefined) return undefined;
      return isDecimal(field.text) ? field.text : refuse(field, code);
    },
  };
}
