import type { FileReport, InputOf } from "@koers/contract";
import type { Arguments } from "./command.ts";
import { WrongUse } from "./wrong-use.ts";

type FileAnswer = NonNullable<InputOf<"startPreview">["answers"]>[number];

/** What the options say of how tables are to be read. */
export type TableOptions = {
  readonly dates: string | undefined;
  readonly numbers: string | undefined;
  readonly vat: "included" | "excluded" | undefined;
  readonly mapping: ReadonlyMap<string, string | null>;
};

export function readTableOptions(given: Arguments): TableOptions {
  return {
    dates: choice(given, "dates", ["dmy", "mdy"]),
    numbers: choice(given, "numbers", ["comma", "point"]),
    vat: choice(given, "vat", ["included", "excluded"]),
    mapping: new Map(given.texts("map").map(readMapping)),
  };
}

function choice<Choice extends string>(
  given: Arguments,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const found = choices.find((one) => one === text);
  if (found !== undefined) return found;
  throw new WrongUse("choice", { option: `--${name}`, choices: choices.join(", ") });
}

/** `HEADER=FIELD`; without a field the column is left out. */
function readMapping(text: string): [string, string | null] {
  const at = text.lastIndexOf("=");
  if (at < 1) throw new WrongUse("mapping", { text });
  const field = text.slice(at + 1).trim();
  return [text.slice(0, at).trim(), field === "" ? null : field];
}

/** The options as answers to what each table asks; empty where nothing is left to say. */
export function answersTo(reports: readonly FileReport[], options: TableOptions): FileAnswer[] {
  return reports.flatMap((report) => {
    const { table } = report;
    if (table === null) return [];
    const conventions = new Map<string, string>();
    const vat = new Map<string, "included" | "excluded">();
    for (const { header, choices } of table.columns) {
      const chosen = [options.dates, options.numbers].find(
        (one) => one !== undefined && choices.includes(one),
      );
      if (chosen !== undefined) conventions.set(header, chosen);
      if (options.vat !== undefined && choices.includes(options.vat)) vat.set(header, options.vat);
    }
    const mapped = table.columns.some(({ header }) => options.mapping.has(header));
    if (conventions.size + vat.size === 0 && !mapped) return [];
    const mapping = table.columns.map(
      ({ header, field }) =>
        [
          header,
          options.mapping.has(header) ? (options.mapping.get(header) ?? null) : field,
        ] as const,
    );
    return [
      {
        file: report.file,
        ...(mapped ? { mapping: Object.fromEntries(mapping) } : {}),
        ...(conventions.size > 0 ? { conventions: Object.fromEntries(conventions) } : {}),
        ...(vat.size > 0 ? { vat: Object.fromEntries(vat) } : {}),
      },
    ];
  });
}
