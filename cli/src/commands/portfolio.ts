import type { OutputOf } from "@koers/contract";
import type { CommandRun, ExitCode } from "../command.ts";
import { withOrganization } from "../connection/enter.ts";
import { readPeriod } from "../period.ts";
import { activeRows } from "../show/portfolio-rows.ts";
import { portfolioTable } from "../show/portfolio-table.ts";
import { WrongUse } from "../wrong-use.ts";

/** `koers portfolio`: what every customer brings over a period. */
export function portfolio(run: CommandRun): Promise<ExitCode> {
  const { terminal, phrases, arguments: given } = run;
  if (given.flag("json") && given.flag("csv")) {
    throw new WrongUse("together", { one: "--json", other: "--csv" });
  }
  const period = readPeriod(given.text("period"));
  const limit = readLimit(given.text("limit"));
  return withOrganization(run, async (connection) => {
    if (given.flag("csv")) {
      const input = { ...period, format: "csv", language: phrases.language } as const;
      const { content } = await connection.download("exportPortfolio", input);
      const decoder = new TextDecoder();
      for await (const chunk of content) terminal.write(decoder.decode(chunk, { stream: true }));
      return 0;
    }
    const answer = await connection.call("getPortfolio", period);
    const rows = activeRows(answer);
    if (given.flag("json")) {
      const customers = rows
        .slice(0, limit)
        .map(({ id, name, values }) => ({ id, ...values, name }));
      const { period: shown, currency } = answer;
      const totals = customerTotals(answer.totals);
      terminal.write(`${JSON.stringify({ period: shown, currency, totals, customers })}\n`);
      return 0;
    }
    if (rows.length === 0) terminal.writeError(`${phrases.t("commandLine.portfolio.empty")}\n`);
    else terminal.write(portfolioTable(answer, rows, limit, phrases, terminal.width));
    return 0;
  });
}

/** In a list of customers the revenue in all is theirs; that of the ledger stands beside it. */
function customerTotals(totals: OutputOf<"getPortfolio">["totals"]) {
  const { revenue: ledgerRevenue, attributedRevenue: revenue, ...others } = totals;
  return { revenue, ...others, ledgerRevenue };
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new WrongUse("number", { option: "--limit" });
  return Number(text);
}
