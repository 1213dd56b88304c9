export { type Coverage, readCoverage } from "./coverage.ts";
export { coveringFiles } from "./covering-files.ts";
export {
  customerContacts,
  customerHourMonths,
  customerLateMonths,
  customerMonths,
  customerRelations,
  customerServices,
  settledInvoices,
} from "./customer-details.ts";
export { type CustomerNames, customerNames } from "./customer-names.ts";
export {
  deleteCustomer,
  findCustomer,
  moveNotes,
  restoreCustomer,
  type StoredCustomer,
  searchCustomers,
  writeEdits,
  writeScoringObjection,
} from "./customer-row.ts";
export type { CustomerScope } from "./customer-scope.ts";
export { dataVersion } from "./data-version.ts";
export { findAffectedCustomers } from "./find-affected-customers.ts";
export { ledgerTotals } from "./ledger-totals.ts";
export {
  changeNote,
  customerNotes,
  insertNote,
  removeNote,
  type StoredNote,
} from "./notes.ts";
export { otherCurrencies } from "./other-currencies.ts";
export {
  hourColumns,
  internalHourSums,
  type MonthSpan,
  openColumns,
  paymentColumns,
  revenueColumns,
  spanColumns,
  workGroups as storedWorkGroups,
} from "./period-columns.ts";
export { planForMany } from "./plan-for-many.ts";
export { refreshCustomerMonths } from "./refresh-customer-months.ts";
export { refreshCustomerHours, refreshInternalHours } from "./refresh-hour-months.ts";
export { refreshProjectCustomers } from "./refresh-project-customers.ts";
export { refreshReceivables } from "./refresh-receivables.ts";
export { cohortRows, retentionRows } from "./retention-rows.ts";
export { removeView, type StoredView, savedViews, writeView } from "./saved-views.ts";
export {
  type DaySpan,
  type HourLine,
  hourLines,
  type LineQuestion,
  openLines,
  purchaseLines,
  revenueLines,
  type StoredLine,
} from "./source-lines.ts";
export { type ChangedImport, syncSummedImports } from "./sync-summed-imports.ts";
export { unattributedLines } from "./unattributed-lines.ts";
