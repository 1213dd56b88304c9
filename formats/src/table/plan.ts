import type { Problem } from "../problem.ts";
import { type Column, contentOf } from "./column.ts";
import { type Conventions, type Decided, dateOrder, numberConvention } from "./convention.ts";
import type { DateOrder } from "./date-text.ts";
import {
  type FieldKind,
  fieldKind,
  requiredFields,
  type Subject,
  type TableMapping,
} from "./field.ts";
import { guessMapping, guessSubject, meaningsOf } from "./guess-mapping.ts";
import { contentKindOf, meaningOf } from "./header-dictionary.ts";
import { columnFor, presetMapping } from "./match-preset.ts";
import type { NumberConvention } from "./number-text.ts";
import type { Preset } from "./presets/preset.ts";
import {
  askedOf,
  dateQuestion,
  numberQuestion,
  subjectQuestion,
  type TableQuestion,
  vatQuestion,
} from "./question.ts";
import type { Survey } from "./survey.ts";

export type VatTreatment = "excluded" | "included";

/** How one column of the file is read. */
export type PlannedColumn = {
  readonly field: string;
  readonly index: number;
  readonly label: string;
  readonly kind: FieldKind;
  readonly number: NumberConvention;
  readonly date: DateOrder;
  readonly currency?: string | undefined;
  /** Seconds in a bare number of a duration column. */
  readonly unitSeconds: number;
};

export type Plan = {
  readonly subject: Subject | undefined;
  readonly preset: Preset | undefined;
  readonly mapping: TableMapping;
  readonly columns: readonly PlannedColumn[];
  readonly traits: readonly PlannedColumn[];
  readonly questions: readonly TableQuestion[];
  readonly problems: readonly Problem[];
  readonly vat: VatTreatment | undefined;
  /** By header label: what was decided about its column. */
  readonly decided: ReadonlyMap<
    string,
    { number?: Decided<NumberConvention>; date?: Decided<DateOrder> }
  >;
};

export type PlanOptions = {
  readonly subject?: Subject | undefined;
  readonly mapping?: TableMapping | undefined;
  readonly conventions?: Conventions | undefined;
  readonly vat?: VatTreatment | undefined;
};

const undecidedAmounts = ["amount", "lineAmount"];

function traitKind(column: Column): FieldKind {
  const meaning = meaningOf(column.header.key);
  const kind = meaning && contentKindOf(meaning);
  if (kind === "date") return "date";
  return kind === "amount" ? "quantity" : "text";
}

