import type { ProblemList } from "../problem-list.ts";
import type { Administration, Format } from "../reader.ts";
import type { BookRecord } from "../record.ts";
import type { Writable } from "../writable.ts";
import type { ControlTotals } from "./xaf-control.ts";
import type { FieldReader } from "./xaf-field.ts";
import type { XafPlans } from "./xaf-plan.ts";
import type { createReferences } from "./xaf-references.ts";

/** What the parts of the reader share while one set of books is read. */
export type XafContext = {
  readonly plans: XafPlans;
  readonly problems: ProblemList;
  readonly fields: FieldReader;
  readonly accounts: ReturnType<typeof createReferences>;
  readonly relations: ReturnType<typeof createReferences>;
  readonly administration: Writable<Administration>;
  /** Control totals of every section that was closed. */
  readonly controls: ControlTotals[];
  readonly counts: { relations: number; transactions: number; lines: number };
  /** The version, where the namespace or an element said it. */
  format: Format | undefined;
  emit(record: BookRecord): void;
};
