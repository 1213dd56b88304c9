import { mod97 } from "./mod-97.ts";

/** The twenty characters of a legal entity identifier whose check digits hold, or `undefined`. */
export function normaliseLei(text: string): string | undefined {
  const compact = text.replace(/[\s-]/g, "").toUpperCase();
  return /^[A-Z0-9]{18}\d{2}$/.test(compact) && mod97(compact) === 1 ? compact : undefined;
}