/** Decides how the file will be read, or which questions stand in the way. */
export function planTable(survey: Survey, options: PlanOptions): Plan {
  const { columns } = survey;
  const problems: Problem[] = [];
  const meanings = meaningsOf(columns);
  const preset =
    survey.preset && (options.subject ?? survey.preset.subject) === survey.preset.subject
      ? survey.preset
      : undefined;
  const subject =
    options.subject ?? preset?.subject ?? guessSubject(meanings, survey.repeatedInvoices > 0);
  const mapping =
    options.mapping ??
    (preset
      ? presetMapping(preset, columns)
      : subject
        ? guessMapping(subject, meanings, columns)
        : { fields: {} });

  const conventions = options.conventions ?? {};
  const chosen: { field: string; column: Column; kind: FieldKind; trait: boolean }[] = [];
  for (const [field, label] of Object.entries(mapping.fields)) {
    const column = columnFor(columns, label);
    const kind = subject && fieldKind(subject, field);
    if (column && kind) chosen.push({ field, column, kind, trait: false });
    else problems.push({ code: "MAPPING", severity: "refuse", place: {}, field, found: label });
  }
  const traitLabels =
    mapping.traits ??
    (subject === undefined
      ? columns.filter((column) => traitKind(column) !== "text").map(({ header }) => header.label)
      : []);
  for (const label of traitLabels) {
    const column = columnFor(columns, label);
    if (column)
      chosen.push({ field: column.header.label, column, kind: traitKind(column), trait: true });
    else
      problems.push({
        code: "MAPPING",
        severity: "refuse",
        place: {},
        field: "traits",
        found: label,
      });
  }

  const isNumber = (kind: FieldKind) =>
    kind === "amount" || kind === "quantity" || kind === "duration";
  const numberColumns = columns.filter(
    (column) =>
      chosen.some((one) => one.column === column && isNumber(one.kind)) ||
      contentOf(column) === "number",
  );
  const dateColumns = columns.filter(
    (column) =>
      chosen.some((one) => one.column === column && one.kind === "date") ||
      contentOf(column) === "date",
  );
  const decided = new Map<
    string,
    { number?: Decided<NumberConvention>; date?: Decided<DateOrder> }
  >();
  const questions: TableQuestion[] = [];
  const ask = (question: TableQuestion, column: Column) => {
    if (questions.some(({ code, field }) => code === question.code && field === question.field))
      return;
    questions.push(question);
    problems.push(askedOf(question, column));
  };
  const planned = chosen.map(({ field, column, kind }): PlannedColumn => {
    const number = isNumber(kind)
      ? numberConvention(column, numberColumns, conventions)
      : undefined;
    const date = kind === "date" ? dateOrder(column, dateColumns, conventions) : undefined;
    if (number?.by === "undecided") ask(numberQuestion(column), column);
    if (date?.by === "undecided") ask(dateQuestion(column), column);
    decided.set(column.header.label, {
      ...decided.get(column.header.label),
      ...(number && { number }),
      ...(date && { date }),
    });
    return {
      field,
      index: column.index,
      label: column.header.label,
      kind,
      number: number?.value ?? "point",
      date: date?.value ?? "dmy",
      currency: column.header.currency,
      unitSeconds: /\b(?:min|minuten|minutes)\b/i.test(column.header.label) ? 60 : 3_600,
    };
  });
  const fieldColumns = planned.filter((_, at) => !chosen[at]?.trait);
  const traits = planned.filter((_, at) => chosen[at]?.trait);

  problems.push(...duplicateHeaders(survey, planned));
  if (subject === undefined) {
    questions.push(subjectQuestion);
    problems.push(askedOf(subjectQuestion));
  } else problems.push(...missingFields(subject, mapping));
  const mappedNumber = mapping.fields["number"];
  if (subject === "invoices" && survey.repeatedInvoices > 0 && mappedNumber !== undefined)
    problems.push({
      code: "DUPLICATE_INVOICE",
      severity: "flag",
      place: {},
      field: mappedNumber,
      count: survey.repeatedInvoices,
    });
  const mapped = new Set(Object.keys(mapping.fields));
  const open = chosen.find(({ field, trait }) => !trait && undecidedAmounts.includes(field));
  const known =
    mapped.has("net") ||
    mapped.has("lineNet") ||
    (mapped.has("gross") && mapped.has("vat")) ||
    (mapped.has("lineGross") && mapped.has("lineVat"));
  if (open && !known && options.vat === undefined && subject !== "open-items")
    ask(vatQuestion(open.column), open.column);
  return {
    subject,
    preset,
    mapping,
    columns: fieldColumns,
    traits,
    questions,
    problems,
    vat: options.vat,
    decided,
  };
}

/** Two columns of one name: refused when one of them would be read, a warning otherwise. */
function duplicateHeaders(survey: Survey, planned: readonly PlannedColumn[]): Problem[] {
  const seen = new Map<string, Column>();
  const found: Problem[] = [];
  for (const column of survey.columns) {
    const { label, key } = column.header;
    const name = key === "" ? "" : `${label.toLowerCase()} ${column.header.currency ?? ""}`;
    const first = name === "" ? undefined : seen.get(name);
    if (first === undefined) {
      seen.set(name, column);
      continue;
    }
    const used = planned.some(({ index }) => index === column.index || index === first.index);
    const known = meaningOf(key) !== undefined;
    found.push({
      code: "CSV_HEADER_DUPLICATE",
      severity: used || known ? "refuse" : "flag",
      place: { row: survey.headerRow, column: column.index + 1 },
      field: label,
    });
  }
  return found;
}

function missingFields(subject: Subject, mapping: TableMapping): Problem[] {
  const found: Problem[] = [];
  for (const required of requiredFields[subject]) {
    const list = typeof required === "string" ? [required] : required;
    if (list.some((field) => Object.hasOwn(mapping.fields, field))) continue;
    found.push({ code: "COLUMN_MISSING", severity: "refuse", place: {}, field: list.join(" | ") });
  }
  return found;
}
