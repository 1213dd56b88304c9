import type { Field } from "../element/element.ts";
import type { ProblemCode } from "../problem-code.ts";
import type { ProblemList } from "../problem-list.ts";

/** Characters of an invoice or line number; longer ones are somebody's mistake or worse. */
export const longestIdentifier = 256;

type Refuse = (code: ProblemCode, field: Field, expected?: string) => void;

/** Refuses with what a field says. */
export function refuser(problems: ProblemList): Refuse {
  return (code, field, expected) =>
    problems.add({
      code,
      severity: "refuse",
      place: { line: field.line },
      field: field.name,
      found: field.text,
      ...(expected !== undefined && { expected }),
    });
}

/** Refuses what is not there; returns nothing, for use as a value. */
export function missing(
  code: ProblemCode,
  line: number,
  field: string,
  problems: ProblemList,
): undefined {
  problems.add({ code, severity: "refuse", place: { line }, field });
}

/** Refuses an identifier beyond `longestIdentifier`. */
export function tooLong(line: number, field: string, text: string, problems: ProblemList): void {
  problems.add({
    code: "FIELD_TOO_LONG",
    severity: "refuse",
    place: { line },
    field,
    found: String(text.length),
    expected: String(longestIdentifier),
  });
}
