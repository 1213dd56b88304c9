/**
 * One cell. A CSV has texts only; a workbook also says what a value is: a number (exact decimal text, with
 * the calendar meaning that its style gives it), a truth value, an error such as `#N/A`, or a formula whose
 * result was never stored.
 */
export type Cell =
  | string
  | {
      readonly kind: "number";
      /** Plain decimal with a point, or the raw text where it is no such number (`unreadable`). */
      readonly decimal: string;
      readonly style: "plain" | "date" | "duration";
      /** For a date style: `YYYY-MM-DD`, or undefined when the serial is no day of the calendar. */
      readonly date?: string | undefined;
      readonly unreadable?: boolean;
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "no-value"; readonly formula: string };

/** A row as it stands in the file. */
export type Row = {
  /** As a spreadsheet would number it, from 1; blank rows count. */
  readonly row: number;
  /** The physical line on which it starts; in a workbook the same as `row`. */
  readonly line: number;
  readonly cells: readonly Cell[];
};

/** What a person sees in the cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return cell;
  switch (cell.kind) {
    case "number":
      return cell.style === "date" && cell.date !== undefined ? cell.date : cell.decimal;
    case "boolean":
      return cell.value ? "TRUE" : "FALSE";
    case "error":
      return cell.text;
    case "no-value":
      return `=${cell.formula}`;
  }
}

const content = /\S/;

/** True for a cell with nothing in it but white space. */
export function isBlank(cell: Cell | undefined): boolean {
  if (typeof cell !== "string") return cell === undefined;
  if (cell.length === 0) return true;
  const first = cell.charCodeAt(0);
  return (first <= 32 || first >= 127) && !content.test(cell);
}
