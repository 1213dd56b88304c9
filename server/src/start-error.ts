/** Why Koers could not start; `phrases` has the sentence of each. */
export type StartErrorCode =
  | "configuration-invalid"
  | "port-taken"
  | "address-unusable"
  | "data-folder-not-writable"
  | "already-running"
  | "pages-missing";

/** A reason not to start that a person can do something about. */
export class StartError extends Error {
  readonly code: StartErrorCode;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(code: StartErrorCode, data: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = "StartError";
    this.code = code;
    this.data = data;
  }
}
