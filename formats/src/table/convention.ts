import type { Column } from "./column.ts";
import type { DateOrder } from "./date-text.ts";
import type { NumberConvention } from "./number-text.ts";

/** Answers to questions: by header label, or `*` for every column; `comma`, `point`, `dmy` or `mdy`. */
export type Conventions = Readonly<Record<string, NumberConvention | DateOrder>>;

/** How one column was read, and why: told, shown by its own cells, or shown by the other columns. */
export type Decided<Value> =
  | { readonly value: Value; readonly by: "answer" | "column" | "file" | "nothing-to-decide" }
  | { readonly value: undefined; readonly by: "undecided" };

type Votes = { readonly one: number; readonly other: number; readonly open: number };

function decide<Value>(
  values: readonly [Value, Value],
  column: Votes,
  file: Votes,
  fallback: Value,
): Decided<Value> {
  const [one, other] = values;
  if (column.one !== column.other)
    return { value: column.one > column.other ? one : other, by: "column" };
  if (column.one > 0) return { value: fallback, by: "column" };
  if (column.open === 0) return { value: fallback, by: "nothing-to-decide" };
  if (file.one > 0 && file.other === 0) return { value: one, by: "file" };
  if (file.other > 0 && file.one === 0) return { value: other, by: "file" };
  return { value: undefined, by: "undecided" };
}

function numberVotes(columns: readonly Column[]): Votes {
  let one = 0;
  let other = 0;
  let open = 0;
  for (const { numbers } of columns) {
    one += numbers.comma;
    other += numbers.point;
    open += numbers.either;
  }
  return { one, other, open };
}

function dateVotes(columns: readonly Column[]): Votes {
  let one = 0;
  let other = 0;
  let open = 0;
  for (const { dates } of columns) {
    one += dates.dmy;
    other += dates.mdy;
    open += dates.either;
  }
  return { one, other, open };
}

/**
 * The decimal sign of a column, over all its rows. One cell that fits only one convention settles it; of
 * contradicting cells the majority does, and the others are errors. Where the column itself has none, the
 * other number columns of the file settle it if they all agree: one program wrote the file, with one
 * setting for all its numbers. Else it is undecided, and must be asked.
 */
export function numberConvention(
  column: Column,
  numberColumns: readonly Column[],
  answers: Conventions,
): Decided<NumberConvention> {
  const answer = answers[column.header.label] ?? answers["*"];
  if (answer === "comma" || answer === "point") return { value: answer, by: "answer" };
  return decide(["comma", "point"], numberVotes([column]), numberVotes(numberColumns), "point");
}

/** The order of day and month in a column, decided as `numberConvention` is; a day above 12 settles it. */
export function dateOrder(
  column: Column,
  dateColumns: readonly Column[],
  answers: Conventions,
): Decided<DateOrder> {
  const answer = answers[column.header.label] ?? answers["*"];
  if (answer === "dmy" || answer === "mdy") return { value: answer, by: "answer" };
  return decide(["dmy", "mdy"], dateVotes([column]), dateVotes(dateColumns), "dmy");
}
