/** Cents of one booking; ten thousand billion is a typing error, and no sum of such fits a database. */
const mostCents = 10n ** 15n;

const grammar = /^[ \t\r\n]*([+-]?)(\d{1,18})(?:\.(\d\d))?[ \t\r\n]*$/;

// Fifteen digits are exact in a number, which is several times quicker than a bigint.
const quickDigits = 15;

/**
 * Reads an amount of an audit file: whole, or with exactly two decimals after a point, so that a
 * thousands separator can never be taken for one (`140.500` and `140,50` are no amounts). A sign and
 * white space around it are allowed; at most eighteen digits before the point.
 *
 * @returns cents, or `undefined` where the text is no such amount
 */
export function parseXafAmount(text: string): bigint | undefined {
  return quickAmount(text) ?? anyAmount(text);
}

/** Whether an amount is one that a booking can have; control totals may be larger. */
export function isBookable(cents: bigint): boolean {
  return cents < mostCents && cents > -mostCents;
}

/** The shape nearly all amounts have: `121.00`. */
function quickAmount(text: string): bigint | undefined {
  const point = text.length - 3;
  if (point < 1 || point > quickDigits - 2 || text.charCodeAt(point) !== 46) return undefined;
  let cents = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at === point) continue;
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    cents = cents * 10 + digit;
  }
  return BigInt(cents);
}

function anyAmount(text: string): bigint | undefined {
  const match = grammar.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", decimals = "00"] = match;
  const cents = BigInt(whole + decimals);
  return sign === "-" ? -cents : cents;
}
