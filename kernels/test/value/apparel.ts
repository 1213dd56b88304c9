import { summariseTransactions } from "../../src/value/transaction-summary.ts";
import { linesOf } from "./cdnow.ts";

/** The shoppers of CLVTools' apparelTrans up to 104 weeks after the first day, in weeks. */
export function apparelShoppers() {
  const rows = linesOf("clvtools_apparelTrans.csv")
    .slice(1)
    .map((line) => line.split(","));
  const day = rows.map((row) => Date.parse(`${row[1]}T00:00:00Z`) / 86_400_000);
  return summariseTransactions(
    { customer: rows.map((row) => Number(row[0])), day, amount: rows.map((row) => Number(row[2])) },
    Math.min(...day) + 104 * 7,
    "week",
  );
}
