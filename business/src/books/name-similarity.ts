import { nameTokens } from "./normalise-name.ts";

/**
 * How alike two names are, 0 to 1: the mean of the best Jaro-Winkler partner of each word, weighed by
 * the length of the words, over the words of both names. Word order and legal forms do not count.
 */
export function nameSimilarity(left: string, right: string): number {
  return tokenSimilarity(nameTokens(left), nameTokens(right));
}

/** The same over words already taken apart. */
export function tokenSimilarity(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  // Numbers tell apart: "Klant 12" and "Klant 13" differ in the one thing that matters.
  if (numbersOf(left) !== numbersOf(right)) return 0;
  const joined = jaroWinkler(left.join(""), right.join(""));
  const words = (weighedBest(left, right) + weighedBest(right, left)) / 2;
  return Math.max(words, left.join("") === right.join("") ? 1 : Math.min(joined, 0.94) * 0.98);
}

function numbersOf(tokens: readonly string[]): string {
  return tokens
    .filter((token) => /\d/.test(token))
    .toSorted()
    .join(" ");
}

function weighedBest(from: readonly string[], to: readonly string[]): number {
  let sum = 0;
  let weight = 0;
  for (const word of from) {
    let best = 0;
    for (const other of to) best = Math.max(best, jaroWinkler(word, other));
    sum += word.length * (best < 0.8 ? 0 : best);
    weight += word.length;
  }
  return sum / weight;
}

/** Jaro-Winkler similarity (Winkler 1990): prefix scale 0.1 over at most four letters. */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Uint8Array(right.length);
  const matched: string[] = [];
  for (let at = 0; at < left.length; at++) {
    const until = Math.min(right.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < until; other++) {
      if (taken[other] === 0 && left[at] === right[other]) {
        taken[other] = 1;
        matched.push(left[at] as string);
        break;
      }
    }
  }
  if (matched.length === 0) return 0;
  let transposed = 0;
  let next = 0;
  for (let other = 0; other < right.length; other++) {
    if (taken[other] === 1 && matched[next++] !== right[other]) transposed++;
  }
  const m = matched.length;
  const jaro = (m / left.length + m / right.length + (m - transposed / 2) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < left.length && left[prefix] === right[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
