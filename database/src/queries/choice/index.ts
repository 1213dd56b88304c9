export {
  deleteExceptionDossier,
  exceptionIsLocked,
  findExceptionDossier,
  insertExceptionDossier,
  listExceptionDossiers,
  moveExceptionDossiers,
  openRenewalExists,
  type StoredException,
  updateExceptionDossier,
} from "./exception-dossiers.ts";
export {
  exceptionEvents,
  insertExceptionEvent,
  type StoredExceptionEvent,
} from "./exception-events.ts";
export {
  exceptionReads,
  exceptionsReadBy,
  recordExceptionRead,
  type StoredExceptionRead,
} from "./exception-reads.ts";
