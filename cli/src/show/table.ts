export type TableColumn = { readonly head: string; readonly align: "left" | "right" };

const gap = "  ";
const narrowest = 12;

/**
 * Columns of text for a terminal. What does not fit is taken from the first column, whose texts are
 * cut with an ellipsis.
 */
export function textTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const widths = columns.map(({ head }, index) =>
    Math.max(lengthOf(head), ...rows.map((row) => lengthOf(row[index] ?? ""))),
  );
  const total = widths.reduce((sum, one) => sum + one, 0) + gap.length * (columns.length - 1);
  const [first = 0] = widths;
  widths[0] = Math.max(Math.min(first, narrowest), first - Math.max(0, total - width));
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? "", widths[index] ?? 0, align))
      .join(gap)
      .trimEnd();
  return [line(columns.map(({ head }) => head)), ...rows.map(line)]
    .map((text) => `${text}\n`)
    .join("");
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const letters = [...segments(text)];
  const cut = letters.length > width ? [...letters.slice(0, Math.max(0, width - 1)), "…"] : letters;
  const blank = " ".repeat(Math.max(0, width - cut.length));
  return align === "left" ? cut.join("") + blank : blank + cut.join("");
}

const segmenter = new Intl.Segmenter();

function segments(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function lengthOf(text: string): number {
  return segments(text).length;
}
