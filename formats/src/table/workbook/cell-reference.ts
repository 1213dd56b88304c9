/** Column and row of a cell, both from 1. */
export type CellPosition = { readonly column: number; readonly row: number };

const reference = /^([A-Z]{1,3})([1-9]\d{0,6})$/;
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Reads `BC12`; undefined when it is no cell of a worksheet (past column XFD or row 1,048,576). */
export function parseCellReference(text: string): CellPosition | undefined {
  const match = reference.exec(text);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1] as string) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return column <= mostColumns && row <= mostRows ? { column, row } : undefined;
}

/** `cellReference(3, 7)` is `C7`. */
export function cellReference(column: number, row: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}
