/**
 * ISO 7064 mod 97-10 over digits and letters (A = 10 … Z = 35), in the order given: 1 for a LEI, for a
 * Dutch VAT id since 2020, and for an IBAN after its first four characters are moved to the end.
 */
export function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
