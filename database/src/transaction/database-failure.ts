import { DatabaseError } from "../database-error.ts";

// Errors of the system below the driver, and its own words where it gives no code.
const lostCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
const lostWords =
  /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end/;

/** PostgreSQL's five characters for an error, or undefined if it is not an error of PostgreSQL. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** What the database itself cannot help (a lost connection, a refused login, a full disk) becomes a
 * `DatabaseError`; other errors stay. */
export function databaseFailure(error: unknown, outcome: "rolled-back" | "unknown"): unknown {
  if (error instanceof DatabaseError) return error;
  const state = sqlState(error);
  if (state === "53100") return new DatabaseError("database-full", {}, { cause: error });
  // 28: wrong name or password; 3D000: no such database.
  if (state?.startsWith("28") || state === "3D000") {
    return new DatabaseError("database-refused", { reason: state }, { cause: error });
  }
  if (isConnectionFailure(error)) {
    const reason = state ?? systemCode(error) ?? "connection-lost";
    return new DatabaseError("database-unavailable", { reason, outcome }, { cause: error });
  }
  return error;
}

function isConnectionFailure(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) {
    // 08: connection; 57P01 to 57P03: shut down, crashed, not up yet; 53300: no connection left.
    if (state.startsWith("08") || /^57P0[123]$/.test(state) || state === "53300") return true;
  }
  const code = systemCode(error);
  if (code !== undefined && lostCodes.has(code)) return true;
  return error instanceof Error && lostWords.test(error.message);
}

function systemCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}
