// UNTDID 1001, as far as EN 16931 (rule BR-CL-01) allows it, and the older codes that Dutch and German
// guidelines used before.
const invoices = new Set(
  (
    "71 80 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 " +
    "390 393 394 395 456 457 527 553 575 623 633 751 780 817 870 875 876 877 935"
  ).split(" "),
);
const creditNotes = new Set("81 83 261 262 296 308 381 396 420 458 502 503 532".split(" "));

/**
 * Whether a type code names an invoice or a credit note; `undefined` when it is neither. A corrected
 * invoice (384), a prepayment (386) and a self-billed one (389, "Gutschrift" in German) are invoices.
 */
export function kindOfTypeCode(code: string): "invoice" | "credit-note" | undefined {
  if (invoices.has(code)) return "invoice";
  return creditNotes.has(code) ? "credit-note" : undefined;
}

/** A proforma invoice asks for no money: nothing was sold yet. */
export function isProforma(code: string): boolean {
  return code === "325";
}
