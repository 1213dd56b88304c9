/**
 * Every reason for which Koers says no to a request. The code is the key of its sentence in `phrases`
 * and is turned into an HTTP status in one place of the server.
 */
export const errorCodes = [
  "account-exists",
  "already-member",
  "already-set-up",
  "database-unavailable",
  "disk-full",
  "example-not-loaded",
  "exception-expired",
  "exception-incomplete",
  "exception-own-request",
  "exception-renewal-open",
  "exception-state",
  "exception-too-early",
  "forbidden",
  "import-cancelled",
  "import-in-progress",
  "import-not-accepted",
  "import-not-found",
  "input-invalid",
  "internal",
  "invitation-invalid",
  "last-owner",
  "match-not-found",
  "name-taken",
  "not-found",
  "not-signed-in",
  "origin-refused",
  "period-invalid",
  "preview-not-found",
  "setup-code-wrong",
  "sign-in-failed",
  "too-large",
  "too-many-attempts",
  "undo-not-possible",
  "upload-not-found",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a refused request answers. */
export type ErrorBody = {
  readonly error: {
    readonly code: ErrorCode;
    readonly data: Readonly<Record<string, unknown>>;
    readonly requestId: string;
  };
};
