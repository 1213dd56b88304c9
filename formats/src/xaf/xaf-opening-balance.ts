import type { XafContext } from "./xaf-context.ts";
import { createControl } from "./xaf-control.ts";

/**
 * Adds up the opening balance and checks the accounts in it. It yields no records: what stood open at
 * the start of the year is no revenue of that year.
 */
export function readOpeningBalance({
  plans,
  problems,
  fields,
  accounts,
  controls,
}: XafContext): void {
  const { openingBalance, obLine, obSubledger, obSbLine } = plans;
  const balance = createControl();
  const subledger = createControl();

  openingBalance.begin = balance.reset;
  openingBalance.end = () => {
    controls.push(balance.close(openingBalance, problems));
  };
  obLine.end = () => {
    const account = fields.identifier(obLine, "accID");
    if (account !== undefined) accounts.use(account, obLine.line, obLine.column);
    addAmount(obLine, balance);
  };

  obSubledger.begin = subledger.reset;
  obSubledger.end = () => {
    controls.push(subledger.close(obSubledger, problems));
  };
  obSbLine.end = () => addAmount(obSbLine, subledger);

  function addAmount(
    line: typeof obLine | typeof obSbLine,
    control: ReturnType<typeof createControl>,
  ): void {
    control.addLine();
    const amount = fields.amount(line, "amnt");
    const isDebit = fields.isDebit(line);
    if (amount === undefined || isDebit === undefined) control.addUnreadable();
    else if (isDebit) control.addDebit(amount);
    else control.addCredit(amount);
  }
}
