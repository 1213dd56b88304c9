import { type Month, monthNumber, yearOf } from "./calendar.ts";
import type { Payroll, Person } from "./firm.ts";
import { type Cents, share, sum } from "./money.ts";
import { atWork } from "./person.ts";

/** Payroll per month: wages 4 % higher each January, 8 % holiday allowance reserved and paid in May. */
export function makePayroll(
  people: readonly Person[],
  from: Month,
  to: Month,
  firstMonth: Month,
): Payroll[] {
  const payroll: Payroll[] = [];
  let reserved: Cents = 0n;
  for (let month = from; month <= to; month++) {
    const years = BigInt(Math.max(0, yearOf(month) - yearOf(firstMonth)));
    const wages = sum(
      atWork(people, month).map(({ wage }) => share(wage, 100n + 4n * years, 100n)),
    );
    const holidayAllowance = share(wages, 8n, 100n);
    reserved += holidayAllowance;
    const allowancePaid = monthNumber(month) === 5 ? reserved : 0n;
    reserved -= allowancePaid;
    payroll.push({
      month,
      wages,
      holidayAllowance,
      socialCharges: share(wages, 189n, 1000n),
      pension: share(wages, 76n, 1000n),
      wageTax: share(wages + allowancePaid, 31n, 100n),
      allowancePaid,
    });
  }
  return payroll;
}
