import type { UndoHandlers } from "../people/index.ts";
import { activityUndoHandlers } from "./activities.ts";
import { accountUndoHandlers } from "./ledger-accounts.ts";
import { matchUndoHandlers } from "./match-proposals.ts";
import { personUndoHandlers } from "./people-rates.ts";

export { listActivities, setActivityKind } from "./activities.ts";
export { createImportDesk, type ImportDesk } from "./desk.ts";
export type { ImportDeskOptions } from "./import-desk-options.ts";
export { type InspectOptions, inspectFiles } from "./inspect-files.ts";
export { listAccounts, setAccountRole } from "./ledger-accounts.ts";
export { getImport, listImports } from "./list-imports.ts";
export { decideMatch, listMatchProposals } from "./match-proposals.ts";
export { listPeopleRates, setPersonRate } from "./people-rates.ts";
export { type ReaderName, type Readers, readersHere } from "./readers.ts";
export { type SelfCheck, type SumDifference, selfCheck } from "./self-check.ts";
export { undoImport } from "./undo-import.ts";

/** How the acts of this room are taken back. */
export const booksUndoHandlers: UndoHandlers = {
  ...accountUndoHandlers,
  ...activityUndoHandlers,
  ...matchUndoHandlers,
  ...personUndoHandlers,
};
