/** Problems that a person may override by name: totals that do not match what was read. */
export function isTotal(code: string): boolean {
  return /_(?:COUNT|DEBIT|CREDIT|SUM)_MISMATCH$|^CONTROL_TOTAL_MISSING$|^BALANCE_MISMATCH$/.test(
    code,
  );
}
