import type { AccountRecord, JournalType, RelationRole, SubledgerRecord } from "../record.ts";

const balanceWords = ["b", "bal", "balans", "a", "bas", "blns", "activa", "passiva", "balance"];
const profitAndLossWords = [
  ...["p", "r", "v/w", "w/v", "v&w", "w&v", "w", "l", "pl", "p&l", "pnl", "wenv", "venw"],
  ...["winst & verlies", "winst en verlies", "verlies & winst", "verlies en winst"],
  ...["winst- en verlies", "winst/verlies", "winst- en verliesrekening", "resultaat"],
  ...["kosten", "opbrengsten"],
];

/** `mixed` (M) is in the standard but says nothing; `unknown` is a word nobody knows. */
export type AccountTypeReading = NonNullable<AccountRecord["type"]> | "mixed" | "unknown";

/** `accTp` and `accountType`: one letter in the standard, free words in practice. */
export function readAccountType(word: string): AccountTypeReading {
  const normal = word.trim().toLowerCase().replace(/\s+/g, " ");
  if (balanceWords.includes(normal)) return "balance";
  if (profitAndLossWords.includes(normal)) return "profit-and-loss";
  return normal === "m" ? "mixed" : "unknown";
}

const journalTypes = new Map<string, JournalType>([
  ["B", "bank"],
  ["C", "cash"],
  ["G", "goods"],
  ["M", "memo"],
  ["O", "opening"],
  ["P", "purchases"],
  ["S", "sales"],
  ["T", "production"],
  ["Y", "payroll"],
  ["Z", "other"],
]);

export function readJournalType(letter: string): JournalType | undefined {
  return journalTypes.get(letter.trim());
}

/**
 * The two meanings of the letter C. In the standard B, C, S, O are both, customer, supplier, other; some
 * packages write the Dutch D and C, debiteur (customer) and crediteur (supplier). `unclear` when a file
 * uses D and S.
 */
export type RoleVocabulary = "standard" | "dutch" | "unclear";

export function roleVocabulary(letters: ReadonlySet<string>, software: string): RoleVocabulary {
  if (letters.has("D")) return letters.has("S") ? "unclear" : "dutch";
  return /osfinancials/i.test(software) && !letters.has("S") ? "dutch" : "standard";
}

const roleWords = new Map<string, RelationRole>([
  ["b", "both"],
  ["beide", "both"],
  ["both", "both"],
  ["s", "supplier"],
  ["supplier", "supplier"],
  ["crediteur", "supplier"],
  ["leverancier", "supplier"],
  ["d", "customer"],
  ["debiteur", "customer"],
  ["customer", "customer"],
  ["klant", "customer"],
  ["o", "other"],
  ["other", "other"],
  ["overig", "other"],
]);

/** `custSupTp` and the `type` of XAF 2. */
export function readRole(word: string, vocabulary: RoleVocabulary): RelationRole | undefined {
  const normal = word.trim().toLowerCase();
  if (normal !== "c") return roleWords.get(normal);
  if (vocabulary === "unclear") return undefined;
  return vocabulary === "dutch" ? "supplier" : "customer";
}

const subledgers = new Map<string, SubledgerRecord["subledger"]>([
  ["CU", "customers"],
  ["SU", "suppliers"],
  ["CS", "customers-and-suppliers"],
]);

export function readSubledgerType(code: string): SubledgerRecord["subledger"] {
  return subledgers.get(code.trim()) ?? "other";
}

const mutations = new Map<string, NonNullable<SubledgerRecord["mutation"]>>([
  ["I", "invoice"],
  ["P", "payment"],
  ["Z", "other"],
]);

export function readMutation(code: string): SubledgerRecord["mutation"] {
  return mutations.get(code.trim());
}

export function readSide(code: string): SubledgerRecord["side"] {
  const letter = code.trim();
  if (letter === "P") return "purchase";
  return letter === "S" ? "sale" : undefined;
}

export function readInvoiceType(code: string): SubledgerRecord["invoiceType"] {
  const letter = code.trim();
  if (letter === "D") return "debit";
  return letter === "C" ? "credit" : undefined;
}
