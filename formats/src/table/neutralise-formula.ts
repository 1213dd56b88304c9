import { numberShape } from "./number-text.ts";

const opening = /^[\s\p{Cc}\ufeff]*[=+\-@＝＋－＠−]|^[\t\r\n]/u;
const telephone = /^\+?[\d\s().\-/]+$/;

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, so that it is shown instead:
 * a leading `=`, `+`, `-`, `@` (also full-width, also after white space), tab or line break. Left alone are
 * texts that are numbers (`-12,50`), and telephone numbers in a column that is declared to hold them.
 */
export function neutraliseFormula(text: string, isPhone = false): string {
  if (!opening.test(text)) return text;
  if (isPhone && telephone.test(text)) return text;
  return numberShape(text) === "none" || /^\s/.test(text) ? `'${text}` : text;
}
