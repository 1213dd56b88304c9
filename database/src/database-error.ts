/**
 * What can go wrong between Koers and its database, as a code with data; `phrases` has the sentences.
 * The message is for logs only.
 */
export type DatabaseErrorCode =
  /** Refused, lost or ended by the server. `outcome` says whether a commit may have happened. */
  | "database-unavailable"
  /** No room left on the disk of the database. */
  | "database-full"
  | "database-url-invalid"
  /** The server is there, and does not let this login in or has no such database. */
  | "database-refused"
  | "database-version"
  /** The application would connect as superuser, owner, or a role that row-level security does not bind. */
  | "database-role-unsafe"
  /** The application role does not exist and the given role may not create it; `statements` would. */
  | "database-role-missing"
  | "database-migration-failed"
  /** A migration that ran earlier reads differently now. */
  | "database-migration-changed"
  /** The database was migrated by a newer Koers. */
  | "database-migration-unknown"
  | "data-folder-not-writable"
  | "data-folder-in-use"
  | "data-folder-full"
  /** The cluster in the data folder belongs to another major version of PostgreSQL. */
  | "data-folder-incompatible"
  | "data-folder-secrets-missing"
  | "engine-missing"
  | "engine-user-missing"
  | "engine-not-started"
  /** A transaction was used after it ended. */
  | "transaction-ended"
  | "organization-id-invalid";

/** The one error class of this workspace; anything else that is thrown is a fault of the program. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    code: DatabaseErrorCode,
    data: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.name = "DatabaseError";
    this.code = code;
    this.data = data;
  }
}
