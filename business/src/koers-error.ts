import type { ErrorCode } from "@koers/contract";

/** The one way in which a rule says no. The code is the key of its sentence. */
export class KoersError extends Error {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, data: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "KoersError";
    this.code = code;
    this.data = data;
  }
}
