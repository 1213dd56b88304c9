import type { Draft } from "./booking.ts";
import { type Day, dayIn, isoDate, nextWorkday, previousWorkday } from "./calendar.ts";
import type { LedgerLine, Payroll } from "./firm.ts";
import { type Cents, share } from "./money.ts";

export function* bookPayroll(payroll: Payroll, until: Day): Generator<Draft> {
  const { month, wages, holidayAllowance, socialCharges, pension, wageTax, allowancePaid } =
    payroll;
  const employeePension = share(wages, 25n, 1000n);
  const net = wages + allowancePaid - wageTax - employeePension;
  const day = previousWorkday(dayIn(month, 25));
  const label = isoDate(day).slice(0, 7);
  const line = (account: string, amount: Cents, description: string): LedgerLine => ({
    account,
    amount,
    description,
  });
  const lines = [
    line("4000", wages, `Brutolonen ${label}`),
    line("4010", holidayAllowance, `Opbouw vakantietoeslag ${label}`),
    line("4020", socialCharges, `Sociale lasten ${label}`),
    line("4030", pension, `Pensioenlasten ${label}`),
    line("1700", -net, `Nettolonen ${label}`),
    line("1710", -(wageTax + socialCharges), `Loonheffing ${label}`),
    line("1720", -(pension + employeePension), `Pensioenpremie ${label}`),
    line("1730", allowancePaid - holidayAllowance, `Vakantiegeld ${label}`),
  ];
  yield { journal: "LON", day, description: `Loonjournaalpost ${label}`, lines };

  const pay = (account: string, amount: Cents, description: string, on: Day): Draft => ({
    journal: "BNK",
    day: on,
    description,
    lines: [line(account, amount, description), line("1100", -amount, description)],
  });
  yield pay("1700", net, `Salarissen ${label}`, day);
  const later = [
    pay("1710", wageTax + socialCharges, `Loonheffing ${label}`, nextWorkday(dayIn(month + 1, 27))),
    pay(
      "1720",
      pension + employeePension,
      `Pensioenpremie ${label}`,
      nextWorkday(dayIn(month + 1, 12)),
    ),
  ];
  for (const payment of later) if (payment.day <= until) yield payment;
}
