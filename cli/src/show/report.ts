import type { FileReport } from "@koers/contract";
import { describeProblem, type Phrases } from "@koers/phrases";
import { plainText } from "./plain-text.ts";

const shownProblems = 20;
const shownAccounts = 5;

/** What was found in a file, for a person. */
export function reportText(report: FileReport, phrases: Phrases): string {
  const { t, format } = phrases;
  const verdict = t(`commandLine.inspected.${report.accepted ? "accepted" : "refused"}`);
  const kind = report.format ?? t("commandLine.inspected.unknownFormat");
  const lines = [`${report.file} (${kind}, ${format.bytes(report.size)}): ${verdict}`];
  const { administration } = report;
  if (administration !== null && administration.name !== null) {
    const parts = [administration.name, administration.fiscalYear, administration.software];
    const known = parts.filter((part) => part !== null);
    lines.push(`  ${t("commandLine.inspected.administration")} ${known.join(", ")}`);
  }
  lines.push(...reconciliationLines(report, phrases), ...changeLines(report, phrases));
  const problems = report.problems.slice(0, shownProblems);
  lines.push(
    ...problems.map((problem) => `  ${mark(problem)} ${describeProblem(phrases, problem)}`),
  );
  const more = report.problems.length - problems.length;
  if (more > 0) lines.push(`    ${t("commandLine.inspected.moreProblems", { count: more })}`);
  return `${lines.map(plainText).join("\n")}\n`;
}

function mark({ severity }: FileReport["problems"][number]): string {
  return { refuse: "✗", ask: "?", flag: "!", note: "·" }[severity];
}

function reconciliationLines(report: FileReport, { t, format }: Phrases): string[] {
  const { reconciliation } = report;
  if (reconciliation === null) return [];
  const lines: string[] = [];
  const { controlTotals, currency, ledgerRevenue, attributedRevenue, advice } = reconciliation;
  if (controlTotals.length > 0) {
    const equal = controlTotals.filter((total) => total.equal).length;
    lines.push(
      `  ${t("commandLine.inspected.controlTotals", { equal: String(equal), all: String(controlTotals.length) })}`,
    );
  }
  const money = (amount: string) => format.money(amount, currency ?? "EUR");
  if (ledgerRevenue !== null && attributedRevenue !== null) {
    const amounts = { revenue: money(ledgerRevenue), attributed: money(attributedRevenue) };
    lines.push(`  ${t("commandLine.inspected.attributed", amounts)}`);
  }
  for (const { account, description, amount } of reconciliation.unattributed.slice(
    0,
    shownAccounts,
  )) {
    const words = { account, description: description ?? "", amount: money(amount) };
    lines.push(`  ${t("commandLine.inspected.unattributed", words)}`);
  }
  if (advice !== null) lines.push(`  ${t(`commandLine.advice.${advice}`)}`);
  return lines;
}

function changeLines({ changes }: FileReport, { t, format }: Phrases): string[] {
  if (changes === null) return [];
  const lines: string[] = [];
  const { alreadyImported, replaces, covers, newCustomers, matchedCustomers, proposals } = changes;
  if (alreadyImported !== null) {
    return [`  ${t("commandLine.changes.already", { import: String(alreadyImported) })}`];
  }
  if (replaces !== null) {
    lines.push(`  ${t("commandLine.changes.replaces", { import: String(replaces) })}`);
  }
  if (covers !== null) {
    const days = { from: format.day(covers.from), to: format.day(covers.to) };
    lines.push(`  ${t("commandLine.changes.covers", days)}`);
  }
  if (newCustomers + matchedCustomers > 0) {
    const counts = { new: newCustomers, matched: String(matchedCustomers) };
    lines.push(`  ${t("commandLine.changes.customers", counts)}`);
  }
  if (proposals.length > 0) {
    lines.push(`  ${t("commandLine.changes.proposals", { count: proposals.length })}`);
  }
  return lines;
}
