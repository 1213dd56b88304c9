export { type Coverage, readCoverage } from "./coverage.ts";
export type { CustomerScope } from "./customer-scope.ts";
export { findAffectedCustomers } from "./find-affected-customers.ts";
export { planForMany } from "./plan-for-many.ts";
export { refreshCustomerMonths } from "./refresh-customer-months.ts";
export { refreshCustomerHours, refreshInternalHours } from "./refresh-hour-months.ts";
export { refreshProjectCustomers } from "./refresh-project-customers.ts";
export { refreshReceivables } from "./refresh-receivables.ts";
export { type ChangedImport, syncSummedImports } from "./sync-summed-imports.ts";
