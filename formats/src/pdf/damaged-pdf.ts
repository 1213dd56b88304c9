import { type Refusal, refusal } from "../refusal.ts";

/** The refusal of a PDF that cannot be followed, with the byte where it went wrong if one is known. */
export function damagedPdf(found: string): Refusal {
  return refusal({
    code: "PDF_DAMAGED",
    severity: "refuse",
    place: {},
    found: found.slice(0, 200),
  });
}
