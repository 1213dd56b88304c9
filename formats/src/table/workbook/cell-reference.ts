/** Column and row of a cell, both from 1. */
export type CellPosition = { readonly column: number; readonly row: number };

export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Reads `BC12`; undefined when it is no cell of a worksheet (past column XFD or row 1,048,576). */
export function parseCellReference(text: string): CellPosition | undefined {
  let column = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (at < 1 || at > 3 || text.charCodeAt(at) === 48 || text.length - at > 7) return undefined;
  let row = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  if (row === 0) return undefined;
  return column <= mostColumns && row <= mostRows ? { column, row } : undefined;
}

/** `cellReference(3, 7)` is `C7`. */
export function cellReference(column: number, row: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}
