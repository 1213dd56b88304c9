import type { FactKey, Portfolio } from "@koers/contract";
import { facts } from "@koers/contract";
import { type OutputColumn, writeCsv, writeXlsx } from "@koers/formats";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { getPortfolio } from "./get-portfolio.ts";
import { perCent } from "./per-cent.ts";

export type ExportedFile = {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

const contentTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The portfolio as a table; `header` names a fact in the reader's language. */
export async function exportPortfolio(
  context: Context,
  input: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly format: "csv" | "xlsx";
    readonly language?: "nl" | "en" | undefined;
    readonly facts?: string | undefined;
    readonly ids?: string | undefined;
  },
  header: (fact: FactKey) => string,
): Promise<ExportedFile> {
  const asked = input.facts === undefined ? undefined : chosenFacts(input.facts);
  const portfolio = await getPortfolio(context, input);
  const keys = (asked ?? facts.map((fact) => fact.key)).filter((key) => key !== "name");
  const columns: OutputColumn[] = [
    { header: header("name"), kind: "text" },
    ...keys.map((key) => ({ header: headOf(key, header(key)), kind: kindOf(key) })),
  ];
  const rows = rowsOf(portfolio, keys, input.ids?.split(","));
  const { from, to } = portfolio.period;
  const firmName = portfolio.organization.name;
  const dutch = input.language === "nl";
  return {
    fileName: `koers-${from}-${to}.${input.format}`,
    contentType: contentTypes[input.format],
    bytes:
      input.format === "xlsx"
        ? writeXlsx(firmName, columns, rows)
        : encoded(writeCsv(columns, rows, dutch ? { delimiter: ";", decimalSign: "," } : {})),
  };
}

function chosenFacts(list: string): FactKey[] {
  return list.split(",").map((key) => {
    const fact = facts.find((one) => one.key === key);
    if (fact === undefined) throw new KoersError("input-invalid", { field: "facts", fact: key });
    return fact.key;
  });
}

/** A ratio is written in per cent, and its column says so. */
function headOf(key: FactKey, name: string): string {
  return isRatio(key) && !name.includes("%") ? `${name} (%)` : name;
}

function isRatio(key: FactKey): boolean {
  return facts.find((fact) => fact.key === key)?.unit === "ratio";
}

function kindOf(key: FactKey): OutputColumn["kind"] {
  const unit = facts.find((fact) => fact.key === key)?.unit;
  if (unit === "date") return "date";
  return unit === "text" || unit === "boolean" ? "text" : "number";
}

function* rowsOf(
  portfolio: Portfolio,
  keys: readonly FactKey[],
  ids: readonly string[] | undefined,
): Generator<(string | null)[]> {
  const columns = keys.map((key) => portfolio.columns.find((column) => column.fact === key));
  for (const place of placesOf(portfolio, ids)) {
    const values = columns.map((column) => {
      const value = column?.values[place] ?? null;
      if (value === null || column === undefined) return null;
      return isRatio(column.fact) ? perCent(String(value)) : String(value);
    });
    yield [portfolio.names[place] ?? "", ...values];
  }
}

/** The customers that were asked for, in that order; all of them by what they bring, best first. */
function placesOf(portfolio: Portfolio, ids: readonly string[] | undefined): readonly number[] {
  if (ids !== undefined) {
    const places = new Map(portfolio.ids.map((id, place) => [id, place]));
    return ids.flatMap((id) => places.get(id) ?? []);
  }
  const measure = portfolio.whale?.measure ?? "revenue";
  const values = portfolio.columns.find(({ fact }) => fact === measure)?.values ?? [];
  const brings = portfolio.ids.map((_, place) => Number(values[place] ?? Number.NEGATIVE_INFINITY));
  return [...portfolio.ids.keys()].sort(
    (a, b) => compare(brings[b], brings[a]) || compare(portfolio.names[a], portfolio.names[b]),
  );
}

function compare<Value extends string | number>(
  a: Value | undefined,
  b: Value | undefined,
): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of text) yield encoder.encode(piece);
}
