import type { AccountRole } from "@koers/contract";
import { plainText } from "./plain-text.ts";
import type { AccountChart } from "./recognise-account.ts";

// In order: the first list with a match wins, so that "kostprijs verkopen" is a purchase before
// "verkopen" makes it revenue, and "verkoopkosten" is a cost.
const profitAndLoss: readonly (readonly [AccountRole, RegExp])[] = [
  [
    "personnel",
    /\blon(?:en)?\b|loonk|brutoloon|salar|vakantiegeld|vakantietoeslag|sociale last|pensioen|personeel|ziekengeld|werkkostenregeling|management ?fee|\bwages?\b|payroll|holiday pay|social security|pension|staff cost|employee|reiskosten ?vergoeding|uitzendkracht/,
  ],
  [
    "direct-purchases",
    /kostprijs|inkoopwaarde|inkopen|inkoop\b|inkoopkosten|uitbesteed|uitbesteding|werk (?:door )?derden|onderaannem|onderaanneming|inhuur|freelance|materiaalverbruik|grondstof|directe kosten|projectkosten|cost of (?:sales|goods)|\bcogs\b|purchases?\b|subcontract|direct costs?|doorbelaste kosten|third part(?:y|ies)/,
  ],
  [
    "marketing",
    /reclame|advertentie|marketing|promotie|representatie|relatiegeschenk|sponsor|beurs(?:kosten|deelname)|verkoopkosten|acquisitie|drukwerk reclame|advertising|promotion|trade fair|website kosten|selling expense/,
  ],
  [
    "financial",
    /rente|\binterest|bankkosten|koers(?:verschil|resultaat)|valutaverschil|betalingsverschil|betalingskorting|vennootschapsbelasting|\bvpb\b|exchange (?:gain|loss|difference)|corporate tax|income tax|dividend|financiele (?:baten|lasten|opbrengst)/,
  ],
  [
    "overhead",
    /huur|afschrijving|kantoor|telefoo?n|internet|verzekering|assuranti|accountant|administratie|brandstof|auto|energie|gas water|huisvesting|schoonmaak|onderhoud (?:gebouw|inventaris)|oninbar|dubieuze|abonnement|automatisering|algemene kosten|diverse kosten|overige kosten|diverse baten en lasten|kleine ondernemersregeling|rent\b|depreciation|office|insurance|fuel|utilities|bad debt|general expense|other expense|training|opleiding|porto|contributie|juridisch|advieskosten|kosten\b|lasten\b/,
  ],
  [
    "revenue",
    /omzet|opbrengst|verkopen|netto verkoop|honorari|gefactureerd|revenue|turnover|\bsales\b|\bfees?\b|income from (?:services|sales)|services rendered|declaraties|verleende korting|verkoopkorting|creditnota|credit notes?/,
  ],
];

const balance: readonly (readonly [AccountRole, RegExp])[] = [
  ["other-balance", /dubieuze|voorziening|oninbar|provision|doubtful|allowance/],
  [
    "receivables",
    /debiteur|handelsvordering|accounts? receivable|trade (?:receivable|debtor)|\bdebtors?\b|\breceivables?\b/,
  ],
  [
    "payables",
    /crediteur|handelsschuld|accounts? payable|trade (?:payable|creditor)|\bcreditors?\b|\bpayables?\b/,
  ],
  [
    "bank",
    /\bbank|rabobank|\bing\b|abn amro|triodos|\bbunq|knab|\bkas\b|spaarrekening|liquide|\bcash\b|savings|paypal|mollie|stripe/,
  ],
];

/** The role that the words of a description speak of, Dutch or English; null where they say nothing. */
export function roleByWords(
  description: string | undefined,
  type: AccountChart["type"],
): AccountRole | null {
  if (description === undefined) return null;
  const plain = plainText(description);
  const lists =
    type === "balance"
      ? balance
      : type === "profit-and-loss"
        ? profitAndLoss
        : [...balance, ...profitAndLoss];
  for (const [role, pattern] of lists) if (pattern.test(plain)) return role;
  return null;
}
