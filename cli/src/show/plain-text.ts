/**
 * Text from a file, safe for a terminal: without control characters, which could move the cursor or
 * hide what stands above.
 */
export function plainText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}]+/gu, " ");
}
