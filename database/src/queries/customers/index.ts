export { type Coverage, readCoverage } from "./coverage.ts";
export { coveringFiles } from "./covering-files.ts";
export { type CustomerNames, customerNames } from "./customer-names.ts";
export type { CustomerScope } from "./customer-scope.ts";
export { dataVersion } from "./data-version.ts";
export { findAffectedCustomers } from "./find-affected-customers.ts";
export { ledgerTotals } from "./ledger-totals.ts";
export { otherCurrencies } from "./other-currencies.ts";
export {
  hourColumns,
  internalHourSums,
  type MonthSpan,
  openColumns,
  paymentColumns,
  revenueColumns,
  spanColumns,
} from "./period-columns.ts";
export { planForMany } from "./plan-for-many.ts";
export { refreshCustomerMonths } from "./refresh-customer-months.ts";
export { refreshCustomerHours, refreshInternalHours } from "./refresh-hour-months.ts";
export { refreshProjectCustomers } from "./refresh-project-customers.ts";
export { refreshReceivables } from "./refresh-receivables.ts";
export { type ChangedImport, syncSummedImports } from "./sync-summed-imports.ts";
