import { parseCalendarDate } from "../date/calendar-date.ts";
import type { Place } from "../problem.ts";
import type { ProblemCode } from "../problem-code.ts";
import type { ProblemList } from "../problem-list.ts";
import { detached } from "../xml/detached.ts";
import { isBookable, parseXafAmount } from "./xaf-amount.ts";
import type { XafSection } from "./xaf-plan.ts";

/** Characters of what something goes by; longer ones are somebody's mistake or worse. */
const longestIdentifier = 256;

/** What an amount looks like, for the sentence that says that something is none. */
export const amountExample = "1234.56";

/** Reads the fields of sections and reports what is missing or unreadable, with its place. */
export function createFieldReader(problems: ProblemList) {
  const dates = createDateMemory();

  /** As written; undefined when absent or only white space. */
  function raw<Field extends string>(section: XafSection<Field>, field: Field): string | undefined {
    const text = section.values[section.slots[field]];
    return text === undefined || text === "" || isBlank(text) ? undefined : text;
  }

  /** Without the white space around it; undefined when nothing is left. */
  function text<Field extends string>(
    section: XafSection<Field>,
    field: Field,
  ): string | undefined {
    const written = section.values[section.slots[field]];
    if (written === undefined || written === "") return undefined;
    const trimmed = written.trim();
    return trimmed === "" ? undefined : trimmed;
  }

  function placeOf<Field extends string>(section: XafSection<Field>, field: Field): Place {
    const slot = section.slots[field];
    if (section.values[slot] === undefined) return { line: section.line, column: section.column };
    return { line: section.lines[slot] as number, column: section.columns[slot] as number };
  }

  function complain<Field extends string>(
    code: ProblemCode,
    section: XafSection<Field>,
    field: Field,
    severity: "refuse" | "flag" = "refuse",
    expected?: string,
  ): void {
    const found = section.values[section.slots[field]];
    problems.add({
      code,
      severity,
      place: placeOf(section, field),
      field: `${section.name}/${field}`,
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
    });
  }

  /** What something goes by, kept byte for byte; one without end refuses the file. */
  function reference<Field extends string>(
    section: XafSection<Field>,
    field: Field,
  ): string | undefined {
    const id = raw(section, field);
    if (id === undefined || id.length <= longestIdentifier) return id;
    complain("FIELD_TOO_LONG", section, field, "refuse", String(longestIdentifier));
    return undefined;
  }

  /** An identifier, kept byte for byte; its absence refuses the file. */
  function identifier<Field extends string>(
    section: XafSection<Field>,
    field: Field,
  ): string | undefined {
    const id = reference(section, field);
    if (raw(section, field) === undefined) complain("REQUIRED", section, field);
    return id;
  }

  /** Undefined, and reported, when the field is there but holds no date. */
  function date<Field extends string>(
    section: XafSection<Field>,
    field: Field,
    severity: "refuse" | "flag" = "refuse",
  ): string | undefined {
    const written = section.values[section.slots[field]];
    if (written === undefined) return undefined;
    const found = dates(written);
    if (found === undefined) complain("DATE_FORMAT", section, field, severity, "2025-12-31");
    return found;
  }

  function requiredDate<Field extends string>(
    section: XafSection<Field>,
    field: Field,
  ): string | undefined {
    if (section.values[section.slots[field]] === undefined) complain("REQUIRED", section, field);
    return date(section, field);
  }

  /** Cents, as written; undefined and reported when absent or no amount. */
  function amount<Field extends string>(
    section: XafSection<Field>,
    field: Field,
  ): bigint | undefined {
    const written = section.values[section.slots[field]];
    const found = written === undefined ? undefined : parseXafAmount(written);
    if (found === undefined || !isBookable(found)) {
      if (written === undefined) complain("REQUIRED", section, field);
      else complain("AMOUNT_FORMAT", section, field, "refuse", amountExample);
      return undefined;
    }
    return found;
  }

  /** True for debit, false for credit; undefined and reported for anything else. */
  function isDebit(section: XafSection<"amntTp">): boolean | undefined {
    const written = section.values[section.slots.amntTp];
    if (written === "D") return true;
    if (written === "C") return false;
    const letter = written?.trim();
    if (letter === "D" || letter === "C") return letter === "D";
    complain(written === undefined ? "REQUIRED" : "AMNT_TP", section, "amntTp", "refuse", "D, C");
    return undefined;
  }

  return {
    raw,
    text,
    reference,
    placeOf,
    complain,
    identifier,
    date,
    requiredDate,
    amount,
    isDebit,
    dates,
  };
}

export type FieldReader = ReturnType<typeof createFieldReader>;

function isBlank(text: string): boolean {
  return text.charCodeAt(0) <= 32 && /^[ \t\r\n]*$/.test(text);
}

/** Reads dates; the few hundred different dates of a year are worked out once. */
function createDateMemory() {
  const known = new Map<string, string | undefined>();
  return (text: string): string | undefined => {
    const remembered = known.get(text);
    if (remembered !== undefined || known.has(text)) return remembered;
    const found = parseCalendarDate(text);
    if (known.size < 2000 && text.length <= 16) known.set(detached(text), found);
    return found;
  };
}
