/** A column to write. Values are texts in any case: `number` plain decimals, `date` as `YYYY-MM-DD`. */
export type OutputColumn = {
  readonly header: string;
  readonly kind: "text" | "phone" | "number" | "date";
};

/** A row to write, one value per column; null is an empty cell. */
export type OutputRow = readonly (string | null)[];

export type OutputRows = Iterable<OutputRow> | AsyncIterable<OutputRow>;
