import type { Subject } from "../field.ts";

/** The export of one tool: how to know it by its headers, and what its columns are. Data, not code. */
export type Preset = {
  readonly name: string;
  readonly subject: Subject;
  /** Headers that must all be there (compared by their keys). Of several presets the one with most wins. */
  readonly headers: readonly string[];
  /** Header of each field; of a list the first that the file has. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly traits?: readonly string[];
  /** Only rows in which the first of these columns that exists has one of these values (keys). */
  readonly only?: { readonly column: string; readonly values: readonly string[] };
  /** Rows that are left out: drafts, voided documents, purchases. */
  readonly except?: { readonly column: string; readonly values: readonly string[] };
};
