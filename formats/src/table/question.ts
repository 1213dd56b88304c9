import type { Problem } from "../problem.ts";
import type { Column } from "./column.ts";
import { readDate } from "./date-text.ts";
import { fields } from "./field.ts";
import { type NumberConvention, parseNumber } from "./number-text.ts";

/** One question that must be answered before the file can be read. */
export type TableQuestion = {
  readonly code: "NUMBER_AMBIGUOUS" | "DATE_AMBIGUOUS" | "VAT_UNDECIDED" | "SUBJECT_UNDECIDED";
  /** Header of the column; `subject` where the whole table is asked about. */
  readonly field: string;
  readonly sample?: string;
  /** Each answer with what the sample then reads as, where that makes the difference. */
  readonly answers: readonly { readonly answer: string; readonly reading?: string }[];
};

/** Which sign is the decimal one. */
export function numberQuestion(column: Column): TableQuestion {
  const sample = column.firstEither?.text ?? "";
  const reading = (convention: NumberConvention) => parseNumber(sample, convention) ?? "";
  return {
    code: "NUMBER_AMBIGUOUS",
    field: column.header.label,
    sample,
    answers: [
      { answer: "comma", reading: reading("comma") },
      { answer: "point", reading: reading("point") },
    ],
  };
}

/** Whether day or month comes first. */
export function dateQuestion(column: Column): TableQuestion {
  const sample = column.firstEither?.text ?? "";
  const reading = readDate(sample);
  const either = reading.kind === "either" ? reading : { dmy: "", mdy: "" };
  return {
    code: "DATE_AMBIGUOUS",
    field: column.header.label,
    sample,
    answers: [
      { answer: "dmy", reading: either.dmy ?? "" },
      { answer: "mdy", reading: either.mdy ?? "" },
    ],
  };
}

/** The problem that puts a question to the person. */
export function askedOf(question: TableQuestion, column?: Column): Problem {
  return {
    code: question.code,
    severity: "ask",
    place:
      question.code !== "VAT_UNDECIDED" && column?.firstEither
        ? { line: column.firstEither.line }
        : {},
    field: question.field,
    ...(question.sample && { found: question.sample }),
    expected: question.answers
      .map(({ answer, reading }) => (reading === undefined ? answer : `${answer}: ${reading}`))
      .join(" | "),
  };
}

/** Whether VAT is in an amount. */
export function vatQuestion(column: Column): TableQuestion {
  const sample = column.samples[0];
  return {
    code: "VAT_UNDECIDED",
    field: column.header.label,
    ...(sample && { sample }),
    answers: [{ answer: "excluded" }, { answer: "included" }],
  };
}

/** What the rows of a table are, where neither headers nor content say so. */
export const subjectQuestion: TableQuestion = {
  code: "SUBJECT_UNDECIDED",
  field: "subject",
  answers: Object.keys(fields).map((answer) => ({ answer })),
};
