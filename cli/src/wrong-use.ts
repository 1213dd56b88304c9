type Reason =
  | "command"
  | "option"
  | "value"
  | "choice"
  | "missing"
  | "extra"
  | "period"
  | "number"
  | "mapping"
  | "together"
  | "organization"
  | "noSuchOrganization";

/** The command was typed in a way that cannot be done: exit code 2. */
export class WrongUse extends Error {
  readonly reason: Reason;
  readonly data: Readonly<Record<string, string>>;

  constructor(reason: Reason, data: Readonly<Record<string, string>> = {}) {
    super(reason);
    this.name = "WrongUse";
    this.reason = reason;
    this.data = data;
  }
}
