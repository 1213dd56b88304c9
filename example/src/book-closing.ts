import type { Draft } from "./booking.ts";
import {
  type Day,
  dayIn,
  firstDay,
  isoDate,
  lastDay,
  type Month,
  monthNumber,
  monthOf,
  nextWorkday,
  yearOf,
} from "./calendar.ts";
import { isResult } from "./ledger-account.ts";
import { decimalComma, euros, share, sum } from "./money.ts";

export function* bookDepreciation(from: Month, to: Month): Generator<Draft> {
  const amount = euros(2100);
  for (let month = from; month <= to; month++) {
    const description = "Afschrijving inventaris en apparatuur";
    const lines = [
      { account: "4800", amount, description },
      { account: "0210", amount: -amount, description },
    ];
    yield { journal: "MEM", day: lastDay(month), description, lines };
  }
  // Once a year new workstations, so that the depreciation has something to write off.
  for (let month = from; month <= to; month++) {
    if (monthNumber(month) !== 2) continue;
    const description = "Aanschaf werkstations";
    const lines = [
      { account: "0200", amount: euros(24_000), description },
      { account: "1520", amount: euros(5040), description: "Btw 21 %" },
      { account: "1100", amount: euros(-29_040), description },
    ];
    yield { journal: "BNK", day: nextWorkday(dayIn(month, 14)), description, lines };
  }
}

/** VAT per quarter: set off at its end, paid (or received) a month later. */
export function* bookVatReturns(
  drafts: readonly Draft[],
  from: Month,
  until: Day,
): Generator<Draft> {
  for (let quarter = from; lastDay(quarter + 2) <= until; quarter += 3) {
    const start = firstDay(quarter);
    const end = lastDay(quarter + 2);
    const total = (account: string) =>
      sum(
        drafts
          .filter((draft) => draft.day >= start && draft.day <= end)
          .flatMap((draft) => draft.lines)
          .filter((line) => line.account === account)
          .map((line) => line.amount),
      );
    const owed = total("1500");
    const claimed = total("1520");
    const due = -(owed + claimed);
    const label = `${yearOf(quarter)}-${Math.floor((monthNumber(quarter) - 1) / 3) + 1}`;
    const description = `Btw-aangifte kwartaal ${label}`;
    yield {
      journal: "MEM",
      day: end,
      description: `${description}: EUR ${decimalComma(due)}`,
      lines: [
        { account: "1500", amount: -owed, description },
        { account: "1520", amount: -claimed, description },
        { account: "1510", amount: -due, description },
      ],
    };
    const day = nextWorkday(dayIn(quarter + 3, 28));
    if (day > until) continue;
    yield {
      journal: "BNK",
      day,
      description,
      lines: [
        { account: "1510", amount: due, description },
        { account: "1100", amount: -due, description },
      ],
    };
  }
}

/** In June last year's result goes to the reserves, half of a profit as dividend paid in July. */
export function* bookProfit(
  drafts: readonly Draft[],
  firstMonth: Month,
  until: Day,
): Generator<Draft> {
  for (let year = yearOf(firstMonth) - 1; ; year++) {
    const day = nextWorkday(dayIn(monthOf(year + 1, 6), 20));
    if (day > until) return;
    const profit = -sum(
      drafts
        .filter((draft) => isoDate(draft.day).startsWith(`${year}-`))
        .flatMap((draft) => draft.lines)
        .filter((line) => isResult(line.account))
        .map((line) => line.amount),
    );
    const dividend = profit > 0n ? share(profit, 1n, 2n * 100_000n) * 100_000n : 0n;
    const description = `Resultaatbestemming ${year}`;
    yield {
      journal: "MEM",
      day,
      description,
      lines: [
        { account: "0520", amount: profit, description },
        { account: "0510", amount: dividend - profit, description },
        { account: "1800", amount: -dividend, description },
      ].filter((line) => line.amount !== 0n),
    };
    const payDay = nextWorkday(dayIn(monthOf(year + 1, 7), 10));
    if (dividend === 0n || payDay > until) continue;
    yield {
      journal: "BNK",
      day: payDay,
      description: `Dividend ${year}`,
      lines: [
        { account: "1800", amount: dividend, description: `Dividend ${year}` },
        { account: "1100", amount: -dividend, description: `Dividend ${year}` },
      ],
    };
  }
}
