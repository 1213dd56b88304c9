// Exports translate yes and no with the account's language; these are the languages seen or likely.
const yes =
  "yes y ja j true t waar 1 x v oui si sim tak da evet はい 是 예 да wahr vrai verdadero aan on billable " +
  "declarabel facturabel gefactureerd invoiced approved goedgekeurd invoicable facturable";
const no =
  "no n nee nein false f onwaar 0 non nao não nie nu hayir hayır いいえ 否 아니요 нет falsch faux falso uit off " +
  "nonbillable nietdeclarabel nietfacturabel nietgefactureerd notinvoiced uninvoiced notapproved unbillable";

const words: ReadonlyMap<string, boolean> = new Map([
  ...yes.split(" ").map((word) => [word, true] as const),
  ...no.split(" ").map((word) => [word, false] as const),
]);

/** Reads yes or no in the languages of the exports; undefined for any other word. */
export function parseBoolean(text: string): boolean | undefined {
  return words.get(text.trim().toLowerCase().replace(/[\s-]/g, ""));
}
