import { currencyOf } from "../currency-text.ts";
import type { PlannedColumn, VatTreatment } from "../plan.ts";
import type { ProblemList } from "../problem-list.ts";
import type { RowValues } from "../row-values.ts";
import type { Totals } from "../totals.ts";

/** One row with everything that makes a record of it, by the names of fields. */
export type RowContext = {
  readonly line: number;
  /** True when the field has a column in this file. */
  has(field: string): boolean;
  text(field: string): string | undefined;
  date(field: string): string | undefined;
  decimal(field: string): string | undefined;
  seconds(field: string): number | undefined;
  boolean(field: string): boolean | undefined;
  /** Minor units of the row's currency, added to the totals. */
  amount(field: string): bigint | undefined;
  /** The row's currency: its own column, the header or sign of an amount, else the default. */
  currency(): string;
  /** The currency where the file says it, undefined where only the default is left. */
  saidCurrency(): string | undefined;
  traits(): Readonly<Record<string, string>> | undefined;
  /** Reports an empty cell in which something must stand. */
  required(...fields: readonly string[]): undefined;
  readonly vat: VatTreatment | undefined;
};

export type ContextOptions = {
  readonly columns: readonly PlannedColumn[];
  readonly traits: readonly PlannedColumn[];
  readonly values: RowValues;
  readonly problems: ProblemList;
  readonly totals: Totals;
  readonly defaultCurrency: string;
  readonly vat: VatTreatment | undefined;
  readonly today: string;
};

/** Makes the context of a table; `at` moves it to a row that `values` was started on. */
export function rowContext(options: ContextOptions): RowContext & { at(line: number): void } {
  const { values, problems, totals, vat } = options;
  const byField = new Map(options.columns.map((column) => [column.field, column]));
  const amountColumns = options.columns.filter((column) => column.kind === "amount");
  const fromHeader = amountColumns.find((column) => column.currency !== undefined)?.currency;
  let line = 0;
  let currency: { readonly said: string | undefined } | undefined;

  function saidCurrency(): string | undefined {
    if (currency) return currency.said;
    const column = byField.get("currency");
    const text = values.text(column);
    let said = currencyOf(text);
    if (text !== undefined && said === undefined)
      problems.add({
        code: "CURRENCY_UNKNOWN",
        severity: "refuse",
        place: values.place(column),
        field: column?.label ?? "currency",
        found: text,
      });
    said ??= fromHeader;
    for (const amount of said === undefined ? amountColumns : [])
      said ??= values.currencyIn(amount);
    currency = { said };
    return said;
  }

  const rowCurrency = () => saidCurrency() ?? options.defaultCurrency;

  function date(field: string): string | undefined {
    const column = byField.get(field);
    const found = values.date(column);
    const past = field === "issueDate" || field === "date" || field === "invoiceDate";
    if (found !== undefined && past && found > options.today)
      problems.add({
        code: "DATE_FUTURE",
        severity: "flag",
        place: values.place(column),
        field: column?.label ?? field,
        found,
      });
    return found;
  }

  function trait(column: PlannedColumn): string | undefined {
    if (column.kind === "date") return values.date(column);
    if (column.kind !== "quantity") return values.text(column);
    const decimal = values.decimal(column);
    if (decimal !== undefined) totals.decimal(column.label, decimal);
    return decimal;
  }

  return {
    get line() {
      return line;
    },
    at(next) {
      line = next;
      currency = undefined;
    },
    has: (field) => byField.has(field),
    text: (field) => values.text(byField.get(field)),
    date,
    decimal: (field) => values.decimal(byField.get(field)),
    seconds(field) {
      const found = values.seconds(byField.get(field));
      if (found !== undefined) totals.seconds(found);
      return found;
    },
    boolean: (field) => values.boolean(byField.get(field)),
    amount(field) {
      const column = byField.get(field);
      if (column === undefined) return undefined;
      const own = rowCurrency();
      const found = values.amount(column, own);
      if (found !== undefined) totals.amount(column.label, own, found);
      return found;
    },
    currency: rowCurrency,
    saidCurrency,
    traits() {
      const found = options.traits.flatMap((column) => {
        const value = trait(column);
        return value === undefined ? [] : [[column.label, value] as const];
      });
      return found.length > 0 ? Object.fromEntries(found) : undefined;
    },
    required(...fields) {
      const columns = fields.map((field) => byField.get(field)).filter((one) => one !== undefined);
      if (columns.some((one) => !values.isBlank(one))) return undefined;
      const [column] = columns;
      problems.add({
        code: "REQUIRED",
        severity: "refuse",
        place: values.place(column),
        field: column?.label ?? fields[0] ?? "",
      });
      return undefined;
    },
    vat,
  };
}
