/**
 * What a text turned out to be, where an identifier was expected:
 * - `empty`: nothing was written, so the identifier is unknown, which is no mistake;
 * - `sure`: `value` is the identifier in its one written form;
 * - `doubtful`: usable only with a warning (a check digit fails, a zero was lost); `value` is the likely
 *   form, absent when there is none (a placeholder such as "n.v.t.");
 * - `question`: two readings are possible and only a person knows which;
 * - `refused`: this is not such an identifier.
 */
export type Reading =
  | { readonly verdict: "empty" }
  | { readonly verdict: "sure"; readonly value: string }
  | { readonly verdict: "doubtful"; readonly value?: string; readonly why: string }
  | { readonly verdict: "question"; readonly why: string }
  | { readonly verdict: "refused"; readonly why: string };

/** The value of a reading that can be matched on without asking anyone. */
export function sureValue(reading: Reading): string | undefined {
  return reading.verdict === "sure" ? reading.value : undefined;
}
