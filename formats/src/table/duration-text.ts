import { type NumberConvention, parseNumber } from "./number-text.ts";

const clock = /^(-?)(\d{1,6}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?(?:\s*(?:u|uur|h|hrs?))?$/i;
const words =
  /^(-?)(?:(\d{1,6})\s*(?:u|uur|uren|h|hr|hrs|hours?))?\s*(?:(?:en|and)\s*)?(?:(\d{1,6})\s*(?:m|min|mins|minuten|minutes?)?)?\s*(?:(\d{1,6})\s*(?:s|sec|secs|seconden|seconds?))?$/i;
const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/;
const unitAfter = /\s*(?:u|uur|uren|h|hrs?|hours?)\.?$/i;

/** Whether a text is a time on the clock or in words, so not a plain number of hours. */
export function isClockDuration(text: string): boolean {
  const trimmed = text.trim();
  return (
    clock.test(trimmed) || iso.test(trimmed) || (/[a-z]/i.test(trimmed) && words.test(trimmed))
  );
}

/** Seconds of a plain decimal number of units (3,600 seconds for hours), half away from zero. */
export function secondsOf(decimal: string, unitSeconds: number): number {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole + fraction) * BigInt(unitSeconds);
  const seconds = Number((scaled * 2n + scale) / (scale * 2n));
  return negative ? -seconds : seconds;
}

/**
 * Reads a duration to whole seconds: `HH:MM`, `HH:MM:SS` (also beyond 24 hours), `1u 30m`, `90 min`,
 * `PT1H30M`, or a number of hours in the column's convention.
 *
 * @param unitSeconds seconds in one unit of a bare number: 3,600 for hours, 60 for a column in minutes
 */
export function parseDuration(
  text: string,
  convention: NumberConvention,
  unitSeconds = 3_600,
): number | undefined {
  const trimmed = text.trim();
  const onClock = clock.exec(trimmed);
  if (onClock) {
    const [, sign, hours, minutes, seconds = "0"] = onClock;
    const total = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
    return sign ? -total : total;
  }
  const inIso = iso.exec(trimmed);
  if (inIso && trimmed.length > 2) {
    const [, hours = 0, minutes = 0, seconds = 0] = inIso;
    return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  }
  const decimal = parseNumber(trimmed.replace(unitAfter, ""), convention);
  if (decimal !== undefined) return secondsOf(decimal, unitSeconds);
  const inWords = /[a-z]/i.test(trimmed) ? words.exec(trimmed) : null;
  if (inWords === null) return undefined;
  const [, sign, hours, minutes, seconds] = inWords;
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  const total = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return sign ? -total : total;
}
