import { KoersError } from "@koers/business";
import type { ErrorBody, ErrorCode } from "@koers/contract";
import { DatabaseError } from "@koers/database";

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503 | 507;

/** The one place where a reason for saying no becomes an HTTP status. */
const statuses: Readonly<Record<ErrorCode, Status>> = {
  "account-exists": 409,
  "already-member": 409,
  "already-set-up": 409,
  "database-unavailable": 503,
  "disk-full": 507,
  "example-not-loaded": 404,
  "exception-expired": 409,
  "exception-incomplete": 409,
  "exception-own-request": 403,
  "exception-renewal-open": 409,
  "exception-state": 409,
  "exception-too-early": 409,
  forbidden: 403,
  "import-cancelled": 409,
  "import-in-progress": 409,
  "import-not-accepted": 409,
  "import-not-found": 404,
  "input-invalid": 400,
  internal: 500,
  "invitation-invalid": 404,
  "last-owner": 409,
  "match-not-found": 404,
  "name-taken": 409,
  "not-found": 404,
  "not-signed-in": 401,
  "origin-refused": 403,
  "period-invalid": 400,
  "preview-not-found": 404,
  "setup-code-wrong": 403,
  "sign-in-failed": 401,
  "too-large": 413,
  "too-many-attempts": 429,
  "undo-not-possible": 409,
  "upload-not-found": 404,
};

export type Refusal = {
  readonly status: Status;
  readonly body: ErrorBody;
  /** True for a fault of Koers, which belongs in the log with its place. */
  readonly fault: boolean;
};

/** What is answered to a request that threw. */
export function refusalOf(error: unknown, requestId: string): Refusal {
  const said = koersErrorOf(error);
  const { code, data } = said ?? new KoersError("internal");
  return {
    status: statuses[code],
    body: { error: { code, data: plain(data), requestId } },
    fault: said === undefined,
  };
}

function koersErrorOf(error: unknown): KoersError | undefined {
  if (error instanceof KoersError) return error;
  if (error instanceof DatabaseError) {
    if (error.code === "database-unavailable") return new KoersError("database-unavailable");
    if (error.code === "database-full") return new KoersError("disk-full");
  }
  if (error instanceof Error && "code" in error && error.code === "ENOSPC") {
    return new KoersError("disk-full");
  }
  return undefined;
}

/** Data of an error as JSON can carry it. */
function plain(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(data, (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    ),
  ) as Record<string, unknown>;
}
