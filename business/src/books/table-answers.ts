import type { FileAnswer, FileReport } from "@koers/contract";
import {
  type Conventions,
  requiredTableFields,
  type TableDescription,
  type TableMapping,
  type TableSubject,
  tableFields,
  type VatTreatment,
} from "@koers/formats";

/** How tables of one shape are read, as it is remembered. */
export type RememberedTable = {
  readonly subject: TableSubject;
  readonly mapping: TableMapping;
  readonly conventions: Conventions;
  readonly vat?: VatTreatment | undefined;
};

type TableAnswers = {
  readonly subject?: TableSubject;
  readonly mapping?: TableMapping;
  readonly conventions?: Conventions;
  readonly vat?: VatTreatment;
};

/** What a person says of a table now, over what was said of one like it before. */
export function tableAnswers(
  answer: FileAnswer | undefined,
  known: RememberedTable | undefined,
): TableAnswers {
  const mapping = answer?.mapping === undefined ? known?.mapping : mappingOf(answer.mapping);
  const subject = subjectOf(answer, mapping) ?? known?.subject;
  const conventions = { ...known?.conventions, ...(answer?.conventions as Conventions) };
  const vat = Object.values(answer?.vat ?? {})[0] ?? known?.vat;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(Object.keys(conventions).length === 0 ? {} : { conventions }),
    ...(vat === undefined ? {} : { vat }),
  };
}

/** What is worth remembering of how a table was read; undefined where nobody had to say anything. */
export function tableToRemember(
  table: NonNullable<FileReport["table"]>,
  subject: TableSubject | null,
  answer: FileAnswer | undefined,
  known: RememberedTable | undefined,
): RememberedTable | undefined {
  const said = [answer?.mapping, answer?.subject, answer?.conventions, answer?.vat];
  if (said.every((part) => part === undefined)) return undefined;
  const answers = tableAnswers(answer, known);
  const mapped = Object.fromEntries(table.columns.map((column) => [column.header, column.field]));
  const mapping = answers.mapping ?? mappingOf(mapped);
  const decided = answers.subject ?? subject;
  if (decided === null) return undefined;
  const { conventions = {}, vat } = answers;
  return { subject: decided, mapping, conventions, ...(vat === undefined ? {} : { vat }) };
}

/** The description of a table in the shape of the contract. */
export function tableReport(
  description: TableDescription,
  answer: FileAnswer | undefined,
  remembered: boolean,
): NonNullable<FileReport["table"]> {
  const fieldOf = new Map<string, string>();
  for (const [field, header] of Object.entries(description.mapping.fields)) {
    fieldOf.set(header, field);
  }
  for (const header of description.mapping.traits ?? []) fieldOf.set(header, "trait");
  const { subject } = description;
  const required = new Set(
    subject === undefined
      ? []
      : requiredTableFields[subject].flatMap((one) => (typeof one === "string" ? [one] : [])),
  );
  const names = subject === undefined ? [] : Object.keys(tableFields[subject]);
  return {
    fingerprint: description.fingerprint,
    preset: description.preset ?? null,
    sheets: description.sheets.map((sheet) => sheet.name),
    sheet: answer?.sheet ?? description.sheets[0]?.name ?? null,
    delimiter: description.delimiter ?? null,
    headerRow: description.headerRow ?? 0,
    columns: description.columns.map((column) => ({
      header: column.header,
      samples: [...column.samples],
      field: fieldOf.get(column.header) ?? null,
      convention: column.convention ?? null,
      choices: description.questions
        .filter((question) => question.field === column.header)
        .flatMap((question) => question.answers.map((one) => one.answer)),
    })),
    firstRows: description.firstRows.map((row) => [...row]),
    fields: names
      .map((field) => ({ field, required: required.has(field) }))
      .toSorted((a, b) => Number(b.required) - Number(a.required)),
    remembered,
  };
}

function mappingOf(columns: Readonly<Record<string, string | null>>): TableMapping {
  const fields: Record<string, string> = {};
  const traits: string[] = [];
  for (const [header, field] of Object.entries(columns)) {
    if (field === "trait") traits.push(header);
    else if (field !== null) fields[field] ??= header;
  }
  return { fields, traits };
}

// In the contract the lines of invoices are invoices; a mapped column of a line tells them apart.
function subjectOf(
  answer: FileAnswer | undefined,
  mapping: TableMapping | undefined,
): TableSubject | undefined {
  const subject = answer?.subject;
  if (subject === "books" || subject === "payments") return undefined;
  const mapped = Object.keys(mapping?.fields ?? {});
  if (subject === "invoices") {
    const lines = mapped.some((field) => field.startsWith("line") || field === "item");
    return lines ? "invoice-lines" : "invoices";
  }
  return subject;
}
