import type { Problem } from "../problem.ts";
import type { Row } from "./cell.ts";

export type RowOptions = {
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type SheetDescription = {
  readonly name: string;
  readonly hidden: boolean;
  readonly selected: boolean;
};

/** A table whose rows can be read from the first, as often as needed; a CSV or one sheet of a workbook. */
export type OpenTable = {
  readonly format: "csv" | "xlsx";
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly sheets?: readonly SheetDescription[];
  readonly problems: readonly Problem[];
  rows(options: RowOptions): AsyncIterable<readonly Row[]>;
  /** What the last complete reading of the rows has to say, such as formulas whose stored value was used. */
  notes(): readonly Problem[];
};
