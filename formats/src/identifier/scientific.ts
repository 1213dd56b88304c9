/**
 * True for what a spreadsheet makes of a long number: `1.23457E+07`, `6,12E+08`. The digits are gone for
 * good, so such a cell is never an identifier.
 */
export function isScientific(text: string): boolean {
  return /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text.trim());
}
