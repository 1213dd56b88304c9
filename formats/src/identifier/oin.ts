/** The twenty digits of a Dutch government organisation (OIN), or `undefined`. No check digit exists. */
export function normaliseOin(text: string): string | undefined {
  const digits = text.replace(/[\s.-]/g, "");
  return /^\d{20}$/.test(digits) && !/^0+$/.test(digits) ? digits : undefined;
}
