export { DatabaseError, type DatabaseErrorCode } from "./database-error.ts";
export type { Database } from "./engine/database.ts";
export type { EngineEvent, Log } from "./engine/engine-event.ts";
export { type DatabaseSettings, openDatabase } from "./engine/open-database.ts";
export type { Tables } from "./tables.ts";
export type { Transaction, TransactionOptions } from "./transaction/transaction.ts";
