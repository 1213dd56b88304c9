import type { FileProblem } from "@koers/contract";
import type { Phrases } from "./create-phrases.ts";
import { fields } from "./fields.ts";
import { answers, problems } from "./problems.ts";

type Say = (
  key: `problems.${keyof typeof problems}`,
  values: Readonly<Record<string, string | number>>,
) => string;

/** Place and sentence of a problem, such as "line 12: amnt is not an amount: ...". */
export function describeProblem(phrases: Phrases, problem: FileProblem): string {
  const place = placeOf(phrases, problem);
  const times = timesOf(phrases, problem);
  const sentence = sentenceOf(phrases, problem);
  return `${place === "" ? "" : `${place}: `}${sentence}${times === "" ? "" : ` ${times}`}`;
}

/** The place alone; empty where a problem concerns the whole file. */
export function placeOf({ t }: Phrases, problem: FileProblem): string {
  const { line, column, row, cell, sheet, entry } = problem;
  const within = entry === undefined ? "" : t("places.entry", { entry });
  if (cell !== undefined) {
    return (
      within +
      (sheet === undefined ? t("places.cell", { cell }) : t("places.sheetCell", { sheet, cell }))
    );
  }
  if (row !== undefined) return within + t("places.row", { row: String(row) });
  if (line === undefined)
    return sheet === undefined ? within.replace(/: $/, "") : within + t("places.sheet", { sheet });
  if (column === undefined) return within + t("places.line", { line: String(line) });
  return within + t("places.lineColumn", { line: String(line), column: String(column) });
}

/** The sentence alone. */
export function sentenceOf(phrases: Phrases, problem: FileProblem): string {
  const { code, severity } = problem;
  if (!isKnown(code)) return code;
  const field = fieldText(phrases, problem);
  const found = sizeText(phrases, problem, problem.found ?? "");
  const expected = expectedText(phrases, problem);
  // A union of so many sentences is more than the compiler takes; a test says each with these values.
  const say = phrases.t as unknown as Say;
  return say(`problems.${code}`, {
    field,
    found,
    expected,
    severity,
    hasField: given(field),
    hasFound: given(found),
    hasExpected: given(expected),
    count: Math.max(1, problem.count ?? 1),
  });
}

/** How often it occurs, where it is more than once and the sentence does not say so itself. */
export function timesOf({ t }: Phrases, { code, count = 1 }: FileProblem): string {
  if (count < 2 || (isKnown(code) && problems[code].en.includes("{count"))) return "";
  return t("places.more", { count });
}

function isKnown(code: string): code is keyof typeof problems {
  return Object.hasOwn(problems, code);
}

function given(text: string): "yes" | "no" {
  return text === "" ? "no" : "yes";
}

/** Readers name a column or element in the file's own words; these two name fields of Koers. */
function fieldText({ t, format }: Phrases, { code, field = "" }: FileProblem): string {
  if (code !== "COLUMN_MISSING" && code !== "MAPPING") return field;
  const names = field
    .split(" | ")
    .map((name) =>
      isField(name) ? t(`fields.${name}`) : name === "traits" ? t("fields.trait") : name,
    );
  return format.or(names);
}

function isField(name: string): name is keyof typeof fields {
  return Object.hasOwn(fields, name);
}

/** Questions carry their answers as "dmy: 2024-04-03 | mdy: 2024-03-04". */
function expectedText(phrases: Phrases, problem: FileProblem): string {
  const { t, format } = phrases;
  const { severity, expected = "" } = problem;
  if (severity !== "ask") return sizeText(phrases, problem, expected);
  const listed = expected.split(" | ").map((part) => {
    const [answer = "", ...reading] = part.split(": ");
    if (!isAnswer(answer)) return part;
    const name = t(`answers.${answer}`);
    return reading.length === 0
      ? name
      : t("answers.reading", { answer: name, reading: reading.join(": ") });
  });
  return format.or(listed);
}

function isAnswer(name: string): name is Exclude<keyof typeof answers, "reading"> {
  return Object.hasOwn(answers, name) && name !== "reading";
}

/** Sizes come as bare digits. */
function sizeText({ format }: Phrases, { code, field }: FileProblem, text: string): string {
  if (!/^\d{1,15}$/.test(text)) return text;
  if (code === "FILE_TOO_LARGE" || code === "ZIP_TOO_LARGE")
    return field === undefined ? format.bytes(Number(text)) : format.number(text, 0);
  return text;
}
